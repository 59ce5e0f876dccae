"""A short table as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Datum, Frame, Kind


class Listing(Frame):
    """A short table: what, how many."""

    kind: Literal["list"]
    rows: list[Datum] = Field(min_length=2)


KIND = Kind(
    Listing,
    "短表：什么、多少",
    "a short table: what, how many",
)
