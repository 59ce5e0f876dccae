"""English number words, and the patterns in which numbers are written. Data only."""

from __future__ import annotations

import re

from bulletin.evidence.number_words import ATTACHED_TO_LETTERS, Approx

SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * i
    for i, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "dozen": 12,
    "hundred": 100,
} | SIZES
ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "hundredth": 100}
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
CARDINALS = "|".join(sorted(SMALL | TENS, key=len, reverse=True))
WORD = rf"(?:{CARDINALS}|hundred|thousand|million|billion|trillion|dozen)"
SPELLED = re.compile(
    rf"\b(?:an?[ -](?=hundred|thousand|million|billion|trillion|dozen))?{WORD}(?:(?:[ -]and[ -]|[ -]){WORD})*\b", re.I
)
FIGURES = re.compile(
    rf"(?<![\w.,])(?P<minus>(?<![\d)])[-\u2212](?=\d)|(?:minus|negative) )?(?P<n>{ARABIC})"
    r"(?:[ -]?(?P<size>hundred|thousand|million|billion|trillion|dozen|mln|mn|bn|tn|k|m)\b(?![²³]))?",
    re.I,
)
ORDINAL_FIGURES = re.compile(r"\b(?P<n>[0-9]+)(?:st|nd|rd|th)\b")
ORDINAL_WORD = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(TENS)})[- ])?(?P<n>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b(?!-(?:hand"
    rf"|party|rate|line|time))",
    re.I,
)
LABEL = re.compile(
    r"\b(?P<name>Lines?|No\.?|Number|Nos\.?|Phases?|Level|Grade|Class|Tier|Category"
    r"|Room|Building|Article|Chapter|Part|Type|Batch|Route|Stage|Exit|Page)"
    rf"[ -]?(?P<n>{ARABIC}|[IV]+\b|(?:{CARDINALS})\b)",
    re.I,
)
CAPITALIZED_LABELS = frozenset(
    ["part", "number", "class", "no", "building", "room", "article", "chapter", "exit", "route", "batch"]
)
"""Words of LABEL that name only with a capital: Building 2, but "building 15 homes"."""
FRACTION = re.compile(
    r"\b(?P<n>a|an|one|two|three|four|five|seven)[ -](?P<d>half|third|quarter|fifth"
    r"|sixth|eighth|tenth)(?P<s>s)?\b(?=[ -](?:of|the|its)\b|[,.;)]|$| (?P<more>[a-z]))",
    re.I,
)
ONE_IN = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:in|out of) (?:every )?"
    r"(?P<d>two|three|four|five|ten|10)\b",
    re.I,
)
A_DECADE = re.compile(
    r"\b(?P<n>an?)(?=(?: \w+)? (?:decade|century)\b)(?! (?:\w+ )?(?:decade|century) and a half)", re.I
)
ONE_AND_A_HALF = re.compile(
    r"\b(?P<n>an?|one)(?= (?:year|month|week|day|hour|century|decade|kilometer|mile) (?P<half>and a half)\b)", re.I
)
HALF_A = re.compile(r"\bhalf[ -](?:a|an)[ -](?P<size>million|billion|dozen|thousand)?", re.I)
AND_A_HALF = re.compile(r"^(?: [a-z]+)? and a half\b(?: (?P<size>million|billion|thousand)\b)?", re.I)
HALF = re.compile(r"(?<!\band a )\bhalf\b(?! ?-?(?:past|way|time))", re.I)
SEVERAL = re.compile(
    r"\b(?:(?P<tens>tens|hundreds) of (?P<thousands>thousands|millions)"
    r"|(?P<plural>dozens|hundreds|thousands|millions)\b(?: of)?"
    r"|(?:several|a few|some few) (?P<one>dozen|hundred|thousand|million))\b",
    re.I,
)
MULTIPLE = re.compile(r"\b(?P<stem>doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es|e)\b(?!-)", re.I)
FOLD = re.compile(rf"\b(?P<n>{ARABIC}|{CARDINALS}|hundred|thousand)[- ]?fold\b", re.I)
TWICE = re.compile(r"\b(?P<w>twice|thrice|once)\b", re.I)
PAIR = re.compile(r"\b(?:both|dual|double|twin|triple|pair|couple)\b", re.I)

