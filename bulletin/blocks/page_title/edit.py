"""What the title of a page shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.edition.blocks import Block
from bulletin.edition.text import Pair


@dataclass(frozen=True, slots=True)
class PageTitle(Block):
    """The title of a summary page."""

    title: Pair
