"""The one seam to what builds: a workshop and a name → pages, as they will print, without a file being written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bulletin.build import PAGE, Builder
from bulletin.edition.blocks import Edition
from bulletin.edition.text import Both
from bulletin.layout.advice import advice
from bulletin.locate import Locator
from bulletin.pages.typeset import TypesettingError
from bulletin.problems import ContentError, Problem
from bulletin.warm import Warm
from bulletin.workshop import Workshop


@dataclass(frozen=True)
class Preview:
    """Pages as set. `fill`: how full each is, 0..1; `remarks`: what does not fit; `alts`: of charts, by plate id."""

    pdf: bytes
    edition: Edition
    locator: Locator
    fill: tuple[float, ...]
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
        builder, locator = self._builder(workshop), Locator(workshop, name)
        edition, _ = builder.edition(name)
        charts = builder.charts(edition)
        try:
            laid = builder.laid_out(edition, charts)
            pdf = builder.pdf(edition, charts, builder.register(edition), laid)
        except TypesettingError as error:
            raise ContentError([Problem(PAGE, line, locator.line(line)) for line in error.lines]) from error
        remarks = [Problem(PAGE, line, locator.line(line)) for line in pdf.log]
        if found := advice(edition, laid):
            remarks.append(Problem(PAGE, found.text, locator.file.place(found.path), "warning"))
        fill = tuple(page.used for page in pdf.fill)
        alts = {id: chart.alt for id, chart in charts.items()}
        return Preview(pdf.data, edition, locator, fill, alts, tuple(remarks))

    def _builder(self, workshop: Workshop) -> Builder:
        """Of files as they are now."""
        builder = Builder(workshop, store=self.warm.store)
        builder.faces, builder.typesetter, builder.draw = self.warm.faces, self.warm.typesetter, self.warm.draw
        return builder
