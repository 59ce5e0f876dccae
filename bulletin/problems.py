"""What can be wrong, where it is, and how it is shown."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from difflib import get_close_matches
from textwrap import wrap
from typing import Literal
from unicodedata import east_asian_width

from bulletin.messages import say
from bulletin.terminal import shown as printable

Level = Literal["error", "warning"]
_MANY = 6
"""Findings in the same words from which only the first is shown with its line."""
_WIDEST = 160
"""Characters of a source line that are shown."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a text file. Lines and columns count from 1; columns count characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `notes` are (label, text) lines under the caret, such as ("help", …)."""

    rule: str
    message: str
    place: Place
    level: Level = "error"
    notes: tuple[tuple[str, str], ...] = ()


def closest(word: str, known: Iterable[str]) -> str:
    """Help for a word that is not known: which one may be meant; empty where none comes close."""
    close = get_close_matches(word, list(known), n=1)
    return say("help.close", close=close[0]) if close else ""


class ContentError(Exception):
    """The content cannot be built; carries every problem that was found (exit code 1)."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(problems)
        super().__init__("\n".join(show(problem, {}) for problem in self.problems))

    def __reduce__(self) -> tuple[object, ...]:
        """Comes back whole from another process."""
        return type(self), (self.problems,)


class UsageError(Exception):
    """The command was called wrongly (exit code 2)."""


class CannotSet(Exception):
    """A page or a chart that cannot be made of its content (exit code 1)."""


class MissingTool(Exception):
    """A font, library or program is missing on this machine (exit code 3). The message says how to get it."""


class CannotWrite(Exception):
    """A result could not be written (exit code 4)."""


def width(text: str) -> int:
    """Columns that `text` takes on a terminal: full-width characters take two (UAX #11)."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def shortened(text: str, most: int = 40) -> str:
    """The text, or its beginning."""
    return text if len(text) <= most else f"{text[:most]}…"


def show(problem: Problem, sources: Mapping[str, str]) -> str:
    """The problem as a compiler prints one: place, rule, message, source line, caret, notes.

    `sources` maps the file names of places to their texts; without the text the line is left out.
    """
    place = problem.place
    rows = [f"{place}: {say(_LEVELS[problem.level])}[{problem.rule}]: {problem.message}"]
    lines = sources.get(place.file, "").split("\n")
    if place.file in sources and 0 < place.line <= len(lines):
        rows += _pointed(lines[place.line - 1].rstrip("\r").replace("\t", " "), place)
    rows += [f"  {_label(label):<6} {text}" for label, text in problem.notes]
    return "\n".join(map(printable, rows))


def _pointed(line: str, place: Place) -> list[str]:
    """The source line, of a very long one what stands around the place, and the caret under it."""
    start = max(0, place.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    piece, at = line[start : start + _WIDEST], place.column - 1 - start
    before, marked = printable(piece[:at]), printable(piece[at : at + place.length])
    return [f"{place.line:>5} | {printable(piece)}", f"      | {' ' * width(before)}{'^' * max(1, width(marked))}"]


def _label(label: str) -> str:
    """help, nearest … in the language that is spoken; a label that is a file's name stays."""
    return say(_LABELS[label]) if label in _LABELS else label


_LEVELS = {"error": "show.error", "warning": "show.warning"}
_LABELS = {"help": "show.help", "nearest": "show.nearest", "article": "show.article", "note": "show.note"}


def show_all(problems: Iterable[Problem], sources: Mapping[str, str]) -> Iterator[str]:
    """Each as `show` has it, in order; what is said of a file many times over is said once, with all its lines."""
    alike = defaultdict[object, list[Problem]](list)
    for problem in (every := list(problems)):
        alike[replace(problem, place=Place(problem.place.file))].append(problem)
    for problem in every:
        same = alike[replace(problem, place=Place(problem.place.file))]
        if len(same) < _MANY:
            yield show(problem, sources)
        elif problem is same[0]:
            lines = ", ".join(str(line) for line in dict.fromkeys(one.place.line for one in same[1:]))
            rows = wrap(say("show.more", count=len(same) - 1, lines=lines), 100)
            yield "\n".join([show(problem, sources), *(f"  {row}" for row in rows)])


def as_json(problems: Iterable[Problem]) -> str:
    """All problems as one JSON array, for machines; `name` is the message's in the catalogue, in any language."""
    rows = [asdict(problem) | {"name": getattr(problem.message, "name", "")} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=1)
