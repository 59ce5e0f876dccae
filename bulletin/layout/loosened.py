"""What is asked for less where a content goes on no number of pages, so that there are always pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bulletin.layout.problem import Rows, Run, Strand, Task, Variant


def loosened(task: Task) -> Iterator[Task]:
    """The task with fewer demands, then with hardly any: every thing goes on a page of its own in the last of them."""
    free = replace(task, things=tuple(map(_anywhere, task.things)), opening=task.opening[:1], near=())
    yield free
    rooms = (task.first, *(task.other for _ in free.things[1:]))
    things = tuple(_cut(thing, room) for thing, room in zip(free.things, rooms, strict=True))
    yield replace(free, things=things, heads=(), opening=(things[0].id,))


def _anywhere(thing: Strand | Run) -> Strand | Run:
    """A table on as many pages as it takes."""
    return replace(thing, pages=99) if isinstance(thing, Run) else thing


def _cut(thing: Strand | Run, room: float) -> Strand | Run:
    """What is taller than a page counts as a page: it runs over by itself, and nothing else does."""
    if isinstance(thing, Run):
        return replace(thing, keep=1, forms=tuple(_rows(form, room) for form in thing.forms))
    ways = (
        replace(way, parts=tuple(tuple(_variant(one, room) for one in part) for part in way.parts))
        for way in thing.ways
    )
    return replace(thing, ways=tuple(ways))


def _variant(one: Variant, room: float) -> Variant:
    return replace(one, height=min(one.height, room))


def _rows(form: Rows, room: float) -> Rows:
    head, again = min(form.head, room / 2), min(form.again, room / 2)
    left = room - max(head, again)
    return replace(form, head=head, again=again, rows=tuple(min(row, left) for row in form.rows))
