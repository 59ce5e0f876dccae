"""A table of words in Word."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.edition.text import Both, plain
from bulletin.plates.table.edit import TableCell, TextTable
from bulletin.word import measure
from bulletin.word.draft import Draft
from bulletin.word.form import Frame, WordForm
from bulletin.word.inline import GAP, marks, paragraph, run
from bulletin.word.listings import colour_runs, heads
from bulletin.word.look import Look
from bulletin.word.ox import Node, twips
from bulletin.word.tables import cell, roomy, row, table, title_of

_SHORT = 12  # characters: so short a text is not worth a second line
_PADDING = 4.4  # pt: what a cell of a table of words keeps free on both sides
_MARK = 12.0  # pt: a mark and the space behind it


def body(block: TextTable, draft: Draft, frame: Frame) -> list[Node]:
    """A table of cells; its columns take the shares of the width that the edition gives them."""
    total = twips(frame.mm)
    grid = roomy(block.widths, _needs(block, draft.look), total)
    rows = [heads(block.heads, grid)] if block.heads else []
    for line in block.rows:
        if len(line) == 1 < len(grid):
            rows.append(row(cell(total, _within(line[0], draft), span=len(grid))))
            continue
        cells = [
            cell(width, _cell(item, draft, head=not at))
            for at, (width, item) in enumerate(zip(grid, line, strict=True))
        ]
        rows.append(row(*cells))
    return [table("BulletinTable", grid, rows, title_of(block.caption.title))]


def _within(item: TableCell, draft: Draft) -> list[Node]:
    """A heading within the table: both languages on one line."""
    words = [*draft.half(item.text, "zh", bold=True), run(GAP, "en"), *draft.half(item.text, "en")]
    lines = [paragraph("TableZH", words)]
    if item.accent:
        colour_runs(lines, draft.look.accents[item.accent])
    return lines


def _cell(item: TableCell, draft: Draft, *, head: bool) -> list[Node]:
    zh = [*marks(item.marks), *draft.half(item.text, "zh", bold=head or None)]
    en = draft.half(item.text, "en")
    words = [paragraph("TableZH", zh), *([paragraph("TableEN", en)] if plain(item.text.en) else [])]
    if item.accent:
        colour_runs(words, draft.look.accents[item.accent])
    return words


def _needs(block: TextTable, look: Look) -> list[int]:
    """What each column needs, in twips, so that its head and its short texts stay on one line."""
    columns: Sequence[int] = range(len(block.widths))
    out = [0.0 for _ in columns]
    for place, head in enumerate(block.heads):
        out[place] = _head(head, look)
    for line in block.rows:
        for place, item in enumerate(line if len(line) == len(out) else ()):
            for words, key in ((plain(item.text.zh), "table_zh"), (plain(item.text.en), "table_en")):
                if len(words) <= _SHORT:
                    marks = _MARK * bool(item.marks)
                    out[place] = max(out[place], measure.width(words, look.sizes[key][0]) + marks + _PADDING)
    return [round(one * 20) for one in out]


def _head(words: Both, look: Look) -> float:
    return measure.width(f"{words.zh}{GAP}{words.en}", look.sizes["table_head"][0]) + _PADDING


WORD = WordForm(body, splits=True)
