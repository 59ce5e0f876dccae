"""What each article covers and when: small time lines on one scale, stated times told from inferred ones."""

from __future__ import annotations

from math import ceil, floor

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import REGULAR, SEMIBOLD, Canvas
from bulletin.charts.colours import mix
from bulletin.charts.look import Look
from bulletin.charts.marks import KEY_GAP, fill
from bulletin.charts.shapes import MM, Area, ChartError, Drawing, Point, Polygon, Strokes
from bulletin.charts.words import both, listed
from bulletin.charts.wrap import Lettering, block
from bulletin.edition.text import Both, Mark
from bulletin.messages import say
from bulletin.plates.spans.edit import SpanRow, SpansSpec

THICK, TRACK, PAD = 2.3, 4.3, 1.3
"""Height of a bar, from track to track, and above and below an article's tracks, in mm."""
ROOMY = 3.0
"""How much faster the air about an article's tracks grows than the chart."""
HEAD = 5.4
"""Height of the line of years in mm."""
YEARS = 8.2
"""Size of the years in pt."""
AIR = 1.6
"""From a bar to its words in mm."""
SHORTEST = 1.8
RADIUS = 1.45
COLUMN = 0.3
"""The most of the width that the articles' names may take."""
MANY = 8
"""More articles than these stand closer, their names on one line."""
COLUMN_OF_MANY, PAD_OF_MANY = 0.38, 0.45


