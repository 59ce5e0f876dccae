"""Parts of a whole as a curator writes them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Datum, Frame, Kind
from bulletin.content.parts import Both, FactRef


class Shares(Frame):
    """Parts of a whole on one bar; what is left is labelled by `rest`."""

    kind: Literal["parts"]
    of: FactRef
    parts: list[Datum] = Field(min_length=1)
    rest: Both | None = None


KIND = Kind(
    Shares,
    "整体的几份",
    "the shares of a whole",
    in_summary=True,
)
