"""The one seam to what builds: a workshop and a name → pages, as they will print, without a file being written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bulletin.build import PAGE
from bulletin.edition.blocks import Edition
from bulletin.edition.text import Both
from bulletin.grounds import Grounds
from bulletin.layout.advice import advice
from bulletin.locate import Locator
from bulletin.pages.by_page import Leaf
from bulletin.pages.typeset import TypesettingError
from bulletin.problems import ContentError, Problem
from bulletin.warm import Warm
from bulletin.workshop import Workshop


@dataclass(frozen=True)
class Preview:
    """Pages as set. `remarks`: what does not fit; `alts`: of charts, by plate id."""

    leaves: tuple[Leaf, ...]
    edition: Edition
    locator: Locator
    alts: Mapping[str, Both] = field(default_factory=dict)
    remarks: tuple[Problem, ...] = ()


class Previewer:
    """Makes one preview after the other: what is the same is taken from the store, fonts and the engine stay open."""

    def __init__(self, root: Path):
        self.root = root

    @cached_property
    def warm(self) -> Warm:
        """Raises MissingTool."""
        return Warm(self.root)

    def preview(self, workshop: Workshop, name: str) -> Preview:
        """The pages of the office edition in both languages. Raises ContentError with the places, MissingTool."""
        builder, locator = self.warm.builder(workshop, Grounds(workshop).house), Locator(workshop, name)
        edition, _ = builder.edition(name)
        charts = builder.charts(edition)
        try:
            laid = builder.laid_out(edition, charts)
            pdf, leaves = builder.leaves(edition, charts, builder.register(edition), laid, self.warm.by_page)
        except TypesettingError as error:
            raise ContentError([Problem(PAGE, line, locator.line(line)) for line in error.lines]) from error
        remarks = [Problem(PAGE, line, locator.line(line)) for line in pdf.log]
        if found := advice(edition, laid):
            remarks.append(Problem(PAGE, found.text, locator.file.place(found.path), "warning"))
        alts = {id: chart.alt for id, chart in charts.items()}
        return Preview(leaves, edition, locator, alts, tuple(remarks))
