"""What charts show, as data in final words: the parts that kinds share; each kind's own spec stands in its room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from bulletin.edition.text import Both, Mark


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of a chart, with the words for it. `shown` is the number as printed, for both languages.

    Where it holds English words, 8.2 million yuan, Chinese has it in its own: `shown_zh`, 820万元.
    """

    fact: str
    label: Both
    value: Fraction
    shown: str
    full: Both  # number with approximation and unit, for alternative text
    mark: Mark = "done"
    row: int | None = None
    shown_zh: str = ""

    @property
    def figure(self) -> Both:
        """The number in each language, alike where it is of digits."""
        return Both(self.shown_zh or self.shown, self.shown)


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event between `start` and `end` (years and parts of years: 2018.5 is mid-2018): the longer, the less exact."""

    start: float
    end: float
    when: Both  # "2016年12月21日" / "Dec. 21, 2016"
    label: Both
    mark: Mark
    fact: str
    row: int | None = None


class ChartSpec:
    """The data of one chart; a kind is a frozen dataclass of it. What it says of its data, the audit goes by."""

    __slots__ = ()

    def undrawn(self) -> tuple[Datum, ...]:
        """Data that the alternative text names and the drawing need not: the whole of a chart of parts."""
        return ()

    def left(self) -> Iterator[tuple[Datum, Fraction]]:
        """Values that are the program's own arithmetic, each with what it must come to."""
        yield from ()

    def cut(self, most: int) -> tuple[Self, ...]:
        """Where it can be cut between its places: pieces of at most so many rows, on one scale."""
        return (self,)

    def square(self) -> tuple[str, int] | None:
        """A fact, and how many of it one square stands for, where there are squares."""
        return None
