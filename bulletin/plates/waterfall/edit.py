"""What a waterfall shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import Editor, Plates
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.messages import say
from bulletin.plates.waterfall.model import Waterfall
from bulletin.wording import amounts


@dataclass(frozen=True, slots=True)
class Change:
    """What was added, or taken away."""

    datum: Datum
    less: bool

    @property
    def moves(self) -> Fraction:
        """By how much the figure becomes more."""
        return -self.datum.value if self.less else self.datum.value


@dataclass(frozen=True, slots=True)
class WaterfallSpec(ChartSpec):
    """From `start` over the changes, in this order from the top down, to `total`, which is their sum."""

    start: Datum
    changes: tuple[Change, ...]
    total: Datum

    def levels(self) -> Iterator[Fraction]:
        """Where the figure stands: at the start, then after each change."""
        level = self.start.value
        yield level
        for change in self.changes:
            level += change.moves
            yield level


def edit(plates: Plates, plate: Waterfall, path: Path) -> ChartPlate:
    """Refused where a figure is not exact, or the changes do not lead to the total, or below nothing on the way."""
    changes = tuple(Change(plates.datum(one), one.sign == "minus") for one in plate.changes)
    spec = WaterfallSpec(plates.datum(plate.start), changes, plates.datum(plate.total))
    facts = plates.of_one_unit([plate.start.of, *(one.of for one in plate.changes), plate.total.of])
    plates.exact(facts, say("edition.waterfall_how"))
    _, *levels = spec.levels()
    for one, level in zip(plate.changes, levels, strict=True):
        if level < 0:
            raise plates.refused(say("edition.below_nothing", id=one.of, level=amounts.figures(level)), one.of)
    if levels[-1] != spec.total.value:
        found, stated = amounts.figures(levels[-1]), amounts.figures(spec.total.value)
        raise plates.refused(say("edition.not_the_total", sum=found, id=plate.total.of, total=stated), plate.total.of)
    return plates.chart(plate, path, spec, facts)


EDITOR = Editor(edit)
