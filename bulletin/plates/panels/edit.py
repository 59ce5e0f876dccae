"""What small multiples show."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.content.frame import Datum as Shown
from bulletin.content.yaml_text import Path
from bulletin.edition import units
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.comparing import Comparing, name_and_year
from bulletin.edition.plates import Editor
from bulletin.edition.specs import ChartSpec, Datum
from bulletin.edition.text import Both
from bulletin.evidence.verify import Verified
from bulletin.messages import listed, say
from bulletin.plates.panels.model import PanelItem, Panels


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


def edit(plates: Comparing, plate: Panels, path: Path) -> ChartPlate:
    """One panel a measure; a cell is silent where the content says so. One that is left out is refused."""
    caption = plates.caption(plate, path, [])
    panels = tuple(Panel(_title(plates, panel), tuple(_cells(plates, panel))) for panel in plate.panels)
    return plates.plate_of(caption, PanelsSpec(panels), plate, path)


def _title(plates: Comparing, panel: PanelItem) -> Both:
    """The panel's title, with the unit in brackets where it does not say it."""
    title = plates.setter.both(panel.title)
    return units.titled(title, plates.lacking({cell.of: "" for cell in panel.cells if cell.of}, title))


def _cells(plates: Comparing, panel: PanelItem) -> list[Cell]:
    given = {cell.subdistrict: cell.of for cell in panel.cells}
    if missing := plates.verified.keys() - given.keys():
        message = say("edition.no_cell", title=panel.title.zh, names=listed(sorted(missing)))
        raise plates.refused(message, panel.title.zh)
    return [_cell(plates, one, given[name]) for name, one in plates.verified.items()]


def _cell(plates: Comparing, one: Verified, of: str | None) -> Cell:
    label = name_and_year(one)
    if of is None:
        return Cell(label, None, Both("", ""), one.content.accent)
    datum = plates.datum(Shown(of=of))
    mark = "done" if datum.mark == "standing" else datum.mark  # what stands is there, as is what was done
    return Cell(label, replace(datum, mark=mark), plates.when(of, "period_not_stated"), one.content.accent)


EDITOR = Editor(edit)
