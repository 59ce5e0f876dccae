"""The tracker of projects in Word."""

from __future__ import annotations

from bulletin.blocks.projects.edit import Tracker, TrackerRow
from bulletin.edition.text import Pair
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import legend, marks, paragraph, run
from bulletin.word.listings import heads, lines
from bulletin.word.ox import Node
from bulletin.word.plates import caption, flagged_rule, note
from bulletin.word.tables import cell, kept_together, row, table, title_of, widths

_TRACKER = (38, 30, 29, 49, 32)  # mm: name, size, stage, done, plan


def write(block: Tracker, draft: Draft) -> list[Node]:
    """The projects: the stage as marks and in words, and what the article leaves unstated said so."""
    head = [flagged_rule(), *caption(block.caption, draft, "table", narrow=False, style="TableCaption")]
    grid = widths(_TRACKER)
    with draft.small():
        rows = [heads(block.heads, grid), *(row(*_project(item, draft, grid)) for item in block.rows)]
    body = kept_together([table("BulletinTable", grid, rows, title_of(block.caption.title))], whole=False, below=True)
    below = note(block.caption, draft) if block.caption.note else []
    return [*head, *body, paragraph("Note", legend(block.legend)), *below]


def _project(item: TrackerRow, draft: Draft, grid: list[int]) -> list[Node]:
    name = [
        paragraph("TableZH", draft.half(item.name, "zh", bold=True)),
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


WORD = WordBlock(write)
