"""The numbers in a Chinese text: where they stand, what they are worth, how exact they claim to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from bulletin.evidence.chinese_dates import date_at
from bulletin.evidence.number_words import (
    AFTER,
    ATTACHED_TO_LETTERS,
    BEFORE,
    BEFORE_NOT,
    DIGITS,
    INSIDE,
    LATIN_UNITS,
    MEASURE_WORDS,
    NOT_NUMBERS,
    UNITS,
    WRITTEN,
    Approx,
)
from bulletin.evidence.reading import read

__all__ = ["Approx", "Kind", "Numeral", "find_numerals", "read"]

Kind = Literal["cardinal", "ordinal", "percent", "fraction", "multiple", "date"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. `text[end:]` begins with its unit.

    `digits` is the span without approximation (5400 of 5400余, 7.392亿, 千万). `value` is the number before the sign
    for a percentage and None for a date; `date` is in the form of `chinese_dates`. `soft` says that the word need not
    count anything: 一 before a measure word (一个, 一批), 百年, 年底.
    """

    start: int
    end: int
    text: str
    digits: tuple[int, int]
    value: Fraction | None
    approx: Approx | None
    kind: Kind
    date: str | None = None
    soft: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A numeral without its approximation in front: `end` and `digits` are final."""

    end: int
    digits: tuple[int, int]
    value: Fraction | None
    kind: Kind
    approx: Approx | None = None
    date: str | None = None
    soft: bool = False


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_S = r"[ \u00a0]?"
_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_SIZE = rf"(?:(?:千(?![克瓦卡帕伏赫]|米)|[十百万亿]){_S})+"
_MORE = r"[余多几来](?!元[化力素体文融]|方[面位式]|功能|层次|渠道|自|到|源|年来)"
_NUMBER = (
    rf"(?:{_ARABIC}(?:{_S}{_SIZE}(?:{_ARABIC}{_SIZE})*)?"
    rf"|[{WRITTEN}]+(?:点[{DIGITS}]+[万亿]*)?)"
)
_MINUS = re.compile(
    rf"零下|(?<=[\u4e00-\u9fff,:(])[-\u2212](?={_ARABIC}{_S}(?:[%‰°]|米))|(?<=[为是达至到由从在])[-\u2212](?=[0-9])"
)
_PLAIN = re.compile(rf"(?P<n>{_NUMBER}){_S}(?P<more>{_MORE}{_S}(?P<size>[万亿]*))?")
_SEVERAL = re.compile(r"(?P<more>[数几])(?P<n>[十百千万亿]+)")
_ORDINAL = re.compile(rf"第(?P<n>{_NUMBER})")
_CONGRESS = re.compile(
    rf"(?P<n>[{WRITTEN}]+|[0-9]+)(?=届|中(?:全会|、[{DIGITS}]中)|大(?:[精报以和的、,。开召提]|$)|、[{DIGITS}]中)"
)
_PHASE = re.compile(rf"(?<!分)(?P<n>[{DIGITS.replace('两', '')}十])(?=期(?!间|限|末|待|望|盼))")
_PER_HUNDRED = re.compile(rf"(?:百|千)分之(?P<n>{_NUMBER})")
_PERCENT = re.compile(rf"(?P<n>{_ARABIC}){_S}[%‰](?P<after>{'|'.join(AFTER)})?")
_TENTHS = re.compile(
    rf"(?P<n>[一二两三四五六七八九])成(?P<five>五|半)?(?![立为功果就员效本长熟交品年份都绩])(?P<after>{'|'.join(AFTER)})?"
)
_FRACTION = re.compile(rf"(?P<below>{_NUMBER})分之(?P<n>{_NUMBER})")
_HALF = re.compile(r"(?P<n>一半|半数)(?P<after>以上|左右)?|(?P<over>过)半(?=[数的,。、]|$)|(?<=近)半(?=[数的,。、])")
_DOUBLED = re.compile(r"翻(?:了)?(?P<about>近|约)?(?P<n>[一两二三四五])?番(?P<more>多|有余)?|翻倍|翻(?:了)?一倍")
_TIMES = re.compile(rf"(?P<n>{_NUMBER}){_S}(?P<more>[余多])?倍(?P<later>多(?![元方种样次]))?")
_COUNTED = re.compile(rf"{_S}(?:{'|'.join(sorted(MEASURE_WORDS, key=len, reverse=True))})")
_BEFORE = re.compile("|".join(sorted(BEFORE, key=len, reverse=True)))
_AFTER = re.compile(
    rf"{_S}(?:{'|'.join(sorted(MEASURE_WORDS, key=len, reverse=True))}|[^\W\d]{{0,3}})?(?P<w>{'|'.join(AFTER)})"
)
_LATER = re.compile(r"(?:年|天|公里|小时|个|亩|米)多(?![元方种样次渠层年功])")
_AFTER_CLASSIFIER = re.compile(r"个多(?=月|小时|星期|世纪)")
_LETTER = re.compile(rf"(?!(?:{LATIN_UNITS})(?![A-Za-z]))[A-Za-z]")
_BLOCKED = re.compile(
    rf"(?<![{WRITTEN}0-9第])(?:{'|'.join(sorted(NOT_NUMBERS, key=len, reverse=True))})|{ATTACHED_TO_LETTERS}"
)
_UP_TO = re.compile(rf"[至到](?:{_NUMBER}){_S}(?:{'|'.join(sorted(MEASURE_WORDS, key=len, reverse=True))})")
_RECENTLY = re.compile(rf"(?<=[。,;:!?、(\"'最在])近(?={_NUMBER}(?:年|个月|个季度|天|日|周))")
_SOFT_ROUND = re.compile(r"[百千万](?:年|日|家(?!企|单|商|店)|岁|里)")


def find_numerals(text: str) -> list[Numeral]:
    """All numbers, left to right, not overlapping."""
    plain = text.translate(_HALF_WIDTH)
    masked = _BLOCKED.sub(lambda match: "\0" * len(match[0]), plain)
    found, at, floor = [], 0, 0
    while at < len(masked):
        one = _numeral_at(masked, at) if _may_begin(masked, at) else None
        if one is None:
            at = _skip(masked, at)
            continue
        start, approx = _in_front(masked, at, floor)
        approx = approx or one.approx or _behind(masked, one)
        found.append(
            Numeral(start, one.end, text[start : one.end], one.digits, one.value, approx, one.kind, one.date, one.soft)
        )
        at = floor = one.end
    return found


def _may_begin(text: str, at: int) -> bool:
    character = text[at]
    return character in WRITTEN or "0" <= character <= "9" or character in "第数几前上下年半过翻-\u2212"


def _skip(text: str, at: int) -> int:
    """Behind the run of number characters that is no number; otherwise one character on."""
    for run in (WRITTEN, "0123456789"):
        if text[at] in run:
            while at < len(text) and text[at] in run:
                at += 1
            return at
    return at + 1


def _numeral_at(text: str, at: int) -> _Found | None:
    for reader in (_minus, _date, _relative, _several, _ordinal, _plain):
        found = reader(text, at)
        if found:
            return found
    return None


def _minus(text: str, at: int) -> _Found | None:
    """-1.9%, 零下18℃: the sign belongs to the number."""
    match = _MINUS.match(text, at)
    found = _numeral_at(text, match.end()) if match else None
    if found is None or found.value is None or found.kind not in ("cardinal", "percent"):
        return None
    return replace(found, value=-found.value, digits=(at, found.digits[1]))


def _date(text: str, at: int) -> _Found | None:
    date = date_at(text, at)
    if date is None:
        return None
    return _Found(date.end, (at, date.end), None, "date", date=date.canonical, soft=not date.numbered)


def _relative(text: str, at: int) -> _Found | None:
    """Percentages, fractions and multiples."""
    if match := _DOUBLED.match(text, at):
        times = 2 ** int(read(match["n"] or "一") or 1)
        approx = "over" if match["more"] else BEFORE.get(match["about"] or "")
        return _Found(match.end(), match.span(), Fraction(times), "multiple", approx)
    if match := _HALF.match(text, at):
        return _Found(match.end(), match.span(), Fraction(1, 2), "fraction", _word(match, "over"))
    for pattern in (_PER_HUNDRED, _PERCENT, _TENTHS):
        if (match := pattern.match(text, at)) and (value := read(match["n"])) is not None:
            if pattern is _TENTHS:
                value = value * 10 + (5 if match["five"] else 0)
            return _Found(match.end(), match.span("n"), value, "percent", _word(match, "after"))
    if match := _FRACTION.match(text, at):
        below, above = read(match["below"]), read(match["n"])
        if below and above is not None:
            return _Found(match.end(), match.span(), above / below, "fraction")
    if (match := _TIMES.match(text, at)) and (value := read(match["n"])) is not None:
        more = match["more"] or match["later"]
        return _Found(match.end(), match.span("n"), value, "multiple", "over" if more else None)
    return None


def _word(match: re.Match[str], group: str) -> Approx | None:
    word = match.groupdict().get(group)
    return AFTER.get(word, "over") if word else None


def _several(text: str, at: int) -> _Found | None:
    """数百, 几十: at least one such unit; the value is the unit."""
    match = _SEVERAL.match(text, at)
    value = read(match["n"]) if match and not (at and text[at - 1] in "人岁总指倍系半全无参整") else None
    if match is None or value is None or (not _COUNTED.match(text, match.end()) and value < 100):
        return None
    return _Found(match.end(), match.span("n"), value, "cardinal", "over")


def _ordinal(text: str, at: int) -> _Found | None:
    """第二, 十八大, 十九届, 五中全会, 二期."""
    if (match := _ORDINAL.match(text, at)) and (value := read(match["n"])) is not None:
        return _Found(match.end(), match.span("n"), value, "ordinal")
    for pattern in (_CONGRESS, _PHASE):
        if (match := pattern.match(text, at)) and (value := read(match["n"])) is not None:
            if pattern is _CONGRESS and text.startswith("大", match.end()) and value < 10:
                continue
            return _Found(match.end(), match.span("n"), value, "ordinal")
    return None


def _plain(text: str, at: int) -> _Found | None:
    """A number that counts; one in Chinese characters needs a measure word or a character of size."""
    match = _PLAIN.match(text, at)
    if match is None or (value := read(match["n"])) is None:
        return _between(text, match) if match else None
    value *= read(match["size"] or "一") or 1
    approx = INSIDE[match["more"][0]] if match["more"] else None
    digits, end = match.span("n"), match.end() if match["more"] else match.end("n")
    if match["n"][0].isdigit():
        name = _LETTER.match(text, end) and text[end - 1] not in UNITS
        return None if name else _Found(end, digits, value, "cardinal", approx)
    if match["n"] == "千" and at and text[at - 1] in f"0123456789{UNITS}":  # 5000千瓦, 4600万千瓦时
        return None
    if not approx and not _counts(text, match["n"], end):
        return None
    if approx and not (_COUNTED.match(text, end) or value >= 100):
        return None
    round_ = bool(_SOFT_ROUND.match(text, at)) and not _in_front(text, at, 0)[1]
    soft = match["n"] == "一" or round_ or _names_a_unit(text, match)
    return _Found(end, digits, value, "cardinal", approx, soft=soft)


def _names_a_unit(text: str, match: re.Match[str]) -> bool:
    """(单位:万吨、亿元): the head of a table counts nothing."""
    return match["n"] in ("万", "亿") and text[: match.start()].endswith((":", "、", "(", "/"))


def _counts(text: str, written: str, end: int) -> bool:
    sized = len(written) > 1 and any(c in "百千万亿" for c in written)
    return sized or bool(_COUNTED.match(text, end) or _UP_TO.match(text, end))


def _between(text: str, match: re.Match[str]) -> _Found | None:
    """三五个, 七八十户: two neighbouring digits name no value."""
    run = match["n"]
    pair = re.fullmatch(rf"([{DIGITS}])([{DIGITS}])([十百千万亿]?)", run)
    if not pair or not _COUNTED.match(text, match.end("n")):
        return None
    return _Found(match.end("n"), match.span("n"), None, "cardinal", "about")


def _in_front(text: str, at: int, floor: int) -> tuple[int, Approx | None]:
    """Where the numeral starts with the word of approximation in front of it."""
    for length in (3, 2, 1):
        start = at - length
        word = text[max(start, 0) : at].strip()
        if start < floor or word not in BEFORE:
            continue
        if _RECENTLY.match(text, start):  # 近三年来 is "in the last three years"; 成立近20年 is nearly twenty
            return at, None
        if start and text[start - 1] in BEFORE_NOT.get(word, ""):
            return at, None
        return start, BEFORE[word]
    if at > floor and text[at - 1] == "上" and at < len(text) and text[at] in "百千万亿":
        return (at, None) if at > 1 and text[at - 2] in "以网路线晚马街加础会场身手地面海北" else (at - 1, "over")
    return at, None


def _behind(text: str, one: _Found) -> Approx | None:
    """500米左右, 两年多."""
    if one.kind in ("date", "ordinal"):
        return None
    if match := _AFTER.match(text, one.end):
        return AFTER[match["w"]]
    if _LATER.match(text, one.end) and not text.startswith("个", one.end):
        return "over"
    return "over" if _AFTER_CLASSIFIER.match(text, one.end) else None
