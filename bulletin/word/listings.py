"""Tables of words: their heads, and cells in two languages."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.edition.text import Both

from .inline import both, paragraph, run
from .ox import ORDER, Node, put_in_order, w
from .tables import cell, row


def lines(words: Both, bold: bool | None = None) -> list[Node]:
    """Chinese over English; a language that is empty takes no line."""
    zh = [paragraph("TableZH", run(words.zh, "zh", bold=bold))]
    return zh + ([paragraph("TableEN", run(words.en, "en"))] if words.en and words.en != words.zh else [])


def heads(words: Sequence[Both], grid: Sequence[int]) -> Node:
    """The head row, repeated on every page."""
    cells = [cell(width, paragraph("TableHead", both(one))) for width, one in zip(grid, words, strict=True)]
    return row(*cells, head=True)


def colour_runs(lines: Sequence[Node], colour: str) -> None:
    """Colour runs directly: an accent that tells subdistricts apart is no style."""
    for line in lines:
        for properties in line.iter(w("rPr").tag):
            properties.append(w("color", val=colour))
            put_in_order(properties, ORDER["rPr"])