def draw(spec: SpansSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError for no rows, or one that ends before it starts."""
    if not spec.rows:
        raise ChartError(say("chart.empty"))
    for row in spec.rows:
        if row.end < row.start:
            raise ChartError(say("chart.backwards", label=row.text.en), row.text.en)
    canvas = Canvas(look, width)
    groups, dense = spec.places(), len(spec.places()) > MANY
    column = COLUMN_OF_MANY if dense else COLUMN
    names = [block(canvas, rows[0].label, column * width, inline=dense) for rows in groups]
    plot = Plot(canvas, max(name.width for name in names) + 3.0, *spec.scale(), PAD_OF_MANY if dense else PAD)
    y = HEAD
    for rows, name in zip(groups, names, strict=True):
        canvas.line((0.0, y), (width, y), colour=None if y == HEAD else look.rule, line=0.6 if y == HEAD else 0.45)
        y = plot.group(rows, name, y)
    canvas.line((0.0, y), (width, y), line=0.6)
    plot.years(y)
    return canvas.finish(_legend(canvas, spec.rows, y) + 0.3)


def alt(spec: SpansSpec, look: Look) -> Both:
    """Every row with its years, and whether they are stated, in both languages."""
    words = []
    for row in spec.rows:
        year = Both(_years(row), _years(row))
        words.append(both("{}，{}，{}（{}）", "{}, {}, {} ({})", row.label, year, row.text, look.words[_kind(row)]))
    return listed(words)


def rows(spec: SpansSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head; start and end in years and parts of years."""
    head = ("label_zh", "label_en", "text_zh", "text_en", "start", "end", "stated")
    return [
        head,
        *(
            (
                r.label.zh,
                r.label.en,
                r.text.zh,
                r.text.en,
                f"{r.start:.3f}",
                f"{r.end:.3f}",
                "yes" if r.stated else "no",
            )
            for r in spec.rows
        ),
    ]


def own(spec: SpansSpec) -> list[str]:
    """The years of the scale, and what the alternative text says of a row: whose, from when to when, what."""
    first, last = spec.scale()
    said = [
        mark.join((getattr(row.label, language), _years(row), getattr(row.text, language)))
        for row in spec.rows
        for language, mark in (("zh", "，"), ("en", ", "))
    ]
    return [str(year) for year in range(first, last + 2)] + said


def _years(row: SpanRow) -> str:
    first, last = floor(row.start), max(floor(row.start), ceil(row.end) - 1)
    return str(first) if first == last else f"{first}–{last}"


def _kind(row: SpanRow) -> str:
    """The phrase that says whether its time is stated."""
    if row.start == row.end:
        return "date_stated" if row.stated else "date_inferred"
    return "stated" if row.stated else "inferred"


class Plot:
    """The part right of the names, with its scale of years."""

    def __init__(self, canvas: Canvas, left: float, first: int, last: int, pad: float = PAD) -> None:
        self.canvas = canvas
        self.pad = pad
        self.left = left
        self.right = canvas.width - RADIUS - 0.3
        self.first, self.last = first, last

    def at(self, time: float) -> float:
        return self.left + (time - self.first) / (self.last - self.first) * (self.right - self.left)

    def years(self, bottom: float) -> None:
        """The years over the plot, and hairlines between them that stop short of words."""
        canvas = self.canvas
        year = self.at(self.first + 1) - self.left
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * year >= 10 or step == 100)
        for number in range(self.first, self.last + 1):
            x = self.at(number)
            canvas.add(Strokes(tuple(self._gaps(x, bottom)), mix(canvas.look.rule, 0.6), 0.5, level=0))
            wanted = number % step == 0 or (number == self.first and step > self.last - self.first)
            if number < self.last and wanted:
                middle = self.at(number + 0.5)
                half = canvas.size_of(str(number), YEARS, SEMIBOLD)[0] / 2
                middle = min(max(middle, self.left + half), self.right - half)
                canvas.number(middle, HEAD - 2.5, str(number), size=YEARS, anchor="center")

    def _gaps(self, x: float, bottom: float) -> list[tuple[Point, Point]]:
        """The pieces of an upright hairline at x that no label covers."""
        areas = [label.area for label in self.canvas.labels if label.area.x - 0.8 < x < label.area.right + 0.8]
        pieces, top = [], HEAD - 1.2
        for area in sorted(areas, key=lambda area: area.y):
            pieces.append(((x, top), (x, area.y - 0.5)))
            top = max(top, area.bottom + 0.5)
        pieces.append(((x, top), (x, bottom)))
        return [piece for piece in pieces if piece[1][1] - piece[0][1] > 0.3]

    def group(self, rows: list[SpanRow], name: Lettering, top: float) -> float:
        """One article's tracks from `top` down, in the middle of the room for its name; returns where it ends."""
        tracks = _tracks(rows)
        heights = [self._height(track) for track in tracks]
        height = max(sum(heights), name.height) + 2 * self.pad * (1 + ROOMY * (self.canvas.look.tall - 1))
        y = top + (height - sum(heights)) / 2
        for track, high in zip(tracks, heights, strict=True):
            self._track(track, y, high)
            y += high
        name.set(self.canvas, 0.0, top + (height - name.height) / 2)
        return top + height

    def _height(self, track: list[SpanRow]) -> float:
        words, _, beside = self._place(track)
        return max(TRACK, words.height + 0.8) if beside else TRACK + words.height + 0.6

    def _track(self, track: list[SpanRow], top: float, height: float) -> None:
        """A bar or a diamond with its words; a diamond that follows a bar stands on its track, without words."""
        words, x, beside = self._place(track)
        middle = top + (height if beside else TRACK) / 2
        for row in track:
            left, right = self._ends(row)
            tone = self.canvas.look.tone(row.accent)
            if row.start == row.end:
                diamond(self.canvas, (left + right) / 2, middle, tone, row.stated)
            else:
                span(self.canvas, Area(left, middle - THICK / 2, right - left, THICK), tone, row.stated, row.mark)
        words.set(self.canvas, x, middle - words.height / 2 if beside else top + TRACK - 0.2)

    def _ends(self, row: SpanRow) -> tuple[float, float]:
        left, right = self.at(row.start), self.at(row.end)
        least = 2 * RADIUS if row.start == row.end else SHORTEST
        if right - left >= least:
            return left, right
        middle = (left + right) / 2
        return middle - least / 2, middle + least / 2

    def _place(self, track: list[SpanRow]) -> tuple[Lettering, float, bool]:
        """The words of a track's first row, their x, and whether they stand beside its marks or under them."""
        canvas, text = self.canvas, track[0].text
        ends = [self._ends(row) for row in track]
        left, right = min(end[0] for end in ends), max(end[1] for end in ends)
        after, before = canvas.width - right - AIR, left - AIR - self.left
        one, two = canvas.inline_width(text, REGULAR), canvas.pair_width(text, REGULAR)
        for need, inline in ((one, True), (two, False)):
            if need <= max(after, before):
                words = block(canvas, text, max(after, before), weight=REGULAR, inline=inline)
                return words, right + AIR if need <= after else left - AIR - need, True
        words = block(canvas, text, canvas.width - self.left, weight=REGULAR, inline=True)
        return words, min(max(left, self.left), canvas.width - words.width - 0.2), False


