"""Each level is a part of the one before: a bar in the outline of the last."""

from __future__ import annotations

from itertools import pairwise

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas, check_positive
from bulletin.charts.look import Look
from bulletin.charts.marks import drawn, fill
from bulletin.charts.shapes import Area, ChartError, Drawing
from bulletin.charts.tables import DATUM_HEAD, datum_row, datum_words
from bulletin.charts.words import both, listed
from bulletin.charts.wrap import block
from bulletin.edition.specs import Datum
from bulletin.edition.text import Both, Mark
from bulletin.messages import say
from bulletin.plates.bars.draw import COLUMN, NAME_GAP, NUMBER_GAP, PAIR_GAP, SIDE, length, scale
from bulletin.plates.nested.edit import NestedSpec

PITCH, THICK = 8.0, 5.0
NUMBER_AIR = 0.8
"""Over and under a figure of two lines within its bar, together, in mm."""


def draw(spec: NestedSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError where a level is more than the one before."""
    check_positive(level.value for level in spec.levels)
    for outer, inner in pairwise(spec.levels):
        if inner.value > outer.value:
            raise ChartError(say("chart.larger", inner=inner.label.en, outer=outer.label.en), inner.label.en)
    canvas = Canvas(look, width)
    pitch, thick = PITCH * look.tall, THICK * look.tall
    column = max(canvas.pair_width(level.label) for level in spec.levels) + NAME_GAP + SIDE
    above = column > COLUMN * width
    left = 0.0 if above else column
    factor = scale(canvas, spec.levels, width - left)
    patterns = drawn(level.mark for level in spec.levels)
    thick = max(thick, *(canvas.number_height(level.figure) + NUMBER_AIR for level in spec.levels))
    pitch = max(pitch, canvas.pair_height + PAIR_GAP, thick + PAIR_GAP)
    y = 0.2 if above else max(0.2, (canvas.pair_height - thick) / 2 + 0.2)
    last: Area | None = None
    for level in spec.levels:
        named = 0.0  # how far a name reaches over its bar
        if above:
            name = block(canvas, level.label, width, inline=True)
            name.set(canvas, 0.0, y)
            y += name.height + 1.0
            named = name.width + NAME_GAP
        else:
            canvas.pair(left - NAME_GAP, y + thick / 2, level.label, anchor="right")
        area = Area(left, y, length(level, factor), thick)
        last = _level(canvas, level, last, area, patterns[level.mark], tied=last is None or named < last.width)
        y += thick + 2.4 if above else pitch
    if not above:
        canvas.line((left, 0.0), (left, y - pitch + thick + 0.2), line=0.6, level=3)
    end = y - (2.4 if above else pitch - thick) + 0.5
    low = 0.0 if above else y - pitch + (thick + canvas.pair_height) / 2 + 0.2
    return canvas.finish(max(end, low))


def alt(spec: NestedSpec, look: Look) -> Both:
    """Every level with its number and unit, in both languages, each said to be within the one before."""
    first, *inner = (datum_words(look, level) for level in spec.levels)
    return listed([first, *(both("其中{}", "of which {}", level) for level in inner)])


def rows(spec: NestedSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head, from the whole inwards."""
    return [DATUM_HEAD, *(datum_row(level) for level in spec.levels)]


def _level(canvas: Canvas, level: Datum, outer: Area | None, area: Area, mark: Mark, *, tied: bool) -> Area:
    """One level's bar in the tinted outline of the one it is a part of, and its area.

    The outline is tied to that bar by a line, but where a name stands in the way.
    """
    left, y, thick = area.x, area.y, area.height
    if outer:
        ghost = Area(left, y, outer.width, thick)
        canvas.box(ghost, face=canvas.look.pale, level=0)
        edge = ((ghost.right, outer.bottom if tied else y), (ghost.right, ghost.bottom), (left, ghost.bottom))
        canvas.line(*edge, colour=canvas.look.rule, line=0.5)
        canvas.line((left, y), (ghost.right, y), colour=canvas.look.rule, line=0.5)
    if area.width:
        fill(canvas, area, mark)
    end = outer.right if outer and outer.width - area.width < 1 else area.right
    room = (outer.right if outer else 0.0) - area.right
    need = canvas.number_width(level.figure) + 2 * NUMBER_GAP
    canvas.number((outer.right if outer and room < need else end) + NUMBER_GAP, y + thick / 2, level.figure)
    return area


ARTIST = Artist(draw, alt, rows, called=Both("嵌套方块图", "Nested squares"))
