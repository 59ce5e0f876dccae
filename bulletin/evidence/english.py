"""The numbers in an English text, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from bulletin.evidence import english_words as w
from bulletin.evidence.english_dates import find_dates
from bulletin.evidence.number_words import Approx


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
    kind: str
    approx: Approx | None = None
    date: str | None = None
    soft: bool = False
    label: bool = False
    several: bool = False
    points: bool = False


def find_numbers(text: str) -> list[EnglishNumber]:
    """All numbers, left to right, not overlapping."""
    if not w.ANY_NUMBER.search(text.lower()):
        return []
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("‑", "-")
    rest = w.NO_NUMBERS.sub(lambda match: " " * len(match[0]), text)
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
        joined = re.fullmatch(r" (to|and|or) | ?[-–—] ?", text[one.end : following.start])
        bound = joined and (joined[1] != "and" or text[: one.start].rstrip().lower().endswith("between"))
        if bound and one.kind == "cardinal" and following.kind == "percent" and not one.points:
            numbers[i] = replace(one, kind="percent")
    return numbers


def _blank(text: str, found: list[EnglishNumber]) -> str:
    """What is read is not read again; the tab keeps neighbours apart."""
    for one in found:
        text = text[: one.start] + "\t" * (one.end - one.start) + text[one.end :]
    return text


def _number(match: re.Match[str], value: Fraction | int, kind: str = "cardinal", **more: bool) -> EnglishNumber:
    """What a match stands for, with its text."""
    return EnglishNumber(match.start(), match.end(), match[0], Fraction(value), kind, **more)  # type: ignore[arg-type]


def _decades(text: str) -> Iterator[EnglishNumber]:
    """1980s; the value is the first year."""
    return (_number(match, int(match["n"]), "decade") for match in w.DECADE.finditer(text))


def _several(text: str) -> Iterator[EnglishNumber]:
    """Tens of thousands, dozens, several hundred: the value is one such unit."""
    for match in w.SEVERAL.finditer(text):
        if match["tens"]:
            value = (10 if match["tens"].lower() == "tens" else 100) * w.SIZES[match["thousands"].lower()[:-1]]
        else:
            word = (match["plural"] or match["one"]).lower().removesuffix("s")
            value = {"dozen": 10, "hundred": 100}.get(word) or w.SIZES[word]
        yield replace(_number(match, value, several=True), approx="over")


def _fractions(text: str) -> list[EnglishNumber]:
    """One-third, half a million, one in three, an hour and a half."""
    found = [one for match in w.FRACTION.finditer(text) if (one := _part(text, match))]
    for match in w.ONE_IN.finditer(text):
        above, below = (w.SMALL.get(match[group].lower()) or int(match[group]) for group in "nd")
        found.append(_number(match, Fraction(above, below), "fraction"))
    found += [_number(match, 1, soft=True) for match in w.A_DECADE.finditer(text)]
    for match in w.ONE_AND_A_HALF.finditer(text):
        found.append(EnglishNumber(match.start(), match.end("n"), match["n"], Fraction(3, 2), "cardinal"))
    for match in w.HALF_A.finditer(text):
        size = w.SHORT[match["size"].lower()] if match["size"] else 1
        found.append(_number(match, Fraction(size, 2), "cardinal" if match["size"] else "fraction"))
    return [replace(one, kind="cardinal", points=True) if w.OF_A_POINT.match(text, one.end) else one for one in found]


def _part(text: str, match: re.Match[str]) -> EnglishNumber | None:
    """A third of; "a third batch" is an ordinal, "a quarter" a season."""
    number, part = match["n"].lower(), match["d"].lower()
    article = number in ("a", "an")
    if bool(match["s"]) == (article or number == "one") or (match["more"] and part not in ("third", "fifth", "half")):
        return None
    before = text[max(0, match.start() - 40) : match.start()]
    whole = re.search(r"(?:up|by|than|about|nearly|almost|over|to|is|was|for) $", before, re.I)
    if article and not text[match.end() :].lstrip().startswith("of") and not (whole and not match["more"]):
        return None
    return _number(match, Fraction(w.SMALL.get(number, 1), w.PARTS[part]), "fraction")


def _labels(text: str) -> Iterator[EnglishNumber]:
    """Line 2, No. 3, Phase II: names; only where the name is capitalised or the number is a figure or a numeral."""
    for match in w.LABEL.finditer(text):
        name, number = match["name"], match["n"]
        value = (
            w.ROMAN.get(number, w.SMALL.get(number.lower())) if number.isalpha() else Fraction(number.replace(",", ""))
        )
        if value is not None and not (name.lower() in w.CAPITALIZED_LABELS and not name[0].isupper()):
            yield _number(match, value, "ordinal", label=True)
            end = match.end() if number in w.ROMAN else len(text)
            while more := w.AND_ROMAN.match(text, end):  # Phases I, II and III
                end = more.end()
                span = EnglishNumber(more.start("n"), end, more["n"], Fraction(w.ROMAN[more["n"]]), "ordinal")
                yield replace(span, label=True)


def _multiples(text: str) -> Iterator[EnglishNumber]:
    yield from (_number(match, w.MULTIPLES[match["stem"].lower()], "multiple") for match in w.MULTIPLE.finditer(text))
    yield from (_number(match, Fraction(1, 2), "fraction", soft=True) for match in w.HALVED.finditer(text))
    for match in w.FOLD.finditer(text):
        number = match["n"].lower().replace(",", "")
        yield _number(match, w.SHORT.get(number) or (w.SMALL | w.TENS).get(number) or Fraction(number), "multiple")


def _ordinals(text: str) -> Iterator[EnglishNumber]:
    yield from (_number(match, int(match["n"]), "ordinal", label=True) for match in w.ORDINAL_FIGURES.finditer(text))
    for match in w.ORDINAL_WORD.finditer(text):
        value = w.ORDINALS[match["n"].lower()] + (w.TENS[match["tens"].lower()] if match["tens"] else 0)
        soft = value == 1 or bool(re.match(r"[- ]class\b", text[match.end() :], re.I))
        yield _number(match, value, "ordinal", soft=soft, label=True)
    for match in w.SECTOR.finditer(text):
        value = ("primary", "secondary", "tertiary").index(match[0].lower()) + 1
        yield _number(match, value, "ordinal", soft=True, label=True)


def _figures(text: str) -> Iterator[EnglishNumber]:
    """Arabic digits with the word of size behind them; 500m is meters, RMB 500m is money."""
    for match in w.FIGURES.finditer(text):
        value, size, end = Fraction(match["n"].replace(",", "")), (match["size"] or "").lower(), match.end()
        if size == "m" and not re.search(r"(?:RMB|CNY|yuan|[$¥€£]) ?$", text[: match.start()][-6:], re.I):
            size, end = "", match.end("n")  # meters
        sign = -1 if match["minus"] or w.BELOW_ZERO.match(text, end) else 1
        yield _kind_of(text, match.start(), end, value * w.SHORT.get(size, 1) * sign)


def _spelled(text: str) -> Iterator[EnglishNumber]:
    """Numbers in words; a run of words may hold several."""
    at = 0
    for match in w.SPELLED.finditer(text):
        at = max(at, match.start())  # two and a half million is one number
        while at < match.end():
            value, end = _read_words(text, at, match.end())
            if end == at:
                break
            if value is not None:
                one = _kind_of(text, at, end, value, soft=value <= 1 and " " not in text[at:end].strip())
                yield one
                end = max(end, one.end)
            at = re.compile(r"[ -]*(?:and[ -]+)?").match(text, end).end()  # type: ignore[union-attr]


def _read_words(text: str, start: int, stop: int) -> tuple[Fraction | None, int]:
    """One number in words from `start`, and where it ends: twenty-five, two hundred and five, a dozen."""
    total, current, last, end, joined = 0, 0, 10**15, start, True
    for token in re.compile(r"[A-Za-z]+").finditer(text, start, stop):
        word = token[0].lower()
        number = w.SMALL.get(word, w.TENS.get(word))
        if word in ("a", "an"):
            current = 1
            continue
        if word == "and":
            joined = False
            continue
        if number is not None:
            fits = (current == 0 and (joined or total)) or (current % 100 == 0 and current >= 100)
            if not (fits or (joined and current % 100 >= 20 and current % 10 == 0 and 0 < number < 10)):
                break
            current += number
        elif (word == "hundred" and current < 100) or word == "dozen":
            current = (current or 1) * w.SHORT[word]
        elif word in w.SIZES and w.SIZES[word] < last:
            total, current, last = total + (current or 1) * w.SIZES[word], 0, w.SIZES[word]
        else:
            break
        joined, end = True, token.end()
    return (Fraction(total + current), end) if end > start else (None, start)


def _small(text: str) -> Iterator[EnglishNumber]:
    """Half, twice, both, every other year."""
    yield from (_number(match, Fraction(1, 2), "fraction") for match in w.HALF.finditer(text))
    for match in w.PAIR.finditer(text):
        yield _number(match, w.TWICE.get(match[0].lower(), 2), soft=match[0].lower() not in ("twice", "thrice"))


def _kind_of(text: str, start: int, end: int, value: Fraction, *, soft: bool = False) -> EnglishNumber:
    """Percent, percentage points, or a plain number, with "and a half"."""
    behind = end
    if half := w.AND_A_HALF.match(text[end : end + 60]):
        value, behind = value + Fraction(1, 2), end + half.end()
        if half["size"]:
            value, end = value * w.SIZES[half["size"].lower()], behind
    if match := w.POINTS.match(text, behind):
        return EnglishNumber(start, match.end(), text[start : match.end()], value, "cardinal", points=True)
    if match := w.PERCENT.match(text, behind):
        return EnglishNumber(start, match.end(), text[start : match.end()], value, "percent")
    return EnglishNumber(start, end, text[start:end], value, "cardinal", soft=soft)


def _with_approximation(text: str, one: EnglishNumber) -> EnglishNumber:
    approx = one.approx or (None if one.kind == "ordinal" else english_approximation(text, one.start, one.end))
    return replace(one, text=text[one.start : one.end], approx=approx, soft=one.soft and not approx)


_OF_ONE_BEFORE = re.compile(
    r"(?:\b[0-9][0-9,.]*|\b(?:ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)) or (?:over|above|more|under|less) $"
    r"|\bage[ds]? [\w-]+ and (?:over|above|under|below) $",
    re.I,
)
"""Aged 80 or over six yuan: over is of the 80."""


def english_approximation(text: str, start: int, end: int) -> Approx | None:
    """A word behind a number binds more closely than one in front (some 200-plus)."""
    for pattern, approx in w.AFTER:
        if pattern.match(text[end : end + 60]):
            return approx
    before = _OF_ONE_BEFORE.sub("", text[max(0, start - 60) : start])
    before = re.sub(r"(?:RMB|CNY|[$¥€]|US\$) ?$", "", before) or " "
    before = before if before.endswith((" ", "-")) else before + " "
    return next((approx for pattern, approx in w.BEFORE_PATTERNS if pattern.search(before)), None)
