"""What would make contents go onto a number of pages that they do not go onto: found by packing, not by heights.

Where heights are not too much it is the pieces that cannot be parted: lines here and there may do, or a plate.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from bulletin.layout.pieces import Piece, Table
from bulletin.layout.problem import Run, Strand, Task

LINES = (1, 2, 3, 4, 6, 8, 11, 15)
"""How many lines more than the heights say are tried, of text in all."""


@dataclass(frozen=True, slots=True)
class Helps:
    """So many lines of Chinese less in the texts; None where no try was enough. `plate`: whose going does by itself.

    `lead`: the lines are to go from the story that opens the first page.
    """

    lines: int | None
    plate: str = ""
    lead: str = ""


def helps(
    task: Task,
    pieces: Sequence[Piece | Table],
    worth: Mapping[str, float],
    line: float,
    over: float,
    goes: Callable[[Task], bool],
) -> Helps:
    """`over`: by how many points the heights are too much; `goes`: does a task go onto the pages that are asked for?"""
    texts = {piece.id for piece in pieces if piece.role in ("lead", "text")}
    first = next((piece.id for piece in pieces if piece.role == "lead"), "")
    lines, lead = _lines(task, texts, first, line, max(0, ceil(over / line)), goes)
    for name in sorted(worth, key=lambda name: (worth[name] < over, worth[name])):
        holder = next((piece.id for piece in pieces if name in (getattr(piece, "of", ""), piece.id)
                       and piece.role in ("plates", "filler")), "")  # fmt: skip
        if worth[name] >= over and holder and goes(shorter(task, {holder}, worth[name])):
            return Helps(lines, name, lead)
    return Helps(lines, lead=lead)


def _lines(
    task: Task, texts: set[str], first: str, line: float, base: int, goes: Callable[[Task], bool]
) -> tuple[int | None, str]:
    """The fewest lines that are enough: of the story in front alone, which must go on the first page, or of all."""
    for n in LINES:
        if goes(shorter(task, texts, (base + n) * line)):
            return base + n, ""
        if first and goes(shorter(task, {first}, (base + n) * line)):
            return base + n, first
    return None, ""


def shorter(task: Task, ids: Collection[str], points: float) -> Task:
    """The task with these things lower by so much in all, each by its share of their heights."""
    total = sum(thing.least for thing in task.things if thing.id in ids)
    if total <= points:
        return task
    share = 1 - points / total
    return replace(task, things=tuple(_lower(thing, share) if thing.id in ids else thing for thing in task.things))


def _lower(thing: Strand | Run, share: float) -> Strand | Run:
    if isinstance(thing, Run):
        forms = (replace(form, rows=tuple(row * share for row in form.rows)) for form in thing.forms)
        return replace(thing, forms=tuple(forms))
    ways = (
        replace(way, parts=tuple(tuple(replace(one, height=one.height * share) for one in part) for part in way.parts))
        for way in thing.ways
    )
    return replace(thing, ways=tuple(ways))
