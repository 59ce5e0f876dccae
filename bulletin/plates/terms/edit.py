"""What the table of terms shows."""

from __future__ import annotations

from bulletin.content.model import Both as Prose
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.comparing import Comparing
from bulletin.edition.plates import Editor
from bulletin.edition.text import as_pair
from bulletin.plates.table.edit import TableCell, TextTable, table
from bulletin.plates.terms.model import TermList

WIDTHS = (8, 15)


def edit(plates: Comparing, plate: TermList, path: Path) -> TextTable:
    """Terms beside what they mean."""
    chosen = [plates.glossary[zh] for zh in plate.terms if zh in plates.glossary]
    rows = [
        (
            TableCell(as_pair(typography.both(Prose(zh=term.zh, en=term.en)))),
            TableCell(as_pair(typography.both(term.explain))),
        )
        for term in chosen
        if term.explain
    ]
    return table(plates, plate, path, (), rows, WIDTHS)


EDITOR = Editor(edit)
