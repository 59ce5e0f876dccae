"""A chart spec becomes a chart: drawing, alternative text, data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bulletin import rooms
from bulletin.charts.artist import Artist
from bulletin.charts.look import Look
from bulletin.charts.shapes import ChartError, Drawing
from bulletin.charts.words import both
from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both, Width
from bulletin.messages import say


@dataclass(frozen=True)
class Chart:
    """A chart at its final size. SVG and PNG are made when first asked for: the PDF needs no PNG, Word no SVG."""

    kind: str
    drawing: Drawing
    alt: Both
    data: tuple[tuple[str, ...], ...]  # a head, then rows
    own: tuple[str, ...] = ()  # the numbers that it adds to its data, as they are drawn or said
    vectors: Callable[[Drawing], bytes] | None = field(default=None, repr=False, compare=False)
    """Gives the drawing as SVG, where that is known otherwise than by drawing it; it changes no byte."""

    @property
    def width_mm(self) -> float:
        return self.drawing.width

    @property
    def height_mm(self) -> float:
        return self.drawing.height

    @cached_property
    def svg(self) -> bytes:
        """Vectors and searchable text; the same chart gives the same bytes."""
        if self.vectors:
            return self.vectors(self.drawing)
        from bulletin.charts import figure

        return figure.svg(self.drawing)

    @cached_property
    def png(self) -> bytes:
        """300 dpi on white."""
        from bulletin.charts import figure

        return figure.png(self.drawing)


def draw(spec: ChartSpec, look: Look, width: Width) -> Chart:
    """Draw a chart of any kind that has a room. Raises ChartError, naming the kind, for data that cannot be drawn."""
    kind = rooms.room_of(spec)
    if not kind:
        raise ChartError(say("chart.unknown", kind=type(spec).__name__))
    artist: Artist[Any] = rooms.beside(spec, "draw", Artist)
    try:
        drawing = artist.draw(spec, look, look.width(width))
    except ChartError as error:
        raise ChartError(say("chart.cannot", kind=kind, why=error), *error.texts) from None
    said = both("{}：{}", "{}: {}", artist.called, artist.alt(spec, look))
    return Chart(kind, drawing, said, tuple(artist.rows(spec)), tuple(artist.own(spec)))


def ready() -> None:
    """Import what draws, which takes half a second, before it is needed. Raises MissingTool."""
    from bulletin.charts import figure

    figure.ready()