def _tracks(rows: list[SpanRow]) -> list[list[SpanRow]]:
    """A row a track, but a point in time joins the row before it."""
    tracks: list[list[SpanRow]] = []
    for row in rows:
        if tracks and row.start == row.end and tracks[-1][0].start != tracks[-1][0].end:
            tracks[-1].append(row)
        else:
            tracks.append([row])
    return tracks


# ---------------------------------------------------------------------------------------------- marks


def span(canvas: Canvas, area: Area, tone: str, stated: bool, mark: Mark = "done") -> None:
    """A solid bar where the time is stated; a pale one between brackets where it is inferred; an outline for a plan."""
    if mark == "planned":
        fill(canvas, area, "planned", tone)
        return
    if stated:
        fill(canvas, area, "done", tone)
        return
    canvas.keep_clear(area)
    inset = 0.5
    canvas.box(Area(area.x + inset, area.y, area.width - 2 * inset, area.height), face=mix(tone, 0.35))
    over, foot = 0.35, min(0.8, area.width / 2.5)
    for x, inwards in ((area.x + 0.15, foot), (area.right - 0.15, -foot)):
        top, bottom = area.y - over, area.bottom + over
        canvas.line((x + inwards, top), (x, top), (x, bottom), (x + inwards, bottom), line=0.8, level=3)


def diamond(canvas: Canvas, x: float, y: float, tone: str, stated: bool) -> None:
    """A point in time: filled where it is stated, hollow where it is inferred."""
    halo, points = _points(x, y, RADIUS + 0.7), _points(x, y, RADIUS)
    canvas.add(Polygon(halo, canvas.look.paper, canvas.look.paper, 0.1, 4))  # on a bar of its colour
    canvas.keep_clear(Area(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS))
    canvas.add(Polygon(points, tone if stated else canvas.look.paper, tone, 0.9, 5))


def _points(x: float, y: float, radius: float) -> tuple[Point, ...]:
    return (x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)


def _look(row: SpanRow) -> tuple[bool, bool, bool]:
    """Is it a point in time, is it inferred, is it a plan? A plan is drawn alike whether its time is stated or not."""
    instant, planned = row.start == row.end, row.mark == "planned"
    return instant, not row.stated and not (planned and not instant), planned and not instant


_LABELS = {
    (False, False, False): "stated",
    (False, True, False): "inferred",
    (False, False, True): "mark_planned",
    (True, False, False): "date_stated",
    (True, True, False): "date_inferred",
}


def _legend(canvas: Canvas, rows: tuple[SpanRow, ...], top: float) -> float:
    """The kinds of marks, where two or more are in use; returns where it ends."""
    used = sorted({_look(row) for row in rows})
    if len(used) < 2:
        return top
    long, x, middle, tone = 6.4, 0.0, top + 2.2 + THICK / 2, canvas.look.deep
    for look in used:
        label = canvas.look.words[_LABELS[look]]
        instant, inferred, planned = look
        wide = 2 * RADIUS if instant else long
        if x and x + wide + KEY_GAP + canvas.inline_width(label, REGULAR) > canvas.width:
            x, middle = 0.0, middle + TRACK
        if instant:
            diamond(canvas, x + RADIUS, middle, tone, not inferred)
        else:
            span(canvas, Area(x, middle - THICK / 2, long, THICK), tone, not inferred, "planned" if planned else "done")
        x += wide + KEY_GAP + canvas.inline(x + wide + KEY_GAP, middle, label, weight=REGULAR) + 4.5
    return middle + 0.62 * canvas.look.label_zh * MM


ARTIST = Artist(draw, alt, rows, own, called=Both("时段图", "Chart of periods"))
