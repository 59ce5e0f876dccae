"""English number words, and the patterns in which numbers are written. Data only."""

# ruff: noqa: SIM905 - word lists stay readable as words, a pattern as one line

from __future__ import annotations

import re
from collections.abc import Iterable

from bulletin.evidence.number_words import ATTACHED_TO_LETTERS, Approx

SMALL = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12, "dozen": 12, "hundred": 100,
} | SIZES  # fmt: skip
ORDINALS = {
    word: value
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "hundredth": 100}
PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip
MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("".join(patterns), re.I)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
CARDINALS = _any(SMALL | TENS)
_SIZED = "hundred|thousand|million|billion|trillion|dozen"
_WORD = rf"(?:{CARDINALS}|{_SIZED})"
_SPAN = "year|month|week|day|hour|century|decade|kilometer|mile"
SPELLED = _words(rf"\b(?:an?[ -](?={_SIZED}))?{_WORD}(?:(?:[ -]and[ -]|[ -]){_WORD})*\b")
FIGURES = _words(
    rf"(?<![\w.,])(?P<minus>(?<![\d)])[-\u2212](?=\d)|(?:minus|negative) )?(?P<n>{ARABIC})",
    rf"(?:[ -]?(?P<size>{_SIZED}|mln|mn|bn|tn|k|m)\b(?![²³]))?",
)
DECADE = re.compile(r"\b(?P<n>(?:1[0-9]|20)[0-9]0)['’]?s\b")
ORDINAL_FIGURES = re.compile(r"\b(?P<n>[0-9]+)(?:st|nd|rd|th)\b")
ORDINAL_WORD = _words(
    rf"\b(?:(?P<tens>{'|'.join(TENS)})[- ])?(?P<n>{_any(ORDINALS)})\b(?!-(?:hand|party|rate|line|time))"
)
SECTOR = _words(r"\b(primary|secondary|tertiary)(?= (?:sector|industr))")
LABEL = _words(
    r"\b(?P<name>Lines?|No\.?|Number|Nos\.?|Phases?|Level|Grade|Class(?:es)?|Tier|Category|Room|Building|Article|Chapter|Part|Type",
    rf"|Batch|Route|Stage|Exit|Page)[ -]?(?P<n>{ARABIC}|[IV]+\b|(?:{CARDINALS})\b)",
)
AND_ROMAN = re.compile(r"(?:,? (?:to|and|or) |, ?|[-–—])(?P<n>III?|IV|VI?|I)\b")
CAPITALIZED_LABELS = frozenset("part number class classes no building room article chapter exit route batch".split())
"""Words of LABEL that name only with a capital: Building 2, but "building 15 homes"."""
FRACTION = _words(
    r"\b(?P<n>a|an|one|two|three|four|five|seven)[ -]",
    r"(?P<d>half|third|quarter|fourth|fifth|sixth|eighth|tenth)(?P<s>s)?\b",
    r"(?=[ -](?:of|the|its)\b|[,.;)]|$| (?P<more>[a-z]))",
)
ONE_IN = _words(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:in|out of) (?:every )?",
    r"(?P<d>two|three|four|five|ten|10)\b",
)
A_DECADE = _words(r"\b(?P<n>an?)(?=(?: \w+)? (?:decade|century)\b)(?! (?:\w+ )?(?:decade|century) and a half)")
ONE_AND_A_HALF = _words(rf"\b(?P<n>an?|one)(?= (?:{_SPAN}) (?P<half>and a half)\b)")
HALF_A = _words(r"\bhalf[ -](?:a|an)[ -](?P<size>million|billion|dozen|thousand)?")
AND_A_HALF = _words(r"^(?: [a-z]+)? and a half\b(?: (?P<size>million|billion|thousand)\b)?")
HALF = _words(r"(?<!\band a )\bhalf\b(?! ?-?(?:past|way|time))")
HALVED = _words(r"\bhalv(?:ed?|es|ing)\b")
SEVERAL = _words(
    r"\b(?:(?P<tens>tens|hundreds) of (?P<thousands>thousands|millions)"
    r"|(?P<plural>dozens|hundreds|thousands|millions)\b(?: of)?"
    r"|(?:several|a few|some few) (?P<one>dozen|hundred|thousand|million))\b"
)
MULTIPLE = _words(r"\b(?P<stem>doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es|e)\b(?!-)")
FOLD = _words(rf"\b(?P<n>{ARABIC}|{CARDINALS}|hundred|thousand)[- ]?fold\b")
TWICE = {
    "once": 1, "twice": 2, "thrice": 3, "both": 2, "dual": 2, "double": 2, "twin": 2, "triple": 3, "pair": 2,
    "couple": 2,
}  # fmt: skip
PAIR = _words(rf"\b(?:{'|'.join(TWICE)})\b|(?<=\bevery )(?:other|second)(?= (?:day|week|month|year|season)\b)")
PERCENT = _words(r"[ -]?(?:%|percents?\b|per cent\b|pct\b)(?! ?-?points?\b)")
POINTS = _words(r" ?(?:percentage|per cent|percent|%)[- ]points?\b| ?pp\b")
OF_A_POINT = _words(r"[- ]?(?:of )?(?:an? )?percentage[- ]points?\b")
BELOW_ZERO = _words(r" ?(?:degrees?|°C?)?(?: (?:Celsius|C))? below (?:zero|freezing)")

