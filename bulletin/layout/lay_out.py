"""The canonical edition → the pages of one variant. Pure: the same content and faces give the same pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

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

    `draw`: a chart of a width, so many times as tall, or None where its kind cannot be; `lay` measures blocks.
    """

    edition: Edition
    charts: Mapping[str, Chart]
    draw: Callable[[ChartPlate, Width, float], Chart | None]
    lay: Lay
    alone: bool

    def __post_init__(self) -> None:
        self._drawn: dict[str, Chart] = dict(self.charts)
        self._measured: tuple[list[Piece | Table], Measures] | None = None

    def laid_out(self, odd: bool = False) -> LaidOut:
        """Pages by hand as they are; the others are solved. `odd`: on a number of pages that is not even."""
        self._short: dict[int, float] = {}
        self._others: tuple[int, ...] = ()
        self._over = (0, 0.0)
        hand = sum(not page.auto for page in self.edition.pages)
        pages: list[Page] = []
        for page in self.edition.pages:
            at = len(pages) + 1
            pages += self._solved(page, at, hand, odd) if page.auto else [replace(page, number=at)]
        return LaidOut(replace(self.edition, pages=tuple(pages)), self._drawn, self._short, self._others, self._over)

    def _solved(self, page: Page, number: int, hand: int, odd: bool) -> tuple[Page, ...]:
        if self._measured is None:  # there is one such page
            pieces = list(Cutter(self._redrawn, self.alone).pieces(page.blocks))
            self._measured = pieces, measure(pieces, self._drawn, self.lay)
        pieces, measures = self._measured
        front = number == 1
        asked = task(pieces, measures, front=front, back=page.number == len(self.edition.pages))
        solution = solve(asked, page.count) if page.count else best(asked, hand + odd)
        if solution is None:
            return (replace(page, number=number),)
        self._short |= {number + at: short for at, short in enumerate(solution.short) if short > FULL}
        if (self._short or odd) and not page.count:
            self._others = tuple(others(asked, len(solution.pages), hand)) if self._short else ()
            fewer = len(solution.pages) - 2 + odd
            self._over = (fewer + hand, asked.least - asked.room(fewer)) if fewer > 0 else (0, 0.0)
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
    return min(found, key=lambda one: sum(one.short.values()))


def best(asked: Task, hand: int) -> Solution | None:
    """The fewest pages, even with those by hand, that can all be filled; or those that miss their feet by least."""
    found: list[Solution] = []
    for pages in _numbers(asked, hand):
        solution = solve(asked, pages)
        if solution and max(solution.short) <= FULL:
            return solution
        if solution:
            found.append(solution)
    return min(found, key=lambda one: sum(one.short), default=None)


def others(asked: Task, pages: int, hand: int) -> Iterator[int]:
    """The numbers of pages next to `pages`, with those by hand, that can be filled."""
    for number in (pages - 1, pages + 1):
        if number > 0 and asked.room(number) <= asked.most:
            solution = solve(asked, number)
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
