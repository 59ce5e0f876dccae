"""The table of evidence in Word."""

from __future__ import annotations

from bulletin.blocks.evidence.edit import Evidence, EvidenceRow
from bulletin.word.draft import Draft, evidence_anchor, mention_anchor
from bulletin.word.form import WordBlock
from bulletin.word.inline import bookmarked, both, legend, linked, marks, paragraph, run
from bulletin.word.listings import heads, lines
from bulletin.word.ox import Node
from bulletin.word.tables import cell, kept_together, row, table, widths

_EVIDENCE = (6, 35, 46, 60, 31)  # mm: number, what, as printed, quotation, status and period


def write(block: Evidence, draft: Draft) -> list[Node]:
    """Every printed figure beside the words it rests on; its number leads back to where it is printed first."""
    grid = widths(_EVIDENCE)
    rows = [heads(block.heads, grid), *(row(*_proof(item, draft, grid)) for item in block.rows)]
    title = paragraph(
        "Heading1", run(block.title.zh, "zh"), run("  ", "en"), run(block.title.en, "en", "EnglishHeading")
    )
    lede = paragraph("CaptionLine", both(block.lede), run("　　", "zh"), legend(block.legend))
    body = table("BulletinTable", grid, rows, block.title, block.lede)
    return [title, lede, *kept_together([body], whole=False, below=False)]


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
        [paragraph("Evidence", [run(item.of, "zh"), *quote] if item.of else quote)],
        status,
    ]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


def _key(number: int, draft: Draft) -> list[Node]:
    """The number of the row, where the raised numbers lead; a link back if one of them stands before it."""
    key = run(str(number), "en", "EvidenceKey")
    node = linked([key], mention_anchor(number)) if number in draft.shown else key
    return bookmarked([node], next(draft.ids), evidence_anchor(number))


WORD = WordBlock(write, ruled=True)
