"""Ink over ink: text of a finished page that prints over text, is struck through, is covered, or leaves its place.

Boxes find the pairs that may touch, a drawing of the two decides (proof.py): what a reader sees, not what the
style sheet meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
import pypdfium2

from bulletin.press.graphics import Box
from bulletin.proofing.painted import Thing, things, words_of
from bulletin.proofing.proof import Solo

MM = 25.4 / 72
TOUCH = 0.15
"""In pt: boxes that share less do not touch."""
SPOT = 0.1
"""In square pt: shared ink below this is not seen; it is a dot of 0.1 mm."""
LINE = 2.0
"""In pt: a surface thinner than this is a line."""
TAIL = 0.15
"""The share of a run's height, from below, in which only tails of letters are."""
HOLLOW = 0.4
"""The share of its box below which a surface is a frame."""
WHOLE = 0.98
"""The share of a run's ink that lies on a surface when all of it does; the rest is the drawing's blur."""

LEAF = 210 / MM
SIDE, HEAD, FOOT = 16 / MM, 9.5 / MM, 5 / MM
"""Around the page: the side margins, in which nothing stands; what is above the running head and below the foot."""
SLACK, OVERHANG = 0.6, 0.1
"""In pt, and as a share of the type's height: by how much a letter may stand out of its box, as J does to the left."""

ROWS = 256
"""How many runs are held against all others at a time: memory does not grow with the square of a page."""

Kind = Literal["text", "line", "cover", "mark", "edge", "cut", "trim", "margin", "crowded"]


@dataclass(frozen=True, slots=True)
class Clash:
    """Words that meet what they should not: `other` are the words that they print over, "" where it is no text."""

    page: int
    kind: Kind
    words: str
    other: str = ""


def clashes(data: bytes) -> tuple[Clash, ...]:
    """Everything of a PDF that prints over something else, page by page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(dict.fromkeys(clash for number in range(len(document)) for clash in _page(document, number)))
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> Iterator[Clash]:
    page = document[number]
    try:
        yield from PaintedPage(page, number + 1).clashes()
    finally:
        page.close()


class PaintedPage:
    """One page: what it paints, and what of that meets."""

    def __init__(self, page: pypdfium2.PdfPage, number: int):
        self._page, self.number = page, number
        self.things = things(page)
        self.texts = [thing for thing in self.things if thing.is_text and thing.box.width > 0]
        self.shapes = [thing for thing in self.things if not thing.is_text]

    @cached_property
    def _proof(self) -> Solo:
        return Solo(self._page, self.things)

    def clashes(self) -> list[Clash]:
        """What meets, in the order of painting."""
        found = [*self._over_text(), *self._over_shapes(), *self._out_of_place()]
        if "_proof" in self.__dict__:
            self._proof.close()
        if not found:
            return []
        text = self._page.get_textpage()
        try:
            return [
                Clash(self.number, kind, words_of(one, text), words_of(other, text) if other else "")
                for kind, one, other in found
            ]
        finally:
            text.close()

    def _over_text(self) -> Iterator[tuple[Kind, Thing, Thing | None]]:
        for i, j in _meeting(self.texts, self.texts):
            one, other = self.texts[i], self.texts[j]
            if one.order < other.order and self._proof.both(one, other) >= SPOT:
                yield "text", one, other

    def _over_shapes(self) -> Iterator[tuple[Kind, Thing, Thing | None]]:
        for i, j in _meeting(self.texts, self.shapes):
            if kind := self._meets(self.texts[i], self.shapes[j]):
                yield kind, self.texts[i], None

    def _out_of_place(self) -> Iterator[tuple[Kind, Thing, Thing | None]]:
        """Runs that are cut, or that stand where no text belongs: over the trim, or beside the body."""
        left, bottom, right, top = self._page.get_trimbox()
        trim = Box(left, bottom, right, top)
        for text in self.texts:
            if text.clip and not _holds(text.clip, text.box):
                yield "cut", text, None
            elif not _holds(trim, text.box):
                yield "trim", text, None
            elif not any(_holds(leaf, text.box) for leaf in _leaves(trim)):
                yield "margin", text, None

    def _is_line(self, shape: Thing) -> bool:
        """Is it a rule, or a frame: a surface that is mostly hole?"""
        box = shape.seen
        if min(box.width, box.height) < LINE or not shape.fills:
            return True
        return not shape.is_rectangle and self._proof.ink(shape) < HOLLOW * shape.box.width * shape.box.height

    def _meets(self, text: Thing, shape: Thing) -> Kind | None:
        """How a run and a shape meet whose boxes do."""
        below = shape.order < text.order
        if not _touch(text.box, shape.seen) or (below and (shape.is_paper or _on(text, shape))):
            return None
        if not (shape.fills or shape.strokes):
            return None
        shared = self._proof.both(text, shape)
        if shared < SPOT:
            return None
        if self._is_line(shape):
            return None if _under(text.box, shape.seen) else "line"
        if not below:
            return "cover"
        if shared >= WHOLE * self._proof.ink(text):
            return None
        return "edge" if shape.is_pale else "mark"


def _leaves(trim: Box) -> list[Box]:
    """Where text may stand: one place a page of A4, two on a sheet that is folded."""
    count = max(1, round(trim.width / LEAF))
    wide = trim.width / count
    lefts = [trim.left + wide * leaf for leaf in range(count)]
    return [Box(left + SIDE, trim.bottom + FOOT, left + wide - SIDE, trim.top - HEAD) for left in lefts]


def _holds(place: Box, box: Box) -> bool:
    slack = max(SLACK, OVERHANG * min(box.height, box.width))
    across = place.left - slack <= box.left and box.right <= place.right + slack
    return across and place.bottom - slack <= box.bottom and box.top <= place.top + slack


def _on(text: Thing, shape: Thing) -> bool:
    """Does the run lie on a surface, whole?"""
    box, ground = text.box, shape.seen
    across = ground.left <= box.left and ground.right >= box.right
    return across and ground.bottom <= box.bottom and ground.top >= box.top and shape.fills and shape.is_rectangle


def _under(text: Box, line: Box) -> bool:
    """Is it a level line that touches the tails of letters only, as one under a title does?"""
    middle = (line.bottom + line.top) / 2
    return line.height < LINE < line.width and middle < text.bottom + TAIL * text.height


def _touch(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > min(TOUCH, other.width / 2) and up > min(TOUCH, other.height / 2)


def _meeting(some: Sequence[Thing], others: Sequence[Thing]) -> list[tuple[int, int]]:
    """The pairs whose boxes meet."""
    if not some or not others:
        return []
    pairs: list[tuple[int, int]] = []
    every, b = _edges(some)[:, None], _edges(others)[None, :]
    for first in range(0, len(some), ROWS):
        a = every[first : first + ROWS]
        across = np.minimum(a[..., 2], b[..., 2]) - np.maximum(a[..., 0], b[..., 0])
        up = np.minimum(a[..., 3], b[..., 3]) - np.maximum(a[..., 1], b[..., 1])
        pairs += [(int(i) + first, int(j)) for i, j in np.argwhere((across > 0) & (up > 0))]
    return pairs


def _edges(some: Sequence[Thing]) -> Any:
    return np.array([(one.box.left, one.box.bottom, one.box.right, one.box.top) for one in some])
