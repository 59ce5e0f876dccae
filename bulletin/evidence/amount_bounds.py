"""Between what two values a fact lies, its approximation respected; and whether facts may be compared at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from bulletin.content.measures import MEASURES
from bulletin.content.model import Fact, Period
from bulletin.messages import listed, say
from bulletin.wording.amounts import is_fraction
from bulletin.wording.same_words import tokens

Bounds = tuple[Fraction, Fraction]
_A_LITTLE = Fraction(1, 1000)


def bounds(id: str, known: Mapping[str, Fact]) -> Bounds | None:
    """In base units of the fact's measure: 5400余 lies between 5,400 and 5,500; shares are in percent.

    None: a date, or what cannot be computed, because it rests on a fact that is not there or states no number.
    """
    fact = known[id]
    if fact.derived is None:
        return _lies(fact)
    before = id.rpartition(".")[0] + "." if "." in id else ""
    stated = [known.get(before + term) for term in fact.derived.terms]
    terms = [at for term in stated if term and (at := _lies(term))]
    return _computed(fact.derived.kind, terms) if len(terms) == len(stated) else None


def _computed(kind: str, terms: list[Bounds]) -> Bounds | None:
    lows, highs = zip(*terms, strict=True)
    if kind == "sum":
        return sum(lows, Fraction(0)), sum(highs, Fraction(0))
    if kind == "difference":
        return lows[0] - highs[1], highs[0] - lows[1]
    return (100 * lows[0] / highs[1], 100 * highs[0] / lows[1]) if lows[1] > 0 else None


def _lies(fact: Fact) -> Bounds | None:
    return None if fact.value is None else _scaled(fact, _stated(fact))


def _stated(fact: Fact) -> Bounds:
    value = Fraction(fact.value or 0)
    step = _step(value)
    match fact.approx:
        case "over":
            return value + step * _A_LITTLE, value + step * (1 - _A_LITTLE)
        case "nearly":
            return value * Fraction(9, 10), value * (1 - _A_LITTLE)
        case "about":
            return value * Fraction(19, 20), value * Fraction(21, 20)
        case "at_least":
            return value, value * 1000
        case "at_most":
            return Fraction(0), value
    return value, value


def _step(value: Fraction) -> Fraction:
    """One of the last digit that is stated: 100 for 5400, 0.1 for 96.8."""
    step = Fraction(1)
    while (value / step).denominator > 1 and step > Fraction(1, 10**6):
        step /= 10
    while value and not (value / step) % 10:
        step *= 10
    return step


def _scaled(fact: Fact, at: Bounds) -> Bounds:
    measure = MEASURES.get(fact.unit.zh) if fact.unit else None
    scale = 100 if is_fraction(fact) else measure.scale if measure else 1
    return at[0] * scale, at[1] * scale


def measure(fact: Fact) -> str:
    """What it is measured or counted in: the dimension, or the classifier."""
    if is_fraction(fact) or (fact.derived and fact.derived.kind == "ratio"):
        return "share"
    unit = fact.counted
    return MEASURES[unit].dimension if unit in MEASURES else unit


def apart(facts: list[Fact]) -> str | None:
    """Why facts may not be compared: another unit, period, or somebody else's."""
    if len({measure(fact) for fact in facts if not fact.derived}) > 1:
        return say("claim.other_units", units=listed(fact.unit.zh if fact.unit else "–" for fact in facts))
    if len({when for fact in facts if (when := _when(fact.period))}) > 1 and not is_series(facts):
        return say("claim.other_periods")
    if len({fact.whose.zh if fact.whose else "" for fact in facts}) > 1:
        return say("claim.other_owners")
    return None


def is_series(facts: Sequence[Fact]) -> bool:
    """The same at several times: of one noun, each in a period of its own, all of one length and none in another."""
    times = [_time(fact.period) for fact in facts]
    known = sorted(time for time in times if time)
    labels = [tokens(fact.called.zh, "zh") for fact in facts if fact.label]
    of_one = len({fact.unit for fact in facts}) == 1 and (not labels or bool(frozenset.intersection(*labels)))
    apart_in_time = all(one[2] < other[1] for one, other in pairwise(known))
    return len(known) == len(times) and of_one and apart_in_time and len({kind for kind, *_ in known}) == 1


def in_time(facts: Mapping[str, Fact]) -> list[str]:
    """The facts of a series, the earliest first; nothing where they are none."""
    return sorted(facts, key=lambda id: _time(facts[id].period) or ("", "", "")) if is_series([*facts.values()]) else []


_Time = tuple[str, str, str]


def _time(period: Period | None) -> _Time | None:
    """What sort of period it is, with its first and last moment: years, months, quarters, days, the same months."""
    if period is None or period.to_date or period.recent:
        return None
    first, last = period.since or period.at or str(period.year or ""), period.until or period.at or str(period.year)
    if not first or bool(period.since) != bool(period.until):
        return None
    digits = re.compile("[0-9]+")
    if first == last:
        return digits.sub(lambda found: "0" * len(found[0]), first), first, last
    years, span = [digits.match(one) for one in (first, last)], (first[4:], last[4:])
    if not all(years) or first[:4] != last[:4]:
        return None  # over the turn of a year
    return f"{span[0]} {span[1]}", first, last


def _when(period: Period | None) -> tuple[object, ...] | None:
    """What a period names; a total to date names nothing against which another could stand."""
    named = (period.year, period.at, period.since, period.until, period.recent) if period else ()
    return named if any(named) else None
