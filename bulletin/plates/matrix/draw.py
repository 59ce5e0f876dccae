"""Which article mentions what: a disc where the name appears, a dash where it does not."""

from __future__ import annotations

from contextlib import suppress

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas
from bulletin.charts.look import Look
from bulletin.charts.shapes import ChartError, Disc, Drawing
from bulletin.charts.words import both, enumerated, listed
from bulletin.charts.wrap import block
from bulletin.edition.text import Both
from bulletin.messages import say
from bulletin.plates.matrix.edit import MatrixSpec

RADIUS = 1.35
PITCH = 4.0
"""Height of a row whose two languages stand on one line, in mm."""
LEAST_COLUMN, AIR = 10.0, 3.0
"""The narrowest column, and the air in it beside its head, in mm."""
HEADS = 26.0
"""The widest head in mm; longer ones take more lines."""
SHARES = 0.6, 0.75
"""Of the width that all heads may take, in the order of trying: large type takes more, and names more lines."""
NAMES, HEAD_AIR, BAND_GAP = 0.34, 1.4, 4.0
"""The most of the width that names take as rows; the air beside a head then; from band to band in mm."""


def draw(spec: MatrixSpec, look: Look, width: float) -> Drawing:
    """The plot: the columns side by side; where they find no room, one under another, or in several bands.

    Raises ChartError for no rows or columns, or cells that do not match them, or where no form has room.
    """
    _check(spec)
    refused: ChartError | None = None
    for form in (_across, _down, _bands):
        try:
            return form(spec, Canvas(look, width))
        except ChartError as error:
            refused = refused or error  # of the form that a curator expects
    assert refused
    raise refused


def _across(spec: MatrixSpec, canvas: Canvas) -> Drawing:
    refused: ChartError | None = None
    for share in SHARES:
        trial = Canvas(canvas.look, canvas.width)
        try:
            return trial.finish(_band(spec, trial, 0.2, share) + 0.3)
        except ChartError as error:
            refused = refused or error
    assert refused
    raise refused


def _bands(spec: MatrixSpec, canvas: Canvas) -> Drawing:
    """Several tables one above another, each with as many columns as there is room for."""
    for bands in range(2, len(spec.columns) + 1):
        each = -(-len(spec.columns) // bands)
        trial = Canvas(canvas.look, canvas.width)
        y = 0.2
        with suppress(ChartError):
            for start in range(0, len(spec.columns), each):
                y = _band(spec.part(start, start + each), trial, y if not start else y + BAND_GAP)
            return trial.finish(y + 0.3)
    raise ChartError(say("chart.empty"))


def _band(spec: MatrixSpec, canvas: Canvas, top: float, share: float = SHARES[0]) -> float:
    """Heads, then the rows; returns where they end."""
    width, look = canvas.width, canvas.look
    limit = min(HEADS, share * width / len(spec.columns) - AIR)
    heads = [block(canvas, column, limit) for column in spec.columns]
    wide = max(LEAST_COLUMN, *(head.width + AIR for head in heads))
    left = width - wide * len(heads)
    bottom = top + max(head.height for head in heads) + 1.4
    for i, head in enumerate(heads):
        head.set(canvas, left + wide * (i + 0.5), bottom - 1.4 - head.height, "center")
    canvas.line((0.0, bottom), (width, bottom), line=0.6)
    y = bottom
    for i, (row, filled) in enumerate(zip(spec.rows, spec.filled, strict=True)):
        height = _name(canvas, row, spec.rows, left - AIR, y)
        for j, there in enumerate(filled):
            _dot(canvas, left + wide * (j + 0.5), y + height / 2, there)
        y += height
        last = i == len(spec.rows) - 1
        canvas.line((0.0, y), (width, y), colour=None if last else look.rule, line=0.6 if last else 0.45)
    return y


def _down(spec: MatrixSpec, canvas: Canvas) -> Drawing:
    """The columns as rows, and the rows as columns."""
    width, look = canvas.width, canvas.look
    names = [block(canvas, name, NAMES * width, inline=True) for name in spec.columns]
    left = max(name.width for name in names) + AIR
    wide = (width - left) / len(spec.rows)
    heads = [block(canvas, row, wide - HEAD_AIR) for row in spec.rows]
    bottom = 0.2 + max(head.height for head in heads) + 1.4
    for i, head in enumerate(heads):
        head.set(canvas, left + wide * (i + 0.5), bottom - 1.4 - head.height, "center")
    canvas.line((0.0, bottom), (width, bottom), line=0.6)
    y = bottom
    for j, name in enumerate(names):
        height = max(PITCH, name.height + 1.4)
        name.set(canvas, 0.0, y + (height - name.height) / 2)
        for i, filled in enumerate(spec.filled):
            _dot(canvas, left + wide * (i + 0.5), y + height / 2, filled[j])
        y += height
        last = j == len(names) - 1
        canvas.line((0.0, y), (width, y), colour=None if last else look.rule, line=0.6 if last else 0.45)
    return canvas.finish(y + 0.3)


def alt(spec: MatrixSpec, look: Look) -> Both:
    """For each row the columns that are filled, in both languages."""
    words = []
    for row, filled in zip(spec.rows, spec.filled, strict=True):
        names = [column for column, there in zip(spec.columns, filled, strict=True) if there] or [look.words["none"]]
        words.append(both("{}：{}", "{}: {}", row, enumerated(names)))
    return listed(words)


def rows(spec: MatrixSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head: yes or no for each column."""
    head = ("label_zh", "label_en", *(column.en for column in spec.columns))
    cells = [tuple("yes" if there else "no" for there in filled) for filled in spec.filled]
    return [head, *((row.zh, row.en, *line) for row, line in zip(spec.rows, cells, strict=True))]


def _check(spec: MatrixSpec) -> None:
    if not spec.rows or not spec.columns:
        raise ChartError(say("chart.empty"))
    if len(spec.filled) != len(spec.rows) or any(len(line) != len(spec.columns) for line in spec.filled):
        raise ChartError(say("chart.cells", rows=len(spec.rows), columns=len(spec.columns)))


def _name(canvas: Canvas, row: Both, rows: tuple[Both, ...], room: float, top: float) -> float:
    """The row's name, English in a column of its own where all find room, else under the Chinese; gives the height."""
    pitch = PITCH * canvas.look.tall
    if canvas.look.language != "bilingual" and canvas.inline_width(canvas.said(row)) <= room:
        canvas.inline(0.0, top + pitch / 2, row)
        return pitch
    chinese = max(canvas.zh_width(other.zh) for other in rows) + AIR
    english = max(canvas.en_width(other.en) for other in rows)
    if canvas.look.language == "bilingual" and chinese + english <= room:
        canvas.zh(0.0, top + pitch / 2, row.zh)
        canvas.en(max(chinese, 0.4 * room) if english <= 0.6 * room else chinese, top + pitch / 2, row.en)
        return pitch
    name = block(canvas, row, room)
    name.set(canvas, 0.0, top + 1.1 * canvas.look.tall)
    return name.height + 2.2 * canvas.look.tall


def _dot(canvas: Canvas, x: float, y: float, there: bool) -> None:
    if there:
        canvas.add(Disc(x, y, RADIUS, face=canvas.look.deep))
    else:
        canvas.text(x, y + 0.6, "–", canvas.look.label_en, colour=canvas.look.grey, anchor="center")


ARTIST = Artist(draw, alt, rows, called=Both("矩阵图", "Matrix"))
