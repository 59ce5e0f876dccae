"""A strip as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind, StripItem
from bulletin.content.parts import Size


class Strip(Frame):
    """Four to six figures side by side."""

    kind: Literal["strip"]
    items: list[StripItem] = Field(min_length=3, max_length=6)
    size: Size = "full"


KIND = Kind(
    Strip,
    "三到六个不同单位的数并排，或有的项原文没写数",
    "three to six figures side by side, of different units, some not stated",
)
