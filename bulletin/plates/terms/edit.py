"""What the table of terms shows."""

from __future__ import annotations

from bulletin.content.model import Both as Prose
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.comparing import Comparing
from bulletin.edition.plates import Editor
from bulletin.edition.text import as_pair
from bulletin.messages import say
from bulletin.plates.table.edit import TableCell, TextTable, table
from bulletin.plates.terms.model import TermList

WIDTHS = (8, 15)


def edit(plates: Comparing, plate: TermList, path: Path) -> TextTable:
    """Terms beside what they mean. Refused for one that the glossary does not explain."""
    return table(plates, plate, path, (), [_row(plates, zh) for zh in plate.terms], WIDTHS)


def _row(plates: Comparing, zh: str) -> tuple[TableCell, TableCell]:
    term = plates.glossary.get(zh)
    if term is None or term.explain is None:
        raise plates.refused(say("edition.unexplained", term=zh), zh)
    name, meaning = typography.both(Prose(zh=term.zh, en=term.en)), typography.both(term.explain)
    return TableCell(as_pair(name)), TableCell(as_pair(meaning))


EDITOR = Editor(edit)
