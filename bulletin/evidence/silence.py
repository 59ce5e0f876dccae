"""Findings that a curator has silenced where they stand: `allow: {parity: why}` beside the text, fact, story or file.

It holds for all that stands inside the part; the innermost counts. One that silences nothing is a finding itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from pydantic import BaseModel

from bulletin.content.model import Allowing
from bulletin.content.yaml_text import Parsed, Path
from bulletin.evidence.texts import parts
from bulletin.messages import say
from bulletin.problems import Problem, closest

NAME = "allow"
NEVER = frozenset((
    "quote", "pulled", "quote-value", "quote-unit", "quote-approx", "quote-status", "stage", "period", "level", "unit",
    "label", "derived", "reference", "pages", "claim", "doubt", "silence", "coverage", "unprinted",
))  # fmt: skip
"""What a bulletin cannot be made without: nobody can allow a number that the article does not state.

For what the words do not say, what is left out or not printed, the reason has a place of its own.
"""


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding, and why it may stand."""

    problem: Problem
    reason: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What is left of the findings of one file, and what was silenced."""

    standing: list[Problem]
    silenced: list[Silenced]


@dataclass(frozen=True, slots=True)
class _Permit:
    """One entry of an `allow`, and the span of text that it holds for."""

    rule: str
    reason: str
    path: Path
    start: int
    end: int


def hear(parsed: Parsed, content: BaseModel, problems: Iterable[Problem], known: frozenset[str]) -> Heard:
    """Sorts out what is allowed. `known` are the names of all rules."""
    permits = [_permit(parsed, path, rule, why) for path, rule, why in allowed(content)]
    lines = [0, *accumulate(len(line) + 1 for line in parsed.text.split("\n"))]
    heard, used = Heard([], []), set[Path]()
    for problem in problems:
        permit = _innermost(permits, problem, lines)
        if permit is None:
            heard.standing.append(problem)
        else:
            used.add((*permit.path, permit.rule))
            heard.silenced.append(Silenced(problem, permit.reason))
    heard.standing.extend(_wrong(parsed, permits, used, known))
    return heard


def allowed(content: BaseModel) -> Iterator[tuple[Path, str, str]]:
    """Every entry of every `allow` with the path of its part."""
    for path, part in parts(content):
        if isinstance(part, Allowing):
            yield from ((path, rule, reason) for rule, reason in part.allow.items())


def _permit(parsed: Parsed, path: Path, rule: str, reason: str) -> _Permit:
    value, key = parsed.values[path], parsed.keys.get(path)
    return _Permit(rule, reason, path, key.start if key else value.start, value.end if path else len(parsed.text))


def _innermost(permits: list[_Permit], problem: Problem, lines: list[int]) -> _Permit | None:
    if problem.rule in NEVER:
        return None
    at = lines[min(problem.place.line, len(lines)) - 1] + problem.place.column - 1
    fitting = [p for p in permits if p.rule == problem.rule and p.start <= at < max(p.end, p.start + 1)]
    return max(fitting, key=lambda permit: len(permit.path), default=None)


def _wrong(parsed: Parsed, permits: list[_Permit], used: set[Path], known: frozenset[str]) -> Iterator[Problem]:
    for permit in permits:
        place = parsed.key_place((*permit.path, "allow", permit.rule))
        if permit.rule in NEVER:
            yield Problem(NAME, say("allow.never", rule=permit.rule), place)
        elif permit.rule not in known:
            close = closest(permit.rule, sorted(known))
            notes = (("help", close),) if close else ()
            yield Problem(NAME, say("allow.unknown", rule=permit.rule), place, notes=notes)
        elif (*permit.path, permit.rule) not in used:
            yield Problem(NAME, say("allow.idle", rule=permit.rule), place, "warning")
