"""What a finished plot is made of, in millimetres: labels, marks and lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulletin.problems import CannotSet

Anchor = Literal["left", "center", "right"]
Point = tuple[float, float]
Style = tuple[str, str | None, str | None, float, int, tuple[float, ...]]
"""What two shapes have in common that can be painted at once: kind, face, edge, line, level, dashes."""

MM = 25.4 / 72
"""Millimetres in a point."""


class ChartError(CannotSet):
    """A chart that cannot be drawn: its data make no sense, or its labels find no room.

    `texts` are the labels that it is about, as far as one or two are.
    """

    def __init__(self, message: str, *texts: str):
        self.texts = texts
        super().__init__(message)

    def __reduce__(self) -> tuple[object, ...]:
        """Comes back whole from another process."""
        return type(self), (str(self), *self.texts)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in mm; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def around(self, other: Area) -> Area:
        """The rectangle that holds both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        return Area(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)

    def meets(self, other: Area, gap: float = 0) -> bool:
        """Do the two overlap, or come closer than `gap`?"""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


def _around(points: Sequence[Point], by: float) -> Area:
    """The rectangle that holds the points, and `by` mm more on every side."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs) - by, min(ys) - by
    return Area(left, top, max(xs) + by - left, max(ys) + by - top)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text on its baseline; `area` is its ink as measured."""

    text: str
    x: float
    baseline: float
    anchor: Anchor
    size: float
    weight: int
    colour: str
    families: tuple[str, ...]
    area: Area


@dataclass(frozen=True, slots=True)
class Polygon:
    points: tuple[Point, ...]
    face: str | None = None
    edge: str | None = None
    line: float = 0.0
    level: int = 2

    @property
    def area(self) -> Area:
        return _around(self.points, self.line * MM / 2)

    @property
    def style(self) -> Style:
        return "polygon", self.face, self.edge, self.line, self.level, ()


@dataclass(frozen=True, slots=True)
class Disc:
    x: float
    y: float
    radius: float
    face: str | None = None
    edge: str | None = None
    line: float = 0.0
    level: int = 2

    @property
    def area(self) -> Area:
        return _around(((self.x, self.y),), self.radius + self.line * MM / 2)

    @property
    def style(self) -> Style:
        return "disc", self.face, self.edge, self.line, self.level, ()


@dataclass(frozen=True, slots=True)
class Strokes:
    """Open lines in one ink, `line` pt thick; dashes in multiples of that."""

    lines: tuple[tuple[Point, ...], ...]
    edge: str
    line: float
    dashes: tuple[float, ...] = ()
    level: int = 1
    face: None = None

    @property
    def area(self) -> Area:
        return _around([point for line in self.lines for point in line], self.line * MM / 2)

    @property
    def style(self) -> Style:
        return "strokes", None, self.edge, self.line, self.level, self.dashes


Shape = Polygon | Disc | Strokes


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished plot: nothing leaves it and nothing overlaps. `marks` are the areas that labels keep clear of."""

    width: float
    height: float
    paper: str
    labels: tuple[Label, ...]
    shapes: tuple[Shape, ...]
    marks: tuple[Area, ...]

    def moved(self, right: float) -> Drawing:
        """The same, to the right."""
        labels = (replace(one, x=one.x + right, area=_moved_area(one.area, right)) for one in self.labels)
        shapes = (_moved(shape, right) for shape in self.shapes)
        return replace(
            self,
            labels=tuple(labels),
            shapes=tuple(shapes),
            marks=tuple(_moved_area(area, right) for area in self.marks),
        )


def _moved_area(area: Area, right: float) -> Area:
    return replace(area, x=area.x + right)


def _moved(shape: Shape, right: float) -> Shape:
    if isinstance(shape, Disc):
        return replace(shape, x=shape.x + right)
    if isinstance(shape, Polygon):
        return replace(shape, points=tuple((x + right, y) for x, y in shape.points))
    return replace(shape, lines=tuple(tuple((x + right, y) for x, y in line) for line in shape.lines))
