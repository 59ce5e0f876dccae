"""Honours by level as a curator asks for them."""

from __future__ import annotations

from typing import Literal

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Size


class Levels(Frame):
    """Honours by level: counted by code from the content files."""

    kind: Literal["levels"]
    size: Size = "full"


KIND = Kind(Levels, in_bulletins=False, in_summary=True)
