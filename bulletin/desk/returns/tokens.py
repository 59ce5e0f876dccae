"""Text in small pieces, and what two texts have in common."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

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
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [Step(tag == "equal", i, before[i:k], j, after[j:m]) for tag, i, k, j, m in codes]


def likeness(one: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (the same)."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    matcher = difflib.SequenceMatcher(None, tokens(one), tokens(other), autojunk=False)
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
