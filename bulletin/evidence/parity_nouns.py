"""What a number is said of: the words around it in both languages, and numbers that changed places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from bulletin.evidence.parity_concepts import CONCEPTS_TABLE
from bulletin.evidence.parity_sides import Number


class Pair(Protocol):
    """Two numbers that were found to be the same."""

    @property
    def zh(self) -> Number: ...
    @property
    def en(self) -> Number: ...


def _table() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    rows = []
    for line in CONCEPTS_TABLE.strip().splitlines():
        if "=" in line and not line.startswith("#"):
            zh, en = line.split(" = ")
            rows.append((re.compile(zh), re.compile(rf"\b(?:{en})", re.I)))
    return rows


_CONCEPTS = _table()
_LINK = re.compile(
    r"\b(?:of|by|to|at|was|were|is|are|reached|reaching|totall?ed"
    r"|totall?ing|came to|hit|stood at|with|covers?|covering|from|worth|:)"
    r"(?: (?:about|nearly|over|more than|around|almost|some|roughly|a|an|the))*[ ]*(?:RMB|CNY|[$¥])? ?$",
    re.I,
)


@lru_cache(maxsize=4096)
def _said(text: str) -> frozenset[int]:
    """The concepts that a Chinese text names."""
    return frozenset(i for i, (zh, _) in enumerate(_CONCEPTS) if zh.search(text))


@lru_cache(maxsize=4096)
def _meant(text: str) -> frozenset[int]:
    """The concepts that an English text may stand for."""
    return frozenset(i for i, (_, en) in enumerate(_CONCEPTS) if en.search(text))


def affinity(zh: Number, en: Number) -> int:
    """How many concepts around the Chinese number are named around the English one; the nearer side counts double."""
    return _score(_around(zh), en)


def _around(zh: Number) -> frozenset[int]:
    return _said(zh.before) | _said(zh.after)


def _score(concepts: frozenset[int], en: Number) -> int:
    linked = bool(_LINK.search(en.before))
    strong, weak = (en.before, en.after) if linked else (en.after, en.before)
    if not linked and not re.search(r"[A-Za-z]{3}", en.after):
        strong, weak = en.before, en.after
    return 3 * len(concepts & _meant(strong)) + len(concepts & _meant(weak))


def swapped(matches: Sequence[Pair], zh: str, en: str) -> list[tuple[str, str, str, str]]:
    """Pairs of numbers whose words say that each stands where the other belongs."""
    found = []
    for i, one in enumerate(matches):
        for other in matches[i + 1 :]:
            if not (one.zh.key and other.zh.key) and _are_swapped(one, other):
                message = f"{one.zh.text} and {other.zh.text} seem to have changed places"
                found.append(("swapped", f"{one.zh.text}, {other.zh.text}", f"{one.en.text}, {other.en.text}", message))
    return found


def _are_swapped(one: Pair, other: Pair) -> bool:
    """The words of each stand around the other; numbers of different units are told apart by their units."""
    if (
        one.zh.quoted
        or other.zh.quoted
        or not (one.zh.needed and other.zh.needed)
        or one.zh.kind in ("date", "time", "ordinal")
        or other.zh.kind in ("date", "time", "ordinal")
    ):
        return False
    if one.zh.kind != other.zh.kind or one.zh.unit != other.zh.unit or one.zh.value == other.zh.value:
        return False
    first, second = _around(one.zh), _around(other.zh)
    shared = first & second
    first, second = first - shared, second - shared
    straight = _score(first, one.en) + _score(second, other.en)
    moved = _score(first, other.en), _score(second, one.en)
    if one.en.start > other.en.start:
        return sum(moved) >= straight
    return all(moved) and sum(moved) >= max(straight + 2, 2 * straight)
