"""A chart spec becomes a chart: drawing, alternative text, data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any, cast

from bulletin.charts import bars, levels, matrix, nested, panels, shares, spans, timeline, units
from bulletin.charts.look import Look
from bulletin.charts.shapes import ChartError, Drawing
from bulletin.edition.blocks import (
    BarsSpec,
    Both,
    ChartSpec,
    LevelsSpec,
    MatrixSpec,
    NestedSpec,
    PanelsSpec,
    SharesSpec,
    SpansSpec,
    TimelineSpec,
    UnitsSpec,
    Width,
)
from bulletin.messages import say

KINDS: dict[type, ModuleType] = {
    BarsSpec: bars,
    UnitsSpec: units,
    SharesSpec: shares,
    NestedSpec: nested,
    TimelineSpec: timeline,
    SpansSpec: spans,
    PanelsSpec: panels,
    LevelsSpec: levels,
    MatrixSpec: matrix,
}
"""Each module has draw(spec, look, mm), alt(spec) and rows(spec)."""


@dataclass(frozen=True)
class Chart:
    """A chart at its final size. SVG and PNG are made when first asked for: the PDF needs no PNG, Word no SVG."""

    kind: str
    drawing: Drawing
    alt: Both
    data: tuple[tuple[str, ...], ...]  # a head, then rows

    @property
    def width_mm(self) -> float:
        return self.drawing.width

    @property
    def height_mm(self) -> float:
        return self.drawing.height

    @cached_property
    def svg(self) -> bytes:
        """Vectors and searchable text; the same chart gives the same bytes."""
        from bulletin.charts import figure

        return figure.svg(self.drawing)

    @cached_property
    def png(self) -> bytes:
        """300 dpi on white."""
        from bulletin.charts import figure

        return figure.png(self.drawing)


def draw(spec: ChartSpec, look: Look, width: Width) -> Chart:
    """Draw a chart of any kind. Raises ChartError, naming the kind, for data that cannot be drawn."""
    module = KINDS.get(type(spec))
    if module is None:
        raise ChartError(say("chart.unknown", kind=type(spec).__name__))
    kind = module.__name__.rpartition(".")[2]
    make = cast("Callable[[Any, Look, float], Drawing]", module.draw)
    try:
        drawing = make(spec, look, look.width(width))
    except ChartError as error:
        raise ChartError(say("chart.cannot", kind=kind, why=error), *error.texts) from None
    return Chart(kind, drawing, module.alt(spec), tuple(module.rows(spec)))
