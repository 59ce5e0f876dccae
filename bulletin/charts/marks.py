"""How things stand, as one pattern everywhere: the patterns differ in grey, so a black-and-white copy keeps them apart.

solid = done, hatched = under way, outlined = planned, dashes = standing, dots = not stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt

from bulletin.charts.canvas import Canvas, marks_in_use
from bulletin.charts.look import Look
from bulletin.charts.shapes import MM, Area, ChartError, Disc, Point, Strokes
from bulletin.edition.text import Both, Mark
from bulletin.messages import say

OUTLINE = 0.7
"""Thickness of outlines and hatching in pt."""
HATCH_STEP, DASH_STEP, DOT_STEP = 0.85, 1.05, 1.1
"""Distance between hatch lines, dashes and dots in mm."""
LEAST = 0.35
"""Width in mm of the smallest bar that is not zero."""
KEY = 3.0
"""Side of a legend's square in mm."""
KEY_GAP = 1.3


def fill(canvas: Canvas, area: Area, mark: Mark, colour: str | None = None, *, level: int = 2) -> None:
    """Fill the area with the pattern of a mark, its outline inside the area; labels keep clear of it."""
    colour = colour or canvas.look.deep
    canvas.keep_clear(area)
    inset = OUTLINE * MM / 2
    inner = Area(area.x + inset, area.y + inset, area.width - 2 * inset, area.height - 2 * inset)
    if mark == "done" or min(inner.width, inner.height) < inset:
        canvas.box(area, face=colour, level=level)
        return
    canvas.box(inner, face=canvas.look.paper, edge=colour, line=OUTLINE, level=level)
    if mark == "under_way":
        canvas.add(Strokes(tuple(_hatching(inner)), colour, OUTLINE, level=level))
    elif mark == "standing":
        canvas.add(Strokes(tuple(_dashes(inner)), colour, 0.6, level=level))
    elif mark == "unstated":
        for x, y in _grid(inner):
            canvas.add(Disc(x, y, 0.17, face=colour, level=level))
    elif mark != "planned":
        raise ChartError(say("chart.no_pattern", mark=mark))


def _hatching(area: Area) -> Iterator[tuple[Point, Point]]:
    """Lines rising to the right, cut at the area's sides; the same phase from its top left corner in every area."""
    step = min(HATCH_STEP * sqrt(2), area.height / 1.6)
    at = step / 2
    while at < area.width + area.height:
        low, high = max(0.0, at - area.height), min(at, area.width)
        if high - low > 0.05:
            yield (area.x + low, area.y + at - low), (area.x + high, area.y + at - high)
        at += step


def _dashes(area: Area) -> Iterator[tuple[Point, Point]]:
    rows = max(1, round(area.height / DASH_STEP) - 1)
    pad = min(0.45, area.width / 4)
    for row in range(1, rows + 1):
        y = area.y + area.height * row / (rows + 1)
        yield (area.x + pad, y), (area.right - pad, y)


def _grid(area: Area) -> Iterator[Point]:
    columns, rows = (max(1, round(side / DOT_STEP)) for side in (area.width, area.height))
    for row in range(rows):
        for column in range(columns):
            yield area.x + area.width * (column + 0.5) / columns, area.y + area.height * (row + 0.5) / rows


def drawn(marks: Iterable[Mark]) -> dict[Mark, Mark]:
    """The pattern of each mark in a chart of quantities.

    Where all that is drawn stands as it is, the bars are solid: dashes serve to tell what stands from what was done.
    """
    used = marks_in_use(marks)
    if used == ("standing",):
        return {"standing": "done"}
    return {mark: mark for mark in used}


# ---------------------------------------------------------------------------------------------- legend


def legend_of(
    look: Look, marks: Iterable[Mark], named: tuple[tuple[Mark, Both], ...] = ()
) -> tuple[tuple[Mark, Both], ...]:
    """What a legend lists: nothing where one mark is in use; the chart's own words go before the usual ones."""
    used = marks_in_use(marks)
    words = look.marks(named)
    return tuple((mark, words[mark]) for mark in used) if len(used) > 1 else ()


def key_width(canvas: Canvas, words: Both) -> float:
    """Width of one legend entry set in two lines."""
    return KEY + KEY_GAP + canvas.pair_width(words)


def key(canvas: Canvas, x: float, y: float, mark: Mark, words: Both) -> None:
    """One legend entry, a line a language, its square beside the first; y is its middle."""
    said = canvas.said(words)
    square_y = y - canvas.leading / 2 + 0.1 if said.zh and said.en else y
    fill(canvas, Area(x, square_y - KEY / 2, KEY, KEY), mark)
    canvas.pair(x + KEY + KEY_GAP, y, words)


def legend_row(canvas: Canvas, y: float, entries: tuple[tuple[Mark, Both], ...], left: float = 0.0) -> float:
    """The legend in lines from y down; returns its height, 0 without entries."""
    tall = max(KEY, 1.1 * canvas.look.label_zh * MM)
    x, line, pitch = left, 0, tall + 1.6
    for mark, words in entries:
        width = KEY + KEY_GAP + canvas.inline_width(words)
        if x > left and x + width > canvas.width:
            x, line = left, line + 1
        middle = y + line * pitch + tall / 2
        fill(canvas, Area(x, middle - KEY / 2, KEY, KEY), mark)
        canvas.inline(x + KEY + KEY_GAP, middle, words)
        x += width + 4.5
    return line * pitch + tall if entries else 0.0
