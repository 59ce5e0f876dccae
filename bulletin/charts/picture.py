"""What writers ask of a chart: to be drawn already, at a size, with its text for who does not see it."""

from __future__ import annotations

from typing import Protocol

from bulletin.edition.text import Both


class Picture(Protocol):
    """A chart as it is drawn for both writers."""

    @property
    def svg(self) -> bytes: ...
    @property
    def png(self) -> bytes: ...
    @property
    def width_mm(self) -> float: ...
    @property
    def height_mm(self) -> float: ...
    @property
    def alt(self) -> Both: ...
    @property
    def own(self) -> tuple[str, ...]: ...
