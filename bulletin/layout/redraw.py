"""A chart at another width or height, drawn once for all leadings and numbers of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from bulletin.charts.draw import Chart
from bulletin.charts.shapes import ChartError
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.text import Width

TALLER = 1.5
"""By how many mm a chart must grow to be another one."""


@dataclass
class Redrawing:
    """`draw`: a chart of a plate at a width, so many times as tall; may raise ChartError. `given`: the usual ones."""

    draw: Callable[[ChartPlate, Width, float], Chart]
    given: Mapping[str, Chart]
    _made: dict[tuple[str, Width, float], Chart | None] = field(default_factory=dict)

    def __call__(self, plate: ChartPlate, width: Width, tall: float) -> Chart | None:
        """None where its kind cannot be drawn so, or where that is no other chart than the one of usual height."""
        if tall == 1:
            return self._drawn(plate, width, 1.0)
        usual, chart = self._drawn(plate, width, 1.0), self._drawn(plate, width, tall)
        return chart if chart and usual and chart.height_mm > usual.height_mm + TALLER else None

    def _drawn(self, plate: ChartPlate, width: Width, tall: float) -> Chart | None:
        if tall == 1 and width == plate.width and plate.id in self.given:
            return self.given[plate.id]
        key = plate.id, width, tall
        if key not in self._made:
            self._made[key] = None
            with suppress(ChartError):
                self._made[key] = self.draw(plate, width, tall)
        return self._made[key]
