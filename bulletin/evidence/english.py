"""The numbers in an English text, in figures and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from bulletin.evidence.english_dates import find_dates
from bulletin.evidence.number_words import ATTACHED_TO_LETTERS, Approx
from bulletin.evidence.numerals import Kind

_SMALL = {
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
_TENS = {
    word: 10 * i
    for i, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "dozen": 12,
    "hundred": 100,
} | _SIZES
_ORDINALS = {
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
_PARTS = {
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
_MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}

_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_CARDINALS = "|".join(sorted(_SMALL | _TENS, key=len, reverse=True))
_WORD = rf"(?:{_CARDINALS}|hundred|thousand|million|billion|trillion|dozen)"
_SPELLED = re.compile(
    rf"\b(?:an?[ -](?=hundred|thousand|million|billion|trillion|dozen))?{_WORD}(?:(?:[ -]and[ -]|[ -]){_WORD})*\b", re.I
)
_FIGURES = re.compile(
    rf"(?<![\w.,])(?P<n>{_ARABIC})(?:[ -]?(?P<size>hundred|thousand|million|billion|trillion|dozen|mln|mn|bn|tn|k|m)\b(?![²³]))?",
    re.I,
)
_ORDINAL_FIGURES = re.compile(r"\b(?P<n>[0-9]+)(?:st|nd|rd|th)\b")
_ORDINAL_WORD = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})[- ])?(?P<n>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b(?!-(?:hand|party|class|rate|line|time))",
    re.I,
)
_LABEL = re.compile(
    r"\b(?P<name>Lines?|No\.?|Number|Nos\.?|Phases?|Level|Grade|Class|Tier|Category|Room|Building|Article|Chapter|Part|Type|Batch|Route|Stage|Exit|Page)"
    rf"[ -]?(?P<n>{_ARABIC}|[IV]+\b|(?:{_CARDINALS})\b)",
    re.I,
)
_FRACTION = re.compile(
    r"\b(?P<n>a|an|one|two|three|four|five|seven)[ -](?P<d>half|third|quarter|fifth|sixth|eighth|tenth)(?P<s>s)?\b(?=[ -](?:of|the|its)\b|[,.;)]|$| (?P<more>[a-z]))",
    re.I,
)
_ONE_IN = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?(?P<d>two|three|four|five|ten)\b",
    re.I,
)
_ONE_AND_A_HALF = re.compile(
    r"\b(?P<n>an?|one)(?= (?:year|month|week|day|hour|century|decade|kilometer|mile) (?P<half>and a half)\b)", re.I
)
_HALF_A = re.compile(r"\bhalf[ -](?:a|an)[ -](?P<size>million|billion|dozen|thousand)?", re.I)
_AND_A_HALF = re.compile(r"^(?: [a-z]+)? and a half\b(?: (?P<size>million|billion|thousand)\b)?", re.I)
_HALF = re.compile(r"(?<!\band a )\bhalf\b(?! ?-?(?:past|way|time))", re.I)
_SEVERAL = re.compile(
    r"\b(?:(?P<tens>tens|hundreds) of (?P<thousands>thousands|millions)|(?P<plural>dozens|hundreds|thousands|millions)\b(?: of)?"
    r"|(?:several|a few|some few) (?P<one>dozen|hundred|thousand|million))\b",
    re.I,
)
_MULTIPLE = re.compile(r"\b(?P<stem>doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es|e)\b(?!-)", re.I)
_FOLD = re.compile(rf"\b(?P<n>{_ARABIC}|{_CARDINALS})[- ]?fold\b", re.I)
_TWICE = re.compile(r"\b(?P<w>twice|thrice|once)\b", re.I)
_PAIR = re.compile(r"\b(?:both|dual|double|twin|triple|pair|couple)\b", re.I)

_PERCENT = re.compile(r" ?(?:%|percents?\b|per cent\b|pct\b)(?! ?-?points?\b)", re.I)
_POINTS = re.compile(r" ?(?:percentage|per cent|percent|%)[- ]points?\b| ?pp\b", re.I)

_BEFORE: list[tuple[str, Approx]] = [
    (r"no less than|no fewer than|not less than|not fewer than|at least|a minimum of|at minimum", "at_least"),
    (
        r"no more than|not more than|at most|a maximum of|maximum|up to|not exceeding|less than|fewer than|under|below|within|no later than",
        "at_most",
    ),
    (
        r"more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of|greater than|topp(?:ed|ing)|tops|surpass(?:ed|es|ing)|beyond|well over",
        "over",
    ),
    (r"nearly|almost|close to|just under|just short of|approaching|nearing|not quite", "nearly"),
    (r"about|around|roughly|approximately|some|circa|c\.|approx\.?|an estimated|in the region of|or so", "about"),
]
_GAP = r"[ -](?:the |a |an |its |their |another |a total of |RMB ?|CNY ?|yuan ?|US\$|\$|¥|€|HK\$)*"
_BEFORE_PATTERNS = [(re.compile(rf"\b(?:{words}){_GAP}$", re.I), approx) for words, approx in _BEFORE]
_AFTER: list[tuple[re.Pattern[str], Approx]] = [
    (re.compile(r"^(?:[- ]?odd\b|\+| ?plus\b|-plus\b)", re.I), "over"),
    (re.compile(r"^(?: [\w²-]+){0,2} or (?:more|above|higher)\b|^ and (?:above|over)\b", re.I), "at_least"),
    (re.compile(r"^(?: [\w²-]+){0,2} or (?:less|fewer|below|under)\b", re.I), "at_most"),
    (re.compile(r"^(?: [\w²-]+){0,2} or so\b", re.I), "about"),
]
_NAMES = re.compile(
    rf"\b(?-i:{ATTACHED_TO_LETTERS})\b|\b(?-i:[0-9]+[GADS])\b|\bThree Gorges\b|\bone[- ]?(?:stop|by|another|way)\b|\b(?:every|any|no|some)one\b"
    r"|\bfirst[- ](?:hand|class|rate|aid)\b|\bsecond[- ]hand\b|\bthird[- ]party\b|\b(?:at|in) first\b|\bat once\b|\bat one\b|\b100 ?-day\b(?! \d)"
    r"|\bhalf (?:of )?the (?:battle)\b|\bsplit second\b|\bseconds\b|\bzero[- ](?:tolerance|distance|carbon|emission)\w*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """A number in an English text; the fields mean what they mean in `Numeral`.

    `kind` is "date" for dates; a time of day has kind "time" and `value` minutes after noon or midnight; the
    1980s have kind "decade". `label` marks
    a number that names (Line 2, Phase II, 11th); `several` marks hundreds of, dozens; `unit` is "point" for percentage
    points. A `soft` number need not count anything: one, first, once, both.
    """

    start: int
    end: int
    text: str
    value: Fraction | None
    kind: Kind | str
    approx: Approx | None = None
    date: str | None = None
    soft: bool = False
    label: bool = False
    several: bool = False
    points: bool = False


def find_numbers(text: str) -> list[EnglishNumber]:
    """All numbers, left to right, not overlapping."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("‑", "-")
    rest = _NAMES.sub(lambda match: " " * len(match[0]), text)
    found: list[EnglishNumber] = []
    for date in find_dates(rest):
        kind, value = ("date", None) if date.minutes is None else ("time", Fraction(date.minutes))
        span = text[date.start : date.end]
        found.append(EnglishNumber(date.start, date.end, span, value, kind, date=date.canonical or None))
    rest = _blank(rest, found)
    for reader in (_decades, _several, _fractions, _labels, _multiples, _ordinals, _figures, _spelled, _small):
        new = [_with_approximation(text, one) for one in reader(rest)]
        found += new
        rest = _blank(rest, new)
    return _shared_percent(text, sorted(found, key=lambda one: one.start))


