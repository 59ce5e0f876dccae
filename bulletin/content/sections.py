"""The blocks that the pages of a content file name, beside its stories."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from bulletin import rooms


@dataclass(frozen=True, slots=True)
class Section:
    """A block that `pages` names by its room's name.

    `there`: has the content file something to show in it? `adds`: keys of the content file that are the room's alone,
    each with its type and the value where it is not given. `always`: the message that says why every bulletin has it.
    """

    there: Callable[[Any], object]
    adds: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    always: str = ""


@cache
def sections() -> Mapping[str, Section]:
    """Every block of a bulletin, by name: the rooms that have a model."""
    return {name: rooms.BLOCKS.part(name, "model", Section) for name in rooms.BLOCKS.kinds("model")}
