"""Boxes on a tint: the terms, and the notes with sources and imprint."""

from __future__ import annotations

from bulletin.edition.blocks import Both, Notes, TermEntry, Terms

from .draft import Draft
from .inline import both, paragraph, run, tab
from .look import NOTES
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
    zh = [paragraph("ListZH", draft.half(pair, "zh")) for pair in block.notes]
    en = [paragraph("ListEN", draft.half(pair, "en")) for pair in block.notes]
    sources = [node for words in block.sources for node in _source(words)]
    cells = [cell(width, content) for width, content in zip(grid, (zh, en, sources), strict=True)]
    title = Both(
        f"{block.notes_title.zh}、{block.sources_title.zh}", f"{block.notes_title.en}, {block.sources_title.en}"
    )
    return [heading, table("BulletinBox", grid, [row(*cells)], title)]


def _source(words: Both) -> list[Node]:
    zh = [paragraph("SourceZH", run(words.zh, "zh"))] if words.zh else []
    en = [paragraph("SourceEN", run(words.en, "en"))] if words.en and words.en != words.zh else []
    return zh + en
