"""A story in Word."""

from __future__ import annotations

from bulletin.blocks.story.edit import Paragraph, Story
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import both, paragraph, run
from bulletin.word.look import GAP_MM
from bulletin.word.ox import Node, twips
from bulletin.word.plates import plate_row
from bulletin.word.tables import cell, row, table, title_of, widths

_PAIR = (44, 56)  # Chinese, English: the same text is about as high in both


def write(block: Story, draft: Draft) -> list[Node]:
    """Headings that the navigation pane lists, so outside tables; then pairs of paragraphs; then plates."""
    kind = "Lead" if block.lead else ""
    heads = [
        paragraph("Kicker", both(block.kicker)),
        paragraph("LeadHeading" if kind else "Heading1", draft.half(block.title, "zh")),
        paragraph(f"{kind}HeadingEN", draft.half(block.title, "en")),
    ]
    grid = widths(_PAIR)
    body = [row(*_pair(item, draft, grid, kind or "Body")) for item in block.paragraphs]
    pairs = [table("BulletinPairs", grid, body, title_of(block.title), draft.word("columns"))] if body else []
    plates = [node for item in block.plates for node in [paragraph("Spacer"), *plate_row(item, draft)]]
    return [*heads, *pairs, *plates]


def _pair(item: Paragraph, draft: Draft, grid: list[int], style: str) -> list[Node]:
    zh = paragraph(f"{style}ZH", _run_in(item, draft, zh=True), draft.half(item.text, "zh"))
    en = paragraph(f"{style}EN", _run_in(item, draft, zh=False), draft.half(item.text, "en"))
    gap = twips(GAP_MM)
    return [cell(grid[0], zh, right=gap), cell(grid[1], en, left=gap)]


def _run_in(item: Paragraph, draft: Draft, *, zh: bool) -> list[Node]:
    """A heading at the head of its paragraph."""
    if item.head is None:
        return []
    if zh:
        return [*draft.half(item.head, "zh", "RunInHead", bold=True), run("　", "zh")]
    return [*draft.half(item.head, "en", "RunInHead", bold=True), run("  ", "en")]


WORD = WordBlock(write, ruled=True)
