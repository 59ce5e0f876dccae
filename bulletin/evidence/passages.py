"""Where an article speaks of what a text says: found by the words that they share, the rare ones most."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from bulletin.evidence.features import Features, pairs

_CHUNK = re.compile("[。!?;]")
_CLAUSE = re.compile("[^,。!?;]+[,。!?;]?")
_CLOSE = 0.5
"""What shares this much of what the best one shares is meant, too."""


@dataclass(frozen=True)
class Passages:
    """The stretches between full stops and semicolons of a bare article, and which have a pair of characters."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    index: Mapping[str, list[int]] = field(repr=False)

    def at(self, position: int) -> int:
        """The stretch that a position of the article lies in."""
        return bisect_right(self.starts, position) - 1

    def closest(self, words: Features, most: int = 2) -> list[int]:
        """Those that speak of the same."""
        if (words, most) not in self._closest:
            self._closest[words, most] = self._shared(words, most)
        return self._closest[words, most]

    @cached_property
    def _closest(self) -> dict[tuple[Features, int], list[int]]:
        return {}

    def _shared(self, words: Features, most: int) -> list[int]:
        shares = Counter[int]()
        for pair in words:
            at = self.index.get(pair, ())
            for i in at:
                shares[i] += 1 / len(at)  # type: ignore[assignment]
        rounded = {i: round(share, 9) for i, share in shares.items()}  # in whatever order they were added up
        top = sorted(rounded, key=lambda i: (-rounded[i], i))[:most]
        return [i for i in top if rounded[i] >= _CLOSE * rounded[top[0]]]


_SENTENCE, _PART, _LONG = re.compile("[。；！？\n]"), re.compile("[，：]"), 6


def beside(text: str, clause: str) -> list[str]:
    """The clauses beside one in its sentence that are long enough to be found in an article as they stand."""
    whole = next((one for one in _SENTENCE.split(text) if clause in one), "")
    return [one for one in _PART.split(whole) if one != clause and len(one) >= _LONG and "<" not in one]


@lru_cache(maxsize=32)
def passages(text: str) -> Passages:
    """Of the bare text of an article."""
    cuts = [0, *(match.end() for match in _CHUNK.finditer(text)), len(text)]
    spans = [(a, b) for a, b in pairwise(cuts) if a < b]
    index = defaultdict[str, list[int]](list)
    for i, (a, b) in enumerate(spans):
        for pair in pairs(text[a:b]):
            index[pair].append(i)
    return Passages(tuple(text[a:b] for a, b in spans), tuple(a for a, _ in spans), dict(index))


def reach(clauses: Sequence[str], named: Sequence[Collection[object]], at: int) -> range:
    """How far what a clause names is spoken of: within the sentence, up to where something else is named."""
    first = last = at
    while last + 1 < len(clauses) and clauses[last][-1] == "," and not named[last + 1]:
        last += 1
    while first > 0 and clauses[first - 1][-1] == "," and not named[first - 1]:
        first -= 1
    return range(first, last + 1)


def said_of_names(text: str, forms: Mapping[str, Iterable[str]]) -> dict[str, dict[str, float]]:
    """What an article says of each name: the pairs of its clauses up to where another is named, and how rare."""
    clauses = _CLAUSE.findall(text)
    words = [pairs(clause) for clause in clauses]
    often = Counter(pair for found in words for pair in found)
    there = [{name for name, written in forms.items() if any(form in clause for form in written)} for clause in clauses]
    named = [
        {name for name in names if not any(f"由{form}" in clause for form in forms[name])}
        for names, clause in zip(there, clauses, strict=True)
    ]
    found: dict[str, dict[str, float]] = {}
    for i, names in enumerate(there):
        for name in names:
            over = (
                reach(clauses, named, i) if name in named[i] else range(i, i + 1)
            )  # 由…投资建设: no more is said of it
            found[name] = found.get(name, {}) | {pair: 1 / often[pair] for at in over for pair in words[at]}
    return found
