"""Every key that a content file may have, at whatever level."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bulletin.content import model
from bulletin.content.referring import written


@cache
def known_keys() -> frozenset[str]:
    """A slip is most often a letter, or a key that stands one level too deep."""
    return frozenset(written(part, key) for part in _below(model.Part) for key in part.model_fields)


def _below(part: type[model.Part]) -> Iterator[type[model.Part]]:
    for each in part.__subclasses__():
        yield each
        yield from _below(each)
