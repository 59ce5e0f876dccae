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

NEAR = 6
"""How many characters on both sides are shown."""
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
    said = {getattr(text, language) for text in every(Both, plate.spec)} | set(chart.own)
    for text in sorted(said - {""}, key=len, reverse=True):
        yield from (say("audit.glued", text=text, around=around) for around in _glued(text, alt))
        alt = alt.replace(text, "\n")
    yield from (say("audit.orphan", number=number) for number in _DIGITS.findall(alt))


def _glued(text: str, alt: str) -> Iterator[str]:
    """Where the text stands against another one, so that a listener hears one number or one word: 2020 and 11."""
    start = alt.find(text)
    while start >= 0:
        end = start + len(text)
        if _is_one(alt[start - 1 : start], text[0], text) or _is_one(text[-1], alt[end : end + 1], text):
            yield alt[max(0, start - NEAR) : end + NEAR]
        start = alt.find(text, end)


def _is_one(before: str, after: str, text: str) -> bool:
    if not (before.isascii() and after.isascii()):
        return False
    return (before.isdigit() and after.isdigit()) or (" " in text and before.isalpha() and after.isalpha())
