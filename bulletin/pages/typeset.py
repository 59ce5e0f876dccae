"""What goes into a PDF beside its pages, and what comes out: the file, and how its pages are filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bulletin.problems import CannotSet


class TypesettingError(CannotSet):
    """The page cannot be set as the template asks: `lines` are what the engine said, one problem each."""

    def __init__(self, lines: Sequence[str]):
        self.lines = tuple(dict.fromkeys(lines))
        super().__init__("\n".join(self.lines))

    def __reduce__(self) -> tuple[object, ...]:
        """Comes back whole from another process."""
        return type(self), (self.lines,)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF; `relationship` is its AFRelationship (ISO 19005-3, 6.8)."""

    name: str
    data: bytes
    media_type: str
    relationship: Literal["Source", "Data"]
    description: str


WELL_FILLED = 0.85
"""The share of a page below which it counts as short of text."""


@dataclass(frozen=True, slots=True)
class PageFill:
    """How far down a page is filled: the lowest box in the flow, as a share 0..1 of the page's content height."""

    page: int
    used: float


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the edition: how many sheets it takes, and how much of a page: 0.93; 1.12 when it runs over by 12 %."""

    number: int
    sheets: int
    used: float


@dataclass(frozen=True, slots=True)
class Extent:
    """What a container takes, in pt: the room above, its height, top and bottom of each row from its top.

    `leadings`: of its lines, where they are lengths; below zero for one that is reckoned as lines are set.
    """

    gap: float
    height: float
    rows: tuple[tuple[float, float], ...] = ()
    wide: bool = False  # something sticks out at the right
    leadings: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """What a document came out as, in pt: the heights of its pages' bodies, the masthead, every container by its id."""

    bodies: tuple[float, ...]
    mast: float
    extents: Mapping[str, Extent]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file. `log` names what does not fit its place; it is empty when all does."""

    data: bytes
    pages: int
    fill: tuple[PageFill, ...]
    log: tuple[str, ...]
    sections: tuple[Section, ...] = ()
