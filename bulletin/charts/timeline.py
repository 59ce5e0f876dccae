"""Events on a line of years, the busiest year by the month. A mark is as long as its date is vague."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, floor

from bulletin.charts.canvas import BOLD, REGULAR, SEMIBOLD, Canvas
from bulletin.charts.hang import Lanes, hang
from bulletin.charts.lanes import Item, NoRoom, Spot, place
from bulletin.charts.look import Look
from bulletin.charts.marks import fill, legend_of, legend_row
from bulletin.charts.shapes import MM, Area, ChartError, Drawing
from bulletin.charts.words import MARKS, both, listed
from bulletin.charts.wrap import Block, block
from bulletin.edition.blocks import Both, EventMark, TimelineSpec

MARGIN = 0.5
"""From the sides to the ends of the line in mm."""
THICK, SHORTEST, TRACK = 2.2, 0.9, 2.75
"""A mark's height, its least length, and from one track of marks to the next, in mm."""
SCALE = 6.6
"""Size of the scale's numbers in pt."""
BY_MONTH = 0.27
"""An event that is dated to a quarter or better counts as dated by month."""
MONTH, MONTHS, AFTER = 7.6, 0.62, 2.5
"""A month's mm; the most that the months may take of the width; how much wider than others the years after them are."""
BUSY = 4
"""So many events by month let a year be drawn by the month."""
WRAPS = (60.0, 42.0, 30.0)
"""Widths in mm that labels may have; the next one is tried where there is no room."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A line of years from `first` on; `edges` are the mm where they begin, and where the last one ends."""

    first: int
    edges: tuple[float, ...]
    stretched: int | None = None  # the year that is drawn by the month

    @property
    def years(self) -> range:
        return range(self.first, self.first + len(self.edges) - 1)

    def at(self, time: float) -> float:
        """Where a time stands in mm."""
        year = min(max(floor(time), self.first), self.years[-1])
        left, right = self.edges[year - self.first], self.edges[year - self.first + 1]
        return left + (right - left) * (time - year)

    def width(self, year: int) -> float:
        return self.at(year + 1) - self.at(year)

    @property
    def month(self) -> float:
        """Mm of a month of the stretched year."""
        return self.width(self.stretched) / 12 if self.stretched is not None else 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """An event's mark on the line: from, to (mm), and the track it lies on, 0 being the line itself."""

    event: EventMark
    left: float
    right: float
    track: int

    def covers(self, x: float) -> bool:
        return self.left - 0.25 < x < self.right + 0.25


def draw(spec: TimelineSpec, look: Look, width: float) -> Drawing:
    """The plot, as high as its labels need. Raises ChartError for no events, or one that ends before it starts."""
    if not spec.events:
        raise ChartError("no events")
    for event in spec.events:
        if event.end < event.start:
            raise ChartError(f"{event.label.en!r} ends before it starts")
    canvas = Canvas(look, width)
    axis = _axis(spec, width)
    marks = _marks(sorted(spec.events, key=lambda event: (event.start, event.end)), axis)
    numbers = _numbers(canvas, axis)
    blocks, spots = _place(canvas, marks, numbers)
    lanes = Lanes.of(spots, blocks)
    line = lanes.head + THICK / 2 + TRACK * max(mark.track for mark in marks)
    lower = line + max(number.y for number in numbers) + 1.1
    _paint_line(canvas, axis, spec.now, lanes.head, line, lower)
    _paint_numbers(canvas, axis, numbers, line)
    _paint_marks(canvas, marks, line)
    for mark, label, spot in zip(marks, blocks, spots, strict=True):
        middle = line - TRACK * mark.track
        start = middle - THICK / 2 if spot.lane > 0 else middle + THICK / 2
        hang(canvas, spot, label, lanes, start, lanes.head, lower)
    bottom = lower + lanes.foot
    entries = legend_of((event.mark for event in spec.events), spec.legend)
    height = legend_row(canvas, bottom + 2.4, entries)
    return canvas.finish(bottom + (2.4 + height if entries else 0.0) + 0.2)


def alt(spec: TimelineSpec) -> Both:
    """Every event with its date, in both languages, and its status where it has not happened yet."""
    events = []
    for event in spec.events:
        words = both("{}{}", "{}: {}", event.when, event.label)
        status = {**MARKS, **dict(spec.legend)}[event.mark]
        events.append(words if event.mark == "done" else both("{}（{}）", "{} ({})", words, status))
    return listed(events)


