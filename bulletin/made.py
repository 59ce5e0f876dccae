"""What a build hands to who writes it: the files of one publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.pages.typeset import Section


@dataclass(frozen=True)
class Made:
    """One publication, whole and still in memory: files by name, and how its pages came out.

    `name` is the edition's: jingchenglu, jingchenglu.press; `content` its content file's. `notes` say what the reader
    of the files must know.
    """

    name: str
    inputs: str
    files: Mapping[str, bytes]
    pages: int
    fit: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()  # the files that were taken as they had been made before
    content: str = ""
