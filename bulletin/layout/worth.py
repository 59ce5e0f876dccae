"""What a plate is worth in points: by how much a bulletin is lower without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bulletin.edition.blocks import PlateRow
from bulletin.layout.measure import Measures
from bulletin.layout.pieces import Form, Piece, Table


def worth(pieces: Iterable[Piece | Table], measures: Measures) -> Mapping[str, float]:
    """Of plates that have rows of their own, the lowest height, by the story that they belong to, or their own name.

    Of several of one story the lowest. One beside another is worth nothing: the row stays.
    """
    found: dict[str, float] = {}
    for piece in pieces:
        for row in _rows(piece):
            (plate,) = row[0].block.plates  # type: ignore[attr-defined]
            name, height = getattr(piece, "of", "") or plate.id, min(measures.forms[form] for form in row)
            found[name] = min(height, found.get(name, height))
    return found


def _rows(piece: Piece | Table) -> Iterable[tuple[Form, ...]]:
    """The rows that hold one plate in every way to set the plates of the piece."""
    if isinstance(piece, Table) or piece.role not in ("plates", "filler"):
        return ()
    ways = [{part[0].block.plates[0].id: part for part in way.parts if _single(part)} for way in piece.ways]  # type: ignore[attr-defined]
    return [ways[0][id] for id in ways[0] if all(id in way for way in ways)] if ways else ()


def _single(part: tuple[Form, ...]) -> bool:
    return isinstance(part[0].block, PlateRow) and len(part[0].block.plates) == 1
