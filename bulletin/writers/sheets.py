"""A style sheet as the engine reads it: what it does not know it says, before any page is laid out."""

from __future__ import annotations

import re

from bulletin.faces import find_faces
from bulletin.writers.pdf import engine

_AT = re.compile(r" at (\d+):(\d+)")


def misread(css: str) -> list[tuple[tuple[int, int], str]]:
    """Line, column and words for each rule that would be left out. Raises MissingTool."""
    weasy = engine(find_faces())
    with weasy.said() as lines:
        weasy.weasyprint.CSS(string=css)
    return [(_place(line), line) for line in lines]


def _place(line: str) -> tuple[int, int]:
    found = _AT.search(line)
    return (int(found[1]), int(found[2])) if found else (1, 1)
