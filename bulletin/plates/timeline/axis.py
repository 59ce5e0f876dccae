"""The line of years under a timeline: where each year and month stands, and which of their numbers find room."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil, floor

from bulletin.charts.canvas import REGULAR, SEMIBOLD, Canvas
from bulletin.plates.timeline.edit import TimelineSpec, busiest, years

MARGIN = 0.5
"""From the sides to the ends of the line in mm."""
SCALE = 6.6
"""Size of the scale's numbers in pt."""
MONTH, MONTHS, AFTER = 7.6, 0.62, 2.5
"""A month's mm; the most that the months may take of the width; how much wider than others the years after them are."""


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
class Number:
    """A number of the scale: its middle in mm, x across and y under the line."""

    text: str
    x: float
    y: float
    width: float
    year: bool

    def covers(self, x: float) -> bool:
        return abs(x - self.x) < self.width / 2 + 0.35


def axis_of(spec: TimelineSpec, width: float) -> Axis:
    """As many years as the events and today need; one that is busy by the month is drawn by the month."""
    room, busy, drawn = width - 2 * MARGIN, busiest(spec), years(spec)
    weights = [AFTER if busy is not None and year > busy else 1.0 for year in drawn]
    if busy is None:
        widths = [room / len(drawn)] * len(drawn)
    else:
        months = min(MONTHS * room, 12 * MONTH) if len(drawn) > 1 else room
        unit = (room - months) / max(1.0, sum(weights) - 1.0)
        widths = [months if year == busy else weight * unit for year, weight in zip(drawn, weights, strict=True)]
    return Axis(drawn[0], tuple(accumulate(widths, initial=MARGIN)), busy)


def scale(ends: list[float]) -> list[str]:
    """Every number that a scale of years and months over these times may have."""
    years = range(floor(min(ends)), ceil(max(ends)) + 2)
    return [text for year in years for text in (f"{year}.1", str(year))] + [str(month) for month in range(1, 13)]


def numbers_of(canvas: Canvas, axis: Axis) -> list[Number]:
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
