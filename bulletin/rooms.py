"""The rooms: one folder under bulletin/plates/ holds all that belongs to one kind of plate, a file for each floor.

`model` is what a curator writes, `edit` what a page shows, `draw` how it is drawn, `word` what it is in Word. Each
floor has one object of the type that the step asks for; the type says what the object must be able to do, and the type
checker holds every room to it. A room that lacks a part fails when the part is first asked for, and says which.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import TypeVar

from bulletin import plates

Part = TypeVar("Part")


class Incomplete(Exception):
    """A room without a part that it must have: a fault of the program, not of the content."""


FLOORS = ("model", "edit")
"""What every room has; `draw` is asked for where there is a chart, `word` and a template for any other form."""


@cache
def kinds() -> tuple[str, ...]:
    """The rooms that there are, by name; a plate's `kind` in a content file is its room's name.

    Raises Incomplete for a room without one of the floors that every kind has.
    """
    found = sorted(module.name for module in pkgutil.iter_modules(plates.__path__) if module.ispkg)
    for kind in found:
        for floor in FLOORS:
            if not (folder(kind) / f"{floor}.py").exists():
                raise Incomplete(f"{_file(kind, floor)} is missing")
    return tuple(found)


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


def folder(kind: str) -> Path:
    """Where the room stands."""
    return next(Path(above) / kind for above in plates.__path__ if (Path(above) / kind).is_dir())


def room_of(form: object) -> str:
    """The kind whose room defines this object's class; "" for a class that stands in no room."""
    module = type(form).__module__
    within = module.removeprefix(f"{plates.__name__}.")
    return within.partition(".")[0] if within != module else ""


def _file(kind: str, floor: str) -> str:
    return f"bulletin/plates/{kind}/{floor}.py"
