"""Whether the words beside a reference speak of its fact: they stand where the article states it, or in its label.

The words are those of its clause; where it has next to none, of the next one and the one before. What they share
with the passage of another fact of the same unit, and not with its own, tells that the reference is another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bulletin.content.model import Fact
from bulletin.content.prose import Ref, references
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.features import Features, pairs
from bulletin.evidence.passages import Rare, passages
from bulletin.evidence.rules.around import CLAUSE, REF

_LITTLE, _MUCH, _MORE, _CLEARLY = 0.3, 0.4, 0.5, 3.0
"""How much of the words its own passage has, and another’s; how much more another’s has, where they weigh so much."""


class Replaced(NamedTuple):
    """A reference, and the fact that its words speak of."""

    ref: Ref
    meant: str


class _Known(NamedTuple):
    own: Features
    around: Features


def replaced(case: Texts, zh: str) -> Iterator[Replaced]:
    refs = references(zh)
    here = {ref.id for ref in refs}
    for ref in refs:
        home, fact = case.home(ref.id), case.known.get(ref.id)
        if home is None or fact is None:
            continue
        rare = passages(home.article.bare.text).rare(_beside(zh, ref))
        whole = sum(rare.values())
        if not whole:
            continue
        own = _share(rare, _known(case, ref.id).around) / whole
        others = [id for id, other in case.known.items() if id not in here and alike(fact, other)]
        shares = {id: _share(rare, _known(case, id).own) / whole for id in others}
        meant = max(shares, key=lambda id: shares[id], default="")
        if meant and _is_of(own, shares[meant], whole):
            yield Replaced(ref, meant)


def out_of_place(case: Case, zh: str) -> Iterator[Replaced]:
    """A reference among others that the article states in one line, of a fact from another, where that line has one.

    总投资<b>，建筑面积<area>，设计藏书<books>: the line of area and books has an investment of its own.
    """
    refs = references(zh)
    here = {ref.id for ref in refs}
    for sentence in _SENTENCE.finditer(zh):
        inside = [
            ref for ref in refs if sentence.start() <= ref.start < sentence.end() and ref.id in case.content.facts
        ]
        lines = {ref.id: _line(case, case.known[ref.id]) for ref in inside}
        for ref in inside:
            others = [line for id, line in lines.items() if id != ref.id]
            if len(others) < 2 or len({*others}) > 1 or lines[ref.id] in (others[0], 0) or not others[0]:
                continue
            words = _beside(zh, ref)
            for id, other in case.content.facts.items():
                like = id not in here and alike(case.known[ref.id], other) and _line(case, other) == others[0]
                if like and not other.date and words & _phrase(case, id):
                    yield Replaced(ref, id)
                    break


_SENTENCE = re.compile("[^。！？]+")


def _line(case: Case, fact: Fact) -> int:
    """The line of the article that states it; 0 of one that is computed."""
    spans = case.quoted(fact)[:1] if fact.quote else []
    return case.article.line_and_column(spans[0][0])[0] if spans else 0


def _phrase(case: Case, id: str) -> Features:
    stated = case.figures.get(id)
    return pairs(stated.phrase) if stated else frozenset()


def _is_of(own: float, other: float, weighs: float) -> bool:
    return (own <= _LITTLE and other >= _MUCH) or (weighs >= _CLEARLY and other - own >= _MORE)


def alike(one: Fact, other: Fact) -> bool:
    """Of one unit, and not the same."""
    units = [fact.unit.zh if fact.unit else "" for fact in (one, other)]
    dated = bool(one.date) == bool(other.date)
    return dated and units[0] == units[1] and (one.value, one.date) != (other.value, other.date)


def _share(rare: Rare, words: Features) -> float:
    return sum(weight for word, weight in rare.items() if word in words)


def _beside(zh: str, ref: Ref) -> Features:
    starts = [0, *(match.end() for match in CLAUSE.finditer(zh) if match.end() <= ref.start)]
    rest = CLAUSE.split(zh[starts[-1] :])
    found = pairs(REF.sub("·", rest[0]))
    if len(found) < 2:
        found |= pairs(REF.sub("·", rest[1])) if len(rest) > 1 else frozenset()
    if len(found) < 2 and len(starts) > 1:
        found |= pairs(REF.sub("·", zh[starts[-2] : starts[-1]]))
    return found


@lru_cache(maxsize=4096)
def _known(case: Texts, id: str) -> _Known:
    """The words of a fact: its label, whose it is, the passages of the article that state it; and those around."""
    home, fact, own = case.home(id), case.known[id], id.rpartition(".")[2]
    said = pairs(f"{fact.called.zh}。{fact.whose.zh if fact.whose else ''}")
    if not isinstance(home, Case):
        return _Known(said, said)
    article = passages(home.article.bare.text)
    facts = [home.known[one] for one in (own, *fact.terms) if one in home.known]
    at = [article.at(span[0]) for one in facts for span in home.quoted(one)[:1]]
    said = said.union(*(article.words[i] for i in at))
    beside = (article.words[j] for i in at for j in (i - 1, i + 1) if 0 <= j < len(article.words))
    return _Known(said, said.union(*beside))
