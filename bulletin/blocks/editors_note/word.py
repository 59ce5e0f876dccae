"""The editor's note in Word."""

from __future__ import annotations

from bulletin.blocks.editors_note.edit import EditorsNote
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import paragraph, run
from bulletin.word.look import GAP_MM
from bulletin.word.ox import Node, twips
from bulletin.word.tables import cell, row, table, widths


def write(block: EditorsNote, draft: Draft) -> list[Node]:
    """On a tint, Chinese beside English, each under its heading."""
    grid, gap = widths((44, 56)), twips(GAP_MM)
    zh = [paragraph("BoxTitle", run(block.head.zh, "zh")), paragraph("BodyZH", draft.half(block.text, "zh"))]
    en = [paragraph("BoxTitle", run(block.head.en, "en")), paragraph("BodyEN", draft.half(block.text, "en"))]
    cells = row(cell(grid[0], zh, right=gap), cell(grid[1], en, left=gap))
    return [table("BulletinBox", grid, [cells], block.head, draft.word("columns")), paragraph("Spacer")]


WORD = WordBlock(write, opens=True)
