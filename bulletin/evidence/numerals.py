"""The numbers in a Chinese text: where they stand, what they are worth, how exact they claim to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from bulletin.evidence.chinese_dates import date_at
from bulletin.evidence.named_days import named_days
from bulletin.evidence.notation import ARABIC, MEASURE, MORE, NUMBER, TO, Kind, Numeral, S, behind, in_front
from bulletin.evidence.number_words import (
    ATTACHED_TO_LETTERS,
    DIGITS,
    FOLDED,
    FORMAL,
    HALVED,
    INSIDE,
    LATIN_UNITS,
    NOT_NUMBERS,
    UNITS,
    WRITTEN,
    Approx,
)
from bulletin.evidence.reading import read
from bulletin.evidence.set_aside import SetAside, set_aside
from bulletin.evidence.shares import share_at

__all__ = ["Approx", "Kind", "Numeral", "find_numerals", "read", "words"]

_MINUS = re.compile(
    rf"零下|[-\u2212](?={ARABIC}(?:{TO}{ARABIC})?{S}(?:[%‰°℃]|米|摄氏))"
    rf"|(?<=[\u4e00-\u9fff])[-\u2212](?={ARABIC} [-0-9])|(?<=[为是达至到由从在 ])[-\u2212](?=[0-9])"
)
_NO_MINUS = re.compile(rf"(?:[0-9]|[A-Za-z%‰²³]|[0-9]{MEASURE})$")
_PLAIN = re.compile(rf"(?P<n>{NUMBER}){S}(?P<more>{MORE}{S}(?P<size>[万亿]*))?")
_SEVERAL = re.compile(r"(?P<more>[数几])(?P<n>[十百千万亿]+)")
_HALF_OF = re.compile(rf"(?<![上下前后大多过夜一])半(?:个多(?=月|小时|世纪)|(?={HALVED}))")
_NONE = "digits that make no number"
_SIZE_ONCE = "a range that writes its size once: 9—16亿 may begin at 9 or at 9亿"
_AND_HALF = re.compile(rf"(?:个半(?=月|小时|钟头|世纪|学期|星期|百分点)|(?P<unit>{HALVED})半(?![数径年天]))")
_AND_MORE = re.compile(r"个(?:多|来)(?=月|小时|钟头|世纪|学期|星期|季度|百分点)")
"""6个多小时: what is more stands between the classifier and the measure."""
_COUNTED = re.compile(MEASURE)
_BLOCKED = re.compile(
    rf"(?<![{WRITTEN}0-9第])(?:{'|'.join(sorted(NOT_NUMBERS, key=len, reverse=True))})"
    rf"|(?:{ATTACHED_TO_LETTERS})|(?<=[0-9])(?:{LATIN_UNITS})(?![A-Za-z0-9])"
    rf"|(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?=[A-Za-z])(?!(?:{LATIN_UNITS})(?![A-Za-z]))"
)
_UP_TO = re.compile(rf"[至到、](?:{NUMBER}){MEASURE}")
_SIZE_SHARED = re.compile(
    rf"(?:[0-9.,]*[0-9]{TO}{ARABIC}{S}[百千万亿]|[{DIGITS}十]+{TO}[{DIGITS}十]+[万亿]|[{DIGITS}]{TO}[{DIGITS}][百千])"
)
_SOFT_ROUND = re.compile(r"[百千万](?:年|日|家(?!企|单|商|店)|岁|里)")
_SIDES = re.compile("面(?=[临环靠朝邻])")
"""三面临水 tells how a place lies."""
_FORMAL = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟万亿零]{2,}")


def find_numerals(text: str, lines: frozenset[int] = frozenset()) -> list[Numeral]:
    """All numbers, left to right, not overlapping. `lines` are the places at which a line of the article begins."""
    return list(_numerals(text, lines))


@lru_cache(maxsize=8192)
def _numerals(text: str, lines: frozenset[int]) -> tuple[Numeral, ...]:
    """Several rules read the same texts, and most have no number at all."""
    plain = _plainly(text)
    if not _ANY.search(plain):
        return ()
    days = [Numeral(a, b, text[a:b], (a, b), None, None, "name", date, soft=True) for a, b, date in named_days(plain)]
    masked = _without(plain, [*words(plain), *((day.start, day.end) for day in days)])
    named = set_aside(masked, lines)
    found = [*days, *(numeral for one in named for numeral in _named(text, plain, one))]
    masked = _without(masked, [one.span for one in named])
    return tuple(sorted([*found, *_counted(text, masked)], key=lambda numeral: numeral.start))


def has_signs(text: str) -> bool:
    """Has the text a character that numbers are written with?"""
    return bool(_ANY.search(_plainly(text)))


def _plainly(text: str) -> str:
    """In half width and everyday characters, of the same length."""
    return _FORMAL.sub(lambda match: match[0].translate(FORMAL), text.translate(FOLDED))


def words(plain: str) -> list[tuple[int, int]]:
    """Where words and names stand whose number characters count nothing. `plain` is half width, not traditional."""
    return [match.span() for match in _BLOCKED.finditer(plain)]


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    signs = list(text)
    for start, end in spans:
        signs[start:end] = "\0" * (end - start)
    return "".join(signs)


def _named(text: str, plain: str, one: SetAside) -> Iterator[Numeral]:
    """What is set aside as numerals: a ratio is one for each of its parts."""
    if one.kind != "ratio":
        value = read(plain[slice(*one.digits)])
        kind: Kind = "cardinal" if one.kind == "name" and value is not None else one.kind
        yield Numeral(*one.span, text[slice(*one.span)], one.digits, value, None, kind, why=one.why)
        return
    for part in re.finditer(rf"{ARABIC}|[{DIGITS}]", plain[slice(*one.span)]):
        span = (one.span[0] + part.start(), one.span[0] + part.end())
        yield Numeral(*span, text[slice(*span)], span, read(part[0]), None, "ratio")


def _counted(text: str, masked: str) -> Iterator[Numeral]:
    at = floor = 0
    while first := _FIRST.search(masked, at):
        at = first.start()
        one = _numeral_at(masked, at)
        if one is None:
            at = _skip(masked, at)
            continue
        start, approx = in_front(masked, at, floor, tenths=one.unit == "成")
        approx, later = approx or one.approx, ""
        if approx is None and not one.date:
            approx, later = behind(masked, one.end)
        soft = one.soft and not (approx and one.value == 1)
        yield replace(one, start=start, text=text[start : one.end], approx=approx, soft=soft, later=later)
        at = floor = one.end


_FIRST = re.compile(rf"[{WRITTEN}0-9第数几前上下年半过翻零\-\u2212]")
_ANY = re.compile(f"[{WRITTEN}0-9第数几前上下年半过翻\u2460-\u3289]")


def _skip(text: str, at: int) -> int:
    """Behind the run of number characters that is no number; otherwise one character on."""
    for run in (WRITTEN, "0123456789"):
        if text[at] in run:
            while at < len(text) and text[at] in run:
                at += 1
            return at
    return at + 1


def _numeral_at(text: str, at: int) -> Numeral | None:
    for reader in (_minus, _date, share_at, _several, _half_of, _plain):
        found = reader(text, at)
        if found:
            return found
    return None


def _minus(text: str, at: int) -> Numeral | None:
    """-1.9%, 零下18℃: the sign belongs to the number."""
    match = None if _NO_MINUS.search(text, max(0, at - 6), at) else _MINUS.match(text, at)
    found = _numeral_at(text, match.end()) if match else None
    if found is None or found.value is None or found.kind not in ("cardinal", "percent"):
        return None
    return replace(found, value=-found.value, digits=(at, found.digits[1]))


def _date(text: str, at: int) -> Numeral | None:
    date = date_at(text, at)
    if date is None:
        return None
    return Numeral(at, date.end, "", (at, date.end), None, None, "date", date.canonical, not date.numbered)


def _several(text: str, at: int) -> Numeral | None:
    """数百, 几十: at least one such unit; the value is the unit."""
    match = _SEVERAL.match(text, at)
    value = read(match["n"]) if match and not (at and text[at - 1] in "人岁总指倍系半全无参整") else None
    if match is None or value is None or (not _COUNTED.match(text, match.end()) and value < 100):
        return None
    return Numeral(at, match.end(), "", match.span("n"), value, "over", "cardinal")


def _half_of(text: str, at: int) -> Numeral | None:
    """半年, 半个月, 半小时."""
    match = _HALF_OF.match(text, at)
    if match is None:
        return None
    approx: Approx | None = "over" if match[0].endswith("多") else None
    return Numeral(at, match.end(), "", match.span(), Fraction(1, 2), approx, "cardinal")


def _plain(text: str, at: int) -> Numeral | None:
    """A number that counts; one in Chinese characters needs a measure word or a character of size."""
    match = _PLAIN.match(text, at)
    if match is None:
        return None
    arabic, end, digits = match["n"][0].isdigit(), match.end() if match["more"] else match.end("n"), match.span("n")
    if (value := read(match["n"])) is None:
        return _no_value(text, match, arabic)
    value *= read(match["size"] or "一") or 1
    if match["n"] == "千" and at and text[at - 1] in f"0123456789{UNITS}":  # 5000千瓦, 4600万千瓦时
        return None
    if not match["more"] and _SIZE_SHARED.match(text, at):
        return Numeral(at, end, "", digits, None, None, "unreadable", why=_SIZE_ONCE)
    if not match["more"] and (half := _AND_HALF.match(text, end)):
        unit = half["unit"] or ""
        return Numeral(at, half.end(), "", (at, half.end()), value + Fraction(1, 2), None, "cardinal", unit=unit)
    approx = INSIDE[match["more"][0]] if match["more"] else None
    if not match["more"] and (more := _AND_MORE.match(text, end)):
        soft, approx = match["n"] == "一", INSIDE[more[0][1]]
        return Numeral(at, more.end(), "", digits, value, approx, "cardinal", soft=soft)
    if not arabic and not (value >= 10 if approx else _counts(text, match["n"], end)):
        return None
    round_ = bool(_SOFT_ROUND.match(text, at)) and not in_front(text, at, 0)[1]
    soft = (
        match["n"] == "一"
        or _is_of_a_set(text, match)
        or round_
        or _names_a_unit(text, match)
        or bool(_SIDES.match(text, end))
    )
    return Numeral(at, end, "", digits, value, approx, "cardinal", soft=soft)


_SET = re.compile(rf"(?:[{DIGITS}][荤素汤菜粥饭点室厅卫横纵轴翼廊](?![0-9{DIGITS}]?[0-9])){{2,}}")


def _is_of_a_set(text: str, match: re.Match[str]) -> bool:
    """两荤两素一汤, 三室两厅, 四横三纵 say of what sort it is."""
    start = max(0, match.start() - 8)
    return any(
        start + one.start() <= match.start() < start + one.end() for one in _SET.finditer(text[start : match.end() + 4])
    )


def _names_a_unit(text: str, match: re.Match[str]) -> bool:
    """(单位:万吨、亿元): the head of a table counts nothing."""
    return match["n"] in ("万", "亿") and text[: match.start()].endswith((":", "、", "(", "/"))


def _counts(text: str, written: str, end: int) -> bool:
    if written == "零":  # 零部件, 零增长
        return bool(re.match("[例起个宗名](?!点|部)", text[end:]))
    sized = len(written) > 1 and any(c in "百千万亿" for c in written)
    return sized or bool(_COUNTED.match(text, end) or _SIDES.match(text, end) or _UP_TO.match(text, end))


def _no_value(text: str, match: re.Match[str], arabic: bool) -> Numeral | None:
    """三五个, 十二三万: two neighbouring digits name no value. What looks like a number and is none is refused."""
    run, span = match["n"], match.span("n")
    if not arabic and (_COUNTED.match(text, span[1]) or (re.search(rf"[{DIGITS}]{{2}}[{UNITS}]+$", run))):
        return Numeral(*span, "", span, None, "about", "cardinal")
    return Numeral(*span, "", span, None, None, "unreadable", why=_NONE) if arabic else None
