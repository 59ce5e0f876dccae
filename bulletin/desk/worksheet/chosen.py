"""Which figures stand large on the first page: those that the article repeats, then those that it puts first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin.content.measures import MEASURES
from bulletin.desk.worksheet.facts import FactStub
from bulletin.desk.worksheet.stories import Proposed

_MOST, LEAST = 4, 3
"""Key figures that are proposed at most, and those that a bulletin needs."""
_PAIR = 2
"""Two of something carry no article: 两份答卷, 两个平台."""
_FIRM = ("achieved", "under_way", "standing")


@dataclass(frozen=True, slots=True)
class KeyStub:
    """A figure to show large, and why: `repeated`, `first` of a story, or `early` in the article."""

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
    count = Counter(_said(facts[id]) for id in large)
    yield from (KeyStub(id, "repeated") for id in large if count[_said(facts[id])] > 1)
    some = [id for id in large if (facts[id].numeral.value or 0) > _PAIR]
    done = [id for id in some if facts[id].status in _FIRM and not facts[id].others]
    for story in stories:
        achieved = [id for id in story.facts if id in done and facts[id].status == "achieved"]
        there = [id for id in story.facts if id in done]
        yield from (KeyStub(id, "first") for id in (achieved or there)[:1])
    placed = {id for story in stories for id in story.facts}
    rest = (*done, *some, *large, *may)
    yield from (KeyStub(id, "early") for id in (*(id for id in rest if id in placed), *rest))
