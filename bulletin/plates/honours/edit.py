"""What the table of honors shows."""

from __future__ import annotations

from bulletin.content.model import Both as Prose
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.comparing import Comparing, name_of
from bulletin.edition.plates import Editor
from bulletin.edition.text import Both, as_pair
from bulletin.plates.honours.model import SomeHonours
from bulletin.plates.table.edit import TableCell, TextTable, table

WIDTHS = (37, 23, 20, 20)


def edit(plates: Comparing, plate: SomeHonours, path: Path) -> TextTable:
    """Honour, subdistrict, level and year, for every article that lists one of the name."""
    rows = [row for zh in plate.names for row in _holders(plates, zh)]
    heads = tuple(plates.words.phrase(name) for name in ("honour", "subdistrict", "level", "year"))
    return table(plates, plate, path, heads, rows, WIDTHS)


def _holders(plates: Comparing, zh: str) -> list[tuple[TableCell, ...]]:
    name = typography.both(Prose(zh=zh, en=plates.glossary[zh].en))
    missing = plates.words.phrase("not_stated")
    held = [(one, h) for one in plates.verified.values() for h in one.content.honours if zh in h.name.zh]
    return [
        tuple(
            TableCell(as_pair(text))
            for text in (
                name if i == 0 else Both("", ""),
                name_of(one),
                plates.words.level(honour.level),
                Both(f"{honour.year}年", str(honour.year)) if honour.year else missing,
            )
        )
        for i, (one, honour) in enumerate(held)
    ]


EDITOR = Editor(edit)
