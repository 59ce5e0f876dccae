"""The findings in Word."""

from __future__ import annotations

from bulletin.blocks.findings.edit import FindingFigure, FindingRow, Findings
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import both, paragraph, run
from bulletin.word.listings import colour_runs, lines
from bulletin.word.ox import Node
from bulletin.word.plates import caption, flagged_rule, note, number, signed
from bulletin.word.tables import cell, row, table, title_of, widths

_FINDINGS = (34, 66, 78)  # mm: place, finding, figures


def write(block: Findings, draft: Draft) -> list[Node]:
    """A finding and figures of each subdistrict, one row each, not to be compared."""
    head = [flagged_rule(), *caption(block.caption, draft, "table", narrow=False, style="TableCaption")]
    grid = widths(_FINDINGS)
    body = [row(*_finding(item, draft, grid)) for item in block.rows]
    return [*head, table("BulletinTable", grid, body, title_of(block.caption.title)), *note(block.caption, draft)]


def _finding(item: FindingRow, draft: Draft, grid: list[int]) -> list[Node]:
    name = lines(item.place, bold=True)
    colour_runs(name, draft.look.accents[item.accent])
    place = [*name, paragraph("TableEN", both(item.within)), paragraph("TableEN", both(item.dated))]
    words = draft.stacked(item.text, "TableZH", "TableEN")
    figures = [node for figure in item.figures for node in _figure(figure, draft)]
    return [cell(width, content) for width, content in zip(grid, (place, words, figures), strict=True)]


def _figure(item: FindingFigure, draft: Draft) -> list[Node]:
    """The number with its sign, its label that says the unit, then its period."""
    value = item.amount
    zh = [*draft.raised(value.row), run(f"　{item.label.zh}，{item.period.zh}", "zh")]
    return [
        paragraph("TableZH", number(value, draft, "Marked"), signed(value), zh),
        paragraph("TableEN", run(f"{item.label.en}, {item.period.en}", "en")),
    ]


WORD = WordBlock(write)
