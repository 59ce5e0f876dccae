"""What small multiples show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletin.content.frame import Datum as Shown
from bulletin.content.yaml_text import Path
from bulletin.edition import units
from bulletin.edition.blocks import Caption, ChartPlate
from bulletin.edition.comparing import Comparing, name_and_year, name_of
from bulletin.edition.plates import Editor
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both, Figure, Pair, Run, as_pair
from bulletin.evidence.verify import Verified
from bulletin.messages import listed, say
from bulletin.plates.panels.model import PanelItem, Panels
from bulletin.plates.table.edit import TableCell, TextTable, table
from bulletin.wording import amounts


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a panel, or None where the article is silent; `year` stands beside it, bracketed when inferred."""

    label: Both
    datum: Datum | None
    year: Both
    accent: str = "teal"


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure over the subdistricts."""

    title: Both
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PanelsSpec(ChartSpec):
    """Small multiples: each panel has a scale of its own and says so."""

    panels: tuple[Panel, ...]


MANY = 12
"""Where more subdistricts are compared, the same figures stand in a table."""


def edit(plates: Comparing, plate: Panels, path: Path) -> ChartPlate | TextTable:
    """One panel a measure; a cell is silent where the content says so. One that is left out is refused.

    A subdistrict that no panel has is not compared, and the note says so.
    """
    caption = plates.caption(plate, path, [])
    there = {cell.subdistrict for panel in plate.panels for cell in panel.cells}
    missing = [name_of(one) for name, one in plates.verified.items() if name not in there]
    caption = replace(caption, note=plates.silent(missing, caption, "not_compared_in"))
    ones = [(name, one) for name, one in plates.verified.items() if name in there]
    panels = tuple(Panel(_title(plates, panel), tuple(_cells(plates, panel, ones))) for panel in plate.panels)
    if len(ones) > MANY:
        return _table(plates, plate, path, caption, panels)
    return plates.plate_of(caption, PanelsSpec(panels), plate, path)


def _table(plates: Comparing, plate: Panels, path: Path, caption: Caption, panels: tuple[Panel, ...]) -> TextTable:
    """A row a subdistrict, a column a measure: number and period, or that nothing is stated."""
    heads = (plates.words.phrase("subdistrict"), *(panel.title for panel in panels))
    rows = [
        (TableCell(as_pair(first.label)), *(_figure(plates, cell) for cell in cells))
        for first, cells in ((cells[0], cells) for cells in zip(*(panel.cells for panel in panels), strict=True))
    ]
    made = table(plates, plate, path, heads, rows, (2, *[3] * len(panels)))
    return replace(made, caption=caption, width="full")


def _figure(plates: Comparing, cell: Cell) -> TableCell:
    if cell.datum is None:
        return TableCell(as_pair(plates.words.phrase("not_stated")))
    proof = plates.proof(cell.datum.fact)
    zh, en = Figure(amounts.chinese(proof), proof.id), Figure(amounts.compact(proof), proof.id)
    return TableCell(Pair((zh, Run(f"，{cell.year.zh}")), (en, Run(f", {cell.year.en}"))))


def _title(plates: Comparing, panel: PanelItem) -> Both:
    """The panel's title, with the unit in brackets where it does not say it."""
    title = plates.setter.both(panel.title)
    return units.titled(title, plates.lacking({cell.of: "" for cell in panel.cells if cell.of}, title))


def _cells(plates: Comparing, panel: PanelItem, ones: Sequence[tuple[str, Verified]]) -> list[Cell]:
    given = {cell.subdistrict: cell.of for cell in panel.cells}
    if missing := {name for name, _ in ones} - given.keys():
        message = say("edition.no_cell", title=panel.title.zh, names=listed(sorted(missing)))
        raise plates.refused(message, panel.title.zh)
    return [_cell(plates, one, given[name]) for name, one in ones]


def _cell(plates: Comparing, one: Verified, of: str | None) -> Cell:
    label = name_and_year(one)
    if of is None:
        return Cell(label, None, Both("", ""), one.content.accent)
    datum = plates.datum(Shown(of=of, label=plates.proof(of).fact.called))
    mark = "done" if datum.mark == "standing" else datum.mark  # what stands is there, as is what was done
    return Cell(label, replace(datum, mark=mark), plates.when(of, "period_not_stated"), one.content.accent)


EDITOR = Editor(edit)
