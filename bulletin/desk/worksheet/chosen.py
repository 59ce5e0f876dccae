"""Which figures stand large on the first page: those that tell most of what came of what the article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bulletin.content.measures import MEASURES
from bulletin.desk.worksheet.facts import FactStub
from bulletin.desk.worksheet.stories import Proposed
from bulletin.evidence.case import Case
from bulletin.evidence.statuses import clause_of

_MOST, LEAST = 4, 3
"""Key figures that are proposed at most, and those that a bulletin needs."""
_PAIR = 2
"""Two of something carry no article: 两份答卷, 两个平台."""
_FIRM = ("achieved", "under_way", "standing")
_REACHED = frozenset({"人", "万人", "名", "位", "人次", "户", "户次", "家", "件", "个", "株"})
"""Whom or what a subdistrict serves, one by one: people, households, businesses, their cases, places, trees."""
_EXTENT = ("area", "length")
"""How much ground something covers says less than what is done there."""
_MADE = ("achieved", "under_way")
_LEAD = 3
"""Characters of 目前, before a clause."""
_OF_ONE = 3
"""Figures that one of several stories gives before the others are asked."""
_SAID = {
    "result": re.compile("办结|办成|签约|回迁|整改|提高到|增加到|增至|缩短到"),
    "now": re.compile("目前|现在|如今"),
    "told": re.compile("累计|共|已|完成|达到?|增[至加]|提[高升]|缩短|降[到至]"),
    "part": re.compile("其中"),
    "background": re.compile("常住|人口|户籍|面积|辖|位于|下设|在册"),
    "reach": re.compile("惠及|受益|带动|涉及|参加|参与|覆盖"),
}
_WEIGHTS = {
    "result": 2, "now": 2, "headline": 1, "people": 1, "first": 1, "told": 1, "timed": 1,
    "measure": -1, "extent": -1, "background": -2, "reach": -1, "part": -1,
}  # fmt: skip
"""What makes a figure likelier to be shown large, and what less: signs that differ most between the figures that
curators of seventeen articles show large and those that they do not."""
_REASONS = ("result", "now", "headline", "people", "first")
"""Of which the first that holds is told."""


@dataclass(frozen=True, slots=True)
class KeyStub:
    """A figure to show large, and why: one of `_REASONS`, or `early` in the article."""

    id: str
    why: str


def key_figures(case: Case, facts: Mapping[str, FactStub], stories: Sequence[Proposed], headline: str) -> list[KeyStub]:
    """Three or four of the facts with a unit, no figure twice; fewer where there are not as many."""
    found: dict[str, KeyStub] = {}
    said = set[tuple[object, str]]()
    for one in _ranked(case, facts, stories, headline):
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


def _ranked(case: Case, facts: Mapping[str, FactStub], stories: Sequence[Proposed], headline: str) -> Iterator[KeyStub]:
    """The likeliest first; in the order of the article among equals, and no more than three of a story at first."""
    told = {id for story in stories for one in story.spoken for id in one.of}
    facts = {id: fact for id, fact in facts.items() if id not in told} or facts
    may = [id for id, fact in facts.items() if fact.unit and fact.numeral.value is not None and not is_personal(fact)]
    large = [id for id in may if (facts[id].numeral.value or 0) > 1]
    some = [id for id in large if (facts[id].numeral.value or 0) > _PAIR]
    done = [id for id in some if facts[id].status in _FIRM and not facts[id].others]
    begins = [id for id in done if facts[id].status in _MADE and not _is_extent(facts[id])]
    first = {next((id for id in story.facts if id in begins), "") for story in stories}
    pairs = _pairs(headline, case.content.place.zh)
    signs = {id: _signs(case, facts[id], pairs, is_first=id in first) for id in done}
    best = sorted(done, key=lambda id: -sum(map(_WEIGHTS.__getitem__, signs[id])))  # in the order of the article
    for id in (*_spread(best, stories), *best):
        yield KeyStub(id, next((sign for sign in _REASONS if sign in signs[id]), "early"))
    placed = {id for story in stories for id in story.facts}
    rest = (*some, *large, *may)
    yield from (KeyStub(id, "early") for id in (*(id for id in rest if id in placed), *rest))


def _spread(ids: Sequence[str], stories: Sequence[Proposed]) -> Iterator[str]:
    """Without those that would be the fourth of one story, where there are several."""
    of = {id: i for i, story in enumerate(stories) for id in story.facts}
    taken = Counter[int]()
    for id in ids:
        story = of.get(id, -1)
        taken[story] += 1
        if taken[story] <= _OF_ONE or len(stories) < _PAIR:
            yield id


def _pairs(headline: str, place: str) -> frozenset[str]:
    """Two characters beside each other in the headline, without the place."""
    words = re.sub(f"{re.escape(re.sub('街道$|镇$|乡$', '', place) or '·')}|街道|社区|[^\u4e00-\u9fff]", "·", headline)
    return frozenset(one + next for one, next in pairwise(words) if "·" not in (one, next))


def _is_extent(fact: FactStub) -> bool:
    measure = MEASURES.get(fact.unit.zh) if fact.unit else None
    return measure is not None and measure.dimension in _EXTENT


def _signs(case: Case, fact: FactStub, pairs: frozenset[str], *, is_first: bool) -> set[str]:
    """What of `_WEIGHTS` its clause says of a figure."""
    text, span = case.article.bare.text, (fact.numeral.start, fact.numeral.end)
    start, stop = clause_of(text, span)
    start = max(start, *(at for at in (0, *case.article.lines) if at <= span[0]))
    unit = fact.unit.zh if fact.unit else ""
    signs = {sign for sign, words in _SAID.items() if words.search(text, max(0, start - _LEAD), span[0])}
    held = {
        "people": unit in _REACHED,
        "headline": any(pair in text[start:stop] for pair in pairs),
        "first": is_first,
        "timed": fact.period is not None,
        "measure": unit in MEASURES,
        "extent": _is_extent(fact),
    }
    return signs | {sign for sign, holds in held.items() if holds}
