"""The terms in Word."""

from __future__ import annotations

from bulletin.blocks.terms.edit import TermEntry, Terms
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import both, paragraph, run
from bulletin.word.ox import Node
from bulletin.word.tables import in_columns, table


def write(block: Terms, draft: Draft) -> list[Node]:
    """What a foreign reader will not know, three to a row under a heading on the same tint."""
    heading = paragraph(
        "BoxHeading",
        both(block.title, ("", "EnglishTitle")),
        run("   ", "en"),
        both(block.by, ("CaptionAside", "CaptionAside")),
    )
    grid, rows = in_columns([_term(entry) for entry in block.entries], min(3, len(block.entries)))
    return [heading, table("BulletinBox", grid, rows, block.title, block.by)]


def _term(entry: TermEntry) -> list[Node]:
    title = [run(entry.term.zh, "zh"), run("  ", "en"), run(entry.term.en, "en", "EnglishTitle")]
    return [
        paragraph("BoxTitle", title),
        paragraph("BoxZH", run(entry.text.zh, "zh")),
        paragraph("BoxEN", run(entry.text.en, "en")),
    ]


WORD = WordBlock(write, empty=lambda block: not block.entries)
