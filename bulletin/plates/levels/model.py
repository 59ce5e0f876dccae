"""Honours by level as a curator asks for them."""

from __future__ import annotations

from typing import Literal

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Name, Size


class Levels(Frame):
    """Honours by level: counted by code from the content files."""

    kind: Literal["levels"]
    subdistricts: list[Name] = []  # all unless these are given
    size: Size = "full"


KIND = Kind(
    Levels,
    "各街道的荣誉按级别各有几项，由程序数",
    "honors by level, counted by the program",
    in_bulletins=False,
    in_summary=True,
)
