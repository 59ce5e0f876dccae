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
    `front`: it opens the first page, before the stories; else it stands behind them, before the evidence. `own`: the
    texts under its keys are the editors' own words, held language against language, but against no article.
    """

    there: Callable[[Any], object]
    adds: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    always: str = ""
    front: bool = False
    own: bool = False


@cache
def sections() -> Mapping[str, Section]:
    """Every block of a bulletin, by name: the rooms that have a model."""
    return {name: rooms.BLOCKS.part(name, "model", Section) for name in rooms.BLOCKS.kinds("model")}


@cache
def added(*, own: bool = False) -> frozenset[str]:
    """The keys of content files that rooms add; all, or those of the editors' own words."""
    return frozenset(key for section in sections().values() if section.own or not own for key in section.adds)
