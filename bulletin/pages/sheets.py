"""A style sheet as the engine reads it: what it does not know it says, before any page is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import tinycss2

from bulletin.faces import Faces, find_faces
from bulletin.messages import say
from bulletin.pages.pdf import engine

_AT = re.compile(r" at (\d+):(\d+)")
_MAY_LOAD = re.compile(r"url|@import|\\", re.IGNORECASE)
"""Without any of these a sheet names no address, not even by a word that is written with escapes."""


def misread(css: str) -> list[tuple[tuple[int, int], str]]:
    """Line, column and words for each rule that would be left out, and each address in it. Raises MissingTool."""
    weasy = _engine(find_faces())
    with weasy.said() as lines:
        weasy.weasyprint.CSS(string=css)
    tokens = tinycss2.parse_component_value_list(css) if _MAY_LOAD.search(css) else []
    loaded = [(at, say("template.url", url=url)) for at, url in _loaded(tokens)]
    return [(_place(line), say("template.engine", said=line)) for line in lines] + loaded


def ready() -> None:
    """Import the engine, which takes half a second, before it is needed. Raises MissingTool."""
    _engine(find_faces())


@cache
def _engine(faces: Faces) -> ModuleType:
    """For sheets that are read alone one look for its faces is enough."""
    return engine(faces)


def _loaded(tokens: list[Any]) -> Iterator[tuple[tuple[int, int], str]]:
    """The addresses that a sheet names: `url(…)`, and the text behind @import. A sheet has nothing to load from."""
    imports = False
    for token in tokens:
        inside = token.arguments if token.type == "function" else getattr(token, "content", None)  # of a block
        is_url = token.type == "function" and token.lower_name == "url"
        if token.type == "url" or (imports and token.type == "string"):
            yield (token.source_line, token.source_column), token.value
        elif is_url:
            yield from (
                ((one.source_line, one.source_column), one.value) for one in token.arguments if one.type == "string"
            )
        elif isinstance(inside, list):
            yield from _loaded(inside)
        if token.type not in ("whitespace", "comment"):
            imports = token.type == "at-keyword" and token.lower_value == "import"


def _place(line: str) -> tuple[int, int]:
    found = _AT.search(line)
    return (int(found[1]), int(found[2])) if found else (1, 1)
