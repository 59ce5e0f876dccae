"""Which keys of a part name a fact: they are marked in their type, so that no rule knows the kinds of parts."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel


class Refers:
    """Stands in the annotation of a text that is the id of a fact which is shown there."""


@cache
def referring(part: type[BaseModel]) -> tuple[str, ...]:
    """The keys that hold ids of facts, or lists of them, in the order of the model."""
    hints = get_type_hints(part, include_extras=True)
    return tuple(key for key in part.model_fields if _refers(hints[key]))


def written(part: type[BaseModel], key: str) -> str:
    """The key as a content file has it: `from` is no name in Python."""
    return part.model_fields[key].alias or key


def _refers(hint: Any) -> bool:
    """Is the type, or one that it is made of, marked?"""
    return isinstance(hint, Refers) or any(map(_refers, get_args(hint)))
