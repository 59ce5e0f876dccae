"""The packing of pages: what stands where, in which form, so that every page ends at its foot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bulletin.layout.milp import Linear, Program
from bulletin.layout.problem import Near, Rows, Run, Solution, Spot, Strand, Task
from bulletin.layout.windows import windows

SHORT = 3.0
"""What a point of white at the foot of a page costs; all other costs are to be read against it."""
EMPTIEST = 2.0
"""What a point of white on the emptiest page costs besides."""

FREE = 12.0
"""Points of white that cost nothing, a good half line: pages that miss their feet by so little are equally full."""

Cuts = list[list[Linear]]


def solve(task: Task, pages: int) -> Solution | None:
    """The best pages of that number, or None where the things do not go on them."""
    if task.least - (pages - 1) * 40 > task.room(pages):
        return None
    return _Packing(task, pages).solution()


class _Packing:
    """The program of one task on `pages` pages."""

    def __init__(self, task: Task, pages: int):
        self.task, self.pages, self.program = task, range(1, pages + 1), Program()
        self.windows = windows(task, pages)
        self.height: dict[int, Linear] = defaultdict(Linear)
        self.give: dict[int, Linear] = defaultdict(Linear)
        self.begun: dict[str, list[Linear]] = {}  # by page 1, 2, …: 0 or 1
        self.ended: dict[str, list[Linear]] = {}
        self.chosen: dict[tuple[str, int, int, int, int], Linear] = {}
        self.cuts: dict[str, list[Cuts]] = {}
        for thing in task.things:
            if isinstance(thing, Run):
                self._run(thing)
            else:
                self._strand(thing)
        self._order()
        self.short = [self._fill(page) for page in self.pages]

    def _sum(self, parts: Iterable[Linear]) -> Linear:
        total = Linear()
        for part in parts:
            total.add(part)
        return total

    def _strand(self, strand: Strand) -> None:
        program, taken = self.program, []
        begun = [Linear() for _ in self.pages]
        ended = [Linear() for _ in self.pages]
        for w, way in enumerate(strand.ways):
            before: list[Linear] = []
            for k in range(len(way.parts)):
                here = [self._part(strand, (w, k), page) for page in self.pages]
                upto = [self._sum(here[:page]) for page in self.pages]
                if k == 0:
                    taken.append(upto[-1])
                    program.charge(upto[-1], way.cost)
                    for total, part in zip(begun, upto, strict=True):
                        total.add(part)
                else:
                    self._follow(before, upto, joined=way.joined)
                before = upto
            for total, part in zip(ended, before, strict=True):
                total.add(part)
        program.equal(self._sum(taken), 1.0)
        self.begun[strand.id], self.ended[strand.id] = begun, ended

    def _part(self, strand: Strand, at: tuple[int, int], page: int) -> Linear:
        """Is the part on that page, in whichever form?"""
        w, k = at
        here, (first, last) = Linear(), self.windows[strand.id]
        if not first <= page <= last:
            return here
        for v, variant in enumerate(strand.ways[w].parts[k]):
            column = self.program.column(variant.cost)
            self.chosen[strand.id, w, k, v, page] = column
            self.height[page].add(column, variant.height)
            self.give[page].add(column, variant.give)
            here.add(column)
        return here

    def _follow(self, before: list[Linear], upto: list[Linear], *, joined: bool) -> None:
        """A part stands on no earlier page than the one before it; `joined`, on the next."""
        self.program.equal(upto[-1] - before[-1], 0.0)
        if joined:
            self.program.equal(upto[0], 0.0)
            for earlier, later in zip(before, upto[1:], strict=False):
                self.program.equal(later - earlier, 0.0)
        else:
            for earlier, later in zip(before[:-1], upto, strict=False):
                self.program.at_most(later - earlier, 0.0)

    def _run(self, run: Run) -> None:
        """In one of its forms; the others have no row on any page."""
        taken = [self.program.column(form.cost) for form in run.forms]
        self.program.equal(self._sum(taken), 1.0)
        self.cuts[run.id] = [self._form(run, form, one) for form, one in zip(run.forms, taken, strict=True)]
        self.begun[run.id], self.ended[run.id] = (
            [self._sum(cuts[end][page] for cuts in self.cuts[run.id]) for page in self.pages] for end in (0, -1)
        )

    def _form(self, run: Run, form: Rows, taken: Linear) -> Cuts:
        """`cuts[k][p]`: does row k stand on page p or an earlier one?"""
        program, last = self.program, len(self.pages)
        cuts = [self._cuts(run, taken) for _ in form.rows]
        for k, row in enumerate(cuts):
            for page in range(1, last):
                program.at_most(row[page] - row[page + 1], 0.0)
                if k + 1 < len(cuts):
                    program.at_most(cuts[k + 1][page] - row[page], 0.0)
        for page in self.pages:
            self._rows(run, form, cuts, page)
        there = self._sum(cuts[0][page] - cuts[-1][page - 1] for page in self.pages)
        program.at_most(there, run.pages)
        return cuts

    def _cuts(self, run: Run, taken: Linear) -> list[Linear]:
        """Of one row: nothing before its window, all from its last page on."""
        first, last = self.windows[run.id]
        return [
            Linear() if page < first else taken if page >= last else self.program.column()
            for page in range(len(self.pages) + 1)
        ]

    def _rows(self, run: Run, form: Rows, cuts: Cuts, page: int) -> None:
        here = [row[page] - row[page - 1] for row in cuts]
        there = cuts[0][page] - cuts[-1][page - 1]
        for height, row in zip(form.rows, here, strict=True):
            self.height[page].add(row, height)
            self.give[page].add(row, run.give)
        self.height[page].add(here[0], form.head - form.again).add(there, form.again)
        self.give[page].add(there, run.gap)
        self.program.at_most(Linear().add(there, run.together) - self._sum(here), 0.0)
        self.program.charge(there, run.cost)

    def _order(self) -> None:
        program, task = self.program, self.task
        for later, earlier in task.after:
            for begun, ended in zip(self.begun[later], self.ended[earlier], strict=True):
                program.at_most(begun - ended, 0.0)
        for near in task.near:
            self._near(near)
        for title, headed in task.heads:
            for one, other in zip(self.begun[title], self.begun[headed], strict=True):
                program.equal(one - other, 0.0)
        for id, wish in task.wishes.items():
            wanted = wish.among(len(self.pages))
            for page in self.pages[:-1]:  # each page that it has not ended by is one more
                early = page < wanted
                program.charge(self.ended[id][page - 1], wish.cost if early else -wish.cost)
        for id in task.opening:
            program.equal(self.begun[id][0], 1.0)
        for id in task.closing:
            if len(self.pages) > 1:
                program.equal(self.ended[id][-2], 0.0)

    def _near(self, near: Near) -> None:
        """Not before the text begins, and ended a page behind its end."""
        for page in self.pages:
            at = page - 1
            self.program.at_most(self.begun[near.what][at] - self.begun[near.text][at], 0.0)
            late = self.program.column(near.cost, binary=False)
            self.program.at_most(self.ended[near.text][at] - self.ended[near.what][at] - late, 0.0)
            if page > 1:
                self.program.at_most(self.ended[near.text][at - 1] - self.ended[near.what][at], 0.0)

    def _fill(self, page: int) -> Linear:
        """How far the page falls short beyond what is free, with all that its pieces may give."""
        program, room = self.program, self.task.height(page)
        short = program.column(SHORT, binary=False)
        program.at_most(Linear().add(self.height[page]), room)
        full = Linear().add(self.height[page], -1.0).add(self.give[page], -1.0).add(short, -1.0)
        program.at_most(full, FREE - room - self.task.top)
        return short

    def solution(self) -> Solution | None:
        """What HiGHS finds."""
        program = self.program
        emptiest = program.column(EMPTIEST, binary=False)
        for short in self.short:
            program.at_most(short - emptiest, 0.0)
        found = program.solve()
        if found is None:
            return None
        cost = sum(value * each for value, each in zip(found, program.costs, strict=True))
        white = tuple(self._white(page, found) for page in self.pages)
        return Solution(tuple(tuple(self._spots(page, found)) for page in self.pages), white, cost)

    def _white(self, page: int, found: list[float]) -> float:
        """By how far the page misses its foot."""
        taken = self.height[page].value(found) + self.give[page].value(found)
        return max(0.0, round(self.task.height(page) + self.task.top - taken, 3))

    def _spots(self, page: int, found: list[float]) -> Iterable[Spot]:
        for thing in self.task.things:
            if isinstance(thing, Run):
                for form, cuts in enumerate(self.cuts[thing.id]):
                    there = [k for k, row in enumerate(cuts) if (row[page] - row[page - 1]).value(found) > 0.5]
                    if there:
                        yield Spot(thing.id, variant=form, rows=(there[0], there[-1] + 1))
            else:
                yield from self._parts(thing, page, found)

    def _parts(self, strand: Strand, page: int, found: list[float]) -> Iterable[Spot]:
        for w, way in enumerate(strand.ways):
            for k, variants in enumerate(way.parts):
                for v in range(len(variants)):
                    column = self.chosen.get((strand.id, w, k, v, page))
                    if column and column.value(found) > 0.5:
                        yield Spot(strand.id, w, k, v)
