"""The terms that a curator asks for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Filled


class TermList(Frame):
    """Terms of the glossary with their explanations."""

    kind: Literal["terms"]
    terms: list[Filled] = Field(min_length=1)


KIND = Kind(
    TermList,
    "词语和解释",
    "terms and what they mean",
    in_bulletins=False,
    in_summary=True,
)
