"""What a kind of plate is in Word: its room says how the body is made, and whether its rows may part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bulletin.edition.blocks import Block, Plate
from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both, Mark

from .draft import Draft
from .look import GAP_MM, TEXT_MM, Look
from .ox import Node

Shown = TypeVar("Shown", bound=Plate)
Spec = TypeVar("Spec", bound=ChartSpec)
Set = TypeVar("Set", bound=Block)


@dataclass(frozen=True, slots=True)
class Frame:
    """The room that a plate has; a narrow one stacks the languages of its caption."""

    mm: float
    narrow: bool


FULL = Frame(TEXT_MM, narrow=False)
HALF = Frame(TEXT_MM / 2 - GAP_MM, narrow=True)


@dataclass(frozen=True, slots=True)
class WordForm(Generic[Shown]):
    """The body of a plate that is no chart, under its caption.

    `splits`: it may be longer than a page, so its rows may part; as wide as the page, the navigation pane lists it.
    """

    body: Callable[[Shown, Draft, Frame], list[Node]]
    splits: bool = False


@dataclass(frozen=True, slots=True)
class NativeChart(Generic[Spec]):
    """A chart of Word's own instead of a picture: its part and its workbook, and how many rows it has.

    `make` takes the data, the name of the series (unit and period), the look, and what each mark says.
    """

    make: Callable[[Spec, str, Look, Mapping[Mark, Both]], tuple[bytes, bytes]]
    rows: Callable[[Spec], int]


def full(_: Block) -> bool:
    """A block that always has something to show."""
    return False


@dataclass(frozen=True, slots=True)
class WordBlock(Generic[Set]):
    """A block in Word.

    `ruled`: a rule stands over it where another block does before, unless that one `opens` the page. `empty`: has it
    nothing to show? A table without rows is not a table (17.4.38).
    """

    write: Callable[[Set, Draft], list[Node]]
    ruled: bool = False
    opens: bool = False
    empty: Callable[[Set], bool] = full
