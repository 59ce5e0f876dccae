"""The rooms: one folder under bulletin/plates/ or bulletin/blocks/ holds all that belongs to one kind, a file a floor.

`model` is what a curator writes, `edit` what a page shows, `draw` how it is drawn, `word` what it is in Word. Each
floor has one object of the type that the step asks for; the type says what the object must be able to do, and the type
checker holds every room to it. A room that lacks a part fails when the part is first asked for, and says which.
"""

from __future__ import annotations

import importlib.util
import pkgutil
from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

Part = TypeVar("Part")


class Incomplete(Exception):
    """A room without a part that it must have: a fault of the program, not of the content."""


class Rooms:
    """All rooms of one package; each has the `floors`, and may have others."""

    def __init__(self, package: str, *floors: str):
        self.package, self.floors = package, floors

    def kinds(self, floor: str = "") -> tuple[str, ...]:
        """The rooms that there are, by name, with or without a certain floor; Raises Incomplete, see `_kinds`."""
        return tuple(kind for kind in _kinds(self) if not floor or (self.folder(kind) / f"{floor}.py").exists())

    def part(self, kind: str, floor: str, sort: type[Part]) -> Part:
        """The room's one object of this sort on a floor. Raises Incomplete where there is none, or more than one."""
        return cast(Part, _part(f"{self.package}.{kind}.{floor}", sort))  # type: ignore[arg-type]  # classes hash

    def folder(self, kind: str) -> Path:
        """Where the room stands."""
        above = importlib.import_module(self.package).__path__
        return next(Path(each) / kind for each in above if (Path(each) / kind).is_dir())


PLATES = Rooms("bulletin.plates", "model", "edit")
"""A plate's `kind` in a content file is its room's name. A chart has `draw`; any other form `word` and a template."""
BLOCKS = Rooms("bulletin.blocks", "edit")
"""`pages` names a block by its room's name; rooms without `model` are placed by the program itself."""


def room_of(form: object) -> str:
    """The kind whose room defines this object's class; "" for a class that stands in no room."""
    module = type(form).__module__.split(".")
    return module[2] if ".".join(module[:2]) in (PLATES.package, BLOCKS.package) else ""


def beside(form: object, floor: str, sort: type[Part]) -> Part:
    """What the room that defines this object's class has on another floor. Raises Incomplete."""
    if not room_of(form):
        raise Incomplete(f"{type(form).__name__} stands in no room that could have a {sort.__name__}")
    return cast(Part, _part(f"{type(form).__module__.rpartition('.')[0]}.{floor}", sort))  # type: ignore[arg-type]  # classes hash


def any_beside(form: object, floor: str, sort: type[Part]) -> tuple[Part, ...]:
    """All of this sort that its room has on another floor, which need not be there."""
    name = f"{type(form).__module__.rpartition('.')[0]}.{floor}"
    if not room_of(form) or importlib.util.find_spec(name) is None:
        return ()
    return tuple(value for value in vars(importlib.import_module(name)).values() if isinstance(value, sort))


@cache
def _kinds(rooms: Rooms) -> tuple[str, ...]:
    package = importlib.import_module(rooms.package)
    found = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if module.ispkg)
    for kind in found:
        for floor in rooms.floors:
            if not (rooms.folder(kind) / f"{floor}.py").exists():
                raise Incomplete(f"{_file(f'{rooms.package}.{kind}.{floor}')} is missing")
    return tuple(found)


@cache
def _part(name: str, sort: Hashable) -> object:
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise Incomplete(f"{_file(name)} is missing: it holds the {_name(sort)} of this kind") from None
    found = [value for value in vars(module).values() if isinstance(value, sort)]  # type: ignore[arg-type]  # a class
    if len(found) != 1:
        raise Incomplete(f"{_file(name)} has {len(found)} objects of the type {_name(sort)}; it must have one")
    return found[0]


def _name(sort: object) -> str:
    return getattr(sort, "__name__", str(sort))


def _file(name: str) -> str:
    return f"{name.replace('.', '/')}.py"
