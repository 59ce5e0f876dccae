"""What a pull quote shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.yaml_text import Path
from bulletin.edition.plates import Editor, Plates, id_of
from bulletin.edition.text import Pair, Width
from bulletin.plates.pull_quote.model import PullQuote


@dataclass(frozen=True, slots=True)
class PullQuotePlate:
    """The words without their quotation marks, which writers set; whose they are, with the rows of their numbers."""

    text: Pair
    source: Pair | None
    id: str
    width: Width
    caption: None = None


def edit(plates: Plates, plate: PullQuote, path: Path) -> PullQuotePlate:
    text = plates.setter.pair(plate.text, (*path, "text"), raised=False)
    by = plates.setter.pair(plate.by, (*path, "by"), raised=False) if plate.by else Pair((), ())
    source = plates.cited(plates.doubts.pair(by, plate.of), plate.of)
    return PullQuotePlate(text, source if source.zh else None, id_of(path), plate.size)


EDITOR = Editor(edit)
