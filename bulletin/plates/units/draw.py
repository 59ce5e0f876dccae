"""Squares that stand for so many of a unit, in rows, one group a part, with the part's number large beside it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas
from bulletin.charts.look import Look
from bulletin.charts.marks import LEAST, drawn, fill
from bulletin.charts.shapes import Area, ChartError, Drawing
from bulletin.charts.tables import DATUM_HEAD, datum_row, datum_words
from bulletin.charts.words import both, listed
from bulletin.charts.wrap import FIGURE_GAP, NO_FIGURE, Lettering, block, with_figure
from bulletin.edition.text import Both, Mark
from bulletin.messages import say
from bulletin.plates.parts.draw import check_parts
from bulletin.plates.units.edit import UnitsSpec
from bulletin.wording import amounts

GROUP_GAP = 1.8
"""Between two groups in mm."""
RULE_GAP, TEXT_GAP = 1.0, 1.4
"""From the squares to the group's rule, and from there to its label, in mm."""
LARGE, SMALL = 17.0, 12.5
"""Sizes in pt of a number over its label, and of one beside it."""
BIGGEST, LEAST_SIDE = 5.0, 1.5
"""Sides of squares in mm."""
TALLEST = 48.0
"""How tall the squares may be in mm; their labels up to twice that where they find no room."""
MOST_LABEL = 0.34
"""The most of the width that the words of one label may take."""
STACK_GAP = 2.2
"""Between a large number and its label in mm."""
MOST = 1500


@dataclass(frozen=True, slots=True)
class Group:
    """One part: how many squares and what part of one, in which pattern, under which number and words."""

    squares: Fraction
    mark: Mark
    shown: Both
    words: Lettering

    @property
    def count(self) -> int:
        """How many places of the grid they take: a part of a square has one of its own."""
        return ceil(self.squares)


@dataclass(frozen=True, slots=True)
class Grid:
    """How the squares stand: so many in a row, sides and pitch in mm, and whether each group's label is stacked."""

    columns: int
    side: float
    stacked: tuple[bool, ...]
    heights: tuple[float, ...]

    @property
    def pitch(self) -> float:
        return self.side * 1.2

    @property
    def width(self) -> float:
        return self.columns * self.pitch - 0.2 * self.side

    @property
    def height(self) -> float:
        return sum(self.heights) + GROUP_GAP * (len(self.heights) - 1)


