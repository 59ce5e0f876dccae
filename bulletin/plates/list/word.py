"""A short table in Word."""

from __future__ import annotations

from bulletin.edition.blocks import StripItem
from bulletin.plates.list.edit import ListingPlate
from bulletin.word.draft import Draft
from bulletin.word.form import Frame, WordForm
from bulletin.word.ox import Node, twips
from bulletin.word.plates import large
from bulletin.word.tables import cell, row, table, title_of, widths


def body(item: ListingPlate, draft: Draft, frame: Frame) -> list[Node]:
    """A label and an amount to a row."""
    grid = widths([64, 36], twips(frame.mm))
    rows = [row(*_listed(one, draft, grid)) for one in item.rows]
    return [table("BulletinListing", grid, rows, title_of(item.caption.title))]


def _listed(item: StripItem, draft: Draft, grid: list[int]) -> list[Node]:
    label = cell(grid[0], draft.stacked(item.label, "KeyLabelZH", "KeyLabelEN"))
    return [label, cell(grid[1], large(item.amount, draft, ("AmountRight", "UnitRight")))]


WORD = WordForm(body)
