"""Bars that hang from one another: each change begins where the one before it ended; start and total begin at zero."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas, check_positive
from bulletin.charts.look import Look
from bulletin.charts.marks import LEAST, drawn, fill, legend_of, legend_row
from bulletin.charts.shapes import Area, Drawing
from bulletin.charts.tables import DATUM_HEAD, datum_row, datum_words
from bulletin.charts.words import both, listed
from bulletin.charts.wrap import Lettering, block
from bulletin.edition.specs import Datum
from bulletin.edition.text import Both
from bulletin.plates.waterfall.edit import WaterfallSpec

NAME_GAP, NUMBER_GAP, SIGN_GAP, SIDE = 1.6, 1.0, 0.2, 0.4
ROW_GAP, LEGEND_GAP = 1.6, 2.4
NAMES = 0.45
"""The most of the width that names may take."""
ROOM = 10.0
"""What is left to the longest bar beside its name and number in mm, at least."""
WHOLE, PART = 4.7, 3.4
"""How thick start and total are, and how thick a change, in mm."""
PLUS, MINUS = "+", "\u2212"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from one value to another; `sign` stands before its number."""

    datum: Datum
    start: float
    end: float
    sign: str = ""

    @property
    def left(self) -> float:
        return min(self.start, self.end)

    @property
    def right(self) -> float:
        return max(self.start, self.end)


def draw(spec: WaterfallSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError for values below zero or nothing but zeros."""
    bars = _bars(spec)
    check_positive(bar.datum.value for bar in bars)
    canvas = Canvas(look, width)
    limit = min(NAMES * width, width - max(_figure(canvas, bar) for bar in bars) - ROOM)
    names = [block(canvas, bar.datum.label, limit) for bar in bars]
    zero = SIDE + max(name.width for name in names) + NAME_GAP
    scale = min((width - SIDE - zero - _figure(canvas, bar)) / bar.right for bar in bars if bar.right > 0)
    areas = _areas(canvas, bars, names, zero, scale)
    patterns = drawn(bar.datum.mark for bar in bars)
    for bar, name, area in zip(bars, names, areas, strict=True):
        middle = area.y + area.height / 2
        name.set(canvas, zero - NAME_GAP, middle - name.height / 2, "right")
        if bar.datum.value:
            fill(canvas, area, patterns[bar.datum.mark], look.grey if bar.sign == MINUS else None)
        _number(canvas, bar, area.right + NUMBER_GAP, middle)
    for bar, (above, below) in zip(bars, pairwise(areas), strict=False):
        x = zero + bar.end * scale
        canvas.line((x, above.bottom), (x, below.y), colour=look.grey, line=0.5)
    bottom = _bottom(areas[-1], names[-1])
    canvas.line((zero, 0.0), (zero, bottom), line=0.6, level=3)
    entries = legend_of(look, (bar.datum.mark for bar in bars))
    below_bars = legend_row(canvas, bottom + LEGEND_GAP, entries)
    return canvas.finish(bottom + (LEGEND_GAP + below_bars if entries else 0.0) + 0.3)


def alt(spec: WaterfallSpec, look: Look) -> Both:
    """Start, every change and total with number and unit, in both languages."""
    changes = [
        both("减：{}", "minus {}", words) if change.less else both("加：{}", "plus {}", words)
        for change in spec.changes
        for words in (datum_words(look, change.datum),)
    ]
    total = both("得：{}", "which makes {}", datum_words(look, spec.total))
    return listed([datum_words(look, spec.start), *changes, total])


def rows(spec: WaterfallSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head: what each figure is in the sum, then the figure."""
    changes = ((("minus" if change.less else "plus"), change.datum) for change in spec.changes)
    data = (("start", spec.start), *changes, ("total", spec.total))
    return [("step", *DATUM_HEAD), *((step, *datum_row(datum)) for step, datum in data)]


def _bars(spec: WaterfallSpec) -> list[Bar]:
    levels = [float(level) for level in spec.levels()]
    changes = (
        Bar(change.datum, before, after, MINUS if change.less else PLUS)
        for change, (before, after) in zip(spec.changes, pairwise(levels), strict=True)
    )
    return [Bar(spec.start, 0.0, levels[0]), *changes, Bar(spec.total, 0.0, float(spec.total.value))]


def _areas(canvas: Canvas, bars: list[Bar], names: list[Lettering], zero: float, scale: float) -> list[Area]:
    """Where the bars are, one under another, each as far from the next as their names need."""
    areas, top = [], 0.2
    for bar, name in zip(bars, names, strict=True):
        thick = (PART if bar.sign else WHOLE) * canvas.look.tall
        height = max(WHOLE * canvas.look.tall, name.height, canvas.number_height(bar.datum.figure))
        long = max(LEAST, (bar.right - bar.left) * scale) if bar.datum.value else 0.0
        areas.append(Area(zero + bar.left * scale, top + (height - thick) / 2, long, thick))
        top += height + ROW_GAP * canvas.look.tall
    return areas


def _bottom(bar: Area, name: Lettering) -> float:
    return bar.y + bar.height / 2 + max(bar.height, name.height) / 2 + 0.2


def _figure(canvas: Canvas, bar: Bar) -> float:
    """The room that a number takes beside its bar."""
    sign = canvas.number_width(bar.sign) + SIGN_GAP if bar.sign else 0.0
    return NUMBER_GAP + sign + canvas.number_width(bar.datum.figure)


def _number(canvas: Canvas, bar: Bar, x: float, middle: float) -> None:
    """What is added or taken away has its sign; it is no part of the number."""
    if bar.sign:
        x += canvas.number(x, middle - canvas.first_line(bar.datum.figure), bar.sign) + SIGN_GAP
    canvas.number(x, middle, bar.datum.figure)


ARTIST = Artist(draw, alt, rows, called=Both("瀑布图", "Waterfall chart"))
