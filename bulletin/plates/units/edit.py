"""What a chart of squares shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import Editor, Plates
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both
from bulletin.plates.units.model import Units


@dataclass(frozen=True, slots=True)
class UnitsSpec(ChartSpec):
    """Squares for `each` of the unit: the parts of `whole`, one group each; `rest` labels what no part names."""

    whole: Datum
    parts: tuple[Datum, ...]
    each: int
    rest: Both | None = None

    def undrawn(self) -> tuple[Datum, ...]:
        return (self.whole,)

    def square(self) -> tuple[str, int]:
        return self.whole.fact, self.each


def edit(plates: Plates, plate: Units, path: Path) -> ChartPlate:
    whole, parts, facts = plates.parts_of(plate.of, plate.parts)
    rest = plates.setter.both(plate.rest) if plate.rest else None
    return plates.chart(plate, path, UnitsSpec(whole, parts, plate.each, rest), facts)


EDITOR = Editor(edit)
