"""What a chart says in words: its alternative text says every value in full, and no number that is nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bulletin.charts.picture import Picture
from bulletin.edition.blocks import ChartPlate, Edition
from bulletin.edition.specs import Datum, EventMark
from bulletin.edition.text import Both
from bulletin.edition.walk import every
from bulletin.messages import say

_DIGITS = re.compile(r"[0-9]+")


def misspoken(edition: Edition, charts: Mapping[str, Picture]) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of charts, each with the alternative text in which it is."""
    for plate in every(ChartPlate, edition.pages):
        if chart := charts.get(plate.id):
            for language in ("zh", "en"):
                alt = getattr(chart.alt, language)
                yield from ((what, alt) for what in _misspoken(plate, chart, language, alt))


def _misspoken(plate: ChartPlate, chart: Picture, language: str, alt: str) -> Iterator[str]:
    """The values that are missing, then the numbers that are left when all that the chart may say is taken away."""
    for datum in every(Datum, plate.spec):
        if getattr(datum.full, language) not in alt:
            yield say("audit.unspoken", fact=datum.fact, shown=getattr(datum.full, language))
    for event in every(EventMark, plate.spec):
        if getattr(event.when, language) not in alt:
            yield say("audit.unspoken", fact=event.fact, shown=getattr(event.when, language))
    yield from (say("audit.run_together", shown=shown) for shown in _run_together(plate, language, alt))
    said = {getattr(text, language) for text in every(Both, plate.spec)} | set(chart.own)
    for text in sorted(said - {""}, key=len, reverse=True):
        alt = alt.replace(text, "\n")
    yield from (say("audit.orphan", number=number) for number in _DIGITS.findall(alt))


def _run_together(plate: ChartPlate, language: str, alt: str) -> Iterator[str]:
    """A number whose name ends in a digit, with nothing between them: 林山寨 2020 and 11个 are heard as 202011个."""
    values = sorted({str(getattr(datum.full, language)) for datum in every(Datum, plate.spec)})
    names = sorted({str(getattr(text, language)) for text in every(Both, plate.spec)} - set(values))
    for name in (name for name in names if name[-1:].isdigit()):
        for value in (value for value in values if value[:1].isdigit()):
            if name + value in alt and not any(name + value in other for other in values):
                yield name + value