PERCENT = re.compile(r"[ -]?(?:%|percents?\b|per cent\b|pct\b)(?! ?-?points?\b)", re.I)
OF_A_POINT = re.compile(r"[- ]?(?:of )?(?:an? )?percentage[- ]points?\b", re.I)
EVERY_OTHER = re.compile(r"(?<=\bevery )(?:other|second)(?= (?:day|week|month|year|season)\b)", re.I)
HALVED = re.compile(r"\bhalv(?:ed?|es|ing)\b", re.I)
BELOW_ZERO = re.compile(r" ?(?:degrees?|°C?)?(?: (?:Celsius|C))? below (?:zero|freezing)", re.I)
POINTS = re.compile(r" ?(?:percentage|per cent|percent|%)[- ]points?\b| ?pp\b", re.I)

BEFORE: list[tuple[str, Approx]] = [
    (r"no less than|no fewer than|not less than|not fewer than|at least|a minimum of|at minimum", "at_least"),
    (
        r"no more than|not more than|at most|a maximum of|maximum|up to"
        r"|not exceeding|less than|fewer than|under|below|within|no later than",
        "at_most",
    ),
    (
        r"more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of"
        r"|greater than|topp(?:ed|ing)|tops|surpass(?:ed|es|ing)|beyond|well over",
        "over",
    ),
    (r"nearly|almost|close to|just under|just short of|approaching|nearing|not quite", "nearly"),
    (r"about|around|roughly|approximately|some|circa|c\.|approx\.?|an estimated|in the region of|or so", "about"),
]
GAP = r"[ -](?:a |an |a total of |RMB ?|CNY ?|yuan ?|US\$|\$|¥|€|HK\$)*"
BEFORE_PATTERNS = [(re.compile(rf"\b(?:{words}){GAP}$", re.I), approx) for words, approx in BEFORE]
AFTER: list[tuple[re.Pattern[str], Approx]] = [
    (re.compile(r"^(?:[- ]?odd\b|\+(?![\dA-Z])|-plus\b| plus\b(?! [a\d]))", re.I), "over"),
    (
        re.compile(
            r"^(?: [\w²-]+){0,2} or (?:more|above|higher|over|older)\b|^ and (?:above|over|older|up)\b(?! \d)", re.I
        ),
        "at_least",
    ),
    (re.compile(r"^(?: [\w²-]+){0,2} or (?:less|fewer|below|under)\b", re.I), "at_most"),
    (re.compile(r"^(?: [\w²-]+){0,2} or so\b", re.I), "about"),
    (re.compile(r"^(?: [\w²-]+){0,2} at (?:the )?most\b", re.I), "at_most"),
    (re.compile(r"^(?: [\w²-]+){0,2} at (?:the )?least\b", re.I), "at_least"),
]
NO_NUMBERS = re.compile(
    rf"[0-9][0-9,.]{{40,}}|(?<=per )(?:thousand\b|1,000\b)"
    rf"|\b(?-i:{ATTACHED_TO_LETTERS})\b|\b(?-i:[0-9]+[GADS])\b|\bThree Gorges\b"
    rf"|\bone[- ]?(?:stop|by|another|way)\b|\b(?:every|any|no|some)one\b"
    r"|\bfirst[- ](?:hand|rate|aid)\b|\bsecond[- ]hand\b|\bthird[- ]party\b"
    r"|\b(?:at|in) first\b|\bat once\b|\bat one\b|\b100 ?-day\b(?! \d)"
    r"|\bhalf (?:of )?the (?:battle)\b|\bsplit second\b|\bzero[- ](?:tolerance|distance|carbon|emission)\w*",
    re.I,
)

ANY_NUMBER = re.compile(
    rf"[0-9]|\b(?:{'|'.join(sorted(SMALL | TENS | ORDINALS | PARTS))}|(?:hundred|thousand|million|billion|trillion"
    r"|dozen|twent|thirt|fort|fift|sixt|sevent|eight|ninet|doubl|tripl|trebl|quadrupl|quintupl|once|twice|thrice|both"
    r"|dual|twin|pair|couple|every other|primary|secondary|tertiary|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|year|halv|latter"
    r"|an? (?:\w+ )?(?:decade|century)|end of|close of"
    r"|(?:phase|level|grade|class|tier|category|part|type|batch|route|stage) [iv]))"
)
"""What any number, date or time in English has somewhere; of a text in lower case. Most texts have none."""
