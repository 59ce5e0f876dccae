"""What every kind of chart can do: draw itself, say itself in words, give its rows of data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bulletin.charts.look import Look
from bulletin.charts.shapes import Drawing
from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both

Spec = TypeVar("Spec", bound=ChartSpec)


def nothing(_: ChartSpec) -> tuple[str, ...]:
    """A chart whose numbers are all its data's."""
    return ()


@dataclass(frozen=True, slots=True)
class Artist(Generic[Spec]):
    """One kind of chart.

    `draw` takes spec, look and width in mm and raises ChartError for data that cannot be drawn. `alt` is the
    alternative text, which says every number in full. `rows` is a head, then the data. `own`: the numbers, as words
    that are drawn or said, that the chart adds to its data: those of an axis, counts. `called` is the kind
    by its usual name, with which the alternative text begins.
    """

    draw: Callable[[Spec, Look, float], Drawing]
    alt: Callable[[Spec, Look], Both]
    rows: Callable[[Spec], Sequence[tuple[str, ...]]]
    own: Callable[[Spec], Iterable[str]] = nothing
    called: Both = Both("图", "Chart")
