"""A table of words as a curator writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Both, Part, Size


class Cells(Part):
    """One row of a table: a head, then a text for every other column."""

    cells: list[Both] = Field(min_length=2)


class Table(Frame):
    """A table of words."""

    kind: Literal["table"]
    heads: list[Both] = Field(min_length=2)
    rows: list[Cells] = Field(min_length=1)
    widths: list[int] = Field(min_length=2)  # shares of the width
    size: Size = "full"


KIND = Kind(
    Table,
    "文字表",
    "a table of words",
    in_bulletins=False,
    in_summary=True,
)
