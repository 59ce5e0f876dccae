"""The one way through an edition: every part of it, at any depth, in the order in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TypeVar

Kind = TypeVar("Kind")


def walk(value: object, whole: tuple[type, ...] = ()) -> Iterator[object]:
    """Every dataclass inside `value`, itself included; what is in one of the `whole` types is left to the caller."""
    ahead = [value]
    while ahead:
        part = ahead.pop()
        kind: type = type(part)
        if (names := _names(kind)) is not None:
            yield part
            if not (whole and isinstance(part, whole)):
                ahead += [getattr(part, name) for name in names]
        elif issubclass(kind, (tuple, list)):
            ahead += reversed(part)  # type: ignore[call-overload]
        elif issubclass(kind, dict):
            ahead += reversed(part.values())  # type: ignore[attr-defined]


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """The names of a dataclass's fields, the last first; None of what is none."""
    return tuple(item.name for item in reversed(fields(kind))) if is_dataclass(kind) else None


def every(kind: type[Kind], value: object) -> Iterator[Kind]:
    """Every part of that kind."""
    return (node for node in walk(value) if isinstance(node, kind))


def texts(value: object) -> Iterator[str]:
    """Every text of every part."""
    for node in walk(value):
        kind: type = type(node)
        for name in reversed(_names(kind) or ()):
            if isinstance(text := getattr(node, name), str):
                yield text
