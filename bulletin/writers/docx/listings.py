"""Tables of words: honours, evidence, and any other; their heads and cells."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.edition.blocks import (
    Both,
    Evidence,
    EvidenceRow,
    HonourRow,
    Honours,
)

from .draft import Draft, evidence_anchor, mention_anchor
from .inline import bookmarked, both, legend, linked, marks, paragraph, run
from .ox import ORDER, Node, put_in_order, w
from .tables import cell, row, table, title_of, widths

_HONOURS = (110, 34, 34)  # mm: honour, level, year
_EVIDENCE = (6, 35, 46, 60, 31)  # mm: number, what, as printed, quotation, status and period


def lines(words: Both, bold: bool | None = None) -> list[Node]:
    """Chinese over English; a language that is empty takes no line."""
    zh = [paragraph("TableZH", run(words.zh, "zh", bold=bold))]
    return zh + ([paragraph("TableEN", run(words.en, "en"))] if words.en and words.en != words.zh else [])


def heads(words: Sequence[Both], grid: Sequence[int]) -> Node:
    """The head row, repeated on every page."""
    cells = [cell(width, paragraph("TableHead", both(one))) for width, one in zip(grid, words, strict=True)]
    return row(*cells, head=True)


def honours(block: Honours, draft: Draft) -> list[Node]:
    """Honours with their level and year."""
    head = paragraph("Heading1", draft.inline(block.title, en_style="EnglishHeading"))
    grid = widths(_HONOURS)
    rows = [heads(block.heads, grid), *(row(*_honour(item, draft, grid)) for item in block.rows)]
    return [head, table("BulletinTable", grid, rows, title_of(block.title))]


def _honour(item: HonourRow, draft: Draft, grid: list[int]) -> list[Node]:
    contents = [draft.stacked(item.name, "TableZH", "TableEN"), lines(item.level), lines(item.year)]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


def evidence(block: Evidence, draft: Draft) -> list[Node]:
    """Every printed figure beside the words it rests on; its number leads back to where it is printed first."""
    grid = widths(_EVIDENCE)
    rows = [heads(block.heads, grid), *(row(*_proof(item, draft, grid)) for item in block.rows)]
    title = paragraph(
        "Heading1", run(block.title.zh, "zh"), run("  ", "en"), run(block.title.en, "en", "EnglishHeading")
    )
    lede = paragraph("CaptionLine", both(block.lede), run("　　", "zh"), legend(block.legend))
    return [title, lede, table("BulletinTable", grid, rows, block.title, block.lede)]


def _proof(item: EvidenceRow, draft: Draft, grid: list[int]) -> list[Node]:
    quote = [run(piece.text, "zh", "Marked" if piece.marked else "") for piece in item.quote]
    status = [
        paragraph("TableZH", marks(item.marks), run(item.period.zh, "zh")),
        paragraph("TableEN", run(item.period.en, "en")),
    ]
    contents: list[list[Node]] = [
        [paragraph("TableZH", _key(item.number, draft))],
        lines(item.what, bold=True),
        lines(item.printed),
        [paragraph("Evidence", quote)],
        status,
    ]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


def _key(number: int, draft: Draft) -> list[Node]:
    """The number of the row, where the raised numbers lead; a link back if one of them stands before it."""
    key = run(str(number), "en", "EvidenceKey")
    node = linked([key], mention_anchor(number)) if number in draft.shown else key
    return bookmarked([node], next(draft.ids), evidence_anchor(number))


def colour_runs(lines: Sequence[Node], colour: str) -> None:
    """Colour runs directly: an accent that tells subdistricts apart is no style."""
    for line in lines:
        for properties in line.iter(w("rPr").tag):
            properties.append(w("color", val=colour))
            put_in_order(properties, ORDER["rPr"])
