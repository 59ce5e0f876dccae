"""The pages of a publication as its files are now, in a process that goes on: only what has changed is made again.

For who watches a content file: `Warm(root).pages(name)` reads the project anew, proves it as a build does, and sets the
pages. What was measured, solved, drawn or set of the same is taken from memory and from the user's cache.
The bytes are those that `build` writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bulletin.build import PAGE, Builder
from bulletin.charts.drawn import Drawer
from bulletin.faces import find_faces
from bulletin.grounds import Grounds, made_before
from bulletin.locate import Locator
from bulletin.pages.html import Pages
from bulletin.pages.pdf import Typesetter
from bulletin.pages.typeset import Section, TypesettingError
from bulletin.problems import ContentError, Problem
from bulletin.project import Project
from bulletin.remembered import Remembered
from bulletin.told import Told
from bulletin.variant import OFFICE, Variant
from bulletin.workshop import Workshop

HOLD = 100_000_000
"""Bytes of what was made that such a process keeps in memory."""
LINES = 50_000
"""Lines that it keeps as they were broken; a publication has some ten thousand, in all its forms."""


@dataclass(frozen=True)
class Seen:
    """A publication as its files are now. `pdf` is empty where its content has errors: `problems` say which.

    `fit`: how full each page is. `same`: the very pages of the last time.
    """

    name: str
    problems: tuple[Problem, ...]
    pdf: bytes = b""
    pages: int = 0
    fit: tuple[Section, ...] = ()
    same: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being built."""
        return tuple(problem for problem in self.problems if problem.level == "error")


class Warm:
    """One project, one variant. Opens the engine and its fonts when it is made. Raises MissingTool."""

    def __init__(self, root: Path, variant: Variant = OFFICE):
        self.root, self.variant = root, variant
        self._last: dict[str, bytes] = {}
        first = Grounds(Workshop(Project.at(root)))
        self.remembered = Remembered(publications=len(first.workshop.all_names))
        self.store = made_before(first.program, hold=HOLD)
        self.faces, self.draw = find_faces(), Drawer(self.store)
        self.typesetter = Typesetter(self.faces, self.store)
        self.typesetter.open(hold=LINES)
        self._pages: tuple[object, Pages] | None = None

    def pages(self, name: str) -> Seen:
        """The publication as its files are now. Raises UsageError where there is none of that name."""
        workshop = Workshop(Project.at(self.root), [name])
        house = Grounds(workshop).house
        found = tuple(workshop.check(Told(house, self.remembered)).problems)
        if any(problem.level == "error" for problem in found):
            return Seen(name, found)
        try:
            pdf = self.builder(workshop, house).set(name)
        except TypesettingError as error:
            locator = Locator(workshop, name)
            return Seen(name, (*found, *(Problem(PAGE, line, locator.line(line)) for line in error.lines)))
        except ContentError as error:
            return Seen(name, (*found, *error.problems))
        same, self._last[name] = self._last.get(name) == pdf.data, pdf.data
        return Seen(name, found, pdf.data, pdf.pages, pdf.sections, same)

    def builder(self, workshop: Workshop, house: str) -> Builder:
        """Of files as they are now; with the fonts, and the templates while they are the same, that stay open."""
        builder = Builder(workshop, self.variant, store=self.store)
        builder.faces, builder.typesetter, builder.draw = self.faces, self.typesetter, self.draw
        of = (house, workshop.publication.type, workshop.theme_name)
        if self._pages is None or self._pages[0] != of:
            self._pages = of, builder.pages
        builder.pages = self._pages[1]
        return builder
