"""Plates: a finding, its line, the drawing or the figures that show it, its note."""

from __future__ import annotations

from typing import Any, get_args

from bulletin import rooms
from bulletin.edition.blocks import Amount, Caption, ChartPlate, Plate, PlateRow
from bulletin.edition.text import Mark, Pair, plain
from bulletin.problems import CannotWrite

from . import measure
from .charts import chart
from .draft import Draft, mention_anchor
from .form import FULL, HALF, Frame, NativeChart, WordForm
from .inline import GAP, bookmarked, field, paragraph, run, tab
from .look import GAP_MM, TEXT_MM
from .ox import Node, twips
from .pictures import drawing
from .tables import cell, kept_together, row, table, title_of, widths

MARKS: tuple[Mark, ...] = get_args(Mark)
_BOLD, _GAPS = 1.06, 12.0  # how much wider bold is; pt between the parts of a caption


def plate_row(block: PlateRow, draft: Draft) -> list[Node]:
    """One plate as wide as the page, or some side by side in a table without lines."""
    if len(block.plates) == 1:
        alone = block.plates[0]
        below = alone.caption is not None and alone.caption.note is not None
        return kept_together(plate(alone, draft, HALF if alone.width == "half" else FULL), not _splits(alone), below)
    grid = widths([1] * len(block.plates))
    cells = []
    for place, item in enumerate(block.plates):
        left, right = GAP_MM * (place > 0), GAP_MM * (place < len(grid) - 1)
        frame = Frame(TEXT_MM / len(grid) - left - right, narrow=True)
        cells.append(cell(grid[place], plate(item, draft, frame), left=twips(left), right=twips(right)))
    title = next((title_of(one.caption.title) for one in block.plates if one.caption), draft.word("plates"))
    whole = not any(_splits(item) for item in block.plates)
    return [table("BulletinPlates", grid, [row(*cells, whole=whole)], title, draft.word("plates"))]


def plate(item: Plate, draft: Draft, frame: Frame) -> list[Node]:
    """The caption, the body and the note, made in this order, so that a first mention is where it is read first.

    What has no caption has neither rule nor number.
    """
    if item.caption is None:
        return [paragraph("Spacer"), *_form(item).body(item, draft, frame), paragraph("Spacer")]
    listed = _splits(item) and not frame.narrow  # a plate of the page, which the navigation pane lists
    sequence = "figure" if isinstance(item, ChartPlate) else "table"
    head = caption(item.caption, draft, sequence, frame.narrow, "TableCaption" if listed else "Caption")
    body = _chart(item, draft, frame) if isinstance(item, ChartPlate) else _form(item).body(item, draft, frame)
    return [flagged_rule(), *head, *body, *note(item.caption, draft)]


def _form(item: Plate) -> WordForm[Any]:
    form: WordForm[Any] = rooms.beside(item, "word", WordForm)
    return form


def _splits(item: Plate) -> bool:
    return not isinstance(item, ChartPlate) and _form(item).splits


def flagged_rule() -> Node:
    """The hairline over a plate with the small flag at its left: a tabulator on the flag's colour, no words."""
    return paragraph("Rule", tab("Flag"))


# ---------------------------------------------------------------------------------------------- captions


def caption(words: Caption, draft: Draft, sequence: str, narrow: bool, style: str = "Caption") -> list[Node]:
    """The numbered title in both languages and the line for unit and period."""
    zh = [*_numbered(draft, sequence), *draft.half(words.title, "zh")]
    if narrow:
        en = draft.half(words.title, "en")
        return [paragraph(style, zh), paragraph("CaptionEN", en), *_line(words.line, draft)]
    en = draft.half(words.title, "en", "EnglishTitle")
    if words.line and not _fits(words.title, words.line, draft):
        return [paragraph(style, zh, run(GAP, "en"), en), *_line(words.line, draft)]
    aside = [run(GAP, "en"), *draft.inline(words.line, "CaptionAside")] if words.line else []
    return [paragraph(style, zh, run(GAP, "en"), en, aside)]


def _fits(title: Pair, line: Pair, draft: Draft) -> bool:
    """Do a numbered title and its line stand on one line of the page?"""
    sizes = draft.look.sizes
    label = measure.width("图 10 Figure 10　", sizes["caption_line"][0])
    zh = measure.width(plain(title.zh), sizes["caption_zh"][0])
    en = measure.width(plain(title.en), sizes["caption_en"][0]) * _BOLD
    return label + zh + en + measure.inline(line, sizes["caption_line"][0]) <= twips(TEXT_MM) / 20 - _GAPS