def rows(spec: TimelineSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head; start and end in years and parts of years."""
    head = ("fact", "when_zh", "when_en", "label_zh", "label_en", "start", "end", "status")
    return [
        head,
        *(
            (e.fact, e.when.zh, e.when.en, e.label.zh, e.label.en, f"{e.start:.3f}", f"{e.end:.3f}", e.mark)
            for e in spec.events
        ),
    ]


# ---------------------------------------------------------------------------------------------- scale


def _axis(spec: TimelineSpec, width: float) -> Axis:
    first = floor(min(event.start for event in spec.events))
    last = max(first + 1, ceil(max(spec.now, *(event.end for event in spec.events))))
    room = width - 2 * MARGIN
    busy = _busiest(spec.events, last - first)
    years = range(first, last)
    weights = [AFTER if busy is not None and year > busy else 1.0 for year in years]
    if busy is None:
        widths = [room / len(years)] * len(years)
    else:
        months = min(MONTHS * room, 12 * MONTH) if len(years) > 1 else room
        unit = (room - months) / max(1.0, sum(weights) - 1.0)
        widths = [months if year == busy else weight * unit for year, weight in zip(years, weights, strict=True)]
    return Axis(first, tuple(accumulate(widths, initial=MARGIN)), busy)


def _busiest(events: tuple[EventMark, ...], years: int) -> int | None:
    """The year with the most events by month, if there are enough of them to stretch it."""
    counts = Counter(floor(event.start) for event in events if event.end - event.start <= BY_MONTH)
    if not counts:
        return None
    year, count = max(counts.items(), key=lambda entry: (entry[1], entry[0]))
    return year if count >= BUSY or years == 1 else None


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the scale: its middle in mm, x across and y under the line."""

    text: str
    x: float
    y: float
    width: float
    year: bool

    def covers(self, x: float) -> bool:
        return abs(x - self.x) < self.width / 2 + 0.35


def _numbers(canvas: Canvas, axis: Axis) -> list[Number]:
    """Years, as many as find room, and the months of the stretched year."""

    found = _months(canvas, axis, axis.stretched) if axis.stretched is not None else []
    narrowest = min((axis.width(year) for year in axis.years if year != axis.stretched), default=9.0)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * narrowest >= 8.0 or step == 100)
    for year in axis.years:
        if year == axis.stretched or (year % step and axis.width(year) < 8.0):
            continue
        candidate = _number(canvas, str(year), axis.at(year + 0.5), year=True)
        half = candidate.width / 2
        inside = candidate.x - half >= 0 and candidate.x + half <= canvas.width
        if inside and all(abs(candidate.x - n.x) >= half + n.width / 2 + 1.0 for n in found if n.y < 4):
            found.append(candidate)
    return found or [_number(canvas, str(axis.first), axis.at(axis.first + 0.5), year=True)]


def _number(canvas: Canvas, text: str, x: float, *, year: bool, y: float = 3.1) -> Number:
    return Number(text, x, y, canvas.size_of(text, SCALE, SEMIBOLD if year else REGULAR)[0], year)


def _months(canvas: Canvas, axis: Axis, year: int) -> list[Number]:
    """1 to 12, with the year before the 1 where it fits and otherwise on a line below."""
    wide = axis.month >= _number(canvas, f"{year}.1", 0.0, year=True).width + 0.6
    found = [
        _number(canvas, str(month), axis.at(year + (month - 0.5) / 12), year=False)
        for month in range(1, 13, 1 if axis.month >= 3.4 else 3)
    ]
    if wide:
        found[0] = _number(canvas, f"{year}.1", found[0].x, year=True)
    else:
        found.append(_number(canvas, str(year), axis.at(year + 0.5), year=True, y=6.0))
    return found


# ---------------------------------------------------------------------------------------------- marks and labels


def _marks(events: list[EventMark], axis: Axis) -> list[Placed]:
    """Where each mark lies: long ones on the line, what overlaps them on tracks above; equal marks are one."""
    spans: dict[tuple[float, float, str], tuple[float, float]] = {}
    for event in events:
        left, right = axis.at(event.start), axis.at(event.end)
        if right - left < SHORTEST:
            left = min(max((left + right - SHORTEST) / 2, axis.edges[0]), axis.edges[-1] - SHORTEST)
            right = left + SHORTEST
        spans[event.start, event.end, event.mark] = left, right
    tracks: dict[tuple[float, float, str], int] = {}
    for key in sorted(spans, key=lambda key: (spans[key][0] - spans[key][1], key)):
        left, right = spans[key]
        taken = {tracks[k] for k in tracks if spans[k][0] < right - 0.05 and left < spans[k][1] - 0.05}
        tracks[key] = next(track for track in range(len(taken) + 1) if track not in taken)
    keys = [(event.start, event.end, event.mark) for event in events]
    return [Placed(event, *spans[key], tracks[key]) for event, key in zip(events, keys, strict=True)]


