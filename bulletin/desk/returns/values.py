"""Values of content files, as they are read."""

from __future__ import annotations

from typing import Any


def leaves(value: Any) -> list[Any]:
    """The scalars of a value."""
    if isinstance(value, (dict, list)):
        return [leaf for one in (value.values() if isinstance(value, dict) else value) for leaf in leaves(one)]
    return [value]


def same(one: Any, other: Any) -> bool:
    """Equal, and of equal types: 1 is not True, "3" is not 3."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)
