"""What a bar of parts shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.plates import Editor, Plates
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both
from bulletin.messages import say
from bulletin.plates.parts.model import Shares
from bulletin.wording import amounts


@dataclass(frozen=True, slots=True)
class SharesSpec(ChartSpec):
    """One bar cut into the parts of `whole`; `rest` labels what no part names."""

    whole: Datum
    parts: tuple[Datum, ...]
    rest: Datum | None = None

    def undrawn(self) -> tuple[Datum, ...]:
        return (self.whole,)

    def left(self) -> Iterator[tuple[Datum, Fraction]]:
        if self.rest:
            yield self.rest, self.whole.value - sum(part.value for part in self.parts)


def edit(plates: Plates, plate: Shares, path: Path) -> ChartPlate:
    """What is left of the whole is the program's arithmetic, and says so."""
    whole, parts, facts = plates.parts_of(plate.of, plate.parts)
    unit = plates.proof(plate.of).fact.unit
    left, rest = whole.value - sum(part.value for part in parts), None
    if plate.rest and left > 0:
        plates.exact(facts, say("edition.rest_how"))
        label, calculated = plates.setter.both(plate.rest), plates.words.phrase("our_calculation")
        label = Both(f"{label.zh}（{calculated.zh}）", f"{label.en} ({calculated.en})")
        shown = amounts.figures(left)
        zh = f"{amounts.han(left)}{unit.zh if unit else ''}" if amounts.in_words(shown) else ""
        rest = Datum(whole.fact, label, left, shown, Both(zh or shown, shown), "unstated", shown_zh=zh)
    return plates.chart(plate, path, SharesSpec(whole, parts, rest), facts)


EDITOR = Editor(edit)
