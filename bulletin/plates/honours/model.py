"""The table of honours as a curator asks for it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Filled


class SomeHonours(Frame):
    """Who holds the honours of these names, at which level: taken by code from the content files."""

    kind: Literal["honours"]
    names: list[Filled] = Field(min_length=1)  # in Chinese, as the glossary has them


KIND = Kind(
    SomeHonours,
    "同名的荣誉谁有、哪一级",
    "who holds honors of one name, at which level",
    in_bulletins=False,
    in_summary=True,
)
