"""Which English number is which Chinese number: by value, after units are converted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from bulletin.evidence.parity_sides import Number, named_day
from bulletin.evidence.parity_units import COUNTED
from bulletin.evidence.parity_words import CONCEPTS

_PLURAL = re.compile(
    r" (?!(?:is|was|has|as|its|this|across|less|plus|yuan|respectively)\b)"
    r"(?:(?!in|of|to|at|from|by|for|and|or|on|an?|are|were|have|had|the"
    r"|went|is|was|has)\b\w[\w-]* ){0,2}(?:people|\w{2,}[^sui\W]s)\b",
    re.I,
)
"""A noun that is counted: households, street stalls."""
_ONE = re.compile(r"\b(?:an?|one|single|the|another|each|every)\b", re.I)
_TOP = re.compile(r"\b(?:top(?:ped|s)?|lead(?:s|ing)?|led|best|highest|head(?:s|ed)?|champion\w*)\b", re.I)
_ALL = re.compile(r"\b(?:full|fully|all|every|complete\w*|entire\w*|universal|whole)\b", re.I)


_LINK = re.compile(
    r"\b(?:of|by|to|at|was|were|is|are|reached|reaching|totall?ed|totall?ing|came to|hit|stood at|with|covers?|covering"
    r"|from|worth|:)(?: (?:about|nearly|over|more than|around|almost|some|roughly|a|an|the))*[ ]*(?:RMB|CNY|[$¥])? ?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Match:
    """Two numbers of the same value. What else differs is said here."""

    zh: Number
    en: Number
    unit_differs: bool = False
    kind_differs: bool = False


def match_numbers(
    chinese: list[Number], english: list[Number], zh: str, en: str
) -> tuple[list[Match], list[Number], list[Number]]:
    """The matches, the Chinese numbers and the English numbers without a partner."""
    scored = []
    for i, one in enumerate(chinese):
        for j, other in enumerate(english):
            level = _level(one, other, zh)
            if level:
                nearness = -abs(i / len(chinese) - j / len(english))
                same = one.approx == other.approx
                scored.append((level, same, affinity(one, other), nearness, i, j))
    matches, used_zh, used_en = [], set(), set()
    for level, _, _, _, i, j in sorted(scored, key=lambda row: row[:4], reverse=True):
        if i in used_zh or j in used_en:
            continue
        used_zh.add(i)
        used_en.add(j)
        matches.append(Match(chinese[i], english[j], unit_differs=level == 1, kind_differs=level == 2))
    zh_left = [one for i, one in enumerate(chinese) if i not in used_zh]
    en_left = [one for j, one in enumerate(english) if j not in used_en]
    zh_left, en_left = _spelled_out(zh_left, en_left, en)
    en_left = _stated_twice(en_left, chinese)
    return sorted(matches, key=lambda match: match.zh.start), zh_left, en_left


@lru_cache(maxsize=4096)
def _concepts(text: str, language: int) -> frozenset[int]:
    """The things that a text names, or may stand for."""
    return frozenset(i for i, words in enumerate(CONCEPTS) if words[language].search(text))


def affinity(zh: Number, en: Number, beside: Number | None = None) -> int:
    """How many things named around the Chinese number, and not around the one beside it, stand around the English."""
    meant = _around(zh) - (_around(beside) if beside else frozenset())
    linked = bool(_LINK.search(en.before)) or not re.search(r"[A-Za-z]{3}", en.after)
    strong, weak = (en.before, en.after) if linked else (en.after, en.before)
    return 3 * len(meant & _concepts(strong.lower(), 1)) + len(meant & _concepts(weak.lower(), 1))


def _around(zh: Number) -> frozenset[int]:
    return _concepts(zh.before, 0) | _concepts(zh.after, 0)


def _level(zh: Number, en: Number, text: str) -> int:
    """0 no match, 1 the number in another unit, 2 of another kind, 3 unit unknown, 4 all agrees, 5 the same fact."""
    if zh.key and zh.kind == "multiple" and not en.key:  # doubled, beside a reference to 翻番
        return 4 if en.kind == "multiple" and en.value == zh.value else 0
    if zh.key or en.key:
        return 5 if zh.key == en.key else 0
    if (zh.date or "").startswith("---") and en.kind == "ordinal":
        return 4 if en.value == int((zh.date or "")[3:]) else 0
    if zh.kind == "date" and en.kind == "date":
        return 4 if zh.date == en.date else 0
    if zh.kind == "decade" and zh.value is not None and re.search(r"['’]?s\b|-?generation", en.after[:12] + en.text):
        return 4 if en.value in (zh.value, zh.value % 100) else 0
    if {zh.kind, en.kind} & {"time", "decade"}:
        return 4 if zh.kind == en.kind and zh.value == en.value else 0
    if en.kind == "date" and re.fullmatch(r"[0-9]{4}", en.text) and zh.value == int(en.text):
        return 3
    if day := named_day(zh):
        return 4 if en.date == day or en.value == zh.value else 0
    if zh.value is None or en.value is None:
        return 0
    by_kind = _level_by_kind(zh, en, text)
    return _level_by_unit(zh, en) if by_kind is None else by_kind


def _level_by_kind(zh: Number, en: Number, text: str) -> int | None:
    """Percentages, fractions, multiples and ordinals; None leaves the unit to decide."""
    kinds = {zh.kind, en.kind}
    points = bool(re.match(r"个?百分点", text[zh.end :]))
    if "discount" in kinds:
        off = re.match(r" ?(?:off|discount|reduction|cheaper|cut|lower|less)\b", en.after)
        return 4 if en.kind == "percent" and en.value == (100 - (zh.value or 0) if off else zh.value) else 0
    if points or en.points or (kinds >= {"percent"} and "multiple" not in kinds):
        return _level_of_share(zh, en, points)
    if zh.kind == "multiple" or en.kind == "multiple":
        return _level_of_multiple(zh, en, text)
    if "fraction" in kinds and zh.kind != "half":
        return 4 if zh.value == en.value else 0
    if "ordinal" in kinds and zh.value == en.value:
        agree = zh.kind == en.kind or (en.kind == "ordinal" and zh.either)
        return 4 if agree else 2
    return 0 if "ordinal" in kinds else None


def _level_of_share(zh: Number, en: Number, points: bool) -> int:
    """Percent against percentage points, and 三分之一 or 三成 against percent."""
    same = zh.value == en.value
    if zh.value is not None and ("‰" in zh.text or zh.text.startswith("千分之")):
        thousandths = re.match(r" ?(?:‰|per mille\b|per thousand\b|per 1,000\b|in a thousand\b)", en.after)
        return 4 if en.value == (zh.value if thousandths else zh.value / 10) else 0
    if points != en.points:
        return 2 if same else 0
    if points or zh.kind == en.kind == "percent":
        return 4 if same else 0
    if {zh.kind, en.kind} == {"percent", "fraction"}:
        share, part = (zh, en) if zh.kind == "percent" else (en, zh)
        exact = share.value is not None and part.value is not None and share.value == part.value * 100
        return 4 if exact else 0
    return 2 if same else 0


def _level_of_multiple(zh: Number, en: Number, text: str) -> int:
    """翻番 is doubled; 增长三倍 is by three times, or fourfold; 是…的三倍 is three times."""
    if zh.value is None or en.value is None:
        return 0
    grown = (
        bool(re.search(r"(?:增长|增加|提高|扩大|上升|上涨|多|增|涨|升)了?(?:近|约|超过|逾)?$", text[: zh.start]))
        and "翻" not in zh.text
    )
    times = bool(re.match(r"[ -]times?\b|[ -]?fold", en.after)) or en.text.lower() in ("twice", "thrice")
    if zh.kind == "multiple" and en.kind == "percent":
        return 4 if en.value == zh.value * 100 else 0
    if zh.kind == "multiple":
        said = en.kind == "multiple" or times
        fourfold = grown and en.value == zh.value + 1
        plain = en.value == zh.value and (times or not grown or zh.value >= 10)
        return 4 if said and (fourfold or plain) else 0
    return 0


def _level_by_unit(zh: Number, en: Number) -> int:
    """Equal after conversion, equal without a unit on one side, or equal in figures only."""
    assert zh.value is not None
    assert en.value is not None
    if zh.unit and en.unit:
        if zh.unit.dimension == en.unit.dimension:
            if _converted(zh, en):
                return 4
            return 1 if zh.value == en.value else 0
        return 1 if zh.value == en.value else 0
    if zh.value != en.value:
        return 0
    if zh.unit is None and en.unit is None:
        return 4
    return 3 if _may_be_silent(zh, en) else 1


def _may_be_silent(zh: Number, en: Number) -> bool:
    """A unit may be left to the context (from 8 to 13 km); what is counted is never measured, and back."""
    if zh.unit is None:
        return not COUNTED.match(zh.after)
    return zh.unit.dimension in ("month", "minute") or not _PLURAL.match(en.after)


def _converted(zh: Number, en: Number) -> bool:
    """Equal in base units; after a conversion to the precision that the English gives."""
    assert zh.unit and en.unit and zh.value is not None and en.value is not None
    left, right = zh.value * zh.unit.scale, en.value * en.unit.scale
    if left == right:
        return True
    if zh.unit.scale == en.unit.scale:
        return False
    return abs(left - right) <= max(_precision(en) * en.unit.scale / 2, left / 200) and abs(left - right) <= left / 10


def _precision(en: Number) -> Fraction:
    """The worth of the last digit that is printed: 0.1 for 3.3, 100 for 33,300."""
    digits = re.sub(r"[^0-9.]", "", en.text)
    if not digits or en.value is None:
        return Fraction(0)
    printed = Fraction(digits.rstrip(".")) if digits.rstrip(".") else Fraction(0)
    size = en.value / printed if printed else Fraction(1)
    whole, _, decimals = digits.partition(".")
    if decimals:
        return size / Fraction(10 ** len(decimals))
    zeros = len(whole) - len(whole.rstrip("0"))
    return size * Fraction(10**zeros)


def _spelled_out(chinese: list[Number], english: list[Number], en: str) -> tuple[list[Number], list[Number]]:
    """A code that English spells out uses up several numbers; some numbers English says without one."""
    rest = list(english)
    left = []
    for one in chinese:
        way = next((way for way in one.variants if _has_all(rest, way)), None)
        for value in way or ():
            rest.remove(next(other for other in rest if other.value == value))
        if not way and not _said_without_a_number(one, en):
            left.append(one)
    return left, rest


def _said_without_a_number(zh: Number, en: str) -> bool:
    """A car park, full coverage, round the clock."""
    if zh.kind == "percent":
        return zh.value == 100 and bool(_ALL.search(en))
    if zh.kind == "ordinal":
        return zh.value == 1 and bool(_TOP.search(en))
    if zh.kind == "cardinal" and zh.value == 24:
        return bool(re.search(r"\b(?:a?round the clock|day and night|all day|24/7)\b", en, re.I))
    return zh.kind == "cardinal" and zh.value == 1 and bool(_ONE.search(en))


def _has_all(numbers: list[Number], values: tuple[Fraction, ...]) -> bool:
    pool = [one.value for one in numbers]
    for value in values:
        if value not in pool:
            return False
        pool.remove(value)
    return True


def _stated_twice(english: list[Number], chinese: list[Number]) -> list[Number]:
    """Without a conversion beside the number it converts: 20 mu (1.33 hectares)."""
    return [
        one
        for one in english
        if not any(
            one.unit and other.unit and one.value is not None and other.value is not None
            and one.unit.dimension == other.unit.dimension and one.unit != other.unit and _converted(other, one)
            for other in chinese
        )
    ]  # fmt: skip
