"""The canonical edition → the pages of one variant. Pure: the same content and faces give the same pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil

from bulletin.blocks.contents.edit import Contents, in_order_of_pages
from bulletin.blocks.story.edit import Story
from bulletin.charts.draw import Chart
from bulletin.edition.blocks import Block, ChartPlate, Edition, Page
from bulletin.edition.text import Width
from bulletin.edition.walk import every
from bulletin.layout.compose import Composer
from bulletin.layout.fill import FULL, fill, nearest
from bulletin.layout.helping import Helps, helps
from bulletin.layout.loosened import loosened
from bulletin.layout.measure import Kept, Lay, Measures, measure
from bulletin.layout.pieces import Cutter, Piece, Table
from bulletin.layout.placed import Placed
from bulletin.layout.problem import Solution, Task
from bulletin.layout.solved import Solve
from bulletin.layout.task import task
from bulletin.layout.worth import worth

MOST = 16
"""The most pages that one bulletin is laid out on, unless its heights come to more than half of them."""
LEADINGS = (1.0, 0.96, 1.05, 0.93, 1.09)
"""What the leading of the running text may be where pages cannot be filled otherwise, as a multiple of the theme's, in
the order of trying. Its size is the same in all publications."""
UNSET = 9
"""How loose pages are that could not be laid out at all."""
ABOVE, AGAIN = 40.0, 80.0
"""Points of a page by which heights may be too much for a number of pages that is tried all the same where none can be
full, and too little: what is said again where a table goes on."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The edition page by page, every chart that it shows, and by how many points pages miss their foot, by number.

    `others`: numbers of pages that would be full where no even one is; `over`: by how many points the pieces at their
    lowest are too much for two pages less (for one less where the number is odd), and how many pages these are.
    `beyond`: a number that the curator asked for and that cannot be, and by how many points the pieces are too much for
    it. `loose`: how many times demands were let go until there were pages; UNSET where there are none, as given.
    `plates`: what each is worth, by its story or its name, in points.
    `leading`: of the running text, as a multiple of the theme's. `line`: what a line of Chinese text takes, in pt.
    `helps`: what would make the contents go onto the number that the curator asked for.
    """

    edition: Edition
    charts: Mapping[str, Chart]
    short: Mapping[int, float]
    others: tuple[int, ...] = ()
    over: tuple[int, float] = (0, 0.0)
    beyond: tuple[int, float] = (0, 0.0)
    loose: int = 0
    plates: Mapping[str, float] = field(default_factory=dict)
    leading: float = 1.0
    line: float = 18.0
    helps: Helps | None = None


def is_open(edition: Edition) -> bool:
    """Is there a page that the program lays out?"""
    return any(page.auto for page in edition.pages)


@dataclass
class LayOut:
    """Lays out one edition in one variant, at one leading. `kept` is shared with the others.

    `draw`: a chart of a width, so many times as tall, or None where its kind cannot be; `lay` measures
    blocks, `fill` finds pages that are full, `near` those that miss their feet by least.
    """

    edition: Edition
    charts: Mapping[str, Chart]
    draw: Callable[[ChartPlate, Width, float], Chart | None]
    lay: Lay
    alone: bool
    fill: Solve = fill
    near: Solve = nearest
    kept: Kept | None = None
    line: float = 18.0  # what one of Chinese text takes, in pt

    def __post_init__(self) -> None:
        self._drawn: dict[str, Chart] = dict(self.charts)
        self._hand = sum(not page.auto for page in self.edition.pages)
        self._open = next((page for page in self.edition.pages if page.auto), None)  # there is one such page at most
        self.count = self._open.count if self._open else 0

    @cached_property
    def _measured(self) -> tuple[list[Piece | Table], Measures]:
        pieces = list(Cutter(self._redrawn, self.alone).pieces(self._open.blocks if self._open else ()))
        return pieces, measure(pieces, self._drawn, self.lay, self.kept)

    @cached_property
    def _asked(self) -> Asked:
        front = self.edition.pages[0] is self._open
        back = self.edition.pages[-1] is self._open
        return Asked(task(*self._measured, front=front, back=back), self.fill, self.near)

    def numbers(self, odd: bool) -> tuple[int, ...]:
        """Of pages laid out, that may be tried: with those by hand even ones, or odd ones; or the curator's."""
        if self._open is None or self.count:
            return () if odd or self._open is None else (self.count,)
        return tuple(range(2 - (self._hand + odd) % 2, most_pages(self._asked.task) + 1, 2))

    def uncounted(self) -> LayOut:
        """The same, on whatever number of pages."""
        other = copy(self)
        other.count = 0
        return other

    def beyond(self) -> float:
        """By how many points the pieces at their lowest are too much for the number that the curator asked for."""
        return self._asked.task.least - self._asked.task.room(self.count)

    def helps(self) -> Helps:
        """What would make the contents go onto the number that the curator asked for."""

        def goes(task: Task) -> bool:
            return self.near(task, self.count) is not None

        pieces, measures = self._measured
        return helps(self._asked.task, pieces, worth(pieces, measures), self.line, self.beyond(), goes)

    def may_hold(self, pages: int, leading: float = 1.0) -> bool:
        """Can so many pages be full, as far as heights tell? `leading`: another one, times that which is measured."""
        asked, room = self._asked.task, self._asked.task.room(pages)
        least, most = min(1.0, leading) * asked.least, max(1.0, leading) * asked.most
        return least <= room and room <= most + pages * AGAIN

    def full(self, pages: int) -> LaidOut | None:
        """On so many pages, where all of them are full."""
        solution = self._asked.full(pages)
        return self._laid(solution) if solution else None

    def nearest(self) -> LaidOut:
        """On the even number of pages, or the curator's, that miss their feet by least; as given where nothing goes."""
        if self.count:
            return self._laid(self._asked.on(self.count))
        if found := best(self._asked, self._hand):
            return self._laid(found)
        for loose, easier in enumerate(loosened(self._asked.task), 1):
            if found := best(Asked(easier, self.fill, self.near), self._hand):
                return replace(self._laid(found), loose=loose)
        return self._laid(None)

    def others(self, laid: LaidOut) -> tuple[int, ...]:
        """The numbers of pages next to that of `laid`, some of which miss their feet, that would be full."""
        if self._open is None or self.count or laid.loose:
            return ()
        return tuple(others(self._asked, len(laid.edition.pages) - self._hand, self._hand))

    def _laid(self, solution: Solution | None) -> LaidOut:
        """Pages by hand as they are; the others as they were solved."""
        pages: list[Page] = []
        short: dict[int, float] = {}
        for page in self.edition.pages:
            number = len(pages) + 1
            if page.auto and solution:
                composer = Composer(*self._measured, number == 1)
                pages += composer.pages(solution, number)
                short = {number + at: each for at, each in enumerate(composer.white(solution)) if each > FULL}
            else:
                pages.append(replace(page, number=number))
        over = self._over(solution, short) if solution else (0, 0.0)
        edition = replace(self.edition, pages=tuple(_listed(page, pages) for page in pages))
        loose, plates = (0, worth(*self._measured)) if solution else (UNSET, {})
        return LaidOut(edition, self._drawn, short, over=over, loose=loose, plates=plates)

    def _over(self, solution: Solution, short: Mapping[int, float]) -> tuple[int, float]:
        odd = (len(solution.pages) + self._hand) % 2
        fewer = len(solution.pages) - 2 + odd
        if fewer <= 0 or not (short or odd) or self.count:
            return 0, 0.0
        return fewer + self._hand, self._asked.task.least - self._asked.task.room(fewer)

    def _redrawn(self, plate: ChartPlate, width: Width, tall: float) -> ChartPlate | None:
        """The plate under the name of its other drawing; None where that would be no other."""
        name = f"{plate.id}-{width}-{tall:g}"
        if name not in self._drawn:
            chart = self.draw(plate, width, tall)
            if chart is None:
                return None
            self._drawn[name] = chart
        return replace(plate, id=name, width=width)


