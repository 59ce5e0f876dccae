"""The numbers in an English text, in figures and in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from bulletin.evidence.english_dates import find_dates
from bulletin.evidence.english_words import (
    A_DECADE,
    AFTER,
    AND_A_HALF,
    ANY_NUMBER,
    BEFORE_PATTERNS,
    BELOW_ZERO,
    CAPITALIZED_LABELS,
    EVERY_OTHER,
    FIGURES,
    FOLD,
    FRACTION,
    HALF,
    HALF_A,
    HALVED,
    LABEL,
    MULTIPLE,
    MULTIPLES,
    NO_NUMBERS,
    OF_A_POINT,
    ONE_AND_A_HALF,
    ONE_IN,
    ORDINAL_FIGURES,
    ORDINAL_WORD,
    ORDINALS,
    PAIR,
    PARTS,
    PERCENT,
    POINTS,
    ROMAN,
    SEVERAL,
    SHORT,
    SIZES,
    SMALL,
    SPELLED,
    TENS,
    TWICE,
)
from bulletin.evidence.number_words import Approx
from bulletin.evidence.numerals import Kind


@dataclass(frozen=True, slots=True)
class EnglishNumber:
    """A number in an English text; the fields mean what they mean in `Numeral`.

    `kind` is "date" for dates; a time of day has kind "time" and `value` minutes after noon or midnight; the 1980s have
    kind "decade". `label` marks a number that names (Line 2, Phase II, 11th); `several` marks hundreds of, dozens;
    `points` marks percentage points. A `soft` number need not count anything: one, first, once, both.
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
    if not ANY_NUMBER.search(text.lower()):
        return []
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("‑", "-")
    rest = NO_NUMBERS.sub(lambda match: " " * len(match[0]), text)
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
    characters = list(text)
    for one in found:
        characters[one.start : one.end] = "\t" * (one.end - one.start)
    return "".join(characters)


def _decades(text: str) -> list[EnglishNumber]:
    """1980s; the value is the first year."""
    pattern = re.compile(r"\b(?P<n>(?:1[0-9]|20)[0-9]0)['’]?s\b")
    return [_number(match, Fraction(int(match["n"])), "decade") for match in pattern.finditer(text)]


def _several(text: str) -> list[EnglishNumber]:
    """Tens of thousands, dozens, several hundred: the value is one such unit."""
    found = []
    for match in SEVERAL.finditer(text):
        if match["tens"]:
            value = (10 if match["tens"].lower() == "tens" else 100) * SIZES[match["thousands"].lower()[:-1]]
        else:
            word = (match["plural"] or match["one"]).lower().removesuffix("s")
            value = {"dozen": 10, "hundred": 100}.get(word) or SIZES[word]
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
    """What a match stands for, with its text."""
    return EnglishNumber(
        match.start(), match.end(), match[0], value, kind, approx, soft=soft, label=label, several=several
    )


def _fractions(text: str) -> list[EnglishNumber]:
    """One-third, half a million, one in three, an hour and a half."""
    found = []
    for match in FRACTION.finditer(text):
        plural_needed = match["n"].lower() not in ("a", "an", "one")
        if bool(match["s"]) != plural_needed or (
            match["more"] and match["d"].lower() not in ("third", "fifth", "half")
        ):
            continue
        above = SMALL.get(match["n"].lower(), 1)
        whole = re.search(
            r"(?:up|by|than|about|nearly|almost|over|to|is|was|for) $",
            text[max(0, match.start() - 40) : match.start()],
            re.I,
        )
        article = match["n"].lower() in ("a", "an")
        if article and not text[match.end() :].lstrip().startswith("of") and not (whole and not match["more"]):
            continue  # "a third batch" is an ordinal, "a quarter" a season
        found.append(_number(match, Fraction(above, PARTS[match["d"].lower()]), "fraction"))
    for match in ONE_IN.finditer(text):
        above, below = (SMALL.get(match[group].lower()) or int(match[group]) for group in "nd")
        found.append(_number(match, Fraction(above, below), "fraction"))
    found += [_number(m, Fraction(1), "cardinal", soft=True) for m in A_DECADE.finditer(text)]
    for match in ONE_AND_A_HALF.finditer(text):
        found.append(EnglishNumber(match.start(), match.end("n"), match["n"], Fraction(3, 2), "cardinal"))
    for match in HALF_A.finditer(text):
        size = SHORT[match["size"].lower()] if match["size"] else 1
        found.append(_number(match, Fraction(size, 2), "cardinal" if match["size"] else "fraction"))
    return [replace(one, kind="cardinal", points=True) if OF_A_POINT.match(text, one.end) else one for one in found]


def _labels(text: str) -> list[EnglishNumber]:
    """Line 2, No. 3, Phase II: names; only where the name is capitalised or the number is a figure or a numeral."""
    found = []
    for match in LABEL.finditer(text):
        number = match["n"]
        plain = number.replace(",", "")
        if number in ROMAN:
            value = Fraction(ROMAN[number])
        elif number[0].isdigit():
            value = Fraction(plain)
        elif number.lower() in SMALL:
            value = Fraction(SMALL[number.lower()])
        else:
            continue
        if match["name"].lower() in CAPITALIZED_LABELS and not match["name"][0].isupper():
            continue
        found.append(_number(match, value, "ordinal", label=True))
    return found


