"""Places in a content file: which lines a value takes, and how its path is written."""

from __future__ import annotations

from bulletin.content.yaml_text import Parsed, Path


def extent(parsed: Parsed, path: Path) -> tuple[int, int]:
    """The first and the last line of a value, or of the nearest one above that is there."""
    while path and path not in parsed.values:
        path = path[:-1]
    span = parsed.values[path]
    first = parsed.keys[path].line if path in parsed.keys else span.line
    return first, span.line + parsed.text[span.start : span.end].rstrip().count("\n")


def dotted(path: Path) -> str:
    """stories.0.title"""
    return ".".join(map(str, path))
