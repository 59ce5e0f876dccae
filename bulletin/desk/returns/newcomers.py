"""Rows and cells of a table that nobody of the baseline is: new items, and cells that were filled in.

The tables of projects and honors, the boxes of briefs, and tables of words have one item a row or a cell; what stands
in a column is told by `COLUMNS`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin.word.layout import Place, WordParagraph

from .items import Items
from .lists import COLUMNS, Key
from .operations import Add, Cell, Fill, Operation
from .tokens import tidy
from .tongues import tongue, two
from .written import Written

_ROWS = re.compile(r"(?:pages|sections)\.\d+\.plates\.\d+\.rows")


@dataclass(frozen=True, slots=True)
class Newcomers:
    """What was found, and the paragraphs of the draft that it settles."""

    operations: tuple[Operation, ...]
    settled: frozenset[int]


def newcomers(items: Items, before: Sequence[Written]) -> Newcomers:
    """New rows and boxes as items, and program's cells of known rows that say something else now."""
    cells: dict[Place, list[int]] = defaultdict(list)
    for at, one in enumerate(items.paragraphs):
        if one.place:
            cells[one.place].append(at)
    found: list[Operation] = []
    settled: set[int] = set()
    for table, container in _containers(items).items():
        own = {place: ats for place, ats in cells.items() if place[0] == table}
        known = [*_filled(items, before, container, own)]
        new = [*_added(items, container, own)]
        for operation, ats in (*known, *new):
            found.append(operation)
            settled.update(ats)
    return Newcomers(tuple(found), frozenset(settled))


def _containers(items: Items) -> dict[int, str]:
    """Table of the draft → the list whose items stand in it."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for at, (key, _) in items.owners.items():
        if place := items.paragraphs[at].place:
            votes[place[0]][key[0]] += 1
    most = {table: counted.most_common(1)[0][0] for table, counted in votes.items()}
    return {table: one for table, one in most.items() if one in COLUMNS or one == "briefs" or _ROWS.fullmatch(one)}


Found = Iterator[tuple[Operation, list[int]]]


def _added(items: Items, container: str, cells: Mapping[Place, list[int]]) -> Found:
    """A row, or a box, of which every paragraph is new."""
    extra = set(items.shares.extra)
    areas: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for place, ats in cells.items():
        areas[place if container == "briefs" else place[:2]] += ats
    for ats in areas.values():
        said = [at for at in ats if items.paragraphs[at].text.strip()]
        if not said or not extra.issuperset(said):
            continue
        spot = items.spot(said[0])
        made = [*_cells(container, [items.paragraphs[at] for at in said])]
        if spot and spot[0] == container and any(one.field in ("name", "title", "cells.0") for one in made):
            yield Add(container, spot[1], tuple(made), said[0]), said


def _cells(container: str, paragraphs: Sequence[WordParagraph]) -> Iterator[Cell]:
    """What the cells of a row say, under the names of the content file."""
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for one in paragraphs:
        field = _field(container, one)
        if field is None:
            continue
        if field == "title" and (both := two(one.text)):
            texts[field].update(zip(("zh", "en"), both, strict=True))
            continue
        lang = tongue(one)
        said = texts[field]
        said[lang] = " ".join(filter(None, (said.get(lang), tidy(one.text))))
    for field, said in texts.items():
        yield Cell(field, said.get("zh", ""), said.get("en", ""))


def _field(container: str, one: WordParagraph) -> str | None:
    column = one.place[2] if one.place else 0
    if container == "briefs":
        return "title" if "title" in one.style.lower() else "text"
    if container in COLUMNS:
        names = COLUMNS[container]
        return names[column] if column < len(names) else None
    return f"cells.{column}"


# ---------------------------------------------------------------------------------------------- cells of known rows


def _filled(items: Items, before: Sequence[Written], container: str, cells: Mapping[Place, list[int]]) -> Found:
    """Cells that the program set (a level, a year, “not stated”) and that read otherwise now."""
    rows = {place[:2]: items.owners[at][0] for place, ats in cells.items() for at in ats if at in items.owners}
    old = _old(before, container)
    for place, ats in cells.items():
        key, names = rows.get(place[:2]), COLUMNS.get(container, ())
        if key is None or key[0] != container or place[2] >= len(names):
            continue
        was = old.get((key, place[2]))
        now = [tidy(items.paragraphs[at].text) for at in ats]
        if was is None or now == was or not any(now) or names[place[2]] == "stage":
            continue
        fresh = [items.paragraphs[at] for at, text in zip(ats, now, strict=True) if text and text not in was]
        made = [*_cells(container, fresh)]
        if made:
            yield Fill(f"{container}.{key[1]}", made[0], tuple(was)), ats


def _old(before: Sequence[Written], container: str) -> dict[tuple[Key, int], list[str]]:
    """What stood in the cells that hold no text of the content file, by item and column."""
    rows = {one.block.place[:2]: one.key for one in before if one.key and one.block.place and one.key[0] == container}
    out: dict[tuple[Key, int], list[str]] = defaultdict(list)
    held = {one.block.place for one in before if one.entries}
    for one in before:
        if one.block.place and one.block.place not in held and (key := rows.get(one.block.place[:2])):
            out[key, one.block.place[2]].append(tidy(one.text))
    return dict(out)
