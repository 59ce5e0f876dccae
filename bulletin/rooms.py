"""The rooms: one folder under bulletin/plates/ holds all that belongs to one kind of plate, a file for each floor.

`model` is what a curator writes, `edit` what a page shows, `draw` how it is drawn, `word` what it is in Word. Each
floor has one object of the type that the step asks for; the type says what the object must be able to do, and the type
checker holds every room to it. A room that lacks a part fails when the part is first asked for, and says which.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TypeVar

from bulletin import plates

Part = TypeVar("Part")


class Incomplete(Exception):
    """A room without a part that it must have: a fault of the program, not of the content."""


@cache
def kinds() -> tuple[str, ...]:
    """The rooms that there are, by name; a plate's `kind` in a content file is its room's name."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(plates.__path__) if module.ispkg))


@cache
def part(kind: str, floor: str, sort: type[Part]) -> Part:
    """The room's one object of this sort on a floor. Raises Incomplete where there is none, or more than one."""
    name = f"{plates.__name__}.{kind}.{floor}"
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise Incomplete(f"{_file(kind, floor)} is missing: it holds the {sort.__name__} of this kind") from None
    found = [value for value in vars(module).values() if isinstance(value, sort)]
    if len(found) != 1:
        raise Incomplete(f"{_file(kind, floor)} has {len(found)} objects of the type {sort.__name__}; it must have one")
    return found[0]


def room_of(form: object) -> str:
    """The kind whose room defines this object's class; "" for a class that stands in no room."""
    above, _, name = type(form).__module__.rpartition(f"{plates.__name__}.")
    return name.partition(".")[0] if not above else ""


def _file(kind: str, floor: str) -> str:
    return f"bulletin/plates/{kind}/{floor}.py"
