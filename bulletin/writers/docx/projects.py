"""The tracker of projects, and the findings of several subdistricts: tables under a caption of their own."""

from __future__ import annotations

from bulletin.edition.blocks import FindingFigure, FindingRow, Findings, Pair, Tracker, TrackerRow

from .draft import Draft
from .inline import both, legend, marks, paragraph, run
from .listings import colour_runs, heads, lines
from .ox import Node
from .plates import caption, flagged_rule, note, number, signed
from .tables import cell, row, table, title_of, widths

_TRACKER = (38, 30, 29, 49, 32)  # mm: name, size, stage, done, plan
_FINDINGS = (34, 66, 78)  # mm: place, finding, figures


def tracker(block: Tracker, draft: Draft) -> list[Node]:
    """The projects: the stage as marks and in words, and what the article leaves unstated said so."""
    head = [flagged_rule(), *caption(block.caption, draft, "table", narrow=False, style="TableCaption")]
    grid = widths(_TRACKER)
    with draft.small():
        rows = [heads(block.heads, grid), *(row(*_project(item, draft, grid)) for item in block.rows)]
    body = table("BulletinTable", grid, rows, title_of(block.caption.title))
    below = note(block.caption, draft) if block.caption.note else []
    return [*head, body, paragraph("Note", legend(block.legend)), *below]


def _project(item: TrackerRow, draft: Draft, grid: list[int]) -> list[Node]:
    name = [
        paragraph("TableZH", draft.half(item.name, "zh", bold=True), draft.raised(item.row)),
        paragraph("TableEN", draft.half(item.name, "en")),
    ]
    size = _stated(item.size, draft)
    stage = [
        paragraph("TableZH", marks(item.marks), run(item.stage.zh, "zh")),
        paragraph("TableEN", run(item.stage.en, "en")),
    ]
    contents = [name, size, stage, _stated(item.done, draft), _stated(item.plan, draft)]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


def _stated(pair: Pair | None, draft: Draft) -> list[Node]:
    """Both languages, or that the article does not state it."""
    if pair is None:
        return lines(draft.word("not_stated"))
    return draft.stacked(pair, "TableZH", "TableEN")


def findings(block: Findings, draft: Draft) -> list[Node]:
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
