"""Short items in Word."""

from __future__ import annotations

from bulletin.blocks.briefs.edit import Brief, Briefs
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import paragraph, run
from bulletin.word.ox import Node
from bulletin.word.tables import in_columns, table, title_of


def write(block: Briefs, draft: Draft) -> list[Node]:
    """Short texts on a tint, three to a row; two where the last would be alone on its own."""
    count = len(block.items)
    grid, rows = in_columns([_brief(item, draft) for item in block.items], min(2 if count % 3 == 1 else 3, count))
    title = title_of(block.items[0].title)
    return [table("BulletinBriefs", grid, rows, title)]


def _brief(item: Brief, draft: Draft) -> list[Node]:
    title = [*draft.half(item.title, "zh"), run("  ", "en"), *draft.half(item.title, "en", "EnglishTitle")]
    return [paragraph("BoxTitle", title), *draft.stacked(item.text, "BoxZH", "BoxEN")]


WORD = WordBlock(write, empty=lambda block: not block.items)