_GAP = r"[ -](?:a |an |a total of |RMB ?|CNY ?|yuan ?|US\$|\$|¥|€|HK\$)*"
_BEFORE: list[tuple[str, Approx]] = [
    (r"(?:no|not) (?:less|fewer) than|at least|a minimum of|at minimum", "at_least"),
    (
        r"(?:no|not) more than|at most|a maximum of|maximum|(?<!add )(?<!adds )(?<!added )(?<!come )up to"
        r"|not exceeding|less than|fewer than|under|below|within"
        r"|no later than",
        "at_most",
    ),
    (
        r"more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of|greater than|topp(?:ed|ing)|tops"
        r"|surpass(?:ed|es|ing)|beyond|well over",
        "over",
    ),
    (r"nearly|almost|close to|just under|just short of|approaching|nearing|not quite", "nearly"),
    (r"about|around|roughly|approximately|some|circa|c\.|approx\.?|an estimated|in the region of|or so", "about"),
]
BEFORE_PATTERNS = [(_words(rf"\b(?:{words}){_GAP}$"), approx) for words, approx in _BEFORE]
_COUNTS = "(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|once|twice|[0-9])\\b"
"""What the words are said of that stand before it: nine chiefs make at least two rounds."""
_BEHIND = r"^(?: [\w²-]+){0,2} "
AFTER: list[tuple[re.Pattern[str], Approx]] = [
    (_words(r"^(?:[- ]?odd\b|\+(?![\dA-Z])|-plus\b| plus\b(?! [a\d]))"), "over"),
    (_words(rf"{_BEHIND}or (?:more|above|higher|over|older)\b|^ and (?:above|over|older|up)\b(?! \d)"), "at_least"),
    (_words(rf"{_BEHIND}or (?:less|fewer|below|under)\b"), "at_most"),
    (_words(rf"{_BEHIND}or so\b"), "about"),
    (_words(rf"{_BEHIND}at (?:the )?most\b(?! {_COUNTS})"), "at_most"),
    (_words(rf"{_BEHIND}at (?:the )?least\b(?! {_COUNTS})"), "at_least"),
]
NO_NUMBERS = _words(
    rf"[0-9][0-9,.]{{40,}}|(?<=per )(?:thousand\b|1,000\b)|\b(?-i:{ATTACHED_TO_LETTERS})\b|\b(?-i:[0-9]+[GADS])\b"
    r"|\bThree Gorges\b",
    r"|\bone[- ]?(?:stop|by|another|way|roof)\b|\b(?:every|any|no|some)one\b|\bfirst[- ](?:hand|rate|aid)\b",
    r"|\bsecond[- ]hand\b|\bthird[- ]party\b|\b(?:at|in) first\b|\bat once\b|\bat one\b|\b100 ?-day\b(?! \d)",
    r"|\bDouble (?:Fifth|Seventh|Ninth|Eleven)\b",
    r"|\bhalf (?:of )?the (?:battle)\b|\bsplit second\b|\bzero[- ](?:tolerance|distance|carbon|emission)\w*",
)
ANY_NUMBER = re.compile(
    rf"[0-9]|\b(?:{'|'.join(sorted(SMALL | TENS | ORDINALS | PARTS | TWICE | MULTIPLES))}|{_SIZED}|every other|year"
    r"|halv|primary|secondary|tertiary|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|latter"
    r"|an? (?:\w+ )?(?:decade|century)|end of|close of"
    r"|(?:phases?|level|grade|class(?:es)?|tier|category|part|type|batch|route|stage) [iv])"
)
"""What any number, date or time in English has somewhere; of a text in lower case. Most texts have none."""
