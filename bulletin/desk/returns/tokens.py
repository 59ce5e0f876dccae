"""Text in small pieces, and what two texts have in common."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Generic, TypeVar

from bulletin.messages import say
from bulletin.problems import UsageError

WORK = 20_000_000
"""Pairs of pieces that may be held against each other for one draft, which takes some seconds. Six drafts as they were
written take 0.1 million; one of them with every text changed and every bookmark lost, 4 million."""

MOVED = 0.8  # so alike, a text that turns up elsewhere is the same
SIMILAR = 0.45  # less alike, two texts are not versions of each other
BREAK = "\u2029"  # between paragraphs that are compared as one text
REFERENCE = re.compile(r"<((?:[a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*)(?::(?:number|value))?>")
_TOKEN = re.compile(rf"{REFERENCE.pattern}|\*\*|\d[\d,.]*\d|\d|[A-Za-z][A-Za-z’'-]*|[^\S\n{BREAK}]+|.", re.DOTALL)
_SPACE = re.compile(r"[^\S\n]+")
_HAN_NUMBER = "〇零一二两三四五六七八九十百千万亿半几数"
_NUMBER = re.compile(
    rf"\d|[{_HAN_NUMBER}]|\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|"
    r"hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|several|all|both)\b",
    re.IGNORECASE,
)

T = TypeVar("T")
_left: ContextVar[list[int] | None] = ContextVar("left", default=None)


class TooDifferent(UsageError):
    """Two texts have so much in common, in so many ways, that comparing them would take for ever."""


@contextmanager
def bounded(work: int = WORK) -> Iterator[None]:
    """All comparisons inside share one amount of work. They raise TooDifferent when it is spent."""
    token = _left.set([work])
    try:
        yield
    finally:
        _left.reset(token)


def spend(work: int) -> None:
    """Notes that so many pairs are about to be compared."""
    left = _left.get()
    if left is None:
        return
    left[0] -= work
    if left[0] < 0:
        raise TooDifferent(say("draft.too-different"))


class Matcher(difflib.SequenceMatcher[Any]):
    """difflib's, which takes a cube of the length where signs repeat: each search says beforehand what it will take."""

    def __init__(self, before: Sequence[Any], after: Sequence[Any]):
        spend(len(before) + len(after))
        super().__init__(None, before, after, autojunk=False)
        found: dict[Any, list[int]] = self.b2j  # type: ignore[attr-defined]
        self._cost = [0, *accumulate(1 + len(found.get(one, ())) for one in before)]

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Any:
        end = len(self._cost) - 1 if ahi is None else ahi
        spend(self._cost[end] - self._cost[alo])
        return super().find_longest_match(alo, ahi, blo, bhi)


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """`before` became `after`; `same` where they are equal. The offsets count tokens."""

    same: bool
    start: int
    before: Sequence[T]
    at: int
    after: Sequence[T]


def tokens(text: str) -> list[str]:
    """References, marks of bold, numerals, Latin words, spaces; everything else sign by sign. Nothing is lost."""
    return [match[0] for match in _TOKEN.finditer(text)]


def steps(before: Sequence[str], after: Sequence[str]) -> list[Step[str]]:
    """How one row of tokens became another."""
    codes = Matcher(before, after).get_opcodes()
    return [Step(tag == "equal", i, before[i:k], j, after[j:m]) for tag, i, k, j, m in codes]


def likeness(one: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (the same)."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    matcher = Matcher(tokens(one), tokens(other))
    return matcher.ratio() if matcher.real_quick_ratio() > 0.3 and matcher.quick_ratio() > 0.3 else 0.0


def gain(own: str, whole: str, other: str, *, last: bool) -> float:
    """Which share of `own` comes from `other`, beyond what `whole`, which it stands behind (or before), takes of it."""
    joined = f"{whole}{BREAK}{own}" if last else f"{own}{BREAK}{whole}"
    return (_common(joined, other) - _common(whole, other)) / max(1, len(own))


def _common(one: str, other: str) -> int:
    """How many signs two texts have in common, in order."""
    return sum(len(token) for step in steps(tokens(one), tokens(other)) if step.same for token in step.before)


def tidy(text: str) -> str:
    """Runs of spaces and tabs as one space, none at the ends: what a word processor may change by itself."""
    return _SPACE.sub(" ", text.replace("\u200b", "")).strip()


def has_number(text: str) -> bool:
    """Does it hold a numeral, or a word that counts?"""
    return bool(_NUMBER.search(text))
