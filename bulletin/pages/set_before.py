"""Pages that were set before: the file, and what was found of how it is filled, under one name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from bulletin.pages.typeset import Pdf
from bulletin.store import Store

_FORM = TypeAdapter(Pdf)


def recalled(store: Store, key: str, make: Callable[[], Pdf]) -> Pdf:
    """The pages of that name; made now, and remembered, where they are not there."""
    found = read(store.recall(key))
    if found is None:
        found = make()
        facts = _FORM.dump_json(replace(found, data=b""))
        store.keep(key, len(facts).to_bytes(8) + facts + found.data)
    return found


def read(kept: bytes | None) -> Pdf | None:
    """What an entry of the store says; None for what is none."""
    if kept is None:
        return None
    start = 8 + int.from_bytes(kept[:8])
    try:
        return replace(_FORM.validate_json(kept[8:start]), data=kept[start:])
    except ValidationError:
        return None
