"""Plates: a finding, its line, the drawing or the figures that show it, its note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bulletin.edition.blocks import (
    Amount,
    Both,
    Caption,
    ChartPlate,
    ListingPlate,
    Pair,
    Plate,
    PlateRow,
    StripItem,
    StripPlate,
    plain,
)
from bulletin.problems import CannotWrite

from .draft import Draft, mention_anchor
from .inline import GAP, bookmarked, both, field, paragraph, run, tab
from .look import GAP_MM, TEXT_MM, Lang
from .ox import Node, twips
from .pictures import drawing
from .tables import cell, in_columns, row, table, widths

_COLUMNS = 6  # the most figures side by side in a strip


@dataclass(frozen=True, slots=True)
class Frame:
    """The room that a plate has; a narrow one stacks the languages of its caption."""

    mm: float
    narrow: bool


FULL = Frame(TEXT_MM, narrow=False)
HALF = Frame(TEXT_MM / 2 - GAP_MM, narrow=True)


def plate_row(block: PlateRow, draft: Draft) -> list[Node]:
    """One plate as wide as the page, or some side by side in a table without lines."""
    if len(block.plates) == 1:
        return plate(block.plates[0], draft, HALF if block.plates[0].width == "half" else FULL)
    grid = widths([1] * len(block.plates))
    cells = []
    for place, item in enumerate(block.plates):
        left, right = GAP_MM * (place > 0), GAP_MM * (place < len(grid) - 1)
        frame = Frame(TEXT_MM / len(grid) - left - right, narrow=True)
        cells.append(cell(grid[place], plate(item, draft, frame), left=twips(left), right=twips(right)))
    title = title_of(block.plates[0].caption.title)
    return [table("BulletinPlates", grid, [row(*cells)], title, draft.word("plates"))]


def plate(item: Plate, draft: Draft, frame: Frame) -> list[Node]:
    """The caption, the body and the note, made in this order, so that a first mention is where it is read first."""
    head = caption(item.caption, draft, "figure" if isinstance(item, ChartPlate) else "table", frame.narrow)
    body = _BODIES[type(item)](item, draft, frame)
    return [flagged_rule(), *head, *body, *note(item.caption, draft)]


def title_of(pair: Pair) -> Both:
    """A pair as plain words, to name a table."""
    return Both(plain(pair.zh), plain(pair.en))


def flagged_rule() -> Node:
    """The hairline over a plate with the small flag at its left: a tabulator on the flag's colour, no words."""
    return paragraph("Rule", tab("Flag"))


# ---------------------------------------------------------------------------------------------- captions


def caption(words: Caption, draft: Draft, sequence: str, narrow: bool, style: str = "Caption") -> list[Node]:
    """The numbered title in both languages and the line for unit and period."""
    zh = [*_number(draft, sequence, "zh"), *draft.half(words.title, "zh")]
    aside = "" if narrow else "EnglishTitle"
    en = [*_number(draft, sequence, "en", aside), *draft.half(words.title, "en", aside)]
    if not narrow:
        return [paragraph(style, zh, run(GAP, "en"), en), *_line(words.line, draft)]
    return [paragraph(style, zh), paragraph("CaptionEN", en), *_line(words.line, draft)]


def _number(draft: Draft, sequence: str, lang: Lang, style: str = "") -> list[Node]:
    """`图 {SEQ Figure}` counts; `Figure {SEQ Figure \\c}` repeats the number (17.16.5.56)."""
    word = draft.word(sequence)
    name = sequence.capitalize()
    if lang == "zh":
        number = draft.next_of(sequence)
        return [run(f"{word.zh} ", "zh"), *field(f"SEQ {name} \\* ARABIC", str(number), "zh"), run("　", "zh")]
    number = draft.counters[sequence]
    return [run(f"{word.en} ", "en", style), *field(f"SEQ {name} \\c", str(number), "en", style), run(GAP, "en", style)]


def _line(line: Pair | None, draft: Draft) -> list[Node]:
    return [paragraph("CaptionLine", inline(line, draft))] if line else []


def note(words: Caption, draft: Draft) -> list[Node]:
    """The note under a plate, or the room for one."""
    return [paragraph("Note", inline(words.note, draft))] if words.note else [paragraph("Spacer")]


def inline(pair: Pair, draft: Draft) -> list[Node]:
    """Both languages of a pair on one line."""
    return [*draft.half(pair, "zh"), run(GAP, "en"), *draft.half(pair, "en")]


# ---------------------------------------------------------------------------------------------- bodies


def _chart(item: ChartPlate, draft: Draft, frame: Frame) -> list[Node]:
    picture = draft.charts.get(item.id)
    if picture is None:
        raise CannotWrite(f"{draft.edition.name}: the chart “{item.id}” has not been drawn")
    facts, rows = draft.only_drawn(item.spec)
    relations = draft.embed(picture)
    nodes = draft.noted([drawing(picture, relations, next(draft.ids), f"chart:{item.id}", frame.mm)], facts)
    for number in rows:
        draft.shown.add(number)
        nodes = bookmarked(nodes, next(draft.ids), mention_anchor(number))
    return [paragraph("Picture", nodes)]


def _strip(item: StripPlate, draft: Draft, frame: Frame) -> list[Node]:
    """Labels over amounts, at most six side by side."""
    rows: list[Node] = []
    columns = min(_COLUMNS, len(item.items))
    for start in range(0, len(item.items), columns):
        part = item.items[start : start + columns]
        grid, heads = in_columns(
            [draft.stacked(one.label, "KeyLabelZH", "KeyLabelEN") for one in part], columns, twips(frame.mm)
        )
        _, values = in_columns(
            [[paragraph("Amount", amount(one.amount, draft))] for one in part], columns, twips(frame.mm)
        )
        rows += [*heads, *values]
    return [table("BulletinStrip", grid, rows, title_of(item.caption.title))]


def _listing(item: ListingPlate, draft: Draft, frame: Frame) -> list[Node]:
    """A label and an amount to a row."""
    grid = widths([62, 38], twips(frame.mm))
    rows = [row(*_listed(one, draft, grid)) for one in item.rows]
    return [table("BulletinListing", grid, rows, title_of(item.caption.title))]


def _listed(item: StripItem, draft: Draft, grid: list[int]) -> list[Node]:
    label = cell(grid[0], draft.stacked(item.label, "KeyLabelZH", "KeyLabelEN"))
    return [label, cell(grid[1], paragraph("AmountRight", amount(item.amount, draft)))]


def amount(value: Amount | None, draft: Draft) -> list[Node]:
    """The number, its unit in both languages, its evidence; or that the article does not state it."""
    if value is None:
        return both(draft.word("not_stated"), ("Unit", "Unit"))
    number = draft.noted([run(value.number, "en")], [value.fact])
    unit = [run(" ", "en", "Unit"), *both(value.unit, ("Unit", "Unit"))] if value.unit.zh or value.unit.en else []
    return [*number, *draft.raised(value.row), *unit]


_BODIES: dict[type, Callable[[Any, Draft, Frame], list[Node]]] = {
    ChartPlate: _chart,
    StripPlate: _strip,
    ListingPlate: _listing,
}
