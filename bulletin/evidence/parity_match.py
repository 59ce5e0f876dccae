"""Which English number is which Chinese number: by its fact, else by value, after units are converted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from bulletin.evidence.features import Features, concepts
from bulletin.evidence.parity_sides import SideNumber, named_day
from bulletin.evidence.parity_units import COUNTED

_PLURAL = re.compile(
    r" (?!(?:is|was|has|as|its|this|across|less|plus|yuan|respectively)\b)"
    r"(?:(?!in|of|to|at|from|by|for|and|or|on|an?|are|were|have|had|the|went|is|was|has)\b"
    r"\w[\w-]* ){0,2}(?:people|\w{2,}[^sui\W]s)\b",
    re.I,
)
"""A noun that is counted: households, street stalls."""
_ONE = re.compile(r"\b(?:an?|one|single|the|another|each|every)\b", re.I)
_TOP = re.compile(r"\b(?:top(?:ped|s)?|lead(?:s|ing)?|led|best|highest|head(?:s|ed)?|champion\w*)\b", re.I)
_ALL = re.compile(r"\b(?:full|fully|all|every|complete\w*|entire\w*|universal|whole)\b", re.I)
_CLOCK_ROUND = re.compile(r"\b(?:a?round the clock|day and night|all day|24/7)\b", re.I)
_GROWN = re.compile(r"(?:增长|增加|提高|扩大|上升|上涨|多|增|涨|升)了?(?:近|约|超过|逾)?$")
_OFF = re.compile(r" ?(?:off|discount|reduction|cheaper|cut|lower|less)\b")
_THOUSANDTH = re.compile(r" ?(?:‰|per mille\b|per thousand\b|per 1,000\b|in a thousand\b)")
_LINK = re.compile(
    r"\b(?:of|by|to|at|was|were|is|are|reached|reaching|totall?ed|totall?ing|came to|hit|stood at|with|covers?|covering"
    r"|from|worth|:)(?: (?:about|nearly|over|more than|around|almost|some|roughly|a|an|the))*[ ]*(?:RMB|CNY|[$¥])? ?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Match:
    """Two numbers of the same value. What else differs is said here."""

    zh: SideNumber
    en: SideNumber
    unit_differs: bool = False
    kind_differs: bool = False


def match_numbers(
    chinese: list[SideNumber], english: list[SideNumber], zh: str, en: str
) -> tuple[list[Match], list[SideNumber], list[SideNumber]]:
    """The matches, the Chinese numbers and the English numbers without a partner."""
    scored = []
    for i, one in enumerate(chinese):
        for j, other in enumerate(english):
            if level := _level(one, other, zh):
                nearness = -abs(i / len(chinese) - j / len(english))
                near = affinity(one, other) if level < _BY_FACT else 0
                scored.append((level, one.approx == other.approx, near, nearness, i, j))
    matches, used_zh, used_en = [], set(), set()
    for level, *_, i, j in sorted(scored, key=lambda row: row[:4], reverse=True):
        if i not in used_zh and j not in used_en:
            used_zh.add(i)
            used_en.add(j)
            matches.append(Match(chinese[i], english[j], unit_differs=level == 1, kind_differs=level == 2))
    zh_left = [one for i, one in enumerate(chinese) if i not in used_zh]
    en_left = [one for j, one in enumerate(english) if j not in used_en]
    zh_left, en_left = _spelled_out(zh_left, en_left, en)
    en_left = [one for one in en_left if not any(_is_conversion(one, other) for other in chinese)]
    return sorted(matches, key=lambda match: match.zh.start), zh_left, en_left


def affinity(zh: SideNumber, en: SideNumber, beside: SideNumber | None = None) -> int:
    """How many things named around the Chinese number, and not around the one beside it, stand around the English."""
    meant = _around(zh) - (_around(beside) if beside else frozenset())
    linked = bool(_LINK.search(en.before)) or not re.search(r"[A-Za-z]{3}", en.after)
    strong, weak = (en.before, en.after) if linked else (en.after, en.before)
    return 3 * len(meant & concepts(strong.lower(), 1)) + len(meant & concepts(weak.lower(), 1))


def _around(zh: SideNumber) -> Features:
    return concepts(zh.before, 0) | concepts(zh.after, 0)


_BY_FACT = 5


def _level(zh: SideNumber, en: SideNumber, text: str) -> int:
    """0 no match, 1 the number in another unit, 2 of another kind, 3 unit unknown, 4 all agrees, 5 the same fact."""
    if zh.key or en.key:
        return _BY_FACT * (zh.key == en.key)
    if (zh.date or "").startswith("---") and en.kind == "ordinal":
        return 4 * (en.value == int((zh.date or "")[3:]))
    if zh.kind == "date" and en.kind == "date":
        return 4 * (zh.date == en.date)
    if zh.kind == "decade" and zh.value is not None and re.search(r"['’]?s\b|-?generation", en.after[:12] + en.text):
        return 4 * (en.value in (zh.value, zh.value % 100))
    if {zh.kind, en.kind} & {"time", "decade"}:
        return 4 * (zh.kind == en.kind and zh.value == en.value)
    if en.kind == "date" and re.fullmatch(r"[0-9]{4}", en.text) and zh.value == int(en.text):
        return 3
    if day := named_day(zh):
        return 4 * (en.date == day or (zh.value is not None and en.value == zh.value))
    if zh.value is None or en.value is None:
        return 0
    by_kind = _level_by_kind(zh, zh.value, en, en.value, text)
    return _level_by_unit(zh, en) if by_kind is None else by_kind


def _level_by_kind(zh: SideNumber, value: Fraction, en: SideNumber, meant: Fraction, text: str) -> int | None:
    """Percentages, fractions, multiples and ordinals; None leaves the unit to decide."""
    kinds, points = {zh.kind, en.kind}, bool(re.match(r"个?百分点", text[zh.end :]))
    if "discount" in kinds:
        return 4 * (en.kind == "percent" and meant == (100 - value if _OFF.match(en.after) else value))
    if zh.kind == "multiple" or en.kind == "multiple":
        return _level_of_multiple(zh, value, en, meant, text)
    if points or en.points or "percent" in kinds:
        return _level_of_share(zh, value, en, meant, points)
    if "ordinal" in kinds and value == meant:
        return 4 if zh.kind == en.kind or zh.either else 2
    return 0 if "ordinal" in kinds else None


def _level_of_share(zh: SideNumber, value: Fraction, en: SideNumber, meant: Fraction, points: bool) -> int:
    """Percent against percentage points, and 三分之一 or 三成 against percent."""
    if "‰" in zh.text or zh.text.startswith("千分之"):
        return 4 * (meant == (value if _THOUSANDTH.match(en.after) else value / 10))
    if points != en.points:
        return 2 * (value == meant)
    if points or zh.kind == en.kind:
        return 4 * (value == meant)
    if "fraction" in (zh.kind, en.kind):
        return 4 * (value == meant * 100 if zh.kind == "percent" else meant == value * 100)
    return 2 * (value == meant)


def _level_of_multiple(zh: SideNumber, value: Fraction, en: SideNumber, meant: Fraction, text: str) -> int:
    """翻番 is doubled; 增长三倍 is by three times, fourfold or by 300 percent; 是…的三倍 is three times."""
    if zh.kind != "multiple":
        return 0
    if en.kind == "percent":
        return 4 * (meant == value * 100)
    grown = bool(_GROWN.search(text[: zh.start])) and "翻" not in zh.text
    times = bool(re.match(r"[ -]times?\b|[ -]?fold", en.after)) or en.text.lower() in ("twice", "thrice")
    said = en.kind == "multiple" or times
    plain = meant == value and (times or not grown or value >= 10)
    return 4 * (said and ((grown and meant == value + 1) or plain))


def _level_by_unit(zh: SideNumber, en: SideNumber) -> int:
    """Equal after conversion, equal without a unit on one side, or equal in figures only."""
    same = zh.value == en.value
    if zh.unit and en.unit:
        return 4 if _converted(zh, en) else 1 * same
    if not same:
        return 0
    if zh.unit is None and en.unit is None:
        return 4
    # a unit may be left to the context (from 8 to 13 km); what is counted is never measured, and back
    silent = zh.unit.dimension in ("month", "minute") or not _PLURAL.match(en.after) if zh.unit else None
    return 3 if (silent if zh.unit else not COUNTED.match(zh.after)) else 1


def _converted(zh: SideNumber, en: SideNumber) -> bool:
    """Equal in base units; after a conversion to the precision that the English gives. Half a month is two weeks."""
    if not zh.unit or not en.unit or zh.value is None or en.value is None:
        return False
    left, right = zh.value * zh.unit.scale, en.value * en.unit.scale
    if zh.unit.dimension != en.unit.dimension:
        return (zh.unit.dimension, en.unit.dimension, left, right // 1440) in _HALF_A_MONTH
    if left == right:
        return True
    close = abs(left - right) <= max(_precision(en) * en.unit.scale / 2, left / 200) and abs(left - right) <= left / 10
    return zh.unit.scale != en.unit.scale and close


_HALF_A_MONTH = [("month", "minute", Fraction(1, 2), days) for days in (14, 15)]


def _precision(en: SideNumber) -> Fraction:
    """The worth of the last digit that is printed: 0.1 for 3.3, 100 for 33,300."""
    digits = re.sub(r"[^0-9.]", "", en.text).rstrip(".")
    if not digits or not Fraction(digits) or en.value is None:
        return Fraction(0)
    whole, _, decimals = digits.partition(".")
    last = Fraction(1, 10 ** len(decimals)) if decimals else Fraction(10 ** (len(whole) - len(whole.rstrip("0"))))
    return en.value / Fraction(digits) * last


def _spelled_out(
    chinese: list[SideNumber], english: list[SideNumber], en: str
) -> tuple[list[SideNumber], list[SideNumber]]:
    """A code that English spells out uses up several numbers; some numbers English says without one."""
    rest, left = list(english), []
    for one in chinese:
        ways = [used for way in one.variants if len(used := _taken(rest, way)) == len(way)]
        rest = [other for other in rest if not ways or other not in ways[0]]
        left += [] if ways or _said_without_a_number(one, en) else [one]
    return left, rest


def _taken(numbers: list[SideNumber], values: tuple[Fraction, ...]) -> list[SideNumber]:
    """Numbers of these values, each once."""
    taken: list[SideNumber] = []
    for value in values:
        taken += [one for one in numbers if one.value == value and one not in taken][:1]
    return taken


_WITHOUT = {("percent", 100): _ALL, ("ordinal", 1): _TOP, ("cardinal", 24): _CLOCK_ROUND, ("cardinal", 1): _ONE}


def _said_without_a_number(zh: SideNumber, en: str) -> bool:
    """A car park, full coverage, round the clock, ranked top."""
    words = _WITHOUT.get((zh.kind, zh.value))  # type: ignore[arg-type]  # a whole fraction is that number
    return bool(words and words.search(en))


def _is_conversion(en: SideNumber, zh: SideNumber) -> bool:
    """A conversion beside the number that it converts: 20 mu (1.33 hectares)."""
    return bool(en.unit and zh.unit and en.unit != zh.unit and en.unit.dimension == zh.unit.dimension) and _converted(
        zh, en
    )
