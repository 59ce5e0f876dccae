"""The findings in Word."""

from __future__ import annotations

from bulletin.blocks.findings.edit import FindingFigure, FindingRow, Findings
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import paragraph, run
from bulletin.word.listings import colour_runs, lines
from bulletin.word.ox import Node
from bulletin.word.plates import caption, flagged_rule, note, number, signed
from bulletin.word.styles import Style, Styles
from bulletin.word.tables import cell, row, table, title_of, widths

_PLACE, _TEXT, _FIGURES = 31, 54, 93  # mm: place, finding, all figures


def write(block: Findings, draft: Draft) -> list[Node]:
    """A finding and figures of each subdistrict, one row each, not to be compared."""
    head = [flagged_rule(), *caption(block.caption, draft, "table", narrow=False, style="TableCaption")]
    count = max((len(item.figures) for item in block.rows), default=0) or 1
    grid = widths((_PLACE, _TEXT, *[_FIGURES / count] * count))
    rows = [row(*_finding(item, draft, grid)) for item in block.rows]
    return [*head, table("BulletinTable", grid, rows, title_of(block.caption.title)), *note(block.caption, draft)]


def _finding(item: FindingRow, draft: Draft, grid: list[int]) -> list[Node]:
    colour = draft.look.accents[item.accent]
    name = [paragraph("FindingPlace", run(item.place.zh, "zh")), paragraph("BoxTitle", run(item.place.en, "en"))]
    colour_runs(name, colour)
    place = [*name, *lines(item.within, bold=False), *lines(item.dated, bold=False)]
    words = draft.stacked(item.text, "FindingZH", "BodyEN")
    figures = [_figure(figure, draft, colour) for figure in item.figures]
    contents = [place, words, *figures, *[[]] * (len(grid) - len(figures) - 2)]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


def _figure(item: FindingFigure, draft: Draft, colour: str) -> list[Node]:
    """The number with its sign over its label, which says the unit, and its period."""
    value = item.amount
    shown = paragraph("FindingNumber", number(value, draft), signed(value))
    colour_runs([shown], colour)
    label = paragraph("KeyLabelZH", run(item.label.zh, "zh"), draft.raised(value.row))
    return [shown, label, paragraph("KeyLabelEN", run(item.label.en, "en")), *lines(item.period)]


WORD = WordBlock(write)
STYLES = Styles(
    (
        Style("FindingPlace", "Finding Place", "finding_place", "serif", bold=True, before=2),
        Style("FindingZH", "Finding ZH", "finding_zh", "serif", bold=True, before=2),
        Style("FindingNumber", "Finding Number", "finding_number", "serif", bold=True, before=2),
    ),
    {"finding_place": (14, 18), "finding_zh": (10, 14.5), "finding_number": (14, 18)},
)
