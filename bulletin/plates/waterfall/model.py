"""A waterfall as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Datum, Frame, Kind


class Change(Datum):
    """What was added, or with `sign: minus` taken away."""

    sign: Literal["plus", "minus"] = "plus"


class Waterfall(Frame):
    """From one figure over what was added and taken away to the total that the article states, all of one unit."""

    kind: Literal["waterfall"]
    start: Datum
    changes: list[Change] = Field(min_length=2, max_length=10)
    total: Datum


KIND = Kind(
    Waterfall,
    "一个数经过哪些增减，变成另一个数",
    "what was added to a figure and taken away, and what it came to",
)
