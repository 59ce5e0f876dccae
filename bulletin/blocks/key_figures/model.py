"""The large figures of the front page."""

from __future__ import annotations

from pydantic import Field

from bulletin.content.parts import Both, FactRef, Part
from bulletin.content.sections import Section


class KeyFigure(Part):
    """A large figure of the front page; two facts are set with a plus sign between them."""

    of: list[FactRef] = Field(min_length=1, max_length=2)
    label: Both | None = None


SECTION = Section(lambda content: content.key_figures)
