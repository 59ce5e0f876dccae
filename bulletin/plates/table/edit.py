"""What a table of words shows; other tables of the summary are made of the same cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from bulletin.content.frame import Frame
from bulletin.content.model import Both as Prose
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.blocks import Caption
from bulletin.edition.pieces import evenly
from bulletin.edition.plates import Editor, Plates, id_of
from bulletin.edition.text import Both, Mark, Pair, Width, plain
from bulletin.plates.table.model import Table


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell; a row's first cell is its head. A row of one cell fills the table's width: a heading within it."""

    text: Pair
    marks: tuple[Mark, ...] = ()
    accent: str | None = None


Row = tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of words and figures: heads, then rows of cells; `marks` stand before the cell's text."""

    caption: Caption
    heads: tuple[Both, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    widths: tuple[float, ...]  # share of the width of each column, adding up to 1
    id: str
    width: Width = "full"

    def cut(self, most: int) -> tuple[Self, ...]:
        """Between its rows; what stands under a heading stays under it, and an empty head says again whose row it is.

        A group that is longer than a piece is cut, and its heading said again.
        """
        if len(self.rows) <= most:
            return (self,)
        groups = [part for group in _groups(self.rows) for part in _shares(group, most)]
        runs = evenly(groups, [len(group) for group in groups], most)
        return tuple(replace(self, rows=_headed(run, self.rows)) for run in runs)

    def units(self) -> tuple[tuple[Row, ...], ...]:
        """What no page may part: a row; a heading and the row below it."""
        groups = [(group[:2], *([row] for row in group[2:])) for group in _groups(self.rows)]
        return tuple(tuple(unit) for group in groups for unit in group)

    def again(self) -> tuple[Both | Pair, ...]:
        """Title, heads, and headings within the table."""
        headings = (row[0].text for row in self.rows if len(row) == 1)
        return (self.caption.title, *self.heads, *headings)

    def part(self, start: int, end: int) -> Self:
        """Some of these units; later ones say their heading again, all but the last go without the note."""
        units = self.units()
        rows = tuple(row for unit in units[start:end] for row in unit)
        if start:
            rows = self._under(sum(map(len, units[:start])), rows)
        note = self.caption.note if end == len(units) else None
        return replace(self, rows=rows, caption=replace(self.caption, note=note))

    def _under(self, at: int, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows from that one on, under the heading that they go on from."""
        heading = next((row for row in reversed(self.rows[:at]) if len(row) == 1), None)
        if heading and len(rows[0]) > 1:
            return (heading, *rows)
        return _headed([list(rows)], self.rows)


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows under their headings; without headings each row is by itself."""
    groups: list[list[Row]] = []
    for row in rows:
        if len(row) == 1 or not groups or len(groups[-1][0]) != 1:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _shares(group: list[Row], most: int) -> list[list[Row]]:
    """The group, or its parts under the same heading where it is too long."""
    head, below = group[:1], group[1:]
    if len(group) <= most:
        return [group]
    return [[*head, *part] for part in evenly(below, [1] * len(below), most - 1)]


def _headed(run: list[list[Row]], rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a piece; the first one has the head of the rows before it, where its own is empty."""
    first, *rest = [row for group in run for row in group]
    if not plain(first[0].text.zh) and not plain(first[0].text.en):
        at = next(i for i, row in enumerate(rows) if row is first)
        above = next((row for row in reversed(rows[:at]) if plain(row[0].text.zh)), first)
        first = (above[0], *first[1:])
    return (first, *rest)


def edit(plates: Plates, plate: Table, path: Path) -> TextTable:
    """A table as the curator wrote it."""
    rows = [
        tuple(TableCell(_cell(plates, cell, (*path, "rows", i, "cells", j))) for j, cell in enumerate(row.cells))
        for i, row in enumerate(plate.rows)
    ]
    return table(plates, plate, path, tuple(map(typography.both, plate.heads)), rows, plate.widths)


def table(
    plates: Plates,
    plate: Frame,
    path: Path,
    heads: tuple[Both, ...],
    rows: Sequence[tuple[TableCell, ...]],
    widths: Sequence[int],
) -> TextTable:
    """A table under the plate's caption; `widths` of the columns in any unit."""
    shares = tuple(width / sum(widths) for width in widths)
    return TextTable(plates.caption(plate, path, []), heads, tuple(rows), shares, id_of(path), plate.size)


def _cell(plates: Plates, cell: Prose, path: Path) -> Pair:
    pair = plates.setter.pair(cell, path, raised=False, prose=False)
    return plates.doubts.pair(pair, [ref.id for ref in references(cell.zh)])


EDITOR = Editor(edit)
