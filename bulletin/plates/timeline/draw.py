"""Events on a line of years, the busiest year by the month. A mark is as long as its date is vague."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import BOLD, REGULAR, SEMIBOLD, Canvas
from bulletin.charts.hang import Lanes, hang
from bulletin.charts.lanes import Item, NoRoom, Spot, place
from bulletin.charts.look import Look
from bulletin.charts.marks import fill, legend_of, legend_row
from bulletin.charts.shapes import MM, Area, ChartError, Drawing
from bulletin.charts.words import both, listed
from bulletin.charts.wrap import Lettering, block
from bulletin.edition.specs import EventMark
from bulletin.edition.text import Both
from bulletin.messages import say
from bulletin.plates.timeline.axis import MARGIN, SCALE, Axis, Number, axis_of, numbers_of, scale
from bulletin.plates.timeline.edit import TimelineSpec

THICK, SHORTEST, TRACK = 2.2, 0.9, 2.75
"""A mark's height, its least length, and from one track of marks to the next, in mm."""
WRAPS = (60.0, 42.0, 30.0)
"""Widths in mm that labels may have; the next one is tried where there is no room."""


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
        raise ChartError(say("chart.empty"))
    for event in spec.events:
        if event.end < event.start:
            raise ChartError(say("chart.backwards", label=event.label.en), event.label.en)
    canvas = Canvas(look, width)
    axis = axis_of(spec, width)
    marks = _marks(sorted(spec.events, key=lambda event: (event.start, event.end)), axis)
    numbers = numbers_of(canvas, axis)
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
    entries = legend_of(canvas.look, (event.mark for event in spec.events), spec.legend)
    height = legend_row(canvas, bottom + 2.4, entries)
    return canvas.finish(bottom + (2.4 + height if entries else 0.0) + 0.2)


def alt(spec: TimelineSpec, look: Look) -> Both:
    """Every event with its date, in both languages, and its status where it has not happened yet."""
    events = []
    for event in spec.events:
        words = both("{}{}", "{}: {}", event.when, event.label)
        status = look.marks(spec.legend)[event.mark]
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


def _place(canvas: Canvas, marks: list[Placed], numbers: list[Number]) -> tuple[list[Lettering], list[Spot]]:
    """The labels and where they stand: in long lines if there is room, else in shorter ones.

    As a last resort leaders cross other marks and the numbers of the scale.
    """
    clear = [_clear_starts(mark, marks, numbers) for mark in marks]
    anywhere = [(_starts(mark), _starts(mark)) for mark in marks]
    for starts, limit in (*((clear, limit) for limit in WRAPS), (anywhere, WRAPS[-1])):
        blocks = [_words(canvas, mark.event, min(limit, 0.52 * canvas.width)) for mark in marks]
        items = [Item(label.width, up, down) for label, (up, down) in zip(blocks, starts, strict=True)]
        with suppress(NoRoom):
            return blocks, place(items, canvas.width - MARGIN)  # a letter may reach beyond its own width
    raise ChartError(say("chart.no_room", labels=len(marks)))


def _words(canvas: Canvas, event: EventMark, limit: float) -> Lettering:
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


def own(spec: TimelineSpec) -> list[str]:
    """The years and months of the scale."""
    return scale([at for event in spec.events for at in (event.start, event.end)] + [spec.now])


ARTIST = Artist(draw, alt, rows, own, called=Both("时间轴", "Timeline"))
