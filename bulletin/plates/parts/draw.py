"""One bar cut into the parts of a whole; each part's label hangs from a leader over or under it."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

from bulletin.charts.artist import Artist
from bulletin.charts.canvas import Canvas, check_positive
from bulletin.charts.hang import Lanes, hang
from bulletin.charts.lanes import Item, NoRoom, Spot, place
from bulletin.charts.look import Look
from bulletin.charts.marks import LEAST, drawn, fill
from bulletin.charts.shapes import Area, ChartError, Drawing
from bulletin.charts.tables import DATUM_HEAD, datum_row, datum_words
from bulletin.charts.words import both, listed
from bulletin.charts.wrap import Lettering, TooWide, block, with_figure
from bulletin.edition.specs import Datum
from bulletin.edition.text import Both
from bulletin.messages import say
from bulletin.plates.parts.edit import SharesSpec

FIGURE = 12.5
"""Size in pt of a part's number."""
LABELS = 0.5, 0.36, 0.26
"""The most of the width that the words of a label may take."""
THICK, CUT = 6.0, 0.5
"""Height of the bar, and the white between two parts, in mm."""


def draw(spec: SharesSpec, look: Look, width: float) -> Drawing:
    """The plot. Raises ChartError where the parts are more than the whole."""
    check_parts(spec.whole, _pieces(spec))
    canvas = Canvas(look, width)
    parts = [part for part in _pieces(spec) if part.value > 0]
    edges = _edges([float(part.value) for part in parts], float(spec.whole.value), width)
    blocks, spots = _hung(canvas, parts, edges)
    lanes, thick = Lanes.of(spots, blocks), THICK * look.tall
    patterns = drawn(part.mark for part in parts)
    for part, (left, right), label, spot in zip(parts, edges, blocks, spots, strict=True):
        fill(canvas, Area(left, lanes.head, right - left, thick), patterns[part.mark])
        upper, lower = lanes.head, lanes.head + thick
        hang(canvas, spot, label, lanes, upper if spot.lane > 0 else lower, upper, lower)
    if edges[-1][1] < width - CUT:
        _open_end(canvas, Area(edges[-1][1] + CUT, lanes.head, width - edges[-1][1] - CUT, thick))
    return canvas.finish(lanes.head + thick + lanes.foot + 0.2)


def alt(spec: SharesSpec, look: Look) -> Both:
    """The whole and every part with its number and unit, in both languages."""
    whole = datum_words(look, spec.whole)
    parts = listed([datum_words(look, part) for part in _pieces(spec)])
    return both("{}，其中{}", "{}, of which {}", whole, parts)


def rows(spec: SharesSpec) -> list[tuple[str, ...]]:
    """The data as a table with a head; the whole comes first."""
    return [DATUM_HEAD, *(datum_row(part) for part in (spec.whole, *_pieces(spec)))]


def check_parts(whole: Datum, parts: tuple[Datum, ...]) -> None:
    """Raises ChartError for no parts, negative ones, a whole of nothing, or parts that add up to more than it."""
    check_positive(part.value for part in parts)
    total = sum(part.value for part in parts)
    if whole.value <= 0:
        raise ChartError(say("chart.no_whole", label=whole.label.en), whole.label.en)
    if total > whole.value:
        raise ChartError(say("chart.parts", parts=f"{float(total):g}", whole=f"{float(whole.value):g}"), whole.label.en)


def _pieces(spec: SharesSpec) -> tuple[Datum, ...]:
    return (*spec.parts, spec.rest) if spec.rest else spec.parts


def _edges(values: list[float], whole: float, width: float) -> list[tuple[float, float]]:
    """Left and right of each part in mm, with white between; no part vanishes."""
    lengths = [value / whole * width for value in values]
    least = LEAST + CUT
    lack = sum(max(0.0, least - length) for length in lengths)
    spare = sum(max(0.0, length - least) for length in lengths)
    lengths = [max(least, length - lack * max(0.0, length - least) / spare if spare else length) for length in lengths]
    ends = [sum(lengths[:i]) for i in range(len(lengths) + 1)]
    full = sum(values) >= whole * 0.999
    return [
        (left, right - (0.0 if full and i == len(values) - 1 else CUT))
        for i, (left, right) in enumerate(pairwise(ends))
    ]


def _hung(canvas: Canvas, parts: list[Datum], edges: list[tuple[float, float]]) -> tuple[list[Lettering], list[Spot]]:
    """The labels and where they hang: on fewer lines if they find room so, else on more, else with smaller figures."""
    for size in (FIGURE, canvas.look.number):
        for share in LABELS:
            with suppress(NoRoom, TooWide):
                blocks = [_block(canvas, part, share, size) for part in parts]
                items = [_item(left, right, label.width) for (left, right), label in zip(edges, blocks, strict=True)]
                return blocks, place(items, canvas.width)
    raise NoRoom(say("chart.no_room", labels=len(parts)))


def _block(canvas: Canvas, part: Datum, share: float, size: float) -> Lettering:
    return with_figure(canvas, block(canvas, part.label, share * canvas.width), part.figure, size)


def _item(left: float, right: float, width: float) -> Item:
    starts = tuple(dict.fromkeys((left + 0.1, (left + right) / 2, right - 0.1)))
    return Item(width, starts, starts)


def _open_end(canvas: Canvas, area: Area) -> None:
    """What the article gives no number for: a thin outline without a label."""
    canvas.box(
        Area(area.x, area.y + 0.1, area.width - 0.1, area.height - 0.2), edge=canvas.look.rule, line=0.5, level=1
    )


ARTIST = Artist(draw, alt, rows, called=Both("构成图", "Chart of parts"))
