"""Where the parts of a content file name a fact outside prose."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from bulletin.content.model import (
    Datum,
    Derived,
    Event,
    KeyFigure,
    PanelCell,
    Row,
    Shares,
    SpanItem,
    StripItem,
    Units,
)
from bulletin.content.yaml_text import Path


def named(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every fact that is named outside prose, with its place."""
    if isinstance(part, (Datum, Event, StripItem, Units, Shares, SpanItem, PanelCell)):
        id = part.at if isinstance(part, Event) else part.of
        if id is not None:
            yield (*path, "at" if isinstance(part, Event) else "of"), id
    if isinstance(part, KeyFigure):
        yield from (((*path, "of", i), id) for i, id in enumerate(part.of))
    if isinstance(part, Row):
        yield from (((*path, "facts", i), id) for i, id in enumerate(part.facts))
    if isinstance(part, Derived):
        return
    for key in type(part).model_fields:
        value = getattr(part, key)
        items = (
            enumerate(value)
            if isinstance(value, list)
            else value.items()
            if isinstance(value, dict)
            else [(None, value)]
        )
        for step, item in items:
            if isinstance(item, BaseModel):
                yield from named(item, (*path, key) if step is None else (*path, key, step))
