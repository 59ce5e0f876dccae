"""Bars of one unit on one scale from zero, each with its name on the left and its number at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas, check_positive
from bulletin.charts.look import Look
from bulletin.charts.marks import LEAST, drawn, fill, key, key_width, legend_of, legend_row
from bulletin.charts.shapes import Area, Drawing
from bulletin.charts.tables import DATUM_HEAD, datum_row, datum_words
from bulletin.charts.words import listed
from bulletin.charts.wrap import Lettering, block
from bulletin.edition.pieces import evenly
from bulletin.edition.specs import Datum
from bulletin.edition.text import Both, Mark
from bulletin.plates.bars.edit import MANY, BarsSpec

NAME_GAP, NUMBER_GAP = 1.6, 1.0
SIDE = 0.4
"""Air at the sides in mm: Pango may set a label a little wider than matplotlib."""
COLUMN = 0.45
"""The most of the width that names may take beside the bars; longer ones stand above them."""
KEY_PITCH, PAIR_GAP = 7.2, 0.9
"""From one entry of the legend to the next, and between two labels of two lines, in mm, at least."""
GUTTER = 6.0
"""Between two columns of bars in mm."""


def draw(spec: BarsSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError for an empty series, values below zero or nothing but zeros."""
    check_positive([*(bar.value for bar in spec.bars), *(value for value, _, _ in spec.beside)])
    if (len(spec.bars) > MANY or spec.beside) and width >= look.full:
        return _in_columns(spec, look, width)
    canvas = Canvas(look, width)
    return canvas.finish(_column(canvas, spec))


