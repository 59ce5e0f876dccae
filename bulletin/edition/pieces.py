"""What is too long for one page, in pieces: plates are cut between the places that they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol, Self, TypeVar, runtime_checkable

from bulletin.edition.blocks import Caption, Plate
from bulletin.edition.text import Both, Pair, Run
from bulletin.edition.words import Words

MOST = 24
"""Rows of a plate that stand together where the program lays out the pages: half a page, so that pages fill."""
MOST_BY_HAND = 44
"""Rows that a page holds at all: where a person lays out the pages, a plate stands whole as long as it can."""

Item = TypeVar("Item")


@runtime_checkable
class Divisible(Protocol):
    """A plate that can be cut between its rows."""

    def cut(self, most: int) -> tuple[Self, ...]:
        """Pieces of at most so many rows, as even as can be; one where they are no more."""
        ...


@runtime_checkable
class Repeating(Protocol):
    """What may go on on another page."""

    def again(self) -> tuple[Both | Pair, ...]:
        """What that page says once more: title, heads."""
        ...


@runtime_checkable
class Partible(Repeating, Protocol):
    """A plate within which a page may end."""

    def units(self) -> tuple[tuple[object, ...], ...]:
        """What no page may part, each with its rows."""
        ...

    def part(self, start: int, end: int) -> Self:
        """Some of these units, as they stand on a page of their own."""
        ...


def pieces(plate: Plate, words: Words, most: int) -> tuple[Plate, ...]:
    """The plate, or its pieces in order: the later ones say that they go on, the last has the note."""
    cut: Sequence[Any] = plate.cut(most) if isinstance(plate, Divisible) else (plate,)
    if len(cut) == 1 or plate.caption is None:
        return tuple(cut)
    caption, last = plate.caption, len(cut) - 1
    return tuple(
        replace(
            piece,
            caption=replace(caption if i == 0 else continued(caption, words), note=caption.note if i == last else None),
            id=plate.id if i == 0 else f"{plate.id}-{i + 1}",
        )
        for i, piece in enumerate(cut)
    )


def continued(caption: Caption, words: Words) -> Caption:
    """The caption of what goes on; nobody edits it, the first one stands in the content file."""
    more = words.phrase("continued", "", "")
    zh, en = (*caption.title.zh, Run(more.zh)), (*caption.title.en, Run(more.en))
    return replace(caption, title=Pair(zh, en), line=caption.line and replace(caption.line, path=""))


def evenly(items: Sequence[Item], weights: Sequence[int], most: int) -> list[list[Item]]:
    """The items in order, in as few runs of at most `most` as there can be, and these as even as can be."""
    runs = max(1, -(-sum(weights) // most))
    while True:
        found = _runs(items, weights, -(-sum(weights) // runs), most)
        if len(found) <= runs or runs >= len(items):
            return found
        runs += 1


def _runs(items: Sequence[Item], weights: Sequence[int], wanted: int, most: int) -> list[list[Item]]:
    """Runs that end as soon as they have what is wanted, and never hold more than `most` unless by one item alone."""
    found: list[list[Item]] = [[]]
    held = 0
    for item, weight in zip(items, weights, strict=True):
        if found[-1] and (held >= wanted or held + weight > most):
            found.append([])
            held = 0
        found[-1].append(item)
        held += weight
    return found