def _multiples(text: str) -> list[EnglishNumber]:
    found = [_number(m, Fraction(MULTIPLES[m["stem"].lower()]), "multiple") for m in MULTIPLE.finditer(text)]
    found += [_number(m, Fraction(1, 2), "fraction", soft=True) for m in HALVED.finditer(text)]
    for match in FOLD.finditer(text):
        number = match["n"].lower()
        value = Fraction(SHORT.get(number) or SMALL.get(number) or TENS.get(number) or number.replace(",", ""))
        found.append(_number(match, value, "multiple"))
    return found


def _ordinals(text: str) -> list[EnglishNumber]:
    found = [_number(m, Fraction(int(m["n"])), "ordinal", label=True) for m in ORDINAL_FIGURES.finditer(text)]
    for match in ORDINAL_WORD.finditer(text):
        value = ORDINALS[match["n"].lower()] + (TENS[match["tens"].lower()] if match["tens"] else 0)
        soft = value == 1 or bool(re.match(r"[- ]class\b", text[match.end() :], re.I))
        found.append(_number(match, Fraction(value), "ordinal", soft=soft, label=True))
    for match in re.finditer(r"\b(primary|secondary|tertiary)(?= (?:sector|industr))", text, re.I):
        value = ("primary", "secondary", "tertiary").index(match[0].lower()) + 1
        found.append(_number(match, Fraction(value), "ordinal", soft=True, label=True))
    return found


def _figures(text: str) -> list[EnglishNumber]:
    """Arabic digits with the word of size behind them; 500m is meters, RMB 500m is money."""
    found = []
    for match in FIGURES.finditer(text):
        value, size, end = Fraction(match["n"].replace(",", "")), (match["size"] or "").lower(), match.end()
        if size == "m" and not re.search(
            r"(?:RMB|CNY|yuan|[$¥€£]) ?$", text[max(0, match.start() - 40) : match.start()], re.I
        ):
            size, end = "", match.end("n")  # meters
        value *= -SHORT.get(size, 1) if match["minus"] or BELOW_ZERO.match(text, end) else SHORT.get(size, 1)
        found.append(_kind_of(text, match.start(), end, value))
    return found


def _spelled(text: str) -> list[EnglishNumber]:
    """Numbers in words; a run of words may hold several."""
    found = []
    for match in SPELLED.finditer(text):
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
        if word in SMALL or word in TENS:
            number = SMALL.get(word, TENS.get(word, 0))
            fits = (current == 0 and (joined or total)) or (current % 100 == 0 and current >= 100)
            fits = fits or (joined and current % 100 >= 20 and current % 10 == 0 and 0 < number < 10)
            if not fits:
                break
            current += number
        elif word == "hundred" and current < 100:
            current = (current or 1) * 100
        elif word == "dozen":
            current = (current or 1) * 12
        elif word in SIZES and SIZES[word] < last:
            total, current, last = total + (current or 1) * SIZES[word], 0, SIZES[word]
        else:
            break
        joined, end = True, token.end()
    return (Fraction(total + current), end) if end > start else (None, start)


def _small(text: str) -> list[EnglishNumber]:
    found = [_number(match, Fraction(1, 2), "fraction") for match in HALF.finditer(text)]
    for match in TWICE.finditer(text):
        value = {"once": 1, "twice": 2, "thrice": 3}[match["w"].lower()]
        found.append(_number(match, Fraction(value), "cardinal", soft=value == 1))
    found += [_number(m, Fraction(2), "cardinal", soft=True) for m in EVERY_OTHER.finditer(text)]
    found += [
        _number(m, Fraction(3 if m[0].lower() == "triple" else 2), "cardinal", soft=True) for m in PAIR.finditer(text)
    ]
    return found


def _kind_of(text: str, start: int, end: int, value: Fraction, *, soft: bool = False) -> EnglishNumber:
    """Percent, percentage points, or a plain number, with "and a half"."""
    if half := AND_A_HALF.match(text[end : end + 60]):
        value = value + Fraction(1, 2)
        if half["size"]:
            value, end = value * SIZES[half["size"].lower()], end + half.end()
    if match := POINTS.match(text, end + (half.end() if half and not half["size"] else 0)):
        return EnglishNumber(start, match.end(), text[start : match.end()], value, "cardinal", points=True)
    if match := PERCENT.match(text, end):
        return EnglishNumber(start, match.end(), text[start : match.end()], value, "percent")
    return EnglishNumber(start, end, text[start:end], value, "cardinal", soft=soft)


def _with_approximation(text: str, one: EnglishNumber) -> EnglishNumber:
    approx = one.approx or _approximation(text, one)
    return replace(one, text=text[one.start : one.end], approx=approx, soft=one.soft and not approx)


def _approximation(text: str, one: EnglishNumber) -> Approx | None:
    """A word behind the number binds more closely than one in front (some 200-plus)."""
    return None if one.kind in ("ordinal", "date", "time") else english_approximation(text, one.start, one.end)


def english_approximation(text: str, start: int, end: int) -> Approx | None:
    """What the words around a place say of the number there."""
    for pattern, approx in AFTER:
        if pattern.match(text[end : end + 60]):
            return approx
    before = re.sub(r"(?:RMB|CNY|[$¥€]|US\$) ?$", "", text[max(0, start - 60) : start]) or " "
    before = before if before.endswith((" ", "-")) else before + " "
    for pattern, approx in BEFORE_PATTERNS:
        if pattern.search(before):
            return approx
    return None
