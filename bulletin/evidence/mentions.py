"""Where the parts of a content file name a fact outside prose."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.model import Datum, Event, KeyFigure, PanelCell, Row, Shares, SpanItem, StripItem, Units
from bulletin.content.yaml_text import Path
from bulletin.evidence.texts import Parts


def named(parts: Parts) -> Iterator[tuple[Path, str]]:
    """Every fact that is named outside prose, with its place."""
    for path, part in parts:
        if isinstance(part, (Datum, Event, StripItem, Units, Shares, SpanItem, PanelCell)):
            id = part.at if isinstance(part, Event) else part.of
            if id is not None:
                yield (*path, "at" if isinstance(part, Event) else "of"), id
        elif isinstance(part, KeyFigure):
            yield from (((*path, "of", i), id) for i, id in enumerate(part.of))
        elif isinstance(part, Row):
            yield from (((*path, "facts", i), id) for i, id in enumerate(part.facts))
