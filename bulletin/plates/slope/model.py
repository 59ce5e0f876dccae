"""A slope chart as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Both, FactRef, Part


class SlopeLine(Part):
    """The same thing at two times: two facts of one unit, the earlier first."""

    before: FactRef = Field(alias="from")
    after: FactRef = Field(alias="to")
    label: Both


class Slope(Frame):
    """How several figures of one unit moved between two times; `start` and `end` say which."""

    kind: Literal["slope"]
    start: Both
    end: Both
    lines: list[SlopeLine] = Field(min_length=1, max_length=8)


KIND = Kind(
    Slope,
    "几项同单位的数从一个时间到另一个时间怎样变",
    "how several figures of one unit moved between two times",
    in_summary=True,
)
