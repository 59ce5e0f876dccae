"""Ink in the bleed, as a finished page shows it: colour that reaches the trim runs on to the edge of the bleed, and
nothing else stands there.

A cut is never exact. Where colour ends at the trim, a white edge shows; a mark that stands in the bleed shows too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pypdfium2

from bulletin.press.graphics import Box

MM = 72 / 25.4
DOTS = 2.0
"""Pixels a pt: 144 dpi."""
INSIDE, BEYOND = 0.35, (0.4, 1.2, 2.0, 2.7)
"""Where a side is looked at, in mm: inside the trim, and outside it up to the edge of the bleed, which is 3 mm."""
PAPER = 252
"""Of 255: what is lighter is paper."""
SHORTEST = 0.8
"""In mm, along the trim: what is shorter is a blur at a corner."""

Kind = Literal["ends", "stands"]
Side = Literal["left", "right", "foot", "head"]


@dataclass(frozen=True, slots=True)
class Edge:
    """A stretch of a side that is wrong: colour `ends` at the trim, or something `stands` in the bleed. In mm."""

    page: int
    side: Side
    kind: Kind
    length: float


def edges(data: bytes) -> tuple[Edge, ...]:
    """What is wrong in the bleed of every page that has one. Raises pypdfium2.PdfiumError for what is no PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(edge for number in range(len(document)) for edge in _page(document[number], number + 1))
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, number: int) -> list[Edge]:
    media, bleed, trim = (Box(*box) for box in (page.get_mediabox(), page.get_bleedbox(), page.get_trimbox()))
    if bleed.width - trim.width < MM or not _within(bleed, media):
        return []
    inked = _inked(page)
    found = []
    for side in ("left", "right", "foot", "head"):
        inner = _along(inked, side, media, bleed, trim, -INSIDE)
        outer = [_along(inked, side, media, bleed, trim, off) for off in BEYOND]
        ends, stands = inner & ~np.logical_and.reduce(outer), ~inner & np.logical_or.reduce(outer)
        for kind, wrong in (("ends", ends), ("stands", stands)):
            if (length := _longest(wrong) / DOTS / MM) > SHORTEST:
                found.append(Edge(number, side, kind, round(length, 1)))  # type: ignore[arg-type]
    return found


def _inked(page: pypdfium2.PdfPage) -> Any:
    """Which pixels are not paper, from the page's foot up."""
    bitmap = page.render(scale=DOTS, grayscale=False, no_smoothpath=True)
    dark = bitmap.to_numpy()[:, :, :3].min(axis=2) < PAPER
    bitmap.close()
    return dark[::-1]


def _along(inked: Any, side: str, media: Box, bleed: Box, trim: Box, off: float) -> Any:
    """The pixels along a side, from one end of the bleed to the other, so many mm outside the trim."""
    at = {"left": trim.left - off * MM, "right": trim.right + off * MM}.get(side)
    if at is not None:
        rows = slice(round((bleed.bottom - media.bottom) * DOTS), round((bleed.top - media.bottom) * DOTS))
        return inked[rows, round((at - media.left) * DOTS)]
    at = trim.bottom - off * MM if side == "foot" else trim.top + off * MM
    columns = slice(round((bleed.left - media.left) * DOTS), round((bleed.right - media.left) * DOTS))
    return inked[round((at - media.bottom) * DOTS), columns]


def _longest(wrong: Any) -> int:
    """The longest run of pixels that are wrong."""
    steps = np.flatnonzero(np.diff(np.concatenate(([0], wrong.astype(np.int8), [0]))))
    return int((steps[1::2] - steps[::2]).max(initial=0))


def _within(inner: Box, outer: Box) -> bool:
    across = outer.left <= inner.left and inner.right <= outer.right
    return across and outer.bottom <= inner.bottom and inner.top <= outer.top
