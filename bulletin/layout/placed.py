"""What a page that was laid out holds: a block in one of its forms, in a container of known height."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.edition.blocks import Block


@dataclass(frozen=True, slots=True)
class Placed(Block):
    """A block in its place. `more` is what the room above it has beyond its own, `give`
    what the room between its rows has, in pt.
    `continued`: it goes on from an earlier page, and its head says so. `look`: classes of the container. `columns`: of
    terms.
    """

    block: Block
    id: str
    more: float = 0.0
    give: float = 0.0
    continued: bool = False
    look: str = ""
    columns: int = 3