def draw(spec: UnitsSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError where the parts are more than the whole, or the squares too many or none."""
    check_parts(spec.whole, spec.parts)
    canvas = Canvas(look, width)
    groups = _groups(canvas, spec)
    grid = _grid(canvas, groups)
    patterns = drawn(group.mark for group in groups)
    top = 0.2
    for group, stacked, height in zip(groups, grid.stacked, grid.heights, strict=True):
        squares = ceil(group.count / grid.columns) * grid.pitch - 0.2 * grid.side
        _squares(canvas, group, grid, top + (height - squares) / 2, patterns[group.mark])
        x = 0.2 + grid.width + RULE_GAP
        canvas.line((x, top), (x, top + height), colour=look.deep, line=0.8)
        _label(canvas, group, stacked, x + TEXT_GAP, top + height / 2)
        top += height + GROUP_GAP
    return canvas.finish(top - GROUP_GAP + 0.2)


def alt(spec: UnitsSpec, look: Look) -> Both:
    """The whole, every part, and how many one square stands for, in both languages."""
    each = Both(amounts.han(Fraction(spec.each)), amounts.figures(Fraction(spec.each)))
    parts = [datum_words(look, part) for part in spec.parts]
    if _remainder(spec) > 0:
        parts.append(spec.rest or look.words["rest"])
    head = both("{}（每格{}）：", "{} (one square is {}): ", datum_words(look, spec.whole), each)
    return both("{}{}", "{}{}", head, listed(parts))


def rows(spec: UnitsSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head; the whole comes first."""
    return [DATUM_HEAD, *(datum_row(part) for part in (spec.whole, *spec.parts))]


def _remainder(spec: UnitsSpec) -> Fraction:
    return spec.whole.value - sum((part.value for part in spec.parts), Fraction(0))


def _groups(canvas: Canvas, spec: UnitsSpec) -> list[Group]:
    """The parts and, where anything is left, the rest of which the article gives no number."""
    if spec.each <= 0:
        raise ChartError(say("chart.square_of_nothing"))
    if spec.whole.value < spec.each:
        raise ChartError(say("chart.square_too_large", each=spec.each))

    def group(value: Fraction, mark: Mark, shown: Both, label: Both) -> Group:
        return Group(value / spec.each, mark, shown, block(canvas, label, MOST_LABEL * canvas.width))

    groups = [group(part.value, part.mark, part.figure, part.label) for part in spec.parts if part.value]
    rest = _remainder(spec)
    if rest > 0:
        groups.append(group(rest, "unstated", NO_FIGURE, spec.rest or canvas.look.words["rest"]))
    total = sum(each.count for each in groups)
    if total > MOST:
        raise ChartError(say("chart.squares", squares=total, each=spec.each))
    return groups


# ---------------------------------------------------------------------------------------------- layout


def _grid(canvas: Canvas, groups: list[Group]) -> Grid:
    """The grid with the largest squares that fits, then the one whose rows are fullest; a taller one if need be."""
    for tallest in (TALLEST, 1.5 * TALLEST, 2 * TALLEST):
        if best := _best(canvas, groups, tallest):
            return best
    raise ChartError(say("chart.squares_no_room"))


def _best(canvas: Canvas, groups: list[Group], tallest: float) -> Grid | None:
    best: tuple[float, Grid] | None = None
    for columns in range(1, 61):
        grid = _try(canvas, groups, columns, tallest)
        if grid is None:
            continue
        ragged = sum(-group.count % columns for group in groups if group.count > columns) / columns
        score = grid.side - 0.4 * ragged - 0.002 * grid.height
        if best is None or score > best[0]:
            best = score, grid
    return best[1] if best else None


def _try(canvas: Canvas, groups: list[Group], columns: int, tallest: float) -> Grid | None:
    """The grid of so many columns, None where it would be too small or too tall."""
    side = BIGGEST * canvas.look.tall
    for _ in range(12):
        row_heights = [ceil(group.count / columns) * side * 1.2 - 0.2 * side for group in groups]
        stacked = tuple(height >= _stack_height(canvas, g) for g, height in zip(groups, row_heights, strict=True))
        need = max(_label_width(canvas, g, s) for g, s in zip(groups, stacked, strict=True))
        free = canvas.width - 0.4 - RULE_GAP - TEXT_GAP - need
        heights = tuple(
            max(height, _stack_height(canvas, g) if s else _beside_height(canvas, g))
            for g, s, height in zip(groups, stacked, row_heights, strict=True)
        )
        grid = Grid(columns, side, stacked, heights)
        squares = sum(row_heights) <= TALLEST * canvas.look.tall
        if squares and grid.width <= free and grid.height <= tallest * canvas.look.tall:
            return grid
        side *= 0.9
        if side < LEAST_SIDE:
            return None
    return None


def _label_width(canvas: Canvas, group: Group, stacked: bool) -> float:
    words = group.words.width
    if not group.shown.en:
        return words
    number = canvas.number_width(group.shown, LARGE if stacked else SMALL)
    return max(number, words) if stacked else number + FIGURE_GAP + words


def _stack_height(canvas: Canvas, group: Group) -> float:
    return group.words.height + (canvas.number_height(group.shown, LARGE) + STACK_GAP if group.shown.en else 0.0)


def _beside_height(canvas: Canvas, group: Group) -> float:
    return max(group.words.height, canvas.number_room(group.shown, SMALL) if group.shown.en else 0.0)


# ---------------------------------------------------------------------------------------------- painting


def _squares(canvas: Canvas, group: Group, grid: Grid, top: float, mark: Mark) -> None:
    """Whole squares, and of the last as much of its width as is left; it is there, however little."""
    for i in range(group.count):
        row, column = divmod(i, grid.columns)
        wide = max(LEAST, float(min(group.squares - i, Fraction(1))) * grid.side)
        fill(canvas, Area(0.2 + column * grid.pitch, top + row * grid.pitch, wide, grid.side), mark)


def _label(canvas: Canvas, group: Group, stacked: bool, x: float, middle: float) -> None:
    words = group.words
    if not group.shown.en:
        words.set(canvas, x, middle - words.height / 2)
    elif stacked:
        top = middle - _stack_height(canvas, group) / 2
        high = canvas.number_height(group.shown, LARGE)
        canvas.number(x, top + high / 2, group.shown, size=LARGE, colour=canvas.look.deep)
        words.set(canvas, x, top + high + STACK_GAP)
    else:
        beside = with_figure(canvas, words, group.shown, SMALL)
        beside.set(canvas, x, middle - beside.height / 2)


def own(spec: UnitsSpec) -> tuple[str, str]:
    """What one square stands for, which is no fact."""
    each = Fraction(spec.each)
    return f"每格{amounts.han(each)}", f"one square is {amounts.figures(each)}"


ARTIST = Artist(draw, alt, rows, own, called=Both("方格图", "Unit chart"))
