"""Words and figures in two languages, as they are set: runs, figures with their evidence row, lines, pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bulletin.wording.both import Both

__all__ = [
    "Both",
    "Break",
    "Figure",
    "Inline",
    "Line",
    "Mark",
    "Pair",
    "Run",
    "Width",
    "alone_in_english",
    "as_pair",
    "plain",
]

Mark = Literal["done", "under_way", "planned", "standing", "unstated"]
"""How things stand, drawn as one pattern everywhere: solid, hatched, outlined, a dash, a dot."""

Width = Literal["half", "full"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a date in running text. `row` is its row in the evidence table, raised behind it; None: not here."""

    text: str
    fact: str
    row: int | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A line break set by the curator in a title."""


Inline = Run | Figure | Break
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """The same text in both languages, with its figures. `path` is its place in the content file: stories.0.title."""

    zh: Line
    en: Line
    path: str = ""


def as_pair(text: Both) -> Pair:
    """Plain words as lines without figures; they are nobody's to edit, so they have no path."""
    return Pair((Run(text.zh),), (Run(text.en),))


def alone_in_english(pair: Pair) -> Line:
    """The English line for a page without Chinese: raised numbers that the Chinese line carries for both come along."""
    there = {piece.row for piece in pair.en if isinstance(piece, Figure)}
    bare = (piece for piece in pair.zh if isinstance(piece, Figure) and not piece.text)
    return pair.en + tuple(piece for piece in bare if piece.row not in there)


def plain(line: Line) -> str:
    """The line as text, without raised numbers; a break reads as a space."""
    return "".join(" " if isinstance(piece, Break) else piece.text for piece in line)
