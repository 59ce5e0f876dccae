"""The time line, a plate of its own."""

from __future__ import annotations

from bulletin.edition.blocks import PlateRow
from bulletin.edition.compositor import Compositor, Maker


def make(compositor: Compositor) -> PlateRow:
    timeline = compositor.content.timeline
    assert timeline is not None
    return PlateRow((compositor.plates.plate(timeline, ("timeline",)),))


MAKER = Maker(make)