def _place(canvas: Canvas, marks: list[Placed], numbers: list[Number]) -> tuple[list[Block], list[Spot]]:
    """The labels and where they stand: in long lines if there is room, else in shorter ones.

    As a last resort leaders cross other marks and the numbers of the scale.
    """
    clear = [_clear_starts(mark, marks, numbers) for mark in marks]
    anywhere = [(_starts(mark), _starts(mark)) for mark in marks]
    for starts, limit in (*((clear, limit) for limit in WRAPS), (anywhere, WRAPS[-1])):
        blocks = [_words(canvas, mark.event, min(limit, 0.52 * canvas.width)) for mark in marks]
        items = [Item(label.width, up, down) for label, (up, down) in zip(blocks, starts, strict=True)]
        with suppress(NoRoom):
            return blocks, place(items, canvas.width)
    raise ChartError(f"no room for the labels of {len(marks)} events: take fewer of them, or shorter ones")


def _words(canvas: Canvas, event: EventMark, limit: float) -> Block:
    """Date and event; what has not happened is not bold."""
    label = both("{} {}", "{}: {}", event.when, event.label)
    weight = BOLD if event.mark in ("done", "standing") else REGULAR
    return block(canvas, label, limit, weight=weight)


def _clear_starts(
    mark: Placed, marks: list[Placed], numbers: list[Number]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Leaders may leave a mark where they cross no other mark, and downwards no number of the scale."""
    starts = _starts(mark)
    up = tuple(x for x in starts if not any(m.covers(x) for m in marks if m.track > mark.track))
    down = tuple(
        x
        for x in starts
        if not any(m.covers(x) for m in marks if m.track < mark.track) and not any(n.covers(x) for n in numbers)
    )
    return up if up or down else starts, down


def _starts(mark: Placed) -> tuple[float, ...]:
    long = mark.right - mark.left
    if long < 2.2:
        return ((mark.left + mark.right) / 2,) if long < 1.4 else (mark.left + 0.3, mark.right - 0.3)
    return (
        (mark.left + mark.right) / 2,
        mark.left + 0.3,
        mark.right - 0.3,
        mark.left + long / 4,
        mark.right - long / 4,
    )


# ---------------------------------------------------------------------------------------------- painting


def _paint_line(canvas: Canvas, axis: Axis, now: float, top: float, line: float, lower: float) -> None:
    """The line, dashed after now, with its ticks; a tint behind the stretched year."""
    if axis.stretched is not None and len(axis.years) > 1:
        left, right = axis.at(axis.stretched), axis.at(axis.stretched + 1)
        canvas.box(Area(left, top - 1.0, right - left, lower + 0.5 - top + 1.0), face=canvas.look.pale, level=0)
    split = min(max(axis.at(now), axis.edges[0]), axis.edges[-1])
    canvas.line((axis.edges[0], line), (split, line), line=0.9)
    if split < axis.edges[-1]:
        canvas.line((split, line), (axis.edges[-1], line), line=0.9, dashes=(2.4, 1.8))
    for x in axis.edges:
        canvas.line((x, line - 1.4), (x, line + 1.4), line=0.7)
    if axis.stretched is not None:
        for month in range(1, 12):
            x = axis.at(axis.stretched + month / 12)
            canvas.line((x, line), (x, line + 1.1), line=0.4)


def _paint_numbers(canvas: Canvas, axis: Axis, numbers: list[Number], line: float) -> None:
    for number in numbers:
        strong = number.year and axis.stretched is not None
        canvas.text(
            number.x,
            line + number.y + 0.325 * SCALE * MM,
            number.text,
            SCALE,
            weight=SEMIBOLD if strong else REGULAR,
            colour=canvas.look.ink if strong else canvas.look.grey,
            anchor="center",
        )


def _paint_marks(canvas: Canvas, marks: list[Placed], line: float) -> None:
    """Each mark once, with a sliver of white beside it, so that neighbours part."""
    areas = {(mark.left, mark.right, mark.track, mark.event.mark) for mark in marks}
    for left, right, track, kind in sorted(areas):
        area = Area(left, line - track * TRACK - THICK / 2, right - left, THICK)
        canvas.box(area, face=canvas.look.paper, level=3)
        gap = 0.12 if area.width > 1.2 else 0.0
        fill(canvas, Area(area.x + gap, area.y, area.width - 2 * gap, area.height), kind, level=4)
