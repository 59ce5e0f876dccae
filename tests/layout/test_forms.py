"""What forms a block has, and which of them is taken last."""

from __future__ import annotations

from bulletin.blocks.notes.edit import Notes
from bulletin.edition.text import Both
from bulletin.layout.pieces import EMPTY, Cutter, Piece

NOTES = Notes(Both("编者说明", "Editors’ notes"), (), Both("来源", "Sources"), (Both("出处", "Source"),))


def test_notes_whose_columns_stand_empty_cost_more_than_those_over_their_sources() -> None:
    """A grey box, half of it empty, filled a page as well as words do."""
    (piece,) = Cutter(lambda *_: None, alone=False).pieces((NOTES,))
    assert isinstance(piece, Piece)
    costs = {form.look.endswith("wide"): form.cost for form in reversed(piece.ways[0].parts[0])}
    assert costs == {True: 0.0, False: EMPTY}


def test_in_one_language_there_is_one_column_and_nothing_to_pay() -> None:
    (piece,) = Cutter(lambda *_: None, alone=True).pieces((NOTES,))
    assert isinstance(piece, Piece)
    assert min(form.cost for form in piece.ways[0].parts[0]) == 0.0