def _listed(page: Page, pages: list[Page]) -> Page:
    """The page, its list of contents in the order of these pages."""
    return replace(page, blocks=tuple(_in_order(block, pages) for block in page.blocks))


def _in_order(block: Block, pages: list[Page]) -> Block:
    if isinstance(block, Placed) and isinstance(block.block, Contents):
        return replace(block, block=in_order_of_pages(block.block, pages))
    return block


def laid_out(lay_out: Callable[[float], LayOut]) -> LaidOut:
    """The fewest pages, an even number, that can be filled at any leading; or else the fewest of an odd number.

    Where that cannot be either, the leading at which an even number of pages misses its feet by least. A summary has
    no running text. No leading is measured at which the heights at the first say that pages cannot be full. A number
    that the curator asks for, and that nothing goes onto, is let go.
    """
    first = lay_out(LEADINGS[0])
    others = LEADINGS[1:] if any(every(Story, first.edition.pages)) else ()
    tries = {LEADINGS[0]: first} | {leading: lay_out(leading) for leading in others}
    made = _of(tries)
    if not (made.loose and first.count):
        return made
    tightest = min(tries.values(), key=lambda one: one.beyond())
    beyond = first.count, tightest.beyond()
    laid = _of({leading: one.uncounted() for leading, one in tries.items()})
    return replace(laid, beyond=beyond, helps=tightest.helps() if beyond[1] >= -first.count * ABOVE else None)


