"""Bars as a curator writes them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Datum, Frame, Kind
from bulletin.content.parts import Filled, Name


class Bars(Frame):
    """Bars on one scale, all of one unit. `native`: in the DOCX a chart of Word's, whose data can be edited there.

    `unstated`, in the summary: the subdistricts whose articles state no such figure, with the words looked for.
    """

    kind: Literal["bars"]
    bars: list[Datum] = Field(min_length=2)
    native: bool = False
    unstated: dict[Name, list[Filled]] = {}


KIND = Kind(
    Bars,
    "几项同单位的数谁大谁小",
    "which of several figures of one unit is larger",
    in_summary=True,
)
