"""Dots on one scale from zero, each on a line between its name on the left and its number on the right."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas, check_positive
from bulletin.charts.look import Look
from bulletin.charts.marks import drawn, legend_of, legend_row
from bulletin.charts.shapes import Area, ChartError, Disc, Drawing, Point, Strokes
from bulletin.charts.tables import DATUM_HEAD, datum_row, datum_words
from bulletin.charts.words import listed
from bulletin.charts.wrap import block
from bulletin.edition.text import Both, Mark
from bulletin.messages import say
from bulletin.plates.dots.edit import DotsSpec

RADIUS, OUTLINE = 1.3, 0.7
"""Of a dot in mm, and its outline in pt."""
NAME_GAP, NUMBER_GAP, ROW_GAP, LEGEND_GAP, SIDE = 1.6, 1.6, 1.1, 2.4, 0.4
NAMES = 0.45
"""The most of the width that names may take."""
ROOM = 16.0
"""What is left to the line of a dot beside name and number, with all gaps, in mm, at least."""
LEAST = 5.6
"""Height of a row in mm, at least."""


def draw(spec: DotsSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError for an empty series, values below zero or nothing but zeros."""
    check_positive(dot.value for dot in spec.dots)
    canvas = Canvas(look, width)
    widest = max(canvas.number_width(dot.figure) for dot in spec.dots)
    names = [block(canvas, dot.label, min(NAMES * width, width - widest - ROOM)) for dot in spec.dots]
    zero = SIDE + max(name.width for name in names) + NAME_GAP + RADIUS
    end = width - SIDE - widest - NUMBER_GAP - RADIUS
    most = max(float(dot.value) for dot in spec.dots)
    patterns = drawn(dot.mark for dot in spec.dots)
    top = 0.2
    for dot, name in zip(spec.dots, names, strict=True):
        height = max(LEAST, max(name.height, canvas.number_height(dot.figure)) + ROW_GAP)
        middle = top + height / 2
        name.set(canvas, zero - RADIUS - NAME_GAP, middle - name.height / 2, "right")
        canvas.line((zero, middle), (end + RADIUS, middle), colour=look.rule, line=0.5, level=0)
        _dot(canvas, zero + (end - zero) * float(dot.value) / most, middle, patterns[dot.mark])
        canvas.number(width - SIDE, middle, dot.figure, anchor="right")
        top += height
    canvas.line((zero, 0.2), (zero, top), line=0.6)
    entries = legend_of(look, (dot.mark for dot in spec.dots))
    below = legend_row(canvas, top + LEGEND_GAP, entries)
    return canvas.finish(top + (LEGEND_GAP + below if entries else 0.0) + 0.3)


def alt(spec: DotsSpec, look: Look) -> Both:
    """Every dot with its number and unit, in both languages."""
    return listed([datum_words(look, dot) for dot in spec.dots])


def rows(spec: DotsSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head."""
    return [DATUM_HEAD, *(datum_row(dot) for dot in spec.dots)]


def _dot(canvas: Canvas, x: float, y: float, mark: Mark) -> None:
    """A disc with the pattern of a mark, as the squares of legends have it; labels keep clear of it."""
    colour = canvas.look.deep
    canvas.keep_clear(Area(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS))
    face = colour if mark == "done" else canvas.look.paper
    canvas.add(Disc(x, y, RADIUS, face=face, edge=colour, line=OUTLINE, level=2))
    if mark == "under_way":
        canvas.add(Strokes(tuple(_chords(x, y, (-0.6, 0.0, 0.6), slanted=True)), colour, OUTLINE, level=3))
    elif mark == "standing":
        canvas.add(Strokes(tuple(_chords(x, y, (-0.4, 0.4), slanted=False)), colour, 0.6, level=3))
    elif mark == "unstated":
        for across, down in ((-0.45, -0.45), (0.45, -0.45), (-0.45, 0.45), (0.45, 0.45)):
            canvas.add(Disc(x + across, y + down, 0.17, face=colour, level=3))
    elif mark not in ("done", "planned"):
        raise ChartError(say("chart.no_pattern", mark=mark))


def _chords(x: float, y: float, offsets: tuple[float, ...], *, slanted: bool) -> Iterator[tuple[Point, Point]]:
    """Lines through a dot at these distances from its middle, level or rising to the right."""
    for off in offsets:
        half = sqrt(RADIUS**2 - off**2)
        ends = []
        for way in (-half, half):
            across, down = (way, off)
            if slanted:
                across, down = (way + off) / sqrt(2), (off - way) / sqrt(2)
            ends.append((x + across, y + down))
        yield ends[0], ends[1]


ARTIST = Artist(draw, alt, rows, called=Both("点图", "Dot plot"))