def _of(tries: Mapping[float, LayOut]) -> LaidOut:
    """The best at any of these leadings, of which the first is the usual one."""
    first = tries[LEADINGS[0]]
    for odd in (False, True):
        for pages in first.numbers(odd):
            for leading, one in tries.items():
                if first.may_hold(pages, leading) and (made := one.full(pages)):
                    return replace(made, leading=leading)
    found = [replace(one.nearest(), leading=leading) for leading, one in tries.items()]
    least = min(found, key=lambda one: (one.loose, sum(one.short.values())))
    return replace(least, others=tries[least.leading].others(least))


@dataclass(frozen=True)
class Asked:
    """A task, and what was found for it: a number of pages is solved once, whoever asks again."""

    task: Task
    fill: Solve = fill
    near: Solve = nearest
    found: dict[tuple[int, bool], Solution | None] = field(default_factory=dict)

    def full(self, pages: int) -> Solution | None:
        """The best pages of that number that are full, or None."""
        if (pages, True) not in self.found:
            self.found[pages, True] = self.fill(self.task, pages)
        return self.found[pages, True]

    def on(self, pages: int) -> Solution | None:
        """The best pages of that number, full or not, or None."""
        if (pages, False) not in self.found:
            self.found[pages, False] = self.near(self.task, pages)
        return self.found[pages, False]


def best(asked: Asked, hand: int) -> Solution | None:
    """The pages, even with those by hand, that miss their feet by least."""
    found: list[Solution] = []
    for pages in _numbers(asked.task, hand):
        white = asked.task.room(pages) - asked.task.most  # that there is on so many pages at least
        if found and white > min(sum(one.short) for one in found):
            break
        if solution := asked.on(pages):
            found.append(solution)
        if found and white > 0:
            break
    return min(found, key=lambda one: sum(one.short), default=None)


def others(asked: Asked, pages: int, hand: int) -> Iterator[int]:
    """The numbers of pages next to `pages`, with those by hand, that can be filled."""
    for number in (pages - 1, pages + 1):
        if number > 0 and asked.full(number):
            yield number + hand


def _numbers(asked: Task, hand: int) -> Iterator[int]:
    """Of pages, that are worth a try: from the least that hold everything on."""
    for pages in range(2 - hand % 2, most_pages(asked) + 1, 2):
        if asked.room(pages) >= asked.least - pages * ABOVE:
            yield pages


def most_pages(asked: Task) -> int:
    """The most that are tried: of a long content so many that each two hold more than a page, and the first nothing."""
    return max(MOST, 1 + ceil(2 * asked.least / asked.other))
