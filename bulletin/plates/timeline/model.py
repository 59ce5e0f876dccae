"""A time line as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Both, FactRef, Part, Size


class Event(Part):
    """Something with a date: `at` names a date fact, or a fact with a period."""

    at: FactRef
    label: Both


class Timeline(Frame):
    """What has happened and what is planned, along one scale."""

    kind: Literal["timeline"]
    events: list[Event] = Field(min_length=3)
    size: Size = "full"


KIND = Kind(
    Timeline,
    "已发生和计划中的事",
    "what happened and what is planned",
)
