"""What a dot plot shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import Editor, Plates
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.plates.dots.model import Dots


@dataclass(frozen=True, slots=True)
class DotsSpec(ChartSpec):
    """Dots of one unit on one scale from 0, in this order from the top down."""

    dots: tuple[Datum, ...]


def edit(plates: Plates, plate: Dots, path: Path) -> ChartPlate:
    dots = tuple(plates.datum(dot) for dot in plate.dots)
    return plates.chart(plate, path, DotsSpec(dots), plates.of_one_unit([dot.fact for dot in dots]))


EDITOR = Editor(edit)
