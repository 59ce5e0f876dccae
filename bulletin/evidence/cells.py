"""The tracker's cells: what a cell says, the article says of its project, and it has come as far as its column says.

A project's own passage is what `of_part` gives, with the two stretches that lead to it. A figure of a cell stands
there, or where the project is named; words stand there rather than in another project's. What is under `plan` is to
come, and a figure under `done` is no plan, unless the cell says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bulletin.content.model import Both, Project
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case
from bulletin.evidence.features import Features, pairs
from bulletin.evidence.how_far import FUTURE, words_of
from bulletin.evidence.passages import passages
from bulletin.evidence.retelling import retelling
from bulletin.evidence.rules.around import REF
from bulletin.evidence.rules.borne import of_part
from bulletin.messages import say

_CLAUSE = re.compile("[，；。]")
_TO_COME = frozenset({"planned", "expected", "applied_for"})
_REACHED = frozenset({"achieved", "part", "under_way"})
_STRANGE, _KNOWN, _MORE = 0.34, 0.8, 0.5
"""How much of a clause its own passage has, and another's, where it is another's; and how much more that weighs."""


class Misplaced(NamedTuple):
    path: Path
    message: str
    word: str


class _Passage(NamedTuple):
    """Where the article tells of a project, with what leads to it, and the words of it."""

    stretches: frozenset[int]
    words: Features
    said: str


def misplaced(case: Case) -> Iterator[Misplaced]:
    for i, project in enumerate(case.content.projects):
        for key in ("size", "done", "plan"):
            if (cell := getattr(project, key)) is not None:
                yield from _figures(case, ("projects", i, key, "zh"), project, cell)
                yield from _words(case, ("projects", i, key, "zh"), cell)
                if key != "size":
                    yield from _column(case, ("projects", i, key, "zh"), cell)


@lru_cache(maxsize=8)
def _passages(case: Case) -> tuple[_Passage, ...]:
    texts, found = passages(case.article.bare.text).texts, []
    for project in case.content.projects:
        own = of_part(case, project)
        lead = range(max(0, own[0] - 2), own[0]) if own else ()
        said = "".join(texts[at] for at in own) + project.quote + "".join(project.stage.quotes if project.stage else ())
        found.append(_Passage(frozenset({*own, *lead}), pairs(bare(said).text), said))
    return tuple(found)


def _figures(case: Case, path: Path, project: Project, cell: Both) -> Iterator[Misplaced]:
    """A figure that the article states of something else, or that is called another's."""
    article, name, own = passages(case.article.bare.text), pairs(project.name.zh), _passages(case)[int(path[1])]
    others = [pairs(other.name.zh) - name for other in _others(case, project)]
    alone = {word for word in name if not any(word in pairs(one.name.zh) for one in _others(case, project))} or name
    for ref in references(cell.zh):
        fact = case.known.get(ref.id)
        for span in case.quoted(fact)[:1] if fact and own.stretches else ():
            at, called = article.at(span[0]), pairs(fact.called.zh)  # type: ignore[union-attr]
            elsewhere = at not in own.stretches and not name & (called | article.words[at])
            if elsewhere or (not alone & called and any(other and other <= called for other in others)):
                yield Misplaced(path, say("head.figure", id=ref.id, name=project.name.zh), f"<{ref.id}")


def _others(case: Case, project: Project) -> list[Project]:
    return [other for other in case.content.projects if other is not project]


def _words(case: Case, path: Path, cell: Both) -> Iterator[Misplaced]:
    """A clause that the article says of another project."""
    every = _passages(case)
    for clause in _CLAUSE.split(REF.sub("·", cell.zh)):
        rare = passages(case.article.bare.text).rare(pairs(clause))
        has = [sum(weight for word, weight in rare.items() if word in one.words) for one in every]
        here, whole = has[int(path[1])], sum(rare.values())
        there = max(range(len(has)), key=has.__getitem__)
        if here <= _STRANGE * whole and has[there] >= max(_KNOWN * whole, here + _MORE):
            name = case.content.projects[there].name.zh
            yield Misplaced(path, say("head.of_other", clause=clause, name=name), clause)


def _column(case: Case, path: Path, cell: Both) -> Iterator[Misplaced]:
    """What is to come stands under `plan`, and nothing else does."""
    for clause in _CLAUSE.split(re.sub("“[^”]*”", "", cell.zh)):
        facts = [case.known[ref.id] for ref in references(clause) if ref.id in case.known]
        kinds = words_of(case.uncut(REF.sub("·", clause)))
        told = kinds.keys() & (FUTURE | {"applied_for"})
        ends = kinds.keys() == {"achieved"} and not re.search("[已了]", clause)  # 建成, 投用: what a plan ends with
        if not pairs(clause) - pairs(case.content.projects[int(path[1])].name.zh):
            continue
        coming = [fact.status in _TO_COME for fact in facts]
        if path[2] == "plan":
            reached = not told and (not any(coming) if facts else bool(kinds.keys() & _REACHED) and not ends)
            if reached or (not facts and not kinds and _is_told_as(case, path, clause, _REACHED)):
                yield Misplaced(path, say("head.not_to_come", clause=clause), clause)
        elif (facts and all(coming) and not told) or (
            not facts and not kinds and _is_told_as(case, path, clause, FUTURE)
        ):
            yield Misplaced(path, say("head.to_come", clause=clause), clause)


def _is_told_as(case: Case, path: Path, clause: str, kinds: frozenset[str]) -> bool:
    """Of a clause that does not say how far: does the article's say so, and nothing else?"""
    by = retelling(_passages(case)[int(path[1])].said)
    found = by.closest(pairs(clause), frozenset())
    if found is None or found.share < 0.6:
        return False
    said = words_of(case.uncut(by.around(found.clauses[0]))).keys()
    return bool(said & kinds) and not said & (_REACHED | FUTURE) - kinds
