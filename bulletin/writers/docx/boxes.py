"""Boxes on a tint: the terms, and the notes with sources and imprint."""

from __future__ import annotations

from bulletin.edition.blocks import Both, Notes, TermEntry, Terms

from .draft import Draft
from .inline import both, paragraph, run, tab
from .look import NOTES, NOTES_GAP
from .ox import Node
from .tables import cell, in_columns, row, table, widths


def terms(block: Terms, draft: Draft) -> list[Node]:
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


def notes(block: Notes, draft: Draft) -> list[Node]:
    """Chinese notes, English notes, sources and imprint, in three columns with one heading over them."""
    heading = paragraph(
        "BoxHeading",
        run(block.notes_title.zh, "zh"),
        tab(),
        run(block.notes_title.en, "en", "EnglishTitle"),
        tab(),
        both(block.sources_title, ("", "CaptionAside")),
    )
    grid = widths(NOTES)
    with draft.small():
        zh = [paragraph("ListZH", draft.half(pair, "zh")) for pair in block.notes]
        en = [paragraph("ListEN", draft.half(pair, "en")) for pair in block.notes]
    sources = [paragraph("Source", _source(words)) for words in block.sources]
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
