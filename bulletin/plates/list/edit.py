"""What a short table shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.content.frame import Datum
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import Caption, StripItem
from bulletin.edition.plates import Editor, Plates, id_of
from bulletin.edition.text import Both, Width
from bulletin.plates.list.model import Listing
from bulletin.wording import amounts


@dataclass(frozen=True, slots=True)
class ListingPlate:
    """A label and a figure to a row."""

    caption: Caption
    rows: tuple[StripItem, ...]
    id: str
    width: Width = "half"


def edit(plates: Plates, plate: Listing, path: Path) -> ListingPlate:
    rows = tuple(_row(plates, row, (*path, "rows", n, "label")) for n, row in enumerate(plate.rows))
    return ListingPlate(plates.caption(plate, path, []), rows, id_of(path), plate.size)


def _row(plates: Plates, row: Datum, path: Path) -> StripItem:
    label = row.label or plates.called(row.of)
    place = path if row.label else ("facts", row.of, "label")
    amount, unit = plates.amount(row.of), plates.proof(row.of).fact.unit
    if unit and amounts.named(unit, label.en):  # the label says the noun; what is measured has its sign
        amount = replace(amount, unit=Both(amount.unit.zh, ""))
    words = plates.doubts.pair(plates.setter.pair(label, place, raised=False), [row.of])
    return StripItem(words, amount)


EDITOR = Editor(edit)
