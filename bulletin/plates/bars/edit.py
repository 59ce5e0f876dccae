"""What a chart of bars shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Self

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.comparing import Comparing, name_of, year_of
from bulletin.edition.pieces import evenly
from bulletin.edition.plates import Editor, Plates
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both, Mark
from bulletin.plates.bars.model import Bars

MANY = 12
"""More bars than these stand in two columns, over the whole width."""


@dataclass(frozen=True, slots=True)
class BarsSpec(ChartSpec):
    """Bars of one unit on one scale from 0, in this order. `legend`: patterns in words other than the usual ones."""

    bars: tuple[Datum, ...]
    legend: tuple[tuple[Mark, Both], ...] = ()
    beside: tuple[tuple[Fraction, Both, Mark], ...] = ()  # value, number, mark of bars that share the scale elsewhere

    def cut(self, most: int) -> tuple[Self, ...]:
        """Between bars, all pieces on one scale."""
        runs = evenly(self.bars, [1] * len(self.bars), most)
        if len(runs) < 2:
            return (self,)
        every = tuple((bar.value, bar.figure, bar.mark) for bar in self.bars)
        return tuple(replace(self, bars=tuple(run), beside=every) for run in runs)


def edit(plates: Plates, plate: Bars, path: Path) -> ChartPlate:
    """In the summary each bar says whose it is, and the note names the articles that state no such figure.

    Those of which nothing is said are named, too: they are not compared.
    """
    bars = tuple(plates.datum(bar) for bar in plate.bars)
    facts = plates.of_one_unit([bar.fact for bar in bars])
    made = plates.chart(plate, path, BarsSpec(bars), facts, native=plate.native)
    if not isinstance(plates, Comparing):
        return made
    silent = [name_of(one) for name, one in plates.verified.items() if name in plate.unstated]
    caption = replace(made.caption, note=plates.silent(silent, made.caption))
    there = {*plate.unstated, *(bar.of.split(".")[0] for bar in plate.bars)}
    missing = [name_of(one) for name, one in plates.verified.items() if name not in there]
    caption = replace(caption, note=plates.silent(missing, caption, "not_compared_in"))
    spec, width = BarsSpec(tuple(_labelled(plates, bar) for bar in bars)), "full" if len(bars) > MANY else made.width
    return replace(made, spec=spec, caption=caption, width=width)


def _labelled(plates: Comparing, bar: Datum) -> Datum:
    """The bar under the name of its subdistrict and the year of its own period, else of its article."""
    one = plates.verified[bar.fact.split(".")[0]]
    name, period = name_of(one), plates.proof(bar.fact).fact.period
    year = year_of(one)
    if period and period.year:
        year = str(period.year) if period.stated else f"[{period.year}]"
    whose = Both(f"{name.zh}{year}", f"{name.en} {year}".strip())
    return replace(bar, label=Both(f"{bar.label.zh}（{whose.zh}）", f"{bar.label.en} ({whose.en})"))


EDITOR = Editor(edit)
