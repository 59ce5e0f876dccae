"""A strip in Word."""

from __future__ import annotations

from bulletin.plates.strip.edit import StripPlate
from bulletin.word.draft import Draft
from bulletin.word.form import Frame, WordForm
from bulletin.word.ox import Node, twips
from bulletin.word.plates import large
from bulletin.word.tables import in_columns, table, title_of

_COLUMNS = 6  # the most figures side by side


def body(item: StripPlate, draft: Draft, frame: Frame) -> list[Node]:
    """Labels over amounts, at most six side by side."""
    rows: list[Node] = []
    columns, room = min(_COLUMNS, len(item.items)), twips(frame.mm)
    for start in range(0, len(item.items), columns):
        part = item.items[start : start + columns]
        grid, heads = in_columns([draft.stacked(one.label, "KeyLabelZH", "KeyLabelEN") for one in part], columns, room)
        rows += [*heads, *in_columns([large(one.amount, draft) for one in part], columns, room)[1]]
    return [table("BulletinStrip", grid, rows, title_of(item.caption.title))]


WORD = WordForm(body)
