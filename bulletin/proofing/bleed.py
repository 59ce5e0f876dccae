"""Ink in the bleed, as a finished page shows it: colour that reaches the trim runs on to the edge of the bleed, and
nothing else stands there.

A cut is never exact. Where colour ends at the trim, a white edge shows; a mark that stands in the bleed shows too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

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
SIDES: tuple[Side, ...] = get_args(Side)


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
    found = []
    for side in SIDES:
        strip = _strip(page, side, media, trim)
        inner = _along(strip, side, media, bleed, trim, -INSIDE)
        outer = [_along(strip, side, media, bleed, trim, off) for off in BEYOND]
        ends, stands = inner & ~np.logical_and.reduce(outer), ~inner & np.logical_or.reduce(outer)
        for kind, wrong in (("ends", ends), ("stands", stands)):
            if (length := _longest(wrong) / DOTS / MM) > SHORTEST:
                found.append(Edge(number, side, kind, round(length, 1)))  # type: ignore[arg-type]
    return found


def _strip(page: pypdfium2.PdfPage, side: Side, media: Box, trim: Box) -> Any:
    """Which pixels along a side are not paper, from the sheet's edge to a little inside the trim; from the foot up.

    Four strips are drawn much faster than one page.
    """
    deep = {
        "left": trim.left - media.left,
        "right": media.right - trim.right,
        "foot": trim.bottom - media.bottom,
        "head": media.top - trim.top,
    }[side] + MM
    left, foot = media.width - deep, media.height - deep
    crop = {"left": (0, 0, left, 0), "right": (left, 0, 0, 0), "foot": (0, 0, 0, foot), "head": (0, foot, 0, 0)}[side]
    bitmap = page.render(scale=DOTS, crop=crop, no_smoothpath=True)
    dark = bitmap.to_numpy()[:, :, :3].min(axis=2) < PAPER
    bitmap.close()
    return dark[::-1]


def _along(strip: Any, side: Side, media: Box, bleed: Box, trim: Box, off: float) -> Any:
    """The pixels along a side, from one end of the bleed to the other, so many mm outside the trim."""
    if side in ("left", "right"):
        rows = slice(round((bleed.bottom - media.bottom) * DOTS), round((bleed.top - media.bottom) * DOTS))
        from_edge = (trim.left - media.left if side == "left" else media.right - trim.right) - off * MM
        at = round(from_edge * DOTS)
        return strip[rows, at if side == "left" else strip.shape[1] - 1 - at]
    columns = slice(round((bleed.left - media.left) * DOTS), round((bleed.right - media.left) * DOTS))
    from_edge = (trim.bottom - media.bottom if side == "foot" else media.top - trim.top) - off * MM
    at = round(from_edge * DOTS)
    return strip[at if side == "foot" else strip.shape[0] - 1 - at, columns]


def _longest(wrong: Any) -> int:
    """The longest run of pixels that are wrong."""
    steps = np.flatnonzero(np.diff(np.concatenate(([0], wrong.astype(np.int8), [0]))))
    return int((steps[1::2] - steps[::2]).max(initial=0))


def _within(inner: Box, outer: Box) -> bool:
    across = outer.left <= inner.left and inner.right <= outer.right
    return across and outer.bottom <= inner.bottom and inner.top <= outer.top
