"""A share within a share as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Datum, Frame, Kind


class Nested(Frame):
    """A share within a share: each fact is a part of the one before it."""

    kind: Literal["nested"]
    levels: list[Datum] = Field(min_length=2, max_length=4)


KIND = Kind(
    Nested,
    "份额里的份额（全部 → 老旧 → 已改）",
    "a share of a share (all → old → renovated)",
    in_summary=True,
)
