"""Where two things of a page lay ink on the same spot: each is drawn alone, and the two drawings are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2
from pypdfium2 import raw

from bulletin.press.graphics import Box
from bulletin.proofing.painted import Thing

DOTS = 6
"""Pixels a pt: 432 dpi, five of them in the stem of a letter of the text."""
_COVERED = 128
_MOST = 4000
"""Pixels that a drawing is wide or high at most."""


class Solo:
    """Draws things of one page alone; all others are hidden until `close`."""

    def __init__(self, page: pypdfium2.PdfPage, things: Sequence[Thing]):
        self._page = page
        self._left, self._bottom, _, self._top = page.get_cropbox()
        self._masks: dict[tuple[int, Box], Any] = {}
        self._things = things
        self._show(False)

    def close(self) -> None:
        """Everything is seen again."""
        self._show(True)

    def _show(self, seen: bool) -> None:
        for thing in self._things:
            raw.FPDFPageObj_SetIsActive(thing.handle, seen)

    def both(self, one: Thing, other: Thing) -> float:
        """How much ink they share, in square pt."""
        left, bottom = max(one.seen.left, other.seen.left), max(one.seen.bottom, other.seen.bottom)
        right, top = min(one.seen.right, other.seen.right), min(one.seen.top, other.seen.top)
        shared = Box(left - 1, bottom - 1, right + 1, top + 1)
        return float((self._mask(one, shared) & self._mask(other, shared)).sum()) / _dots(shared) ** 2

    def ink(self, one: Thing) -> float:
        """How much ink it has, in square pt."""
        return float(self._mask(one, one.box).sum()) / _dots(one.box) ** 2

    def _mask(self, thing: Thing, region: Box) -> Any:
        """Which pixels of the region it covers."""
        if (thing.order, region) not in self._masks:
            raw.FPDFPageObj_SetIsActive(thing.handle, True)
            self._masks[thing.order, region] = self._drawn(region)
            raw.FPDFPageObj_SetIsActive(thing.handle, False)
        return self._masks[thing.order, region]

    def _drawn(self, region: Box) -> Any:
        dots = _dots(region)
        wide, high = max(1, round(region.width * dots)), max(1, round(region.height * dots))
        bitmap = pypdfium2.PdfBitmap.new_native(wide, high, raw.FPDFBitmap_BGRA)
        bitmap.fill_rect((0, 0, 0, 0), 0, 0, wide, high)
        across, up = (round(side * dots) for side in self._page.get_size())
        x, y = round((self._left - region.left) * dots), round((region.top - self._top) * dots)
        raw.FPDF_RenderPageBitmap(bitmap.raw, self._page.raw, x, y, across, up, 0, 0)
        covered = bitmap.to_numpy()[:, :, 3] >= _COVERED
        bitmap.close()
        return covered


def _dots(region: Box) -> float:
    return min(DOTS, _MOST / max(region.width, region.height, 1.0))
