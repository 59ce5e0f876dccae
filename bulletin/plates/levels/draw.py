"""How many honours each article lists, by level: one square an honour."""

from __future__ import annotations

from contextlib import suppress

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas
from bulletin.charts.look import Look
from bulletin.charts.marks import fill
from bulletin.charts.shapes import Area, ChartError, Drawing
from bulletin.charts.words import both, enumerated, listed
from bulletin.charts.wrap import Lettering, block
from bulletin.edition.text import Both
from bulletin.messages import say
from bulletin.plates.levels.edit import LevelsSpec

SIDE, STEP = 2.7, 3.3
"""A square's side, and from one to the next, in mm."""
AIR = 3.0
"""Between two columns in mm."""
NUMBER_GAP = 0.8
PAD, ROOMY = 1.0, 4.0
"""Above and below a row in mm; how much faster this grows than the chart."""
NAMES = 0.3
"""The most of the width that names may take."""
MANY, PAD_OF_MANY = 8, 0.7
"""More rows than these stand closer, their names on one line."""
HEADS = (22.0, 16.0, 12.0)
"""Widths in mm that heads may have; the next one is tried where there is no room."""
MOST = 400


def draw(spec: LevelsSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError for no rows or levels, a row with another number of counts, or counts below zero."""
    _check(spec)
    canvas = Canvas(look, width)
    dense = len(spec.rows) > MANY
    names = [block(canvas, label, NAMES * width, inline=dense) for label, _, _ in spec.rows]
    pad = PAD_OF_MANY if dense else PAD
    left = max(name.width for name in names) + AIR
    most = [max(counts[i] for _, _, counts in spec.rows) for i in range(len(spec.levels))]
    heads, widths, per_line = _columns(canvas, spec, most, width - left)
    spare = (width - left - sum(widths) - AIR * (len(widths) - 1)) / len(widths)
    starts = [left + sum(widths[:i]) + i * (AIR + spare) for i in range(len(widths))]
    bottom = 0.2 + max(head.height for head in heads) + 1.4
    for head, x in zip(heads, starts, strict=True):
        head.set(canvas, x, bottom - 1.4 - head.height)
    y = bottom
    for name, (_, accent, counts) in zip(names, spec.rows, strict=True):
        canvas.line((0, y), (width, y), colour=None if y == bottom else look.rule, line=0.6 if y == bottom else 0.45)
        lines = max(1, *(-(-count // per_line) for count in counts))
        height = max(name.height, lines * STEP - (STEP - SIDE)) + 2 * pad * (1 + ROOMY * (look.tall - 1))
        name.set(canvas, 0.0, y + (height - name.height) / 2)
        for count, x in zip(counts, starts, strict=True):
            _squares(canvas, count, per_line, x, y + height / 2, look.tone(accent))
        y += height
    canvas.line((0, y), (width, y), line=0.6)
    return canvas.finish(y + 0.3)


def alt(spec: LevelsSpec, look: Look) -> Both:
    """Every count in both languages."""
    words = []
    for label, _, counts in spec.rows:
        each = [
            both("{}{}", "{} {}", level, Both(str(n), str(n))) for level, n in zip(spec.levels, counts, strict=True)
        ]
        words.append(both("{}：{}", "{}: {}", label, enumerated(each)))
    return listed(words)


def rows(spec: LevelsSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head, a column a level."""
    head = ("label_zh", "label_en", *(level.en for level in spec.levels))
    return [head, *((label.zh, label.en, *map(str, counts)) for label, _, counts in spec.rows)]


def own(spec: LevelsSpec) -> list[str]:
    """The counts: drawn alone, and named in the alternative text."""
    counted = [(level, count) for _, _, counts in spec.rows for level, count in zip(spec.levels, counts, strict=True)]
    return [text for level, n in counted for text in (f"{level.zh}{n}", f"{level.en} {n}", str(n))]


def _check(spec: LevelsSpec) -> None:
    if not spec.rows or not spec.levels:
        raise ChartError(say("chart.empty"))
    for label, _, counts in spec.rows:
        if len(counts) != len(spec.levels):
            raise ChartError(say("chart.counts", label=label.en, counts=len(counts), levels=len(spec.levels)), label.en)
        if min(counts) < 0 or max(counts) > MOST:
            raise ChartError(say("chart.count", label=label.en, most=MOST), label.en)


def _columns(
    canvas: Canvas, spec: LevelsSpec, most: list[int], room: float
) -> tuple[list[Lettering], list[float], int]:
    """Heads and widths of the columns, and squares a line: as many as fit."""
    squares = [[_width(canvas, count, line) for count in most] for line in range(max(1, *most), 0, -1)]
    for limit in HEADS:
        with suppress(ChartError):
            heads = [block(canvas, level, limit) for level in spec.levels]
            for fewer, wide in enumerate(squares):
                widths = [max(head.width, cell) for head, cell in zip(heads, wide, strict=True)]
                if sum(widths) + AIR * (len(widths) - 1) <= room:
                    return heads, widths, max(1, *most) - fewer
    raise ChartError(say("chart.levels_no_room", levels=len(spec.levels)))


def _width(canvas: Canvas, count: int, per_line: int) -> float:
    """Mm of a cell with its number."""
    number = canvas.number_width(str(count)) if count else 0.0
    return min(count, per_line) * STEP + NUMBER_GAP + number


def _squares(canvas: Canvas, count: int, per_line: int, x: float, middle: float, tone: str) -> None:
    """The squares in lines, their number at the end of the first; a dash for none."""
    if count == 0:
        canvas.en(x, middle, "–")
        return
    lines = -(-count // per_line)
    top = middle - (lines * STEP - (STEP - SIDE)) / 2
    for i in range(count):
        line, column = divmod(i, per_line)
        fill(canvas, Area(x + column * STEP, top + line * STEP, SIDE, SIDE), "done", tone)
    canvas.number(x + min(count, per_line) * STEP + NUMBER_GAP, top + SIDE / 2, str(count))


ARTIST = Artist(draw, alt, rows, own, called=Both("层级图", "Chart of levels"))
