"""Tables of words and figures: projects, honours, evidence, and any other."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.edition.blocks import (
    Both,
    Evidence,
    EvidenceRow,
    HonourRow,
    Honours,
    Pair,
    TableCell,
    TextTable,
    Tracker,
    TrackerRow,
    plain,
)

from .draft import Draft, evidence_anchor, mention_anchor
from .inline import bookmarked, both, legend, linked, marks, paragraph, run
from .ox import ORDER, Node, put_in_order, w
from .plates import caption, flagged_rule, inline, note, title_of
from .tables import cell, row, table, widths

_TRACKER = (36, 31, 32, 47, 32)  # mm: name, size, stage, done, plan
_HONOURS = (110, 34, 34)  # mm: honour, level, year
_EVIDENCE = (8, 36, 38, 64, 32)  # mm: number, what, as printed, quotation, status and period


def tracker(block: Tracker, draft: Draft) -> list[Node]:
    """The projects: the stage as marks and in words, and what the article leaves unstated said so."""
    head = [flagged_rule(), *caption(block.caption, draft, "table", False, "TableCaption")]
    grid = widths(_TRACKER)
    rows = [_heads(block.heads, grid), *(row(*_project(item, draft, grid)) for item in block.rows)]
    body = table("BulletinTable", grid, rows, title_of(block.caption.title))
    below = note(block.caption, draft) if block.caption.note else []
    return [*head, body, paragraph("Note", legend(block.legend)), *below]


def _project(item: TrackerRow, draft: Draft, grid: list[int]) -> list[Node]:
    name = [
        paragraph("TableZH", draft.half(item.name, "zh", bold=True), draft.raised(item.row)),
        paragraph("TableEN", draft.half(item.name, "en")),
    ]
    size = _stated(item.size, draft)
    stage = [
        paragraph("TableZH", marks(item.marks), run(item.stage.zh, "zh")),
        paragraph("TableEN", run(item.stage.en, "en")),
    ]
    contents = [name, size, stage, _stated(item.done, draft), _stated(item.plan, draft)]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


def _stated(pair: Pair | None, draft: Draft) -> list[Node]:
    """Both languages, or that the article does not state it."""
    if pair is None:
        return _lines(draft.word("not_stated"))
    return draft.stacked(pair, "TableZH", "TableEN")


def _lines(words: Both, bold: bool | None = None) -> list[Node]:
    """Chinese over English; a language that is empty takes no line."""
    zh = [paragraph("TableZH", run(words.zh, "zh", bold=bold))]
    return zh + ([paragraph("TableEN", run(words.en, "en"))] if words.en and words.en != words.zh else [])


def _heads(heads: Sequence[Both], grid: Sequence[int]) -> Node:
    """The head row, repeated on every page."""
    cells = [cell(width, paragraph("TableHead", both(words))) for width, words in zip(grid, heads, strict=True)]
    return row(*cells, head=True)


def honours(block: Honours, draft: Draft) -> list[Node]:
    """Honours with their level and year."""
    grid = widths(_HONOURS)
    rows = [_heads(block.heads, grid), *(row(*_honour(item, draft, grid)) for item in block.rows)]
    head = paragraph("SectionHeading", inline(block.title, draft))
    return [head, table("BulletinTable", grid, rows, title_of(block.title))]


def _honour(item: HonourRow, draft: Draft, grid: list[int]) -> list[Node]:
    contents = [draft.stacked(item.name, "TableZH", "TableEN"), _lines(item.level), _lines(item.year)]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


def evidence(block: Evidence, draft: Draft) -> list[Node]:
    """Every printed figure beside the words it rests on; its number leads back to where it is printed first."""
    grid = widths(_EVIDENCE)
    rows = [_heads(block.heads, grid), *(row(*_proof(item, draft, grid)) for item in block.rows)]
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
        _lines(item.what, bold=True),
        _lines(item.printed),
        [paragraph("Evidence", quote)],
        status,
    ]
    return [cell(width, content) for width, content in zip(grid, contents, strict=True)]


def _key(number: int, draft: Draft) -> list[Node]:
    """The number of the row, where the raised numbers lead; a link back if one of them stands before it."""
    key = run(str(number), "en", "EvidenceKey")
    node = linked([key], mention_anchor(number)) if number in draft.shown else key
    return bookmarked([node], next(draft.ids), evidence_anchor(number))


def text_table(block: TextTable, draft: Draft) -> list[Node]:
    """A captioned table; its columns take the shares that the edition gives them."""
    head = [flagged_rule(), *caption(block.caption, draft, "table", False, "TableCaption")]
    grid = widths(block.widths)
    rows = [_heads(block.heads, grid)] if block.heads else []
    for line in block.rows:
        rows.append(row(*(cell(width, _cell(item, draft)) for width, item in zip(grid, line, strict=True))))
    body = table("BulletinTable", grid, rows, title_of(block.caption.title))
    return [*head, body, *note(block.caption, draft)]


def _cell(item: TableCell, draft: Draft) -> list[Node]:
    zh = [*marks(item.marks), *draft.half(item.text, "zh", bold=item.head or None)]
    en = draft.half(item.text, "en")
    lines = [paragraph("TableZH", zh), *([paragraph("TableEN", en)] if plain(item.text.en) else [])]
    if item.accent:
        _colour(lines, draft.look.accents[item.accent])
    return lines


def _colour(lines: Sequence[Node], colour: str) -> None:
    """Colour runs directly: an accent that tells subdistricts apart is no style."""
    for line in lines:
        for properties in line.iter(w("rPr").tag):
            properties.append(w("color", val=colour))
            put_in_order(properties, ORDER["rPr"])
