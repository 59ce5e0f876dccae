"""Every key that a content file may have, at whatever level."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from bulletin.content import model


@cache
def known_keys() -> frozenset[str]:
    """A slip is most often a letter, or a key that stands one level too deep."""
    parts = [part for part in vars(model).values() if isinstance(part, type) and issubclass(part, BaseModel)]
    return frozenset(key for part in parts for key in part.model_fields)