def _shared_percent(text: str, numbers: list[EnglishNumber]) -> list[EnglishNumber]:
    """From 85 to 97 percent: the first is a percentage too."""
    for i, (one, following) in enumerate(pairwise(numbers)):
        joined = re.fullmatch(r" (?:to|and|or) | ?[-–—] ?", text[one.end : following.start])
        if joined and one.kind == "cardinal" and following.kind == "percent" and not one.points:
            between = joined[0].strip()
            if between != "and" or text[: one.start].rstrip().lower().endswith("between"):
                numbers[i] = replace(one, kind="percent")
    return numbers


def _blank(text: str, found: list[EnglishNumber]) -> str:
    """What is read is not read again; the tab keeps neighbours apart."""
    for one in found:
        text = text[: one.start] + "\t" * (one.end - one.start) + text[one.end :]
    return text


def _decades(text: str) -> list[EnglishNumber]:
    """1980s; the value is the first year."""
    pattern = re.compile(r"\b(?P<n>(?:1[0-9]|20)[0-9]0)['’]?s\b")
    return [_number(match, Fraction(int(match["n"])), "decade") for match in pattern.finditer(text)]


def _several(text: str) -> list[EnglishNumber]:
    found = []
    for match in _SEVERAL.finditer(text):
        if match["tens"]:
            value = (10 if match["tens"].lower() == "tens" else 100) * _SIZES[match["thousands"].lower()[:-1]]
        else:
            word = (match["plural"] or match["one"]).lower().removesuffix("s")
            value = {"dozen": 10, "hundred": 100}.get(word) or _SIZES[word]
        found.append(_number(match, Fraction(value), "cardinal", approx="over", several=True))
    return found


