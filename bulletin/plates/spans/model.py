"""What each article covers, as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Both, FactRef, Part, Size


class SpanItem(Part):
    """What an article covers: the period of one of its facts, in words."""

    of: FactRef
    text: Both


class Spans(Frame):
    """When the facts of each article are from; the date of the article itself is added by code."""

    kind: Literal["spans"]
    spans: list[SpanItem] = Field(min_length=2)
    size: Size = "full"


KIND = Kind(
    Spans,
    "各篇的事实出自何时",
    "when the facts of each article are from",
    in_bulletins=False,
    in_summary=True,
)
