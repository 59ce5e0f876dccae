"""The table of sources as a curator asks for it."""

from __future__ import annotations

from typing import Literal

from bulletin.content.frame import Frame, Kind
from bulletin.content.parts import Size


class Sources(Frame):
    """Each article, who wrote it, and how it was dated: taken by code from the content files."""

    kind: Literal["sources"]
    size: Size = "full"


KIND = Kind(
    Sources,
    "各篇的标题、作者、如何定年",
    "headlines, authors, how each article was dated",
    in_bulletins=False,
    in_summary=True,
)
