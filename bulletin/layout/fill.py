"""Pages that all end at their feet: page by page, everything that can stand on the next one, the cheapest at the end.

Of earlier pages only how much of each thing stands on them matters for those that follow (a state), so that of all ways
to come there the cheapest is kept. What cannot be full any more is given up at once: that is most of it where a number
of pages is hard to fill, or cannot be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bulletin.layout.problem import Solution, Task
from bulletin.layout.solve import FREE, SHORT, solve
from bulletin.layout.steps import ALL, NOTHING, Label, State, Step, Steps, beside

FULL = 20.0
"""Points by which a page may miss its foot and still be full: 7 mm."""
WHITE = (FULL, 40.0, 80.0, 160.0, 320.0, 800.0)
"""What pages may miss their feet by where they cannot be full, in the order of trying: as even as can be."""
WIDTH = 600
"""The most states that are followed from a page, the cheapest; few tasks have as many. No limit of time: the same task
has the same answer on every machine."""
NEARLY = 1e-6

States = tuple[State, ...]


class Come(NamedTuple):
    """The cheapest way to a state: its cost, the state before its last page, and what stands on that page."""

    cost: float
    before: States
    page: Label


def full(solution: Solution | None) -> bool:
    """Are all pages full?"""
    return solution is not None and max(solution.short) <= FULL


def nearest(task: Task, pages: int) -> Solution | None:
    """The cheapest pages of that number of which none misses its foot by more than it must; None where nothing goes."""
    for white in WHITE:
        if found := _Search(task, pages, white).solution():
            return found
    return solve(task, pages)


def fill(task: Task, pages: int) -> Solution | None:
    """The cheapest pages of that number that are all full, or None where they cannot be."""
    search = _Search(task, pages)
    found = search.solution()
    if found is None and search.cut:
        found = solve(task, pages)
    return found if full(found) else None


@dataclass(frozen=True)
class _Page:
    """What is known of a page: its number, its room, what it needs at least, and what the pages behind it take."""

    number: int
    last: bool
    room: float
    need: float
    behind: tuple[float, float]  # what all pages behind it can take, and need


class _Search:
    """The search for pages of one task. Things are taken in an order in which nothing stands before what it needs."""

    def __init__(self, task: Task, pages: int, white: float = FULL):
        self.task, self.pages, self.white, self.cut = task, pages, white, False
        order = _ordered(task)
        self.at = {thing: n for n, thing in enumerate(order)}
        before: list[set[int]] = [set() for _ in order]
        for later, earlier in task.after:
            before[self.at[later]].add(self.at[earlier])
        self.before = [sorted(each) for each in before]
        things = {thing.id: thing for thing in task.things}
        self.steps = [Steps(things[id], task, pages, alone=_alone(n, before)) for n, id in enumerate(order)]
        self.text = {self.at[near.what]: (self.at[near.text], near.cost) for near in task.near}
        self.heads = [(self.at[title], self.at[headed]) for title, headed in task.heads]
        self.opening = {self.at[id] for id in task.opening}
        self.closing = {self.at[id] for id in task.closing}
        self.wishes = {self.at[id]: (wish.among(pages), wish.cost) for id, wish in task.wishes.items()}
        self.rests: dict[States, tuple[float, float]] = {}
        self.set: dict[tuple[float, tuple[int, ...]], Label | None] = {}

    def solution(self) -> Solution | None:
        """The cheapest, or None where none was found; `cut` says whether there may be one all the same."""
        states: dict[States, Come] = {(NOTHING,) * len(self.steps): Come(0.0, (), Label(0.0, 0.0, 0.0))}
        layers = []
        for number in range(1, self.pages + 1):
            states = self._next(self._page(number), states)
            if not states:
                return None
            layers.append(states)
        return self._traced(layers)

    def _page(self, number: int) -> _Page:
        task, behind = self.task, range(number + 1, self.pages + 1)
        room = task.height(number)
        grown = task.top - self.white
        rooms = sum(task.height(page) for page in behind)
        return _Page(number, number == self.pages, room, room + grown, (rooms, rooms + grown * len(behind)))

    def _next(self, page: _Page, states: dict[States, Come]) -> dict[States, Come]:
        """Every state that is come to with one page more, at its least cost."""
        found: dict[States, Come] = {}
        ordered = sorted(states.items(), key=lambda item: (item[1].cost, item[0]))
        self.cut |= len(ordered) > WIDTH
        for state, come in ordered[:WIDTH]:
            for after, steps in _Filling(self, page, state).contents():
                if not self._goes(page, after):
                    continue
                cost = come.cost + self._places(page, state, after)
                there = found.get(after)
                if there and cost + sum(step.cost for step in steps) >= there.cost:
                    continue
                label = self._label(page, steps)
                if label and (there is None or cost + label.cost < there.cost):
                    found[after] = Come(cost + label.cost, state, label)
        return found

    def _goes(self, page: _Page, after: States) -> bool:
        """Can what is left go on the pages behind, and fill them?"""
        if after not in self.rests:
            rests = [steps.rest(state) for steps, state in zip(self.steps, after, strict=True)]
            self.rests[after] = sum(low for low, _ in rests), sum(high for _, high in rests)
        low, high = self.rests[after]
        room, need = page.behind
        return low <= room + NEARLY and high >= need - NEARLY

    def _places(self, page: _Page, before: States, after: States) -> float:
        """What it costs that things stand where they do."""
        cost = 0.0
        for n, (wanted, each) in self.wishes.items():
            if after[n] == ALL != before[n]:
                cost += each * abs(page.number - wanted)
        for n, (text, each) in self.text.items():
            if after[text] == ALL != after[n]:
                cost += each
        return cost

    def _label(self, page: _Page, steps: tuple[Step, ...]) -> Label | None:
        """The cheapest forms in which these end at the foot of the page."""
        key = page.room, tuple(map(id, steps))
        if key not in self.set:
            self.set[key] = self._forms(page, steps)
        return self.set[key]

    def _forms(self, page: _Page, steps: tuple[Step, ...]) -> Label | None:
        low, high = sum(step.low for step in steps), sum(step.high for step in steps)
        labels = [Label(0.0, 0.0, 0.0)]
        for step in sorted(steps, key=lambda step: -len(step.labels)):
            low, high = low - step.low, high - step.high
            labels = beside(labels, step.labels, page.room - low + NEARLY, page.need - high - NEARLY)
        foot = page.room + self.task.top
        priced = [label._replace(cost=label.cost + SHORT * max(0.0, foot - label.high - FREE)) for label in labels]
        return min(priced, key=lambda label: (label.cost, -label.high), default=None)

    def _traced(self, layers: list[dict[States, Come]]) -> Solution:
        """Back from the end to what stands on each page."""
        (state,) = layers[-1]
        cost = layers[-1][state].cost
        order = {thing.id: n for n, thing in enumerate(self.task.things)}
        pages, short = [], []
        for number in range(self.pages, 0, -1):
            _, state, label = layers[number - 1][state]
            pages.append(tuple(sorted(label.spots, key=lambda spot: (order[spot.id], spot.part))))
            short.append(max(0.0, round(self.task.height(number) + self.task.top - label.high, 3)))
        return Solution(tuple(reversed(pages)), tuple(reversed(short)), cost)


class _Filling:
    """All that can stand on one page behind what stands on earlier ones."""

    def __init__(self, search: _Search, page: _Page, state: States):
        self.search, self.page, self.state = search, page, state
        self.after, self.taken = list(state), list[Step]()
        highs = [steps.rest(each)[1] for steps, each in zip(search.steps, state, strict=True)]
        self.left = [sum(highs[n:]) for n in range(len(highs) + 1)]

    def contents(self) -> Iterator[tuple[States, tuple[Step, ...]]]:
        """Each with the state that it leads to."""
        return self._from(0, 0.0, 0.0)

    def _from(self, n: int, low: float, high: float) -> Iterator[tuple[States, tuple[Step, ...]]]:
        """Of the things from `n` on, where those before are `low` to `high` tall."""
        count = len(self.state)
        while n < count and self.state[n] == ALL:
            n += 1
        if high + self.left[n] < self.page.need - NEARLY:
            return
        if n == count:
            if all((self.after[a] == NOTHING) == (self.after[b] == NOTHING) for a, b in self.search.heads):
                yield tuple(self.after), tuple(self.taken)
            return
        ends = self._must_end(n)
        if not ends and not self._must_stand(n):
            yield from self._from(n + 1, low, high)
        if self.state[n] == NOTHING and not self._can_begin(n):
            return
        early = n in self.search.closing and not self.page.last
        for step in self.search.steps[n].steps(self.state[n]):
            ended = step.after == ALL
            if low + step.low > self.page.room + NEARLY or (ends and not ended) or (early and ended):
                continue
            self.after[n] = step.after
            self.taken.append(step)
            yield from self._from(n + 1, low + step.low, high + step.high)
            self.taken.pop()
        self.after[n] = self.state[n]

    def _must_end(self, n: int) -> bool:
        """On the last page; and a page behind the text that it belongs to."""
        text = self.search.text.get(n)
        return self.page.last or (text is not None and self.state[text[0]] == ALL)

    def _must_stand(self, n: int) -> bool:
        return (self.page.number == 1 and n in self.search.opening) or self.search.steps[n].goes_on(self.state[n])

    def _can_begin(self, n: int) -> bool:
        """Everything before it has ended; the text that it belongs to has begun."""
        text = self.search.text.get(n)
        if text is not None and self.after[text[0]] == NOTHING:
            return False
        return all(self.after[each] == ALL for each in self.search.before[n])


def _alone(n: int, before: list[set[int]]) -> bool:
    return all(other == n or other in before[n] or n in before[other] for other in range(len(before)))


def _ordered(task: Task) -> list[str]:
    """Everything behind what must stand before it, else in the order of the task."""
    needs: dict[str, set[str]] = {thing.id: set() for thing in task.things}
    for later, earlier in task.after:
        needs[later].add(earlier)
    for near in task.near:
        needs[near.what].add(near.text)
    order: list[str] = []
    while needs:
        order.append(next(id for id, each in needs.items() if each <= set(order)))
        del needs[order[-1]]
    return order
