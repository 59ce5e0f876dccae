"""The canonical edition → the pages of one variant. Pure: the same content and faces give the same pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bulletin.blocks.story.edit import Story
from bulletin.charts.draw import Chart
from bulletin.edition.blocks import ChartPlate, Edition, Page
from bulletin.edition.text import Width
from bulletin.edition.walk import every
from bulletin.layout.compose import Composer
from bulletin.layout.measure import Lay, Measures, measure
from bulletin.layout.pieces import Cutter, Piece, Table
from bulletin.layout.problem import Solution, Task
from bulletin.layout.solve import solve
from bulletin.layout.solved import Solve
from bulletin.layout.task import task

MOST = 12
"""The most pages that one bulletin is laid out on."""
FULL = 20.0
"""Points by which a page may miss its foot and still be full: 7 mm."""
LEADINGS = (1.0, 0.96, 1.05, 0.93, 1.09)
"""What the leading of the running text may be where pages cannot be filled otherwise, as a multiple of the theme's, in
the order of trying. Its size is the same in all publications."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The edition page by page, every chart that it shows, and by how many points pages miss their foot, by number.

    `others`: numbers of pages that would be full where no even one is; `over`: by how many points the pieces at their
    lowest are too much for two pages less (for one less where the number is odd), and how many pages these are.
    `leading`: of the running text, as a multiple of the theme's. `line`: what a line of Chinese text takes, in pt.
    """

    edition: Edition
    charts: Mapping[str, Chart]
    short: Mapping[int, float]
    others: tuple[int, ...] = ()
    over: tuple[int, float] = (0, 0.0)
    leading: float = 1.0
    line: float = 18.0


def is_open(edition: Edition) -> bool:
    """Is there a page that the program lays out?"""
    return any(page.auto for page in edition.pages)


@dataclass
class LayOut:
    """Lays out one edition in one variant.

    `draw`: a chart of a width, so many times as tall, or None where its kind cannot be; `lay` measures
    blocks, `solve` packs them.
    """

    edition: Edition
    charts: Mapping[str, Chart]
    draw: Callable[[ChartPlate, Width, float], Chart | None]
    lay: Lay
    alone: bool
    solve: Solve = solve

    def __post_init__(self) -> None:
        self._drawn: dict[str, Chart] = dict(self.charts)
        self._measured: tuple[list[Piece | Table], Measures] | None = None
        self._asked: Asked | None = None
        self._hand = sum(not page.auto for page in self.edition.pages)

    def laid_out(self, odd: bool = False) -> LaidOut:
        """Pages by hand as they are; the others are solved. `odd`: on a number of pages that is not even."""
        self._short: dict[int, float] = {}
        self._over = (0, 0.0)
        pages: list[Page] = []
        for page in self.edition.pages:
            at = len(pages) + 1
            pages += self._solved(page, at, odd) if page.auto else [replace(page, number=at)]
        return LaidOut(replace(self.edition, pages=tuple(pages)), self._drawn, self._short, over=self._over)

    def others(self, laid: LaidOut) -> tuple[int, ...]:
        """The numbers of pages next to that of `laid`, some of which miss their feet, that would be full."""
        if self._asked is None or any(page.count for page in self.edition.pages):
            return ()
        return tuple(others(self._asked, len(laid.edition.pages) - self._hand, self._hand))

    def _solved(self, page: Page, number: int, odd: bool) -> tuple[Page, ...]:
        if self._measured is None:  # there is one such page
            pieces = list(Cutter(self._redrawn, self.alone).pieces(page.blocks))
            self._measured = pieces, measure(pieces, self._drawn, self.lay)
        pieces, measures = self._measured
        front = number == 1
        if self._asked is None:
            given = task(pieces, measures, front=front, back=page.number == len(self.edition.pages))
            self._asked = Asked(given, self.solve)
        asked = self._asked
        solution = asked.on(page.count) if page.count else best(asked, self._hand + odd)
        if solution is None:
            return (replace(page, number=number),)
        self._short |= {number + at: short for at, short in enumerate(solution.short) if short > FULL}
        if (self._short or odd) and not page.count:
            fewer = len(solution.pages) - 2 + odd
            self._over = (fewer + self._hand, asked.task.least - asked.task.room(fewer)) if fewer > 0 else (0, 0.0)
        return Composer(pieces, measures, front).pages(solution, number)

    def _redrawn(self, plate: ChartPlate, width: Width, tall: float) -> ChartPlate | None:
        """The plate under the name of its other drawing; None where that would be no other."""
        name = f"{plate.id}-{width}-{tall:g}"
        if name not in self._drawn:
            chart = self.draw(plate, width, tall)
            if chart is None:
                return None
            self._drawn[name] = chart
        return replace(plate, id=name, width=width)


def laid_out(lay_out: Callable[[float], LayOut]) -> LaidOut:
    """The first leading at which an even number of pages can be filled, or else an odd number of them.

    Where that cannot be either, the leading at which an even number of pages misses its feet by least. A summary has
    no running text.
    """
    first = lay_out(LEADINGS[0])
    others = LEADINGS[1:] if any(every(Story, first.edition.pages)) else ()
    tries = {LEADINGS[0]: first} | {leading: lay_out(leading) for leading in others}
    found: list[LaidOut] = []
    for odd in (False, True):
        for leading, one in tries.items():
            made = replace(one.laid_out(odd), leading=leading)
            if not made.short:
                return made
            found += [] if odd else [made]
    nearest = min(found, key=lambda one: sum(one.short.values()))
    return replace(nearest, others=tries[nearest.leading].others(nearest))


@dataclass(frozen=True)
class Asked:
    """A task, and what was found for it: a number of pages is solved once, whoever asks again."""

    task: Task
    solve: Solve = solve
    found: dict[int, Solution | None] = field(default_factory=dict)

    def on(self, pages: int) -> Solution | None:
        """The best pages of that number, or None."""
        if pages not in self.found:
            self.found[pages] = self.solve(self.task, pages)
        return self.found[pages]


def best(asked: Asked, hand: int) -> Solution | None:
    """The fewest pages, even with those by hand, that can all be filled; or those that miss their feet by least."""
    found: list[Solution] = []
    for pages in _numbers(asked.task, hand):
        white = asked.task.room(pages) - asked.task.most  # that there is on so many pages at least
        if found and white > min(sum(one.short) for one in found):
            break
        solution = asked.on(pages)
        if solution and max(solution.short) <= FULL:
            return solution
        if solution:
            found.append(solution)
    return min(found, key=lambda one: sum(one.short), default=None)


def others(asked: Asked, pages: int, hand: int) -> Iterator[int]:
    """The numbers of pages next to `pages`, with those by hand, that can be filled."""
    for number in (pages - 1, pages + 1):
        if number > 0 and asked.task.room(number) <= asked.task.most:
            solution = asked.on(number)
            if solution and max(solution.short) <= FULL:
                yield number + hand


def _numbers(asked: Task, hand: int) -> Iterator[int]:
    """Of pages, that are worth a try: from the least that hold everything to the first that cannot be filled."""
    for pages in range(2 - hand % 2, MOST + 1, 2):
        if hand % 2 and pages == 1 and asked.opening:
            continue  # one page alone has no running head
        if asked.room(pages) < asked.least - pages * 40:
            continue
        yield pages
        if asked.most < asked.room(pages):
            return
