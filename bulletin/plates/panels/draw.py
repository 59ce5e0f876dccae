"""Small multiples: a column of bars for each measure, on a scale of its own, and what the articles do not state."""

from __future__ import annotations

from collections.abc import Callable

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import INLINE_GAP, REGULAR, Canvas
from bulletin.charts.look import Look
from bulletin.charts.marks import LEAST, drawn, fill, legend_of, legend_row
from bulletin.charts.shapes import MM, Area, ChartError, Drawing
from bulletin.charts.tables import DATUM_HEAD, datum_row
from bulletin.charts.words import both, listed
from bulletin.charts.wrap import block, wrap
from bulletin.edition.text import Both, Mark
from bulletin.messages import say
from bulletin.plates.bars.draw import NUMBER_GAP, SIDE
from bulletin.plates.panels.edit import Cell, Panel, PanelsSpec

PITCH, THICK = 9.6, 3.6
"""Height of a row and of its bar in mm."""
LEAST_BAR = 8.0
"""Room for the longest bar beside the widest number in mm, at least."""
LEAST_WIDTH = 30.0
"""Of a panel in mm; what does not fit goes into a further band."""
AIR = 3.0
"""Between two panels in mm."""
NAMES = 0.35
"""The most of the width that the rows' names may take."""
BAND_GAP = 4.0
YEAR_ZH = 0.3
"""Pt by which a period in Chinese words is larger than English ones."""
HEAD = ("measure_zh", "measure_en", "label_zh", "label_en", "fact", *DATUM_HEAD[3:], "year_zh", "year_en")


