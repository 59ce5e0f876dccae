"""What the steps of a procedure show."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.content import frame
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import Caption, StripItem
from bulletin.edition.plates import Editor, Plates, id_of
from bulletin.edition.text import Both, Pair, Width
from bulletin.plates.steps.model import ProcedureStep, Steps
from bulletin.wording import amounts


@dataclass(frozen=True, slots=True)
class ShownStep:
    """What is done, and a figure under its name."""

    title: Pair
    figure: StripItem | None


@dataclass(frozen=True, slots=True)
class StepsPlate:
    """The steps in their order; writers number them from 1."""

    caption: Caption
    steps: tuple[ShownStep, ...]
    id: str
    width: Width

    def own(self) -> tuple[str, ...]:
        """The numbers of the steps."""
        return tuple(str(number) for number in range(1, len(self.steps) + 1))


def edit(plates: Plates, plate: Steps, path: Path) -> StepsPlate:
    steps = tuple(_step(plates, step, (*path, "steps", n)) for n, step in enumerate(plate.steps))
    return StepsPlate(plates.caption(plate, path, []), steps, id_of(path), plate.size)


def _step(plates: Plates, step: ProcedureStep, path: Path) -> ShownStep:
    title = plates.setter.pair(step.title, (*path, "title"), raised=False)
    return ShownStep(title, _figure(plates, step.figure, (*path, "figure", "label")) if step.figure else None)


def _figure(plates: Plates, figure: frame.Datum, path: Path) -> StripItem:
    fact = plates.proof(figure.of).fact
    label, place = (figure.label, path) if figure.label else (plates.called(figure.of), ("facts", figure.of, "label"))
    amount = plates.amount(figure.of)
    if fact.unit and amounts.named(fact.unit, label.en):
        amount = replace(amount, unit=Both(amount.unit.zh, ""))
    return StripItem(plates.doubts.pair(plates.setter.pair(label, place, raised=False), [figure.of]), amount)


EDITOR = Editor(edit)
