"""What a summary shows: sections in their order, each under its title; long tables go on from page to page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from bulletin.edition.blocks import Block, PlateRow
from bulletin.edition.pieces import Partible

if TYPE_CHECKING:
    from bulletin.layout.pieces import Piece, Table


def in_sections(pieces: Sequence[Piece | Table]) -> Iterator[Piece | Table]:
    """Titles stand over the pieces that follow them, sections in their order; within one, neighbours may change places.

    What opens the summary and what ends it stay where they are.
    """
    for at, piece in enumerate(pieces):
        if piece.role == "title":
            yield replace(cast("Piece", piece), after=_since(pieces, at), heads=pieces[at + 1].id)
        elif piece.role == "notes":
            yield piece
        else:
            yield replace(piece, role="shown", after=_before(pieces, at))


def _since(pieces: Sequence[Piece | Table], at: int) -> tuple[str, ...]:
    """What stands between the last title and this one."""
    start = max((i for i in range(at) if pieces[i].role == "title"), default=0)
    return tuple(piece.id for piece in pieces[start:at])


def _before(pieces: Sequence[Piece | Table], at: int) -> tuple[str, ...]:
    """The title, what stands right behind it, what stands before the piece's neighbour, what the piece goes on from."""
    start = max((i for i in range(at) if pieces[i].role == "title"), default=0)
    first = start + (pieces[start].role == "title")
    wanted = {start, first, at - 2, *((at - 1,) if begun_by(pieces[at], pieces[:at]) else ())}
    return tuple(piece.id for i, piece in enumerate(pieces[:at]) if i >= start and i in wanted)


def begun_by(further: Piece | Table, pieces: Sequence[Piece | Table]) -> str:
    """The piece that a further piece of a plate goes on from. They are called plate, plate-2, plate-3."""
    base, _, number = further.of.rpartition("-")
    before = f"{base}-{int(number) - 1}" if number.isdigit() and int(number) > 2 else base
    return next((piece.id for piece in pieces if base and piece.of == before), "")


def long_tables(block: Block, long: int) -> Sequence[Any]:
    """The tables of a row that is divided: one alone; two where one is too long to stand beside the other."""
    plates = block.plates if isinstance(block, PlateRow) else ()
    tables = [plate for plate in plates if isinstance(plate, Partible)]
    if len(tables) < len(plates) or (len(tables) == 2 and max(len(plate.units()) for plate in tables) < long):
        return ()
    return tables
