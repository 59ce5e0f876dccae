"""What a process that goes on keeps open to set pages again and again, so that only what has changed is made.

For who watches a content file: `Warm(root).builder(workshop, house)` is of the files as they are now. What was
measured, solved, drawn or set of the same is taken from memory and from the cache; `by_page` holds pages one by one.
"""

from __future__ import annotations

from pathlib import Path

from bulletin.build import Builder
from bulletin.charts.drawn import Drawer
from bulletin.faces import find_faces
from bulletin.grounds import Grounds, made_before
from bulletin.pages.by_page import ByPage
from bulletin.pages.html import Pages
from bulletin.pages.pdf import Typesetter
from bulletin.project import Project
from bulletin.remembered import Remembered
from bulletin.variant import OFFICE, Variant
from bulletin.workshop import Workshop

HOLD = 100_000_000
"""Bytes of what was made that such a process keeps in memory."""
LINES = 50_000
"""Lines that it keeps as they were broken; a publication has some ten thousand, in all its forms."""


class Warm:
    """One project, one variant. Opens the engine and its fonts when it is made. Raises MissingTool."""

    def __init__(self, root: Path, variant: Variant = OFFICE):
        self.root, self.variant = root, variant
        first = Grounds(Workshop(Project.at(root)))
        self.remembered = Remembered(publications=len(first.workshop.all_names))
        self.store = made_before(first.program, hold=HOLD)
        self.faces, self.draw = find_faces(), Drawer(self.store)
        self.typesetter = Typesetter(self.faces, self.store)
        self.typesetter.open(hold=LINES)
        self.by_page = ByPage()
        self._pages: tuple[object, Pages] | None = None

    def builder(self, workshop: Workshop, house: str) -> Builder:
        """Of files as they are now; with the fonts, and the templates while they are the same, that stay open.

        What it makes is to be looked at: its facts are proved, its texts may be wrong.
        """
        builder = Builder(workshop, self.variant, store=self.store)
        builder.trial = True
        builder.faces, builder.typesetter, builder.draw = self.faces, self.typesetter, self.draw
        of = (house, workshop.publication.type, workshop.theme_name)
        if self._pages is None or self._pages[0] != of:
            self._pages = of, builder.pages
        builder.pages = self._pages[1]
        return builder