def _number(
    match: re.Match[str],
    value: Fraction,
    kind: Kind | str,
    *,
    approx: Approx | None = None,
    soft: bool = False,
    label: bool = False,
    several: bool = False,
) -> EnglishNumber:
    return EnglishNumber(
        match.start(), match.end(), match[0], value, kind, approx, soft=soft, label=label, several=several
    )


def _fractions(text: str) -> list[EnglishNumber]:
    found = []
    for match in _FRACTION.finditer(text):
        plural_needed = match["n"].lower() not in ("a", "an", "one")
        if bool(match["s"]) != plural_needed or (
            match["more"] and match["d"].lower() not in ("third", "fifth", "half")
        ):
            continue
        above = _SMALL.get(match["n"].lower(), 1)
        if match["n"].lower() in ("a", "an") and not text[match.end() :].lstrip().startswith("of"):
            continue  # "a third batch" is an ordinal, "a quarter" a season
        found.append(_number(match, Fraction(above, _PARTS[match["d"].lower()]), "fraction"))
    for match in _ONE_IN.finditer(text):
        found.append(_number(match, Fraction(_SMALL[match["n"].lower()], _SMALL[match["d"].lower()]), "fraction"))
    for match in _ONE_AND_A_HALF.finditer(text):
        found.append(EnglishNumber(match.start(), match.end("n"), match["n"], Fraction(3, 2), "cardinal"))
    for match in _HALF_A.finditer(text):
        size = _SHORT[match["size"].lower()] if match["size"] else 1
        found.append(_number(match, Fraction(size, 2), "cardinal" if match["size"] else "fraction"))
    return found


def _labels(text: str) -> list[EnglishNumber]:
    """Line 2, No. 3, Phase II: names; only where the name is capitalised or the number is a figure or a numeral."""
    found = []
    for match in _LABEL.finditer(text):
        number = match["n"]
        plain = number.replace(",", "")
        if number in _ROMAN:
            value = Fraction(_ROMAN[number])
        elif number[0].isdigit():
            value = Fraction(plain)
        elif number.lower() in _SMALL:
            value = Fraction(_SMALL[number.lower()])
        else:
            continue
        if match["name"].lower() in ("part", "number", "page", "class", "no") and not match["name"][0].isupper():
            continue
        found.append(_number(match, value, "ordinal", label=True))
    return found


def _multiples(text: str) -> list[EnglishNumber]:
    found = [_number(m, Fraction(_MULTIPLES[m["stem"].lower()]), "multiple") for m in _MULTIPLE.finditer(text)]
    for match in _FOLD.finditer(text):
        number = match["n"].lower()
        value = Fraction(_SMALL.get(number) or _TENS.get(number) or number.replace(",", ""))
        found.append(_number(match, value, "multiple"))
    return found


def _ordinals(text: str) -> list[EnglishNumber]:
    found = [_number(m, Fraction(int(m["n"])), "ordinal", label=True) for m in _ORDINAL_FIGURES.finditer(text)]
    for match in _ORDINAL_WORD.finditer(text):
        value = _ORDINALS[match["n"].lower()] + (_TENS[match["tens"].lower()] if match["tens"] else 0)
        found.append(_number(match, Fraction(value), "ordinal", soft=value == 1, label=True))
    return found


