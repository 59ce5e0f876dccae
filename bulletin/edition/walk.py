"""The one way through an edition: every part of it, at any depth, in the order in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

Kind = TypeVar("Kind")


def walk(value: object, whole: tuple[type, ...] = ()) -> Iterator[object]:
    """Every dataclass inside `value`, itself included; what is in one of the `whole` types is left to the caller."""
    if is_dataclass(value) and not isinstance(value, type):
        yield value
        if not isinstance(value, whole):
            for item in fields(value):
                yield from walk(getattr(value, item.name), whole)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from walk(item, whole)
    elif isinstance(value, dict):
        yield from walk(list(value.values()), whole)


def every(kind: type[Kind], value: object) -> Iterator[Kind]:
    """Every part of that kind."""
    return (node for node in walk(value) if isinstance(node, kind))


def texts(value: object) -> Iterator[str]:
    """Every text of every part."""
    for node in walk(value):
        if is_dataclass(node):
            yield from (text for item in fields(node) if isinstance(text := getattr(node, item.name), str))
