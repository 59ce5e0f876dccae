"""What the solver is asked, in points and pages: nothing of text, charts or engines."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Variant:
    """One form of a part: its height with the room above it, and how much it may grow to fill the page."""

    height: float
    give: float = 0.0
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Way:
    """How a strand may be divided: parts in their order, each in one of its forms. `joined`: each on the next page."""

    parts: tuple[tuple[Variant, ...], ...]
    cost: float = 0.0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Strand:
    """What is placed whole or in few parts: a story's text, its plates, a block."""

    id: str
    ways: tuple[Way, ...]

    @property
    def least(self) -> float:
        """The lowest height in any of its ways."""
        return min(sum(min(one.height for one in part) for part in way.parts) for way in self.ways)

    @property
    def most(self) -> float:
        """The greatest height in any of its ways, grown."""
        return max(sum(max(one.height + one.give for one in part) for part in way.parts) for way in self.ways)


@dataclass(frozen=True, slots=True)
class Rows:
    """A table in one of its forms: what stands over its rows, over those of a later page, and the rows."""

    head: float
    again: float
    rows: tuple[float, ...]
    cost: float = 0.0

    @property
    def height(self) -> float:
        """On one page."""
        return self.head + sum(self.rows)


@dataclass(frozen=True, slots=True)
class Run:
    """What may be divided behind any row: a table, in one form for all of it."""

    id: str
    forms: tuple[Rows, ...]
    give: float = 0.0  # of each row
    gap: float = 0.0  # that the room above may grow
    cost: float = 0.0  # of every page more
    pages: int = 99  # that it may stand on
    keep: int = 3  # rows that stand on a page at least

    @property
    def together(self) -> int:
        """How many rows stand on a page at least; all of them where there are no more."""
        return min(self.keep, len(self.forms[0].rows))

    @property
    def least(self) -> float:
        return min(form.height for form in self.forms)

    @property
    def most(self) -> float:
        return max(form.height for form in self.forms) + self.gap + self.give * len(self.forms[0].rows)


@dataclass(frozen=True, slots=True)
class Wish:
    """Where something would stand, from the front (1) or the back (-1), and what each page away costs."""

    page: int
    cost: float

    def among(self, pages: int) -> int:
        """The page that is meant."""
        return min(pages, self.page) if self.page > 0 else max(1, pages + 1 + self.page)


@dataclass(frozen=True, slots=True)
class Near:
    """What belongs to a text: on its pages or the next, at a cost for every page behind the text's end."""

    what: str
    text: str
    cost: float


@dataclass(frozen=True)
class Task:
    """Everything that has to be placed. `first` and `other` are the heights of a first page and of others."""

    first: float
    other: float
    things: tuple[Strand | Run, ...]
    top: float = 0.0  # that the first piece of a page may not grow by: there is no room above it
    after: tuple[tuple[str, str], ...] = ()  # the first begins on no earlier page than the second ends
    near: tuple[Near, ...] = ()
    heads: tuple[tuple[str, str], ...] = ()  # a title, and what begins on one page with it
    wishes: dict[str, Wish] = field(default_factory=dict)
    opening: tuple[str, ...] = ()  # begin on the first page
    closing: tuple[str, ...] = ()  # end on the last page

    @cached_property
    def least(self) -> float:
        return sum(thing.least for thing in self.things)

    @cached_property
    def most(self) -> float:
        return sum(thing.most for thing in self.things)

    def height(self, page: int) -> float:
        """Of page 1, 2, …"""
        return self.first if page == 1 else self.other

    def room(self, pages: int) -> float:
        """Of so many pages."""
        return self.first + self.other * (pages - 1)


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing on a page: a part of a way in a form, or rows of a run (from, to)."""

    id: str
    way: int = 0
    part: int = 0
    variant: int = 0
    rows: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Solution:
    """The spots of each page in the order of the task, how far each page falls short of its foot, and what it costs."""

    pages: tuple[tuple[Spot, ...], ...]
    short: tuple[float, ...]
    cost: float
