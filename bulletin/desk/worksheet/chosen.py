"""Which figures stand large on the first page: those of the most people, then the largest, one of each section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bulletin.content.measures import MEASURES
from bulletin.desk.worksheet.facts import FactStub
from bulletin.desk.worksheet.stories import Proposed

_MOST, LEAST = 4, 3
"""Key figures that are proposed at most, and those that a bulletin needs."""
_PAIR = 2
"""Two of something carry no article: 两份答卷, 两个平台."""
_FIRM = ("achieved", "under_way", "standing")
_REACHED = frozenset({"人", "万人", "名", "位", "人次", "户", "户次", "家", "件", "个", "株"})
"""Whom or what a subdistrict serves, one by one: people, households, businesses, their cases, places, trees."""
_EXTENT = ("area", "length")
"""How much ground something covers says less than what is done there."""


@dataclass(frozen=True, slots=True)
class KeyStub:
    """A figure to show large, and why: the `widest` of a story, or `early` in the article."""

    id: str
    why: str


def key_figures(facts: Mapping[str, FactStub], stories: Sequence[Proposed]) -> list[KeyStub]:
    """Three or four of the facts with a unit, no figure twice; fewer where there are not as many."""
    found: dict[str, KeyStub] = {}
    said = set[tuple[object, str]]()
    for one in _ranked(facts, stories):
        key = _said(facts[one.id])
        if one.id not in found and key not in said and len(found) < _MOST:
            found[one.id] = one
            said.add(key)
    return list(found.values()) or [KeyStub(id, "early") for id in facts][:1]


def is_personal(fact: FactStub) -> bool:
    """An age, or a limit of time, which carries no article: 76岁, 60岁以上, 5天内."""
    unit = fact.unit.zh if fact.unit else ""
    measure = MEASURES.get(unit)
    lasts = measure is not None and measure.dimension in ("month", "minute")
    return unit in ("岁", "周岁") or (lasts and fact.numeral.approx == "at_most")


def filled(figures: list[KeyStub]) -> list[KeyStub]:
    """As many as a bulletin needs, for a trial: the same again where there are fewer."""
    return (figures * LEAST)[: max(LEAST, len(figures))]


def _said(fact: FactStub) -> tuple[object, str]:
    return fact.numeral.value, fact.unit.zh if fact.unit else ""


def _ranked(facts: Mapping[str, FactStub], stories: Sequence[Proposed]) -> Iterator[KeyStub]:
    """The likeliest first; in the order of the article among equals."""
    told = {id for story in stories for one in story.spoken for id in one.of}
    facts = {id: fact for id, fact in facts.items() if id not in told} or facts
    may = [id for id, fact in facts.items() if fact.unit and fact.numeral.value is not None and not is_personal(fact)]
    large = [id for id in may if (facts[id].numeral.value or 0) > 1]
    some = [id for id in large if (facts[id].numeral.value or 0) > _PAIR]
    done = [id for id in some if facts[id].status in _FIRM and not facts[id].others]
    there = ([id for id in story.facts if id in done] for story in stories)
    widest = [min(ids, key=lambda id: _reach(facts[id])) for ids in there if ids]
    yield from (KeyStub(id, "widest") for id in sorted(widest, key=lambda id: _reach(facts[id])[0]))
    placed = {id for story in stories for id in story.facts}
    rest = (*sorted(done, key=lambda id: _reach(facts[id])), *some, *large, *may)
    yield from (KeyStub(id, "early") for id in (*(id for id in rest if id in placed), *rest))


def _reach(fact: FactStub) -> tuple[int, Fraction]:
    """The widest first: by how many are reached, then by the amount, and only then by the ground that it covers."""
    unit = fact.unit.zh if fact.unit else ""
    measure = MEASURES.get(unit)
    sort = 0 if unit in _REACHED else 2 if measure and measure.dimension in _EXTENT else 1
    return sort, -(fact.numeral.value or 0) * (measure.scale if measure else Fraction(1))