def _in_columns(spec: BarsSpec, look: Look, width: float) -> Drawing:
    """Many bars: two columns on one scale, the legend under both."""
    canvas, columns = Canvas(look, width), []
    for bars in evenly(spec.bars, [1] * len(spec.bars), -(-len(spec.bars) // 2)):
        column = Canvas(look, (width - GUTTER) / 2)
        part = replace(spec, bars=tuple(bars), beside=spec.beside or tuple(map(_scaled, spec.bars)))
        columns.append(column.finish(_column(column, part, legend=False)))
    for i, drawing in enumerate(columns):
        canvas.take(drawing, i * (width + GUTTER) / 2)
    bottom = max(drawing.height for drawing in columns)
    entries = legend_of(look, (bar.mark for bar in spec.bars), spec.legend)
    return canvas.finish(bottom + 2.6 + legend_row(canvas, bottom + 2.6, entries) + 0.2 if entries else bottom)


def _scaled(bar: Datum) -> tuple[Fraction, Both, Mark]:
    return bar.value, bar.figure, bar.mark


def _column(canvas: Canvas, spec: BarsSpec, *, legend: bool = True) -> float:
    """Bars one under another, their names beside them if there is room, and how high they stand.

    Where other bars share the scale, names stand above: the room for bars is the same everywhere then.
    """
    column = max(canvas.pair_width(bar.label) for bar in spec.bars) + NAME_GAP + SIDE
    if column <= COLUMN * canvas.width and not spec.beside:
        return _beside(canvas, spec, column, legend=legend)
    return _above(canvas, spec, legend=legend)


def alt(spec: BarsSpec, look: Look) -> Both:
    """Every bar with its number and unit, in both languages."""
    return listed([datum_words(look, bar, spec.legend) for bar in spec.bars])


def rows(spec: BarsSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head."""
    return [DATUM_HEAD, *(datum_row(bar) for bar in spec.bars)]


def scale(canvas: Canvas, bars: tuple[Datum, ...], room: float) -> float:
    """Mm for one unit, so that each bar and its number fit in `room` mm."""
    return _scale(canvas, [(bar.value, bar.figure) for bar in bars], room)


def _scale(canvas: Canvas, bars: Iterable[tuple[Fraction, Both]], room: float) -> float:
    return min((room - NUMBER_GAP - SIDE - canvas.number_width(shown)) / float(v) for v, shown in bars if v > 0)


def _scale_of(canvas: Canvas, spec: BarsSpec, room: float) -> float:
    """The scale of these bars and of those that share it elsewhere."""
    return _scale(canvas, [(v, shown) for v, shown, _ in (*map(_scaled, spec.bars), *spec.beside)], room)


def _patterns(spec: BarsSpec) -> dict[Mark, Mark]:
    return drawn(mark for _, _, mark in (*map(_scaled, spec.bars), *spec.beside))


def length(bar: Datum, factor: float) -> float:
    """Mm of a bar: nothing for 0, and a hair at least for anything else."""
    return max(LEAST, float(bar.value) * factor) if bar.value else 0.0


def _beside(canvas: Canvas, spec: BarsSpec, column: float, *, legend: bool) -> float:
    pitch, thick = (8.0, 4.7) if len(spec.bars) <= 5 else (7.2, 4.2)
    pitch, thick = pitch * canvas.look.tall, thick * canvas.look.tall
    high = max(canvas.pair_height, *(canvas.number_height(bar.figure) for bar in spec.bars))
    pitch = max(pitch, high + PAIR_GAP)
    factor = _scale_of(canvas, spec, canvas.width - column)
    patterns = _patterns(spec)
    middle = first = max(thick, high) / 2 + 0.2
    ends = []
    for i, bar in enumerate(spec.bars):
        middle = first + pitch * i
        canvas.pair(column - NAME_GAP, middle, bar.label, anchor="right")
        ends.append(_bar(canvas, bar, column, middle, thick, factor, patterns[bar.mark]))
    bottom = middle + max(thick, high) / 2 + 0.3
    canvas.line((column, 0.0), (column, bottom), line=0.6, level=3)
    return bottom + (_legend(canvas, spec, ends, pitch, column, bottom) if legend else 0.0)


def _bar(canvas: Canvas, bar: Datum, x: float, middle: float, thick: float, factor: float, mark: Mark) -> float:
    """One bar and its number; returns where the number ends."""
    long = length(bar, factor)
    if long:
        fill(canvas, Area(x, middle - thick / 2, long, thick), mark)
    end = x + long + NUMBER_GAP
    return end + canvas.number(end, middle, bar.figure)


def _legend(canvas: Canvas, spec: BarsSpec, ends: list[float], pitch: float, left: float, bottom: float) -> float:
    """The legend, low on the right where bars leave it free and otherwise below; returns the height it adds."""
    entries = legend_of(canvas.look, (bar.mark for bar in spec.bars), spec.legend)
    if not entries:
        return 0.0
    need = max(key_width(canvas, words) for _, words in entries)
    step = max(KEY_PITCH, canvas.pair_height + PAIR_GAP)
    taken = -(-len(entries) * step // pitch)
    for first in reversed(range(len(ends) - int(taken) + 1)):
        free = max(ends[first : first + int(taken)]) + 4
        if canvas.width - free >= need:
            x = max(free, min(canvas.width - need, left + (canvas.width - left) * 0.45))
            top = first * pitch + (taken * pitch - len(entries) * step) / 2
            for i, (mark, words) in enumerate(entries):
                key(canvas, x, top + step * (i + 0.5) - 0.6, mark, words)
            return 0.0
    return 2.6 + legend_row(canvas, bottom + 2.6, entries) + 0.2


def _above(canvas: Canvas, spec: BarsSpec, *, legend: bool) -> float:
    """Long names: each above its bar, over as many lines as it needs."""
    factor = _scale_of(canvas, spec, canvas.width)
    patterns = _patterns(spec)
    y, thick = 0.0, 3.6 * canvas.look.tall
    for bar in spec.bars:
        name = _name(canvas, bar.label)
        name.set(canvas, 0.0, y)
        y += name.height + 0.9
        high = max(thick, canvas.number_height(bar.figure))
        _bar(canvas, bar, 0.0, y + high / 2, thick, factor, patterns[bar.mark])
        y += high + 2.6 * canvas.look.tall
    entries = legend_of(canvas.look, (bar.mark for bar in spec.bars), spec.legend) if legend else ()
    height = legend_row(canvas, y + 0.4, entries)
    return y + 0.4 + height + 0.2 if entries else y - 2.6 * canvas.look.tall + 0.2


def _name(canvas: Canvas, label: Both) -> Lettering:
    """On one line if it fits, else Chinese over English."""
    return block(canvas, label, canvas.width, inline=True)


ARTIST = Artist(draw, alt, rows, called=Both("柱状图", "Bar chart"))
