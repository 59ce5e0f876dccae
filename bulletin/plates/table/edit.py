"""What a table of words shows; other tables of the summary are made of the same cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.content.frame import Frame
from bulletin.content.model import Both as Prose
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.blocks import Caption
from bulletin.edition.plates import Editor, Plates, id_of
from bulletin.edition.text import Both, Mark, Pair, Width
from bulletin.plates.table.model import Table


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell; a row's first cell is its head. A row of one cell fills the table's width: a heading within it."""

    text: Pair
    marks: tuple[Mark, ...] = ()
    accent: str | None = None


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of words and figures: heads, then rows of cells; `marks` stand before the cell's text."""

    caption: Caption
    heads: tuple[Both, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    widths: tuple[float, ...]  # share of the width of each column, adding up to 1
    id: str
    width: Width = "full"


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