def _numbered(draft: Draft, sequence: str) -> list[Node]:
    """`图 {SEQ Figure}` counts, `Figure {SEQ Figure \\c}` repeats the number (17.16.5.56): Word renumbers both."""
    word, name, small = draft.word(sequence), sequence.capitalize(), "CaptionAside"
    number = str(draft.next_of(sequence))
    return [
        run(f"{word.zh} ", "zh", small),
        *field(f"SEQ {name} \\* ARABIC", number, "zh", small),
        run(f" {word.en} ", "en", small),
        *field(f"SEQ {name} \\c", number, "en", small),
        run("　", "zh", small),
    ]


def _line(line: Pair | None, draft: Draft) -> list[Node]:
    return [paragraph("CaptionLine", draft.inline(line))] if line else []


def note(words: Caption, draft: Draft) -> list[Node]:
    """The note under a plate, in two paragraphs where it is longer than a line of the page; or the room for one."""
    if words.note is None:
        return [paragraph("Spacer")]
    if measure.inline(words.note, draft.look.sizes["note"][0]) > twips(TEXT_MM) / 20:
        return [paragraph("NoteOver", draft.half(words.note, "zh")), paragraph("Note", draft.half(words.note, "en"))]
    return [paragraph("Note", draft.inline(words.note))]


# ---------------------------------------------------------------------------------------------- bodies


def _chart(item: ChartPlate, draft: Draft, frame: Frame) -> list[Node]:
    picture = draft.charts.get(item.id)
    if picture is None:
        raise CannotWrite(f"{draft.edition.name}: the chart “{item.id}” has not been drawn")
    facts, rows = draft.only_drawn(item.spec)
    label = f"chart:{item.id}"
    if item.native:
        native: NativeChart[Any] = rooms.beside(item.spec, "word", NativeChart)
        head, marks = _in_both(item.caption.line or item.caption.title), {m: draft.word(f"mark_{m}") for m in MARKS}
        made = native.make(item.spec, head, draft.look, marks)
        shown = chart(picture, draft.attach(*made), next(draft.ids), label, frame.mm, native.rows(item.spec))
    else:
        shown = drawing(picture, draft.embed(picture), next(draft.ids), label, frame.mm)
    nodes = draft.noted([shown], facts)
    for number in rows:
        draft.shown.add(number)
        nodes = bookmarked(nodes, next(draft.ids), mention_anchor(number))
    return [paragraph("Picture", nodes)]


def _in_both(pair: Pair) -> str:
    return f"{plain(pair.zh)} {plain(pair.en)}"


def large(value: Amount | None, draft: Draft, styles: tuple[str, str] = ("Amount", "KeyLabelEN")) -> list[Node]:
    """The number with its Chinese unit over its English unit, or that the article does not state it."""
    if value is None:
        words = draft.word("figure_not_stated")
        return [paragraph(styles[0], run(words.zh, "zh", "Unit")), paragraph(styles[1], run(words.en, "en"))]
    zh = [run(" ", "en", "Unit"), run(value.unit.zh, "zh", "Unit")] if value.unit.zh else []
    en = [paragraph(styles[1], run(value.english, "en"))] if value.english else []
    return [
        paragraph(
            styles[0], number(value, draft), zh, draft.raised(value.row, "HighNumber" if not zh else "EvidenceNumber")
        ),
        *en,
    ]


def signed(value: Amount) -> list[Node]:
    """The sign of what is measured: m², mu."""
    return [run(f" {value.sign}", "en", "Unit")] if value.sign else []


def in_chinese(value: Amount, draft: Draft) -> list[Node]:
    """The number as Chinese counts it, its unit small behind it: 1460万元."""
    nodes = draft.noted(draft.figure(value.fact, run(value.zh, "zh")), [value.fact])
    return [*nodes, run(value.zh_unit, "zh", "Unit")] if value.zh_unit else nodes


def number(value: Amount, draft: Draft, style: str = "") -> list[Node]:
    """The number alone, under its evidence; a person who changes it is told of its fact."""
    return draft.noted(draft.figure(value.fact, run(value.number, "en", style)), [value.fact])
