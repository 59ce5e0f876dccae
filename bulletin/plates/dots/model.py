"""A dot plot as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Datum, Frame, Kind


class Dots(Frame):
    """A dot for each figure on one scale from zero, all of one unit."""

    kind: Literal["dots"]
    dots: list[Datum] = Field(min_length=3, max_length=12)


KIND = Kind(
    Dots,
    "许多同单位的数，各在同一尺度上的位置",
    "where each of many figures of one unit stands on one scale",
)
