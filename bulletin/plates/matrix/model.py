"""Which terms are looked up, as a curator asks for it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Filled, Size


class Matrix(Frame):
    """Which article uses which term: looked up by code in the articles."""

    kind: Literal["matrix"]
    terms: list[Filled] = Field(min_length=2)
    size: Size = "full"


KIND = Kind(
    Matrix,
    "哪篇文章用了哪个词，由程序查",
    "which article uses which term, looked up by the program",
    in_bulletins=False,
    in_summary=True,
)
