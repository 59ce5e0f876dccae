"""Words and figures in two languages, as they are set: runs, figures with their evidence row, lines, pairs."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    "with_rows_behind_words",
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
    """A number or a date in running text. `row` is its row in the evidence table, raised behind it; None: not here.

    `behind` is how many characters of the words that follow stand before the raised number: behind a digit it would
    read as a power.
    """

    text: str
    fact: str
    row: int | None = None
    bold: bool = False
    behind: int = 0


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


def with_rows_behind_words(line: Line) -> Line:
    """The line as a page sets it: raised numbers that belong behind a word are pieces of their own there."""
    made: list[Inline] = []
    waiting: Figure | None = None
    for piece in line:
        if waiting and isinstance(piece, Run):
            at, text = waiting.behind, piece.text
            made += [Run(text[:at], piece.bold), replace(waiting, text="", behind=0)]
            made += [Run(text[at:], piece.bold)] if text[at:] else []
            waiting = None
        elif isinstance(piece, Figure) and piece.row is not None and piece.behind:
            made.append(replace(piece, row=None, behind=0))
            waiting = piece
        else:
            made.append(piece)
    return tuple(made)


def plain(line: Line) -> str:
    """The line as text, without raised numbers; a break reads as a space."""
    return "".join(" " if isinstance(piece, Break) else piece.text for piece in line)
