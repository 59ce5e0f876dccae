"""Every piece in each of its forms, laid out once: how tall it is, in points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from bulletin.charts.draw import Chart
from bulletin.edition.blocks import Block, PlateRow
from bulletin.layout.pieces import AMPLE, Form, Piece, Table, partible
from bulletin.layout.placed import Placed
from bulletin.layout.problem import Rows
from bulletin.pages.typeset import Extent, Measured

PREFIX = "piece-"
WIDE = 500.0
"""What a form costs of which something sticks out: it is set only where there is no other."""
Lay = Callable[[tuple[Block, ...], Mapping[str, Chart]], Measured]
"""Lays out these blocks with these charts on one tall page; measures the containers."""


@dataclass(frozen=True)
class Measures:
    """Heights of first and other pages, of forms with the room above them, and of tables; that room by look."""

    first: float
    other: float
    forms: Mapping[Form, float]
    tables: Mapping[str, tuple[Rows, ...]]
    above: Mapping[str, float]
    wide: frozenset[Form]  # that do not fit the width of the page
    inner: Mapping[Form, int]  # rows between which there may be more room

    def rows(self, id: str, look: int, start: int, end: int) -> float:
        """The height of some rows of a table under their head, in one of its looks."""
        table = self.tables[id][look]
        return (table.again if start else table.head) + sum(table.rows[start:end])

    def room_above(self, form: Form) -> float:
        """The room above a form that is not the first of its page."""
        return self.above[form.look]

    def gap(self, piece: Piece | Table) -> float:
        """The least room above a piece."""
        if isinstance(piece, Table):
            return self.above[piece.looks[0]]
        return min(self.above[form.look] for way in piece.ways for form in way.parts[0])


@dataclass(frozen=True)
class Kept:
    """What is as tall at any leading of the running text: no line of it has another leading than one of the `steady`.

    A form that holds running text is measured again at each leading that is tried.
    """

    steady: frozenset[float]
    extents: dict[Form, Extent] = field(default_factory=dict)

    def add(self, measured: Mapping[Form, Extent]) -> None:
        self.extents.update((form, one) for form, one in measured.items() if self.steady.issuperset(one.leadings))


def specimens(pieces: Iterable[Piece | Table]) -> list[Form]:
    """What is laid out to be measured, each once."""
    forms: dict[Form, None] = {}
    for piece in pieces:
        if isinstance(piece, Table):
            for look in range(len(piece.looks)):
                forms |= dict.fromkeys([piece.form(0, len(piece.rows), look), piece.repeated(look)])
        else:
            forms |= dict.fromkeys(form for way in piece.ways for part in way.parts for form in part)
    return list(forms)


def measure(pieces: list[Piece | Table], charts: Mapping[str, Chart], lay: Lay, kept: Kept | None = None) -> Measures:
    """One run of the engine, for all of them that are not `kept`."""
    forms, kept = specimens(pieces), kept or Kept(frozenset())
    new = [form for form in forms if form not in kept.extents]
    blocks = tuple(Placed(f.block, f"{PREFIX}{n}", 0, 0, f.continued, f.look, f.columns) for n, f in enumerate(new))
    found = lay(blocks, charts)
    extents = {**kept.extents, **{form: found.extents[f"{PREFIX}{n}"] for n, form in enumerate(new)}}
    kept.add(extents)
    tables = {
        piece.id: tuple(_rows(piece, look, extents) for look in range(len(piece.looks)))
        for piece in pieces
        if isinstance(piece, Table)
    }
    heights = {form: extent.gap + extent.height for form, extent in extents.items()}
    wide = frozenset(form for form, extent in extents.items() if extent.wide)
    above = {form.look: extent.gap for form, extent in extents.items()}
    return Measures(
        found.bodies[0] - found.mast,
        found.bodies[1],
        heights,
        tables,
        above,
        wide,
        {form: _inner(form, extents[form]) for form in extents},
    )


def _inner(form: Form, extent: Extent) -> int:
    """Of plates side by side none: what one takes need not make the row taller."""
    return 0 if isinstance(form.block, PlateRow) and len(form.block.plates) > 1 else len(extent.rows)


def _rows(table: Table, look: int, extents: Mapping[Form, Extent]) -> Rows:
    whole, again = extents[table.form(0, len(table.rows), look)], extents[table.repeated(look)]
    rows = whole.rows[len(whole.rows) - sum(table.lines) :]
    starts = [sum(table.lines[:at]) for at in range(len(table.rows))]
    below = whole.height if partible(table.block) else rows[-1][1]  # a note stands under the last row
    heights = tuple(below - top for top, below in pairwise([*(rows[at][0] for at in starts), below]))
    repeated = again.rows[-1]
    return Rows(
        whole.gap + whole.height - sum(heights),
        again.gap + again.height - (repeated[1] - repeated[0]),
        heights,
        (AMPLE if look else 0.0) + (WIDE if whole.wide else 0.0),
    )
