"""The one way through an edition: every part of it, at any depth, in the order in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from operator import attrgetter
from typing import Any, TypeGuard, TypeVar

Kind = TypeVar("Kind")
_LEAVES = frozenset((str, int, float, bool, type(None), Fraction))
"""Nothing is inside these."""


def walk(value: object, whole: tuple[type, ...] = ()) -> Iterator[object]:
    """Every dataclass inside `value`, itself included; what is in one of the `whole` types is left to the caller."""
    ahead = [value]
    while ahead:
        part = ahead.pop()
        kind: type = type(part)
        if kind in _LEAVES:  # most are
            continue
        if _names(kind) is not None:
            yield part
            if whole and isinstance(part, whole):
                continue
        if (inside := _inside(kind)) is not None:
            ahead += inside(part)


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """The names of a dataclass's fields; None of what is none."""
    return tuple(item.name for item in fields(kind)) if is_dataclass(kind) else None


@cache
def _inside(kind: type) -> Callable[[Any], Iterable[object]] | None:
    """What a value of that type holds, the last first; None of one that is not looked into."""
    if names := _names(kind):
        held = attrgetter(*reversed(names))
        return held if len(names) > 1 else lambda part: (held(part),)
    if issubclass(kind, (tuple, list)):
        return reversed
    return (lambda part: reversed(part.values())) if issubclass(kind, dict) else None


def every(kind: type[Kind], value: object) -> Iterator[Kind]:
    """Every part of that kind, which may be a protocol."""
    return (node for node in walk(value) if is_a(node, kind))


def is_a(value: object, kind: type[Kind]) -> TypeGuard[Kind]:
    """As isinstance; a protocol is asked once a type, since it looks for each of its methods every time."""
    own: type = type(value)
    wanted: type = kind
    return _is(own, wanted)


@cache
def _is(own: type, wanted: type) -> bool:
    return issubclass(own, wanted)


def texts(value: object) -> Iterator[str]:
    """Every text of every part."""
    for node in walk(value):
        kind: type = type(node)
        for name in _names(kind) or ():
            if isinstance(text := getattr(node, name), str):
                yield text
