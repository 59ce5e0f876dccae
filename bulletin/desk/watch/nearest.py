"""The text of the files that words of a page have most of: looked up, since a page asks a hundred times."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from bulletin.content.yaml_text import Parsed
from bulletin.locate import Leaf

_NONE = Parsed("", "")
_LEAST = 2  # characters that two texts have in common before one is taken for the other


@lru_cache(maxsize=16384)
def _pieces(text: str) -> tuple[str, ...]:
    """Most texts are the same at the next save."""
    return tuple(Leaf(_NONE, (), text).pieces)


class Nearest:
    """Over the leaves of some files, the first ones first."""

    def __init__(self, leaves: Sequence[Leaf]):
        self._leaves = leaves
        self._pieces: dict[str, list[int]] = {}
        self._begun: dict[str, list[str]] = {}
        self._starts, self._owners, joined = list[int](), list[int](), list[str]()
        at = 0
        for number, leaf in enumerate(leaves):
            for piece in _pieces(leaf.text):
                if piece not in self._pieces:
                    self._begun.setdefault(piece[:_LEAST], []).append(piece)
                self._pieces.setdefault(piece, []).append(number)
                self._starts.append(at)
                self._owners.append(number)
                joined.append(piece)
                at += len(piece) + 1
        self._joined = "\n".join(joined)

    def of(self, wanted: str) -> Leaf | None:
        """Of squeezed words: what reads the same, else what holds them, else what they hold most pieces of."""
        if len(wanted) < _LEAST:
            return None
        if wanted in self._pieces:
            return self._leaves[self._pieces[wanted][0]]
        if (at := self._joined.find(wanted)) >= 0:
            return self._leaves[self._owners[bisect_right(self._starts, at) - 1]]
        shared = Counter[int]()
        for pair in {wanted[at : at + _LEAST] for at in range(len(wanted) - 1)}:
            for piece in self._begun.get(pair, ()):
                if piece in wanted:
                    for number in {*self._pieces[piece]}:
                        shared[number] += len(piece)
        return self._leaves[max(shared, key=lambda number: (shared[number], -number))] if shared else None
