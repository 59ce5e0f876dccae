"""What a finished PDF says to those who do not see it: its bookmarks, its alternative texts, its heads of tables.

A writer that drops a space makes one word of two; read back, it is a word that nothing in the edition has.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

import pikepdf

from bulletin.charts.picture import Picture
from bulletin.edition.blocks import Edition, Pair, plain
from bulletin.edition.walk import every
from bulletin.messages import say
from bulletin.proofing.aloud import attribute, elements

_WORD = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """Bookmarks and alternative texts in their order, and how many cells of heads lead nowhere."""

    bookmarks: tuple[str, ...]
    alternatives: tuple[str, ...]
    unscoped: int


def heard(data: bytes) -> Heard:
    """Read a PDF. Raises pikepdf.PdfError when it is none."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = list(elements(pdf))
        with pdf.open_outline() as outline:
            titles = tuple(_titles(outline.root))
        said = (str(one[key]) for one in found for key in ("/Alt", "/ActualText") if key in one)
        heads = (one for one in found if one.get("/S") == "/TH")
        return Heard(titles, tuple(said), sum(attribute(one, "/Scope") is None for one in heads))


def _titles(items: Iterable[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)


def run_together(found: Heard, edition: Edition, charts: Mapping[str, Picture]) -> Iterator[str]:
    """The words in bookmarks and alternative texts that no text of the edition has."""
    pairs = (plain(line) for pair in every(Pair, edition) for line in (pair.zh, pair.en))
    alternatives = (text for chart in charts.values() for text in (chart.alt.zh, chart.alt.en))
    known = {word for text in (*_texts(edition), *pairs, *alternatives) for word in _WORD.findall(text)}
    for text in (*found.bookmarks, *found.alternatives):
        yield from (
            say("audit.foreign_word", word=word, text=text) for word in _WORD.findall(text) if word not in known
        )


def _texts(value: object) -> Iterator[str]:
    """Every string in it."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from _texts(getattr(value, item.name))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
