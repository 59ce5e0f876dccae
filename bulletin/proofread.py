"""The audit of numbers before there is a page: over the text of a rendered page, in each language.

What only a laid-out page shows, such as words that a style sheet hides, is left to the audit of the finished file. So
is the draft: all that it prints beyond the page are remarks and alternative texts, which the program makes of the facts
and then looks for as they are, fixed phrases, which hold no numbers (`words.number`), and captions, which are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bulletin.edition.blocks import Edition
from bulletin.locate import Locator
from bulletin.messages import say
from bulletin.problems import Problem
from bulletin.proofing.accounts import NAME, Audited, accounted, orphans
from bulletin.proofing.accounts import lost as said_lost
from bulletin.proofing.expected import Expected, Shown, in_language
from bulletin.proofing.squeezed import Squeezed
from bulletin.sketch import Sketch
from bulletin.variant import Language, Variant

CHART = "chart"


class Proofreader:
    """Reads one edition."""

    def __init__(self, edition: Edition, locator: Locator):
        self.edition, self.locator, self._shown = edition, locator, Shown(edition)
        self._undrawn: dict[int, list[Expected]] = {}

    def page(self, sections: Sequence[str], charts: Mapping[str, Sketch], language: Language) -> Iterator[Problem]:
        """The numbers in the text of a rendered page, and whether it and its charts together leave a figure out.

        What a chart draws was proved with its data; the numbers of its axis account for none beside it.
        """
        file = f"{Variant('office', language).stem(self.edition.name)}.pdf"
        page = [("page", text) for text in sections]
        drawn = [(CHART, label) for chart in charts.values() for label in chart.labels]
        both = Squeezed.of([*page, *drawn])
        yield from self._orphans(self._account(file, both.head(len(page)), language, None))
        yield from self._lost(self._account(file, both, language, charts))

    def _account(self, file: str, text: Squeezed, language: Language, charts: Mapping[str, Sketch] | None) -> Audited:
        return accounted(file, text, in_language(self._expected(charts, len(text.names)), language), "pdf")

    def _expected(self, charts: Mapping[str, Sketch] | None, sheets: int) -> list[Expected]:
        """What the text alone must hold is the same in every language that is asked for."""
        if charts is not None:
            return self._shown.expected(charts, {}, sheets)
        if sheets not in self._undrawn:
            self._undrawn[sheets] = self._shown.expected(None, {}, sheets)
        return self._undrawn[sheets]

    def _lost(self, done: Audited) -> Iterator[Problem]:
        for want in done.missing:
            problem = self._told(done.name, said_lost(want), self.locator.text(want.shown, facts=want.facts))
            yield replace(problem, notes=(*problem.notes, ("help", say("audit.lost_how"))))

    def _orphans(self, done: Audited) -> Iterator[Problem]:
        for number, _, around in orphans(done):
            words = max(around.split(number), key=len)
            place = self.locator.words(words) or self.locator.text(words)
            problem = self._told(done.name, say("audit.orphan", number=number), place)
            yield replace(problem, notes=(*problem.notes, ("note", f"…{around}…")))

    @staticmethod
    def _told(file: str, message: str, place: Any) -> Problem:
        return Problem(NAME, message, place, notes=(("note", say("audit.shown_in", file=file)),))
