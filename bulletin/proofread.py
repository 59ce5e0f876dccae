"""The audit of numbers before there is a page: over the text of a rendered page, and over the draft, written and read.

What only a laid-out page shows, such as words that a style sheet hides, is left to the audit of the finished file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from io import BytesIO
from typing import Any

from bulletin import word as docx
from bulletin.charts.draw import Chart
from bulletin.charts.picture import Picture
from bulletin.edition.blocks import Both, Edition
from bulletin.locate import Locator
from bulletin.messages import say
from bulletin.problems import Problem
from bulletin.proofing.accounts import NAME, Audited, account, orphans
from bulletin.proofing.accounts import lost as said_lost
from bulletin.proofing.expected import Writer, expected, in_language
from bulletin.proofing.reading import read_docx
from bulletin.proofing.squeezed import Part
from bulletin.variant import FILES, Language, Variant

CHART = "chart"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)  # no text of the draft


@dataclass(frozen=True)
class Proofreader:
    """Reads one edition. `remarks` are the comments in the margin of its draft."""

    edition: Edition
    remarks: Mapping[str, str]
    locator: Locator

    def page(self, sections: Sequence[str], charts: Mapping[str, Chart], language: Language) -> Iterator[Problem]:
        """The numbers in the text of a rendered page, and whether it and its charts together leave a figure out.

        What a chart draws was proved with its data; the numbers of its axis account for none beside it.
        """
        file = f"{Variant('office', language).stem(self.edition.name)}.pdf"
        page = [Part("page", text) for text in sections]
        drawn = [Part(CHART, label.text) for chart in charts.values() for label in chart.drawing.labels]
        yield from self._orphans(self._account(file, page, "pdf", language, None))
        yield from self._lost(self._account(file, [*page, *drawn], "pdf", language, charts))

    def draft(self, charts: Mapping[str, Chart], theme: Mapping[str, Any]) -> Iterator[Problem]:
        """The draft as Word opens it, with the evidence in its margin."""
        blank = {id: _Blank(chart) for id, chart in charts.items()}
        source = docx.Source(f"content/{self.edition.name}.yaml", "")
        data = docx.write(self.edition, blank, theme, created=UNDATED, comments=self.remarks, source=source)
        done = self._account(FILES["docx"].format(self.edition.name), read_docx(data), "docx", "bilingual", blank)
        yield from self._orphans(done)
        yield from self._lost(done)

    def _account(
        self, file: str, parts: Sequence[Part], writer: Writer, language: Language, charts: Mapping[str, Picture] | None
    ) -> Audited:
        shown = in_language(expected(self.edition, charts, self.remarks, len(parts)), language)
        return account(file, parts, shown, writer)

    def _lost(self, done: Audited) -> Iterator[Problem]:
        for want in done.missing:
            yield self._told(done.name, said_lost(want), self.locator.text(want.shown, facts=want.facts))

    def _orphans(self, done: Audited) -> Iterator[Problem]:
        for number, _, around in orphans(done):
            words = max(around.split(number), key=len)
            place = self.locator.words(words) or self.locator.text(words)
            problem = self._told(done.name, say("audit.orphan", number=number), place)
            yield replace(problem, notes=(*problem.notes, ("note", f"…{around}…")))

    @staticmethod
    def _told(file: str, message: str, place: Any) -> Problem:
        return Problem(NAME, message, place, notes=(("note", say("audit.shown_in", file=file)),))


@dataclass(frozen=True)
class _Blank:
    """A chart of which the draft holds the words alone: no picture is drawn."""

    chart: Chart
    svg: bytes = b"<svg xmlns='http://www.w3.org/2000/svg'/>"

    @property
    def width_mm(self) -> float:
        return self.chart.width_mm

    @property
    def height_mm(self) -> float:
        return self.chart.height_mm

    @property
    def alt(self) -> Both:
        return self.chart.alt

    @property
    def own(self) -> tuple[str, ...]:
        return self.chart.own

    @cached_property
    def png(self) -> bytes:
        from PIL import Image

        data = BytesIO()
        Image.new("1", (1, 1)).save(data, "PNG")
        return data.getvalue()
