"""What of a thing can stand on one page, by what of it stands on earlier ones; how tall that is and what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from bulletin.layout.problem import Run, Spot, Strand, Task

State = tuple[int, ...]
"""What of a thing stands on the pages so far: of a strand way and parts, of a run form, rows and pages."""
NOTHING: State = ()
ALL: State = (-1,)


class Label(NamedTuple):
    """One way to set what stands on a page: its height, that height grown, its cost, and what it is."""

    low: float
    high: float
    cost: float
    spots: tuple[Spot, ...] = ()

    def beside(self, other: Label) -> Label:
        """Both on one page."""
        return Label(self.low + other.low, self.high + other.high, self.cost + other.cost, self.spots + other.spots)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What of a thing stands on a page in one division of it: the state behind it, and the forms it can be set in."""

    after: State
    labels: tuple[Label, ...]
    low: float
    high: float
    cost: float


def front(labels: Sequence[Label]) -> list[Label]:
    """Those that no other one outdoes: lower, of more reach and cheaper, all at once."""
    found: list[Label] = []
    for label in sorted(labels, key=lambda one: (one.low, one.cost, -one.high)):
        _, high, cost, _ = label
        for other in found:
            if other[1] >= high and other[2] <= cost:
                break
        else:
            found.append(label)
    return found


def beside(labels: Sequence[Label], others: Sequence[Label], room: float, need: float) -> list[Label]:
    """Every way to set both, as far as that can be no taller than `room` and grow to `need`."""
    return front(
        [
            one.beside(other)
            for one in labels
            for other in others
            if one[0] + other[0] <= room and one[1] + other[1] >= need
        ]
    )


class Steps:
    """The steps of one thing on so many `pages`. `alone`: everything else stands before or behind it."""

    def __init__(self, thing: Strand | Run, task: Task, pages: int, *, alone: bool):
        self.thing, self.task, self.pages, self.alone = thing, task, pages, alone
        self.steps = cache(self._steps)
        self.rest = cache(self._rest)

    def goes_on(self, state: State) -> bool:
        """Must some of it stand on the next page?"""
        if state in (NOTHING, ALL):
            return False
        return isinstance(self.thing, Run) or self.thing.ways[state[0]].joined

    def _steps(self, state: State) -> tuple[Step, ...]:
        if state == ALL:
            return ()
        thing = self.thing
        found = _of_run(thing, state) if isinstance(thing, Run) else _of_strand(thing, state)
        return tuple(
            Step(
                after,
                tuple(labels),
                min(label.low for label in labels),
                max(label.high for label in labels),
                min(label.cost for label in labels),
            )
            for after, labels in found
        )

    def _rest(self, state: State) -> tuple[float, float]:
        """How tall all that is not placed yet is at least, and at most."""
        if state == ALL:
            return 0.0, 0.0
        thing = self.thing
        if isinstance(thing, Run):
            return self._rest_of_run(thing, state)
        ways = [way.parts for way in thing.ways] if state == NOTHING else [thing.ways[state[0]].parts[state[1] :]]
        lows = [sum(min(one.height for one in part) for part in parts) for parts in ways]
        highs = [sum(max(one.height + one.give for one in part) for part in parts) for parts in ways]
        return min(lows), max(highs)

    def _rest_of_run(self, run: Run, state: State) -> tuple[float, float]:
        form, start, _ = state or (0, 0, 0)
        forms = run.forms if state == NOTHING else run.forms[form : form + 1]
        heights = [(one.again if start else one.head) + sum(one.rows[start:]) for one in forms]
        further = self._further(run) * (run.gap + max(one.again for one in forms))
        return min(heights), max(heights) + run.gap + run.give * (len(forms[0].rows) - start) + further

    def _further(self, run: Run) -> int:
        """On how many pages more than one it can stand. Alone it fills all of them but the first and the last."""
        most = min(self.pages, run.pages, max(1, len(run.forms[0].rows) // run.together)) - 1
        return min(most, 1 + int(run.most / self.task.other)) if self.alone else most


def _of_strand(strand: Strand, state: State) -> Iterator[tuple[State, list[Label]]]:
    """Parts from the next one on; what is joined goes on overleaf."""
    for w in range(len(strand.ways)) if state == NOTHING else state[:1]:
        way = strand.ways[w]
        start = 0 if state == NOTHING else state[1]
        labels = [Label(0.0, 0.0, 0.0 if start else way.cost)]
        for k in range(start, len(way.parts)):
            own = [
                Label(one.height, one.height + one.give, one.cost, (Spot(strand.id, w, k, v),))
                for v, one in enumerate(way.parts[k])
            ]
            labels = front([label.beside(other) for label in labels for other in own])
            yield (ALL if k + 1 == len(way.parts) else (w, k + 1)), labels
            if way.joined:
                break


def _of_run(run: Run, state: State) -> Iterator[tuple[State, list[Label]]]:
    """Rows from the next one on: as many as stay together, and as many left."""
    start, pages = (0, 0) if state == NOTHING else state[1:]
    if pages == run.pages:
        return
    for f in range(len(run.forms)) if state == NOTHING else state[:1]:
        form, count = run.forms[f], len(run.forms[f].rows)
        low = form.again if start else form.head
        cost = run.cost + (0.0 if start else form.cost)
        for end in range(start + 1, count + 1):
            low += form.rows[end - 1]
            if end - start < run.together or 0 < count - end < run.together:
                continue
            high = low + run.gap + run.give * (end - start)
            spot = Spot(run.id, variant=f, rows=(start, end))
            yield (ALL if end == count else (f, end, pages + 1)), [Label(low, high, cost, (spot,))]
