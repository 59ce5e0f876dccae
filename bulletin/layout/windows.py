"""On which pages a thing can stand at all, by what must stand before and behind it: no others are tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate

from bulletin.layout.problem import Task

Window = tuple[int, int]
"""The first and the last page."""


def windows(task: Task, pages: int) -> dict[str, Window]:
    """Of every thing: what stands before it fills the pages before, at its lowest; and so behind."""
    least = {thing.id: thing.least for thing in task.things}
    before, behind = _reach(task.after), _reach((earlier, later) for later, earlier in task.after)
    found = {}
    for id in least:
        first = _pages(task, range(1, pages + 1), sum(least[other] for other in before.get(id, ())))
        last = _pages(task, range(pages, 0, -1), sum(least[other] for other in behind.get(id, ())))
        found[id] = (first, pages + 1 - last)
    for near in task.near:
        (first, last), (own_first, own_last) = found[near.text], found[near.what]
        found[near.what] = (max(first, own_first), min(last + 1, own_last, pages))
    return found


def _pages(task: Task, order: Iterable[int], height: float) -> int:
    """How many pages of these it takes to hold so much."""
    rooms = accumulate(task.height(page) for page in order)
    return 1 + sum(1 for room in list(rooms)[:-1] if room < height)


def _reach(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """Everything that is reached from each, over any number of steps."""
    steps: dict[str, set[str]] = {}
    for one, other in pairs:
        steps.setdefault(one, set()).add(other)
    found: dict[str, frozenset[str]] = {}

    def reached(id: str) -> frozenset[str]:
        if id not in found:
            found[id] = frozenset().union(*({step} | reached(step) for step in sorted(steps.get(id, ()))))
        return found[id]

    for id in sorted(steps):
        reached(id)
    return found
