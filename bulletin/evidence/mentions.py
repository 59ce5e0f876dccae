"""Where the parts of a content file name a fact outside prose."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.referring import referring, written
from bulletin.content.yaml_text import Path
from bulletin.evidence.texts import Parts


def named(parts: Parts) -> Iterator[tuple[Path, str]]:
    """Every fact that is named outside prose, with its place: what the types of the parts mark as such."""
    for path, part in parts:
        for key in referring(type(part)):
            value, at = getattr(part, key), (*path, written(type(part), key))
            if isinstance(value, str):
                yield at, value
            elif value:
                yield from (((*at, i), id) for i, id in enumerate(value))
