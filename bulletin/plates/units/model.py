"""Squares as a curator writes them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Datum, Frame, Kind
from bulletin.content.parts import Both, FactRef


class Units(Frame):
    """Squares, each standing for `each` of the unit, in groups."""

    kind: Literal["units"]
    of: FactRef
    parts: list[Datum] = Field(min_length=1)
    each: int = Field(gt=0)
    rest: Both | None = None


KIND = Kind(
    Units, "一个总数里几部分各有多少，一格代表若干", "how a total divides, a square for so many", in_summary=True
)
