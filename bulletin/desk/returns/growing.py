"""New rows and boxes, and cells that were filled in, in the content file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bulletin.content.yaml_text import Path
from bulletin.messages import listed, say

from .filling import TODO, Desk, filled, unfinished
from .operations import Add, Fill
from .spans import CannotEdit, YamlText

if TYPE_CHECKING:
    from .today import Today


def new_item(one: Add, desk: Desk | None) -> tuple[dict[str, Any], str]:
    """The item, and what somebody has to do about it."""
    value, told = filled(one.container, one.cells, desk)
    left = [*unfinished(value)]
    return value, "\n".join([*told, *([say("import.to-do", places=listed(left))] if left else [])])


def is_there(one: Add, today: Today) -> bool:
    """Has somebody put in an item with these texts already?"""
    wanted = {cell.field: cell for cell in one.cells if cell.field in ("name", "title", "cells.0")}
    for item in today.strangers(one.container).values():
        for field, cell in wanted.items():
            own = item.get("cells", [None])[0] if field == "cells.0" else item.get(field)
            if isinstance(own, dict) and {cell.zh or TODO, cell.en or TODO} <= {*own.values()}:
                return True
    return False


def fill(yaml: YamlText, place: Path, one: Fill, desk: Desk | None) -> str:
    """Writes what a cell says now; gives what is to be known of it. Raises CannotEdit where it says nothing known."""
    field, cell = one.cell.field, one.cell
    item = yaml.value(place)
    if field == "level":
        level = desk.level(cell) if desk else None
        if level is None:
            raise CannotEdit(say("import.no-level"))
        yaml.set((*place, "level"), level)
        return ""
    if field == "year":
        return _year(yaml, place, one, desk)
    both = {"zh": cell.zh or TODO, "en": cell.en or TODO}
    if field in item:
        if item[field] != both:
            raise CannotEdit(say("import.program-words"))
        return ""
    yaml.insert_key((*place, field), both)
    _no_longer_unstated(yaml, place, field)
    left = [*unfinished(both, field)]
    return say("import.to-do", places=listed(left)) if left else ""


def _year(yaml: YamlText, place: Path, one: Fill, desk: Desk | None) -> str:
    """A year is written where the article's words for the honor give it."""
    year = desk.year(one.cell) if desk else None
    if year is None:
        raise CannotEdit(say("import.no-number-of-a-year"))
    assert desk is not None
    item = yaml.value(place)
    if not desk.bears_year(str(item.get("quote", "")), year):
        raise CannotEdit(say("import.no-year", year=year))
    if "year" in item:
        yaml.set((*place, "year"), year)
    else:
        yaml.insert_key((*place, "year"), year)
    return ""


def _no_longer_unstated(yaml: YamlText, place: Path, field: str) -> None:
    unstated = yaml.value(place).get("unstated")
    if not isinstance(unstated, dict) or field not in unstated:
        return
    yaml.delete_key((*place, "unstated", field) if len(unstated) > 1 else (*place, "unstated"))


__all__ = ["fill", "is_there", "new_item"]
