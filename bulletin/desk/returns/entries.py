"""Boxes and rows that are new in tables of which the program sets the words: key figures, terms, the evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bulletin.word.layout import Place, WordParagraph

from .entry_operations import EntryOperation, NewEvidence, NewFigure, NewTerm, Words
from .tokens import tidy
from .tongues import tongue, two
from .written import Matching, Written

_BOX = {"box title", "box zh", "box en"}
_FACT = re.compile(r"facts\.(\w+)")
_WHAT, _PRINTED, _QUOTE = 1, 2, 3  # columns of the evidence


@dataclass(frozen=True, slots=True)
class Entries:
    """What was found, and the paragraphs of the draft that it settles."""

    operations: tuple[EntryOperation, ...]
    settled: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the draft: its paragraphs by cell, the new ones, and which of the baseline's each other one is."""

    paragraphs: Sequence[WordParagraph]
    cells: Mapping[Place, list[int]]
    extra: frozenset[int]
    back: Mapping[int, Written]

    def said(self, ats: Sequence[int]) -> Words:
        """What cells say in each language."""
        out = {"zh": "", "en": ""}
        for at in ats:
            lang = tongue(self.paragraphs[at])
            out[lang] = " ".join(filter(None, (out[lang], tidy(self.paragraphs[at].text))))
        return out["zh"], out["en"]

    def styled(self, ats: Sequence[int], *styles: str) -> list[int]:
        return [at for at in ats if self.paragraphs[at].style.lower() in styles]

    def new_cells(self) -> Iterator[tuple[Place, list[int]]]:
        """Cells with words, all of them new."""
        for place, ats in sorted(self.cells.items()):
            if self.extra.issuperset(ats):
                yield place, ats

    def above(self, place: Place) -> list[Written]:
        """What the nearest cell before a place held in the baseline."""
        order = sorted(self.cells)
        for other in reversed(order[: bisect_left(order, place)]):
            if held := [self.back[at] for at in self.cells[other] if at in self.back]:
                return held
        return []


def entries(
    before: Sequence[Written], paragraphs: Sequence[WordParagraph], made: Matching, extra: Sequence[int]
) -> Entries:
    """New boxes and rows, each as one."""
    back = {j: before[i] for i, j in made.items()}
    found: list[tuple[EntryOperation, list[int]]] = []
    for number, kind in _kinds(before, paragraphs, made).items():
        cells: dict[Place, list[int]] = defaultdict(list)
        for at, one in enumerate(paragraphs):
            if one.place and one.place[0] == number:
                cells[one.place].append(at)
        found += kind(_Table(paragraphs, cells, frozenset(extra), back))
    return Entries(tuple(one for one, _ in found), frozenset(at for _, ats in found for at in ats))


Kind = Callable[[_Table], Iterator[tuple[EntryOperation, list[int]]]]


def kinds_before(before: Sequence[Written]) -> dict[int, Literal["figures", "evidence", "terms"]]:
    """Table of the baseline → what stands in it."""
    styles: dict[int, set[str]] = defaultdict(set)
    bound = set[int]()
    for one in before:
        if one.block.place:
            styles[one.block.place[0]].add(one.block.style.lower())
            bound |= {one.block.place[0]} if one.entries else set()
    kinds: dict[int, Literal["figures", "evidence", "terms"]] = {}
    for table, own in styles.items():
        if "key figure" in own:
            kinds[table] = "figures"
        elif "evidence quote" in own or "evidence" in own:
            kinds[table] = "evidence"
        elif own <= _BOX and table not in bound:
            kinds[table] = "terms"
    return kinds


def _kinds(before: Sequence[Written], paragraphs: Sequence[WordParagraph], made: Matching) -> dict[int, Kind]:
    """Table of the draft → what stands in it."""
    kinds = {table: _READ[kind] for table, kind in kinds_before(before).items()}
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for i, j in made.items():
        old, new = before[i].block.place, paragraphs[j].place
        if old and new:
            votes[new[0]][old[0]] += 1
    most = {table: counted.most_common(1)[0][0] for table, counted in votes.items()}
    return {table: kinds[old] for table, old in most.items() if old in kinds}


def _figures(table: _Table) -> Iterator[tuple[EntryOperation, list[int]]]:
    for place, ats in table.new_cells():
        numbers = [at for at in ats if re.search(r"\d|[一二三四五六七八九十百千万亿]", table.paragraphs[at].text)]
        large = (table.styled(ats, "key figure") or numbers)[:1]
        typed = tuple(filter(None, re.split(r"\s*\+\s*", tidy(table.paragraphs[large[0]].text)))) if large else ()
        above = [found[1] for one in table.above(place) if (found := _FACT.match(one.path))]
        if typed:
            yield NewFigure("".join(above[:1]), typed, table.said([at for at in ats if at not in large]), ats[0]), ats


def _terms(table: _Table) -> Iterator[tuple[EntryOperation, list[int]]]:
    for place, ats in table.new_cells():
        heads = table.styled(ats, "box title") or ats[:1]
        term = two(table.paragraphs[heads[0]].text) or table.said(heads[:1])
        above = [both[0] for one in table.above(place) if (both := two(one.text))]
        if any(term):
            yield NewTerm("".join(above[:1]), term, table.said([at for at in ats if at not in heads]), ats[0]), ats


def _evidence(table: _Table) -> Iterator[tuple[EntryOperation, list[int]]]:
    """A row whose quote is new; what it says of status and period may be said of others, too."""
    rows: dict[int, dict[int, list[int]]] = defaultdict(dict)
    for (_, row, column), ats in sorted(table.cells.items()):
        rows[row][column] = ats
    for cells in rows.values():
        quotes, what = cells.get(_QUOTE, []), cells.get(_WHAT, [])
        if not quotes or not what or not table.extra.issuperset([*quotes, *what]):
            continue
        ats = [at for column in cells.values() for at in column]
        settled = [at for at in ats if at in table.extra] + [*_twins(table, ats)]
        quote = " ".join(tidy(table.paragraphs[at].text) for at in quotes)
        yield NewEvidence(table.said(what), table.said(cells.get(_PRINTED, [])), quote, ats[0]), settled


def _twins(table: _Table, ats: Sequence[int]) -> Iterator[int]:
    """Words of other rows that stand as new because those of this row say the same and were taken for them."""
    own = {*ats}
    left = [at for cell in table.cells.values() for at in cell if at in table.extra and at not in own]
    for at in ats:
        if at not in table.extra:
            same = next((other for other in left if table.paragraphs[other].text == table.paragraphs[at].text), None)
            if same is not None:
                left.remove(same)
                yield same


_READ: dict[str, Kind] = {"figures": _figures, "evidence": _evidence, "terms": _terms}
