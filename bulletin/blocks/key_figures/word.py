"""The large figures in Word."""

from __future__ import annotations

from bulletin.blocks.key_figures.edit import KeyFigure, KeyFigures
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import paragraph, run
from bulletin.word.ox import Node
from bulletin.word.plates import in_chinese, number, signed
from bulletin.word.tables import in_columns, table


def write(block: KeyFigures, draft: Draft) -> list[Node]:
    """Large figures over their labels, side by side."""
    grid, rows = in_columns([_key_figure(item, draft) for item in block.items], min(4, len(block.items)))
    return [table("BulletinKeyFigures", grid, rows, draft.word("key_figures"))]


def _key_figure(item: KeyFigure, draft: Draft) -> list[Node]:
    """The amounts, each with its sign where it has one, over the label that names the unit."""
    nodes: list[Node] = []
    for place, value in enumerate(item.amounts):
        nodes += [run(" + ", "en")] if place else []
        nodes += in_chinese(value, draft) if value.zh else [*number(value, draft), *signed(value)]
        nodes += draft.raised(value.row, "HighNumber")
    zh, en = draft.half(item.label, "zh"), draft.half(item.label, "en")
    return [
        paragraph("KeyFigure", nodes),
        paragraph("KeyLabelZH", zh),
        paragraph("KeyLabelEN", _before(item, draft), en),
    ]


def _before(item: KeyFigure, draft: Draft) -> list[Node]:
    """The English figures, where the large ones are Chinese: 14.6 million yuan, before what they were spent on."""
    nodes: list[Node] = []
    for place, value in enumerate(item.amounts if item.apart else ()):
        nodes += [run(" + ", "en")] if place else []
        nodes += draft.figure(value.fact, run(value.number, "en"))
        nodes += [run(f" {value.sign}", "en")] if value.sign else []
    return [*nodes, run(" ", "en")] if nodes else []


WORD = WordBlock(write, opens=True, empty=lambda block: not block.items)
