"""Where an article speaks of what a text says: found by the words that they share, the rare ones most."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from math import log

from bulletin.evidence.features import Features, pairs

_CHUNK = re.compile("[。!?;]")
_CLAUSE = re.compile("[^,。!?;]+[,。!?;]?")
_CLOSE = 0.5
"""What shares this much of what the best one shares is meant, too."""
_UNHEARD = 0.7
"""A pair that an article does not have is rarer than one that it has once."""

Rare = Mapping[str, float]


@dataclass(frozen=True)
class Stretches:
    """The clauses or sentences of a bare article in order, their pairs of characters, and which have a pair."""

    texts: tuple[str, ...]
    words: tuple[Features, ...] = field(repr=False)
    index: Mapping[str, list[int]] = field(repr=False)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Stretches:
        """Each stretch with the mark behind it."""
        found = tuple(texts)
        words, index = tuple(map(pairs, found)), defaultdict[str, list[int]](list)
        for at, some in enumerate(words):
            for word in some:
                index[word].append(at)
        return cls(found, words, dict(index))

    def rare(self, words: Iterable[str]) -> Rare:
        """How much each word tells of where it is from: 1 for one that is there once, whatever the article's length."""
        total = len(self.texts) + 2
        return {word: log(total / (len(self.index.get(word, ())) or _UNHEARD), total) for word in sorted(words)}

    def scores(self, rare: Rare) -> dict[int, float]:
        """The stretches that have some of these words, by how much."""
        found = defaultdict[int, float](float)
        for word, weight in rare.items():
            for at in self.index.get(word, ()):
                found[at] += weight
        return found

    @cached_property
    def _starts(self) -> list[int]:
        """Where each begins, in a text that is cut without a rest."""
        return [0, *accumulate(map(len, self.texts))]

    def at(self, position: int) -> int:
        """The stretch that a position of the article lies in."""
        return min(bisect_right(self._starts, position), len(self.texts)) - 1

    def closest(self, words: Features, most: int = 2) -> list[int]:
        """Those that speak of the same."""
        if (words, most) not in self._closest:
            shares = self.scores({word: 1 / len(self.index[word]) for word in words if word in self.index})
            rounded = {at: round(share, 9) for at, share in shares.items()}  # in whatever order they were added up
            top = sorted(rounded, key=lambda at: (-rounded[at], at))[:most]
            self._closest[words, most] = [at for at in top if rounded[at] >= _CLOSE * rounded[top[0]]]
        return self._closest[words, most]

    @cached_property
    def _closest(self) -> dict[tuple[Features, int], list[int]]:
        return {}


SENTENCE, PART, _LONG = re.compile("[。；！？\n]"), re.compile("[，：]"), 6
"""Where a sentence of a text ends, and a clause of it."""


def beside(text: str, clause: str) -> list[str]:
    """The clauses beside one in its sentence that are long enough to be found in an article as they stand."""
    whole = next((one for one in SENTENCE.split(text) if clause in one), "")
    return [one for one in PART.split(whole) if one != clause and len(one) >= _LONG and "<" not in one]


@lru_cache(maxsize=32)
def passages(text: str) -> Stretches:
    """What stands between full stops and semicolons in the bare text of an article."""
    cuts = [0, *(match.end() for match in _CHUNK.finditer(text)), len(text)]
    return Stretches.of(text[a:b] for a, b in pairwise(cuts) if a < b)


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
    clauses = Stretches.of(_CLAUSE.findall(text))
    there = [{name for name, written in forms.items() if any(form in one for form in written)} for one in clauses.texts]
    named = [
        {name for name in names if not any(f"由{form}" in clause for form in forms[name])}
        for names, clause in zip(there, clauses.texts, strict=True)
    ]
    found = defaultdict[str, dict[str, float]](dict)
    for i, names in enumerate(there):
        for name in names:  # 由…投资建设: no more is said of it
            over = reach(clauses.texts, named, i) if name in named[i] else (i,)
            found[name] |= {pair: 1 / len(clauses.index[pair]) for at in over for pair in clauses.words[at]}
    return found
