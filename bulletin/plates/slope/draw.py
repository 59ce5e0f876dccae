"""Lines from a left to a right axis, each with its name, both numbers and how things stand at both ends."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas
from bulletin.charts.look import Look
from bulletin.charts.marks import drawn, fill, legend_of, legend_row
from bulletin.charts.shapes import Anchor, Area, ChartError, Disc, Drawing
from bulletin.charts.tables import DATUM_HEAD, datum_row
from bulletin.charts.words import both, listed
from bulletin.charts.wrap import Lettering, TooWide, block
from bulletin.edition.specs import Datum
from bulletin.edition.text import Both, Mark
from bulletin.messages import say
from bulletin.plates.slope.edit import Pitch, SlopeSpec
from bulletin.plates.slope.spread import spread

KEY, KEY_GAP = 2.4, 0.9
"""Side of the square that says how things stand at an end, and its distance from the number, in mm."""
DOT, HALO = 0.75, 0.35
"""Radius of the end of a line, and the white around it, in mm."""
LEADER, LONG_LEADER, FAR = 2.6, 5.0, 4.0
"""From an axis to what stands beside it, in mm; and where something had to move further than `FAR`."""
MOVED = 0.35
"""Mm that a number may be off its value without a leader."""
FIGURE = 2.6
"""Height of a number in mm."""
NAME_GAP, LABEL_GAP, HEAD_GAP, SIDE = 1.8, 1.0, 1.6, 0.4
NAMES, HEAD = (0.34, 0.27, 0.2), 0.3
"""The most of the width that names may take, the first that leaves room between the axes; and the head on the right."""
HEIGHTS, LEAST = (30.0, 40.0), 14.0
"""Mm from the highest to the lowest label, at least, in a half and in a full chart; and between the axes."""
STILL: tuple[Mark, ...] = ("done", "standing")
"""What is so; a line to anything else is dashed."""


@dataclass(frozen=True, slots=True)
class Side:
    """One axis: its values, how things stand there, and where values and labels stand from the top down, in mm."""

    data: tuple[Datum, ...]
    at: list[float]
    labels: list[float]
    patterns: dict[Mark, Mark]
    keyed: bool

    @property
    def reach(self) -> float:
        """From the axis to the numbers."""
        far = max(abs(label - at) for label, at in zip(self.labels, self.at, strict=True)) > FAR
        return (LONG_LEADER if far else LEADER) + (KEY + KEY_GAP if self.keyed else 0.0)


def draw(spec: SlopeSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError where no room is left between the axes."""
    if not spec.lines:
        raise ChartError(say("chart.empty"))
    for share in NAMES:
        with suppress(TooWide):
            if drawing := _drawing(spec, Canvas(look, width), share):
                return drawing
    raise ChartError(say("chart.no_slope"))


def _drawing(spec: SlopeSpec, canvas: Canvas, share: float) -> Drawing | None:
    """The plot with names of at most this share of the width; None where they leave no room."""
    look, width = canvas.look, canvas.width
    names = [block(canvas, line.label, share * width, inline=True) for line in spec.lines]
    high, ends = ([_high(canvas, datum) for datum in side] for side in _data(spec))
    heights = [max(name.height, figure) for name, figure in zip(names, high, strict=True)]
    height = look.tall * max(HEIGHTS[width >= look.full], max(sum(heights), sum(ends)) + LABEL_GAP * (len(names) + 1))
    before, after = _sides(spec, (heights, ends), height)
    name, figure = max(each.width for each in names), _widest(canvas, before)
    left = SIDE + name + NAME_GAP + figure + before.reach
    start, end = block(canvas, spec.start, left - SIDE), block(canvas, spec.end, HEAD * width)
    right = width - SIDE - max(after.reach + _widest(canvas, after), end.width)
    if right - left < LEAST:
        return None
    top = max(start.height, end.height) + HEAD_GAP
    start.set(canvas, left, top - HEAD_GAP - start.height, "right")
    end.set(canvas, right, top - HEAD_GAP - end.height)
    for x in (left, right):
        canvas.line((x, top), (x, top + height), colour=look.rule, line=0.6)
    for one, other, first, last in zip(before.data, after.data, before.at, after.at, strict=True):
        dashes = () if {one.mark, other.mark} <= set(STILL) else (2.4, 1.8)
        canvas.line((left, top + first), (right, top + last), colour=look.deep, line=1.0, dashes=dashes, level=2)
    _paint(canvas, before, left, top, -1)
    _paint(canvas, after, right, top, 1)
    for each, middle in zip(names, before.labels, strict=True):
        _name(canvas, each, left - before.reach - figure - NAME_GAP, top + middle)
    entries = legend_of(look, (each.mark for side in (before, after) for each in side.data))
    below = legend_row(canvas, top + height + 2.2, entries)
    bottom = top + height + (2.2 + below if entries else 0.0) + 0.3
    return canvas.finish(max(bottom, *(label.area.bottom for label in canvas.labels)))


