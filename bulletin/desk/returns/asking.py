"""At a terminal each change is asked for: take it, leave it, write it otherwise, or hear what it would do.

Answers are kept by what was done, so that the next import of the same draft asks only what is new.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bulletin.files import read_file
from bulletin.messages import say
from bulletin.project import Project, write
from bulletin.publish import BASELINES

from .operations import Figure, Move, Operation, Report, Set

TAKE, LEAVE = "take", "leave"
LARGEST = 1_000_000  # bytes of a file of answers
Hear = Callable[[str], str]
"""Shows a question and gives what a person types."""


@dataclass(slots=True)
class Answers:
    """TAKE, LEAVE or other words, by the digest of what was done; kept in a file, where there is one."""

    path: Path | None = None
    known: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project, edition: str) -> Answers:
        """Those of a draft; none where they cannot be read."""
        path = project.reports / BASELINES / f"{edition}.answers"
        try:
            data = json.loads(read_file(path, LARGEST))
        except (OSError, ValueError):
            data = {}
        plain = data if isinstance(data, dict) else {}
        return cls(path, {str(key): one for key, one in plain.items() if isinstance(one, str)})

    def keep(self) -> None:
        """Raises CannotWrite."""
        if self.path and self.known:
            write(self.path, json.dumps(self.known, ensure_ascii=False, indent=1, sort_keys=True).encode())


@dataclass(slots=True)
class Asked:
    """What is taken, in the order of the draft, and what was left; `again`: how many were answered before."""

    taken: list[Operation] = field(default_factory=list)
    left: list[Report] = field(default_factory=list)
    again: int = 0


def asked(operations: Iterable[Operation], answers: Answers, hear: Hear, show: Callable[[str], None]) -> Asked:
    """Asks for each that was not answered before. Moves within one list are one question: they are one order.

    A figure is not asked for: it is told, and stays as it is.
    """
    out = Asked()
    for group in _groups(operations):
        first = group[0]
        if isinstance(first, Figure):
            out.taken += group
            continue
        key = _key(group)
        out.again += key in answers.known
        answer = answers.known.get(key) or _answer(group, hear, show)
        answers.known[key] = answer
        if answer == LEAVE:
            out.left += [Report(say("ask.left"), one.path, one.told()) for one in group]
        else:
            out.taken += [replace(first, new=answer)] if answer != TAKE and isinstance(first, Set) else group
    return out


def _groups(operations: Iterable[Operation]) -> Iterator[list[Operation]]:
    """Each alone, but all moves within one list together."""
    rows, moves = list(operations), dict[str, list[Operation]]()
    for one in rows:
        if isinstance(one, Move):
            moves.setdefault(one.container, []).append(one)
    for one in rows:
        if not isinstance(one, Move):
            yield [one]
        elif moves[one.container][0] is one:
            yield moves[one.container]


def _key(group: list[Operation]) -> str:
    return hashlib.sha256("\n".join(map(repr, group)).encode()).hexdigest()[:16]


def _answer(group: list[Operation], hear: Hear, show: Callable[[str], None]) -> str:
    """TAKE, LEAVE, or other words for a text. What is no answer is asked for again; an empty line leaves it."""
    first = group[0]
    for one in group:
        show(one.told())
    while True:
        typed = hear(say("ask.which" if isinstance(first, Set) else "ask.which-whole")).strip().lower()
        if typed in _LETTERS["take"]:
            return TAKE
        if typed in _LETTERS["leave"]:
            return LEAVE
        if typed in _LETTERS["edit"] and isinstance(first, Set):
            show(first.new)
            if words := hear(say("ask.words")).strip():
                return words
        else:
            show(say(f"ask.{type(first).__name__.lower()}"))


_LETTERS: Mapping[str, frozenset[str]] = {
    "take": frozenset({"t", "take", "y", "收", "是"}),
    "leave": frozenset({"l", "leave", "n", "", "留", "否"}),
    "edit": frozenset({"e", "edit", "改"}),
}
