"""Pairs that keep the order on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def rising(pairs: dict[int, int]) -> dict[int, int]:
    """The longest run of pairs that keeps the order on both sides."""
    tails: list[int] = []
    ends: list[int] = []
    back: dict[int, int | None] = {}
    for i in sorted(pairs):
        place = bisect_left(tails, pairs[i])
        back[i] = ends[place - 1] if place else None
        tails[place : place + 1], ends[place : place + 1] = [pairs[i]], [i]
    chain: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        chain.append(at)
        at = back[at]
    return {i: pairs[i] for i in reversed(chain)}


def in_order(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row → column: the pairs that keep the order on both sides and have the largest sum of scores."""
    rows, columns = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in reversed(range(rows)):
        for b in reversed(range(columns)):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], scores[a][b] + best[a + 1][b + 1])
    pairs, a, b = dict[int, int](), 0, 0
    while a < rows and b < columns:
        if scores[a][b] > 0 and best[a][b] == scores[a][b] + best[a + 1][b + 1]:
            pairs[a] = b
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs
