"""Notes, sources and imprint in Word."""

from __future__ import annotations

from bulletin.blocks.notes.edit import Notes
from bulletin.edition.text import Both
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import both, paragraph, run, tab
from bulletin.word.look import NOTES, NOTES_GAP
from bulletin.word.ox import Node
from bulletin.word.tables import cell, row, table, widths


def write(block: Notes, draft: Draft) -> list[Node]:
    """Chinese notes, English notes, sources and imprint, in three columns with one heading over them.

    Where there are no notes, sources and imprint have the whole width.
    """
    over = both(block.sources_title, ("", "CaptionAside"))
    sources = [paragraph("Source", _source(words)) for words in block.sources]
    if not block.notes:
        grid = widths([1])
        return [
            paragraph("BoxHeading", over),
            table("BulletinBox", grid, [row(cell(grid[0], sources), whole=False)], block.sources_title),
        ]
    notes = run(block.notes_title.zh, "zh"), tab(), run(block.notes_title.en, "en", "EnglishTitle"), tab()
    heading = paragraph("BoxHeading", *notes, over)
    grid = widths(NOTES)
    with draft.small():
        zh = [paragraph("ListZH", draft.half(pair, "zh")) for pair in block.notes]
        en = [paragraph("ListEN", draft.half(pair, "en")) for pair in block.notes]
    cells = [
        cell(grid[0], zh, right=NOTES_GAP),
        cell(grid[1], en, left=NOTES_GAP, right=NOTES_GAP),
        cell(grid[2], sources, left=NOTES_GAP),
    ]
    title = Both(
        f"{block.notes_title.zh}、{block.sources_title.zh}", f"{block.notes_title.en}, {block.sources_title.en}"
    )
    return [heading, table("BulletinBox", grid, [row(*cells, whole=False)], title)]


def _source(words: Both) -> list[Node]:
    """One paragraph, English behind Chinese; what is the same in both is said once."""
    return [run(words.zh, "zh")] if words.en == words.zh else both(words, ("", "SourceAside"))


WORD = WordBlock(write)
