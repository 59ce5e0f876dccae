"""The list of honors in Word."""

from __future__ import annotations

from bulletin.blocks.honours.edit import HonourRow, Honours
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import paragraph
from bulletin.word.listings import heads, lines
from bulletin.word.ox import Node
from bulletin.word.tables import cell, kept_together, row, table, title_of, widths

_HONOURS = (110, 34, 34)  # mm: honour, level, year


def write(block: Honours, draft: Draft) -> list[Node]:
    """Honours with their level and year."""
    head = paragraph("Heading1", draft.inline(block.title, en_style="EnglishHeading"))
    grid = widths(_HONOURS)
    rows = [heads(block.heads, grid), *(row(*_honour(item, draft, grid)) for item in block.rows)]
    body = table("BulletinTable", grid, rows, title_of(block.title))
    return [head, *kept_together([body], whole=False, below=False)]


def _honour(item: HonourRow, draft: Draft, grid: list[int]) -> list[Node]:
    contents = [draft.stacked(item.name, "TableZH", "TableEN"), lines(item.level), lines(item.year)]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


WORD = WordBlock(write, ruled=True)
