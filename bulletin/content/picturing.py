"""Which keys of a content file name a picture: they are marked in their type, whatever kind of part has them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_type_hints

from pydantic import BaseModel, StringConstraints

At = tuple[str | int, ...]
"""Where something stands in a content file."""


class Pictures:
    """Stands in the annotation of a text that is the name of a file in photos/."""


PictureFile = Annotated[str, StringConstraints(min_length=1), Pictures()]
"""A picture that is printed where it is named, by its path in photos/."""


def pictured(content: BaseModel) -> Iterator[tuple[At, str]]:
    """Every picture that a content file names, with the place of its name, in order."""
    yield from _inside(content, ())


def _inside(value: object, path: At) -> Iterator[tuple[At, str]]:
    if isinstance(value, BaseModel):
        marked = _picturing(type(value))
        yield from (((*path, key), name) for key in marked if isinstance(name := getattr(value, key), str))
        for key, item in vars(value).items():
            yield from _inside(item, (*path, key))
    elif isinstance(value, (list, tuple)):
        for n, item in enumerate(value):
            yield from _inside(item, (*path, n))


@cache
def _picturing(part: type[BaseModel]) -> tuple[str, ...]:
    hints = get_type_hints(part, include_extras=True)
    return tuple(key for key in part.model_fields if _marked(hints[key]))


def _marked(hint: Any) -> bool:
    return isinstance(hint, Pictures) or any(map(_marked, get_args(hint)))
