"""What a share within a share shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import Editor, Plates
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.plates.nested.model import Nested


@dataclass(frozen=True, slots=True)
class NestedSpec(ChartSpec):
    """Each level is a part of the one before."""

    levels: tuple[Datum, ...]


def edit(plates: Plates, plate: Nested, path: Path) -> ChartPlate:
    levels = tuple(plates.datum(level) for level in plate.levels)
    facts = plates.of_one_unit([level.fact for level in levels])
    return plates.chart(plate, path, NestedSpec(levels), facts)


EDITOR = Editor(edit)
