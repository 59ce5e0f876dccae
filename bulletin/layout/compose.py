"""A solution → pages of placed blocks, which end at their foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.blocks.story.edit import Story
from bulletin.edition.blocks import Page
from bulletin.layout.measure import Measures
from bulletin.layout.pieces import Form, Piece, Table
from bulletin.layout.placed import Placed
from bulletin.layout.problem import Solution, Spot
from bulletin.layout.spread import Elastic, spread, white
from bulletin.layout.task import GAP_GIVE, PARAGRAPH_GIVE, ROW_GIVE

BEHIND = {"filler": 1, "evidence": 3, "notes": 4, "colophon": 5}
"""What stands lower on a page, whatever its place in the order."""
TEXTS = ("lead", "text")
COLUMNS = 6.0
"""Points that are left under a story at the foot: a column that ends with a paragraph has the room below it, too."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A form on its page, with what it may give."""

    form: Form
    elastic: Elastic


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes the pages of one solution. `front`: the first of them opens the bulletin."""

    pieces: Sequence[Piece | Table]
    measures: Measures
    front: bool

    def pages(self, solution: Solution, number: int) -> tuple[Page, ...]:
        """From page `number` on."""
        return tuple(self._page(spots, at, number + at) for at, spots in enumerate(solution.pages))

    def white(self, solution: Solution) -> tuple[float, ...]:
        """What is left at the foot of each page, though all that is on it takes as much as it can."""
        return tuple(
            white([one.elastic for one in self._all(spots, at)], self._room(at))
            for at, spots in enumerate(solution.pages)
        )

    def _room(self, at: int) -> float:
        return self.measures.first if self.front and at == 0 else self.measures.other

    def _all(self, spots: Sequence[Spot], at: int) -> list[_Set]:
        """What stands on a page, in order."""
        found = [self._set(spot, at) for spot in self._ordered(spots, at)]
        if found and not (self.front and at == 0):
            found[0] = self._topmost(found[0])
        elif found:
            found[0] = _Set(found[0].form, Elastic(found[0].elastic.height, 0.0))
        return found

    def _page(self, spots: Sequence[Spot], at: int, number: int) -> Page:
        found = self._all(spots, at)
        free = COLUMNS if found and isinstance(found[-1].form.block, Story) else 0.0
        shares = spread([one.elastic for one in found], self._room(at) - free)
        return Page(
            number,
            tuple(
                Placed(f.block, f"piece-{number}-{n}", more, give, f.continued, f.look, f.columns)
                for n, (f, (more, give)) in enumerate(zip((one.form for one in found), shares, strict=True))
            ),
        )

    def _ordered(self, spots: Sequence[Spot], at: int) -> list[Spot]:
        """From the top: a text that goes on stands first; one that goes on overleaf last, over its own plates."""
        pieces = {piece.id: (n, piece) for n, piece in enumerate(self.pieces)}
        texts = {spot.id: spot for spot in spots if pieces[spot.id][1].role in TEXTS}
        opens = self.front and at == 0

        def place(spot: Spot) -> tuple[int, int, int]:
            n, piece = pieces[spot.id]
            text = texts.get(piece.of or piece.id)
            if text and goes_on(pieces[text.id][1], text) and not (opens and pieces[text.id][1].role == "lead"):
                return BEHIND["filler"] + 1, n, spot.part
            if spot.id in texts and _began_before(spot):
                return -1, n, spot.part
            return BEHIND.get(piece.role, 0), n, spot.part

        return sorted(spots, key=place)

    def _set(self, spot: Spot, at: int) -> _Set:
        piece = next(piece for piece in self.pieces if piece.id == spot.id)
        if isinstance(piece, Piece):
            form = piece.ways[spot.way].parts[spot.part][spot.variant]
            return _Set(form, Elastic(self.measures.forms[form], GAP_GIVE, ROW_GIVE, self.measures.inner[form]))
        start, end = _rows(piece, spot)
        height = self.measures.rows(piece.id, spot.variant, start, end)
        give = PARAGRAPH_GIVE if piece.joined or piece.airy else ROW_GIVE
        form = piece.form(start, end, spot.variant)
        return _Set(form, Elastic(height, GAP_GIVE, give, piece.lines_of(form)))

    def _topmost(self, one: _Set) -> _Set:
        """The first on a page has no room above it."""
        gap = self.measures.room_above(one.form)
        return _Set(one.form, Elastic(one.elastic.height - gap, 0.0, one.elastic.row, one.elastic.rows))


def goes_on(piece: Piece | Table, spot: Spot) -> bool:
    """Does a text go on overleaf?"""
    if isinstance(piece, Piece):
        return spot.part + 1 < len(piece.ways[spot.way].parts)
    return _rows(piece, spot)[1] < len(piece.rows)


def _began_before(spot: Spot) -> bool:
    """Did a text begin on an earlier page?"""
    return spot.part > 0 or bool(spot.rows and spot.rows[0] > 0)


def _rows(piece: Table, spot: Spot) -> tuple[int, int]:
    """What of a table or a text stands there, from and to."""
    return spot.rows or _paragraphs(piece, spot)


def _paragraphs(piece: Table, spot: Spot) -> tuple[int, int]:
    """Of a story: way 0 is whole, way n is broken behind n paragraphs."""
    count = len(piece.rows)
    if spot.way == 0:
        return 0, count
    return (0, spot.way) if spot.part == 0 else (spot.way, count)