def draw(spec: PanelsSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError for no panels, a panel without cells, or values below zero."""
    if not spec.panels or not all(panel.cells for panel in spec.panels):
        raise ChartError(say("chart.empty"))
    for panel in spec.panels:
        if any(cell.datum and cell.datum.value < 0 for cell in panel.cells):
            raise ChartError(say("chart.negative"), panel.title.en)
    canvas = Canvas(look, width)
    names = list(dict.fromkeys(cell.label for panel in spec.panels for cell in panel.cells))
    labels = [block(canvas, name, NAMES * width) for name in names]
    left = max(label.width for label in labels) + AIR
    figures = [canvas.number_width(cell.datum.figure) for panel in spec.panels for cell in panel.cells if cell.datum]
    least = max(LEAST_WIDTH, max(figures, default=0.0) + NUMBER_GAP + SIDE + LEAST_BAR)
    count = max(1, min(len(spec.panels), int((width - left + AIR) / (least + AIR))))
    bands = -(-len(spec.panels) // count)
    count = -(-len(spec.panels) // bands)
    wide = (width - left - AIR * (count - 1)) / count
    patterns = drawn(cell.datum.mark for panel in spec.panels for cell in panel.cells if cell.datum)
    tall = (
        _tall(canvas, cell) + _year_height(canvas, cell.year, wide) for panel in spec.panels for cell in panel.cells
    )
    pitch = max(PITCH, 2.4 + max(tall), *(label.height + 2.6 for label in labels))
    y = 0.2
    for start in range(0, len(spec.panels), count):
        y += BAND_GAP if start else 0.0
        y = _heads(canvas, spec.panels[start : start + count], left, wide, y)
        for i, (name, label) in enumerate(zip(names, labels, strict=True)):
            top = y + pitch * i
            label.set(canvas, 0.0, top + (pitch - label.height) / 2)
            for j, panel in enumerate(spec.panels[start : start + count]):
                _cell(canvas, panel, name, Area(left + j * (wide + AIR), top, wide, pitch), patterns)
            last = i == len(names) - 1
            bottom = top + pitch
            canvas.line((0, bottom), (width, bottom), colour=None if last else look.rule, line=0.6 if last else 0.45)
        y += pitch * len(names)
    return canvas.finish(_foot(canvas, spec, y) + 0.3)


def alt(spec: PanelsSpec, look: Look) -> Both:
    """Every value with its unit and year, and what is not stated, in both languages."""
    return listed([_panel_words(panel, look) for panel in spec.panels])


def rows(spec: PanelsSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head; a value that is not stated is empty."""
    found: list[tuple[str, ...]] = [HEAD]
    for panel in spec.panels:
        for cell in panel.cells:
            fact, _, _, *values = datum_row(cell.datum) if cell.datum else ("",) * 7
            head = (panel.title.zh, panel.title.en, cell.label.zh, cell.label.en)
            found.append((*head, fact, *values, cell.year.zh, cell.year.en))
    return found


def _panel_words(panel: Panel, look: Look) -> Both:
    cells = []
    for cell in panel.cells:
        if cell.datum is None:
            cells.append(both("{}：{}", "{}: {}", cell.label, look.words["not_stated"]))
        elif cell.year.zh.strip():
            cells.append(both("{}：{}（{}）", "{}: {} ({})", cell.label, cell.datum.full, cell.year))
        else:
            cells.append(both("{}：{}", "{}: {}", cell.label, cell.datum.full))
    return both(
        "{}：{}",
        "{}: {}",
        panel.title,
        Both("、".join(cell.zh for cell in cells), ", ".join(cell.en for cell in cells)),
    )


# ---------------------------------------------------------------------------------------------- painting


def _heads(canvas: Canvas, panels: tuple[Panel, ...], left: float, wide: float, top: float) -> float:
    """The panels' titles, standing on the head rule; returns where that is."""
    titles = [block(canvas, panel.title, wide) for panel in panels]
    bottom = top + max(title.height for title in titles) + 1.5
    for i, title in enumerate(titles):
        title.set(canvas, left + i * (wide + AIR), bottom - 1.5 - title.height)
    canvas.line((0.0, bottom), (canvas.width, bottom), line=0.6)
    return bottom


def _cell(canvas: Canvas, panel: Panel, name: Both, area: Area, patterns: dict[Mark, Mark]) -> None:
    for cell in panel.cells:
        if cell.label == name and cell.datum is None:
            _not_stated(canvas, area)
            return
        if cell.label == name:
            _value(canvas, cell, area, _scale(canvas, panel, area.width), patterns)
            return


def _scale(canvas: Canvas, panel: Panel, room: float) -> float:
    data = [cell.datum for cell in panel.cells if cell.datum and cell.datum.value]
    return min(
        ((room - NUMBER_GAP - SIDE - canvas.number_width(datum.figure)) / float(datum.value) for datum in data),
        default=0.0,
    )


def _value(canvas: Canvas, cell: Cell, area: Area, factor: float, patterns: dict[Mark, Mark]) -> None:
    """The bar with its number, and the year under it."""
    datum = cell.datum
    assert datum is not None
    year = _year_height(canvas, cell.year, area.width)
    middle = area.y + (area.height - year) / 2 if year else area.y + area.height / 2
    long = max(LEAST, float(datum.value) * factor) if datum.value else 0.0
    if long:
        bar = Area(area.x, middle - THICK / 2, long, THICK)
        fill(canvas, bar, patterns[datum.mark], canvas.look.tone(cell.accent))
    canvas.number(area.x + long + (NUMBER_GAP if long else 0.0), middle, datum.figure)
    if year:
        top = middle + _tall(canvas, cell) / 2 + 0.25
        for line in _year_lines(canvas, cell.year, area.width):
            top += _line_height(canvas)
            _year(canvas, line, area.x, top - _line_height(canvas) / 2)


def _tall(canvas: Canvas, cell: Cell) -> float:
    """Height of a bar with its number."""
    return max(THICK, canvas.number_height(cell.datum.figure)) if cell.datum else THICK


def _line_height(canvas: Canvas) -> float:
    return 1.4 * canvas.look.label_en * MM


def _year_height(canvas: Canvas, year: Both, room: float) -> float:
    return len(_year_lines(canvas, year, room)) * _line_height(canvas)


def _year_lines(canvas: Canvas, year: Both, room: float) -> list[Both]:
    """The year in one line, or each language on lines of its own where the room is too narrow for both."""
    alike = year.zh == year.en
    year = year if alike else canvas.said(year)
    wide = _year_width(canvas)(year.zh) + INLINE_GAP + canvas.en_width(year.en)
    if alike or wide <= room:
        return [year] if year.zh.strip() or year.en.strip() else []
    zh, en = wrap(year.zh, room, _year_width(canvas)), wrap(year.en, room, canvas.en_width)
    return [*(Both(line, "") for line in zh), *(Both("", line) for line in en)]


def _year_width(canvas: Canvas) -> Callable[[str], float]:
    """How wide a period in Chinese words is."""
    return lambda text: canvas.size_of(text, canvas.look.label_en + YEAR_ZH, REGULAR)[0]


def _year(canvas: Canvas, year: Both, x: float, y: float) -> None:
    """The year once where both languages write it alike."""
    if year.zh == year.en:
        size = canvas.look.label_en
        canvas.text(x, y + 0.325 * size * MM, year.zh, size, colour=canvas.look.ink)
    else:
        size = canvas.look.label_en + YEAR_ZH
        width = canvas.text(x, y + 0.37 * size * MM, year.zh, size)
        canvas.en(x + (width + INLINE_GAP if width else 0.0), y + 0.1, year.en)


def _not_stated(canvas: Canvas, area: Area) -> None:
    """A tinted cell that says so."""
    canvas.box(Area(area.x, area.y + 0.4, area.width, area.height - 0.8), face=canvas.look.pale, level=0)
    middle = area.y + area.height / 2
    if canvas.inline_width(canvas.look.words["not_stated"], REGULAR) <= area.width - 3:
        canvas.inline(area.x + 1.5, middle, canvas.look.words["not_stated"], weight=REGULAR)
    else:
        canvas.pair(area.x + 1.5, middle, canvas.look.words["not_stated"], weight=REGULAR)


def _foot(canvas: Canvas, spec: PanelsSpec, top: float) -> float:
    """That the scales differ, and the legend; returns where they end."""
    if len(spec.panels) > 1:
        canvas.inline(0.0, top + 2.6, canvas.look.words["own_scales"], weight=REGULAR)
        top += 4.0
    entries = legend_of(canvas.look, (cell.datum.mark for panel in spec.panels for cell in panel.cells if cell.datum))
    if not entries:
        return top
    return top + 1.4 + legend_row(canvas, top + 1.4, entries)


ARTIST = Artist(draw, alt, rows, called=Both("分组柱状图", "Small bar charts"))
