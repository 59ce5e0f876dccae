"""Every key that a content file may have, at whatever level, and those of one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from bulletin.content import model
from bulletin.content.referring import written


@cache
def known_keys() -> frozenset[str]:
    """A slip is most often a letter, or a key that stands one level too deep."""
    return frozenset(written(part, key) for part in _below(model.Part) for key in part.model_fields)


def keys_at(part: type[BaseModel], steps: Iterable[str | int]) -> list[str]:
    """The keys that may stand at a place, in the order of the model; `steps` as the model's errors give them.

    A step is a key, the number of an item, the id of an entry, or the name of a branch of a union.
    """
    there = [part]
    for step in steps:
        if below := [one for each in there if step in each.model_fields for one in _made_of(_hints(each)[step])]:
            there = below
        else:
            there = [one for one in there if step in _branch(one)] or there
    found = [written(one, key) for one in there for key in one.model_fields if key not in ("kind", "allow")]
    return list(dict.fromkeys(found))


@cache
def _hints(part: type[BaseModel]) -> dict[Any, Any]:
    return get_type_hints(part, include_extras=True)


def _branch(part: type[BaseModel]) -> tuple[Any, ...]:
    """The name of its kind, by which a union knows it."""
    return get_args(_hints(part).get("kind", ""))


def _made_of(hint: Any) -> Iterator[type[BaseModel]]:
    """The parts of which a type is made: list[Datum], Bars | List, dict[Name, Fact]."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for each in get_args(hint):
        yield from _made_of(each)


def _below(part: type[model.Part]) -> Iterator[type[model.Part]]:
    for each in part.__subclasses__():
        yield each
        yield from _below(each)