def _figures(text: str) -> list[EnglishNumber]:
    found = []
    for match in _FIGURES.finditer(text):
        value, size, end = Fraction(match["n"].replace(",", "")), (match["size"] or "").lower(), match.end()
        if size == "m" and not re.search(r"(?:RMB|CNY|yuan|[$¥€£]) ?$", text[: match.start()], re.I):
            size, end = "", match.end("n")  # meters
        value *= _SHORT.get(size, 1)
        found.append(_kind_of(text, match.start(), end, value))
    return found


def _spelled(text: str) -> list[EnglishNumber]:
    found = []
    for match in _SPELLED.finditer(text):
        at = match.start()
        while at < match.end():
            value, end = _read_words(text, at, match.end())
            if end == at:
                break
            if value is not None:
                found.append(_kind_of(text, at, end, value, soft=value <= 1 and " " not in text[at:end].strip()))
            at = re.compile(r"[ -]*(?:and[ -]+)?").match(text, end).end()  # type: ignore[union-attr]
    return found


def _read_words(text: str, start: int, stop: int) -> tuple[Fraction | None, int]:
    """One number in words from `start`, and where it ends: twenty-five, two hundred and five, a dozen."""
    total, current, last, end = 0, 0, 10**15, start
    joined = True
    for token in re.compile(r"[A-Za-z]+").finditer(text, start, stop):
        word = token[0].lower()
        if word in ("a", "an"):
            current = 1
            continue
        if word == "and":
            joined = False
            continue
        if word in _SMALL or word in _TENS:
            number = _SMALL.get(word, _TENS.get(word, 0))
            fits = (current == 0 and (joined or total)) or (current % 100 == 0 and current >= 100)
            fits = fits or (joined and current % 100 >= 20 and current % 10 == 0 and 0 < number < 10)
            if not fits:
                break
            current += number
        elif word == "hundred" and current < 100:
            current = (current or 1) * 100
        elif word == "dozen":
            current = (current or 1) * 12
        elif word in _SIZES and _SIZES[word] < last:
            total, current, last = total + (current or 1) * _SIZES[word], 0, _SIZES[word]
        else:
            break
        joined, end = True, token.end()
    return (Fraction(total + current), end) if end > start else (None, start)


def _small(text: str) -> list[EnglishNumber]:
    found = [_number(match, Fraction(1, 2), "fraction") for match in _HALF.finditer(text)]
    for match in _TWICE.finditer(text):
        value = {"once": 1, "twice": 2, "thrice": 3}[match["w"].lower()]
        found.append(_number(match, Fraction(value), "cardinal", soft=value == 1))
    found += [
        _number(m, Fraction(3 if m[0].lower() == "triple" else 2), "cardinal", soft=True) for m in _PAIR.finditer(text)
    ]
    return found


def _kind_of(text: str, start: int, end: int, value: Fraction, *, soft: bool = False) -> EnglishNumber:
    """Percent, percentage points, or a plain number, with "and a half"."""
    if half := _AND_A_HALF.match(text[end:]):
        value = value + Fraction(1, 2)
        if half["size"]:
            value, end = value * _SIZES[half["size"].lower()], end + half.end()
    if match := _POINTS.match(text, end):
        return EnglishNumber(start, match.end(), text[start : match.end()], value, "cardinal", points=True)
    if match := _PERCENT.match(text, end):
        return EnglishNumber(start, match.end(), text[start : match.end()], value, "percent")
    return EnglishNumber(start, end, text[start:end], value, "cardinal", soft=soft)


def _with_approximation(text: str, one: EnglishNumber) -> EnglishNumber:
    approx = one.approx or _approximation(text, one)
    return EnglishNumber(
        one.start, one.end, text[one.start : one.end], one.value, one.kind, approx, one.date, one.soft and not approx,
        one.label, one.several, one.points,
    )  # fmt: skip


def _approximation(text: str, one: EnglishNumber) -> Approx | None:
    if one.kind in ("ordinal", "date", "time"):
        return None
    before = re.sub(r"(?:RMB|CNY|[$¥€]|US\$) ?$", "", text[: one.start]) or " "
    before = before if before.endswith((" ", "-")) else before + " "
    for pattern, approx in _BEFORE_PATTERNS:
        if pattern.search(before):
            return approx
    for pattern, approx in _AFTER:
        if pattern.match(text[one.end :]):
            return approx
    return None
