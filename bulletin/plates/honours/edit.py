"""What the table of honors shows."""

from __future__ import annotations

from dataclasses import replace

from bulletin.content.model import Both as Prose
from bulletin.content.model import Honour
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.comparing import Comparing, name_of
from bulletin.edition.plates import Editor
from bulletin.edition.text import Both, as_pair
from bulletin.evidence.verify import Verified
from bulletin.plates.honours.model import SomeHonours
from bulletin.plates.levels.edit import LEVELS
from bulletin.plates.table.edit import Row, TableCell, TextTable, table

WIDTHS, WIDTHS_OF_MANY = (37, 23, 20, 20), (26, 16, 58)
MANY = 16
"""More honours than these are told by their levels."""

Holder = tuple[Verified, Honour]


def edit(plates: Comparing, plate: SomeHonours, path: Path) -> TextTable:
    """Honour, subdistrict, level and year, for every article that lists one of the name.

    Where those are many, a row is one level of an honour, with the names of all who hold it.
    """
    held = {zh: _held(plates, zh) for zh in plate.names}
    if sum(map(len, held.values())) > MANY:
        heads = tuple(plates.words.phrase(name) for name in ("honour", "level", "subdistrict"))
        rows = [row for zh, holders in held.items() for row in _by_level(plates, zh, holders)]
        return replace(table(plates, plate, path, heads, rows, WIDTHS_OF_MANY), width="full")
    rows = [row for zh, holders in held.items() for row in _holders(plates, zh, holders)]
    heads = tuple(plates.words.phrase(name) for name in ("honour", "subdistrict", "level", "year"))
    return table(plates, plate, path, heads, rows, WIDTHS)


def _held(plates: Comparing, zh: str) -> list[Holder]:
    return [(one, h) for one in plates.verified.values() for h in one.content.honours if zh in h.name.zh]


def _name(plates: Comparing, zh: str) -> Both:
    return typography.both(Prose(zh=zh, en=plates.glossary[zh].en))


def _holders(plates: Comparing, zh: str, held: list[Holder]) -> list[Row]:
    missing = plates.words.phrase("not_stated")
    return [
        _cells(
            _name(plates, zh) if i == 0 else Both("", ""),
            name_of(one),
            plates.words.level(honour.level),
            Both(f"{year}年", year) if (year := one.year_of(honour)) else missing,
        )
        for i, (one, honour) in enumerate(held)
    ]


def _by_level(plates: Comparing, zh: str, held: list[Holder]) -> list[Row]:
    """A year, where the article gives one, stands behind the name."""
    levels = dict.fromkeys(sorted((honour.level for _, honour in held), key=LEVELS.index))
    rows = []
    for i, level in enumerate(levels):
        names = dict.fromkeys(_dated(one, honour) for one, honour in held if honour.level == level)
        said = Both("、".join(name.zh for name in names), ", ".join(name.en for name in names))
        rows.append(_cells(_name(plates, zh) if i == 0 else Both("", ""), plates.words.level(level), said))
    return rows


def _dated(one: Verified, honour: Honour) -> Both:
    name, year = name_of(one), one.year_of(honour)
    return Both(f"{name.zh}（{year}年）", f"{name.en} ({year})") if year else name


def _cells(*texts: Both) -> Row:
    return tuple(TableCell(as_pair(text)) for text in texts)


EDITOR = Editor(edit)