def alt(spec: SlopeSpec, look: Look) -> Both:
    """Every line with both numbers in full, each with its time, in both languages."""
    return listed([both("{}：{}，{}", "{}: {}, {}", line.label, *_ends(spec, line, look)) for line in spec.lines])


def rows(spec: SlopeSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head, two rows a line."""
    head = ("time_zh", "time_en", *DATUM_HEAD)
    return [
        head,
        *(
            (time.zh, time.en, *datum_row(datum))
            for line in spec.lines
            for time, datum in ((spec.start, line.before), (spec.end, line.after))
        ),
    ]


def _ends(spec: SlopeSpec, line: Pitch, look: Look) -> tuple[Both, Both]:
    first, last = (
        both("{}{}", "{1} ({0})", time, datum.full)
        if datum.mark in STILL
        else both("{}{}（{}）", "{1} ({0}, {2})", time, datum.full, look.marks()[datum.mark])
        for time, datum in ((spec.start, line.before), (spec.end, line.after))
    )
    return first, last


def _data(spec: SlopeSpec) -> tuple[tuple[Datum, ...], tuple[Datum, ...]]:
    return tuple(line.before for line in spec.lines), tuple(line.after for line in spec.lines)


def _high(canvas: Canvas, datum: Datum) -> float:
    return max(FIGURE, canvas.number_height(datum.figure))


def _sides(spec: SlopeSpec, heights: tuple[list[float], list[float]], height: float) -> tuple[Side, Side]:
    """Both axes on one scale from the least value to the most; there is no zero line."""
    sides = _data(spec)
    values = [float(datum.value) for side in sides for datum in side]
    patterns = drawn(datum.mark for side in sides for datum in side)
    least, most, air = min(values), max(values), max(max(side) for side in heights) / 2

    def at(value: float) -> float:
        return air + (height - 2 * air) * ((most - value) / (most - least) if most > least else 0.5)

    before, after = ([at(float(datum.value)) for datum in side] for side in sides)
    left, right = (
        _apart(own, other, high, height)
        for own, other, high in ((before, after, heights[0]), (after, before, heights[1]))
    )
    keyed = set(patterns.values()) != {"done"}
    return Side(sides[0], before, left, patterns, keyed), Side(sides[1], after, right, patterns, keyed)


def _apart(own: list[float], other: list[float], heights: list[float], height: float) -> list[float]:
    """Where the labels of one side stand; of two at one value the one whose line leads up stands higher."""
    order = sorted(range(len(own)), key=lambda n: (own[n], other[n], n))
    found = spread([own[n] for n in order], [heights[n] for n in order], LABEL_GAP, 0.0, height)
    return [at for _, at in sorted(zip(order, found, strict=True))]


def _widest(canvas: Canvas, side: Side) -> float:
    return max(canvas.number_width(datum.figure) for datum in side.data)


def _paint(canvas: Canvas, side: Side, x: float, top: float, way: int) -> None:
    """The ends of the lines; beside each its number and, where it has to be told, a square for how things stand."""
    anchor: Anchor = "left" if way > 0 else "right"
    for datum, at, label in zip(side.data, side.at, side.labels, strict=True):
        y, middle, reach = top + at, top + label, side.reach
        canvas.add(Disc(x, y, DOT + HALO, face=canvas.look.paper, level=3))
        solid = canvas.look.deep if datum.mark in STILL else canvas.look.paper
        canvas.add(Disc(x, y, DOT, face=solid, edge=canvas.look.deep, line=0.8, level=4))
        canvas.keep_clear(Area(x - DOT, y - DOT, 2 * DOT, 2 * DOT))
        canvas.number(x + way * reach, middle, datum.figure, anchor=anchor)
        if side.keyed:
            reach -= KEY + KEY_GAP
            edge = x + way * reach - (KEY if way < 0 else 0.0)
            fill(canvas, Area(edge, middle - KEY / 2, KEY, KEY), side.patterns[datum.mark])
        if abs(middle - y) > MOVED:
            start, stop = x + way * (DOT + HALO), x + way * (reach - 0.5)
            canvas.line((start, y), (stop, middle), colour=canvas.look.grey, line=0.4)


def _name(canvas: Canvas, name: Lettering, edge: float, middle: float) -> None:
    """A name that ends at `edge`."""
    left = edge - name.width if name.inline else edge
    name.set(canvas, left, middle - name.height / 2, "left" if name.inline else "right")


ARTIST = Artist(draw, alt, rows, called=Both("斜率图", "Slope chart"))
