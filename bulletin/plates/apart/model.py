"""What is kept apart, as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind, StripItem
from bulletin.content.parts import FactRef, Size


class KeptApart(StripItem):
    """What is kept apart is a figure, not a silence."""

    of: FactRef


class Apart(Frame):
    """Figures that look alike and are not: side by side, each with what it counts, never on one scale."""

    kind: Literal["apart"]
    items: list[KeptApart] = Field(min_length=2, max_length=3)
    size: Size = "full"


KIND = Kind(
    Apart,
    "看着相似、不能相比的数",
    "figures that look alike and must not be compared",
    in_bulletins=False,
    in_summary=True,
)
