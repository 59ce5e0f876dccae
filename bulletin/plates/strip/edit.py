"""What a strip shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import Caption, StripItem
from bulletin.edition.plates import Editor, Plates, id_of
from bulletin.edition.text import Width
from bulletin.plates.strip.model import Strip


@dataclass(frozen=True, slots=True)
class StripPlate:
    """Figures side by side, each under its name."""

    caption: Caption
    items: tuple[StripItem, ...]
    id: str
    width: Width = "full"


def edit(plates: Plates, plate: Strip, path: Path) -> StripPlate:
    items = tuple(plates.item(item, (*path, "items", n, "label")) for n, item in enumerate(plate.items))
    return StripPlate(plates.caption(plate, path, []), items, id_of(path), plate.size)


EDITOR = Editor(edit)
