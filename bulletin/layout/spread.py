"""What slack remains on a page is spread: over the room between pieces, between paragraphs and between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

STRETCH = 1.8
"""How many times what they may take pieces take on a page that cannot be full otherwise, in no number of pages."""
SAFE = 1.0
"""Points that a page is left short of its foot, so that no rounding pushes its last line over."""


@dataclass(frozen=True, slots=True)
class Elastic:
    """A piece on a page: what the room above it and that between its rows may grow by, and how many of these it has."""

    height: float
    gap: float
    row: float = 0.0
    rows: int = 0

    @property
    def most(self) -> float:
        return self.gap + self.row * self.rows


def spread(pieces: Sequence[Elastic], room: float) -> list[tuple[float, float]]:
    """What each piece gets above it and in each of its rows: all of them the same share of what they may take.

    On a full page that is no more than all of it.
    """
    slack = room - SAFE - sum(piece.height for piece in pieces)
    most = sum(piece.most for piece in pieces)
    share = min(STRETCH, max(0.0, slack / most)) if most else 0.0
    return [(piece.gap * share, piece.row * share if piece.rows else 0.0) for piece in pieces]


def white(pieces: Sequence[Elastic], room: float) -> float:
    """What is left at the foot of a page all the same."""
    return max(0.0, room - SAFE - sum(piece.height + piece.most * STRETCH for piece in pieces))
