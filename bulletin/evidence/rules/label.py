"""label: a figure's label speaks of that figure, and of no other that stands beside it.

Passes:  - {of: water, label: {zh: 改水, en: water supply}}        (农户改水1017户)
Fails:   - {of: toilets, label: {zh: 改水, en: water supply}}      (改厕685户)

A fact's label shares Chinese words with its sentence of the article. A label that a place gives it shares words with
the fact's own label or the clause of its quote, and no more with those of a figure beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bulletin.content.model import Fact
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.rules.claim import sentence_of
from bulletin.evidence.rules.doubt import clause_of, places
from bulletin.problems import Problem
from bulletin.wording.same_words import tokens

NAME = "label"


def check(case: Texts) -> Iterator[Problem]:
    rows: dict[Path, list[_Said]] = defaultdict(list)
    for path, _, ids, label, _ in places(case.content, (), ()):
        if ids and all(id in case.known for id in ids):
            words = frozenset[str]().union(*(_words(case.known[id]) for id in ids))
            said = "" if label is None or references(label.zh) else label.zh
            rows[path[:-1]].append((path, said, ", ".join(ids), words))
    if isinstance(case, Case):
        for id, fact in case.content.facts.items():
            if fact.value is not None and (sentence := sentence_of(case, fact)):
                rows["facts", id].append((("facts", id, "label"), fact.label.zh, id, tokens(sentence, "zh")))
    for row in rows.values():
        yield from (case.problem(NAME, message, path) for path, message in _wrong(row))


_Said = tuple[Path, str, str, frozenset[str]]


def _wrong(row: list[_Said]) -> Iterator[tuple[Path, str]]:
    """Labels that speak of nothing of their own, or more of what stands beside them."""
    for path, label, id, own in row:
        said = tokens(label, "zh")
        better = next((at for _, _, at, words in row if at != id and len(said & words) > len(said & own)), "")
        if said and (better or not said & own):
            yield path, f"{label} is not {id}" + (f", it speaks of {better}" if better else "")


def _words(fact: Fact) -> frozenset[str]:
    unit = fact.unit.zh if fact.unit else ""
    return tokens(f"{fact.label.zh} {clause_of(fact)} {unit}", "zh")
