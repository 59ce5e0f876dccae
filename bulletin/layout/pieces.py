"""An edition's blocks as pieces that can be placed: each with its forms, none of them measured yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bulletin.blocks.findings.edit import Findings
from bulletin.blocks.story.edit import Story
from bulletin.blocks.terms.edit import Terms
from bulletin.edition.blocks import Block, ChartPlate, Plate, PlateRow
from bulletin.edition.pieces import Partible
from bulletin.edition.text import Width
from bulletin.layout.looks import amply, look_of, opening, role_of
from bulletin.layout.sections import in_sections, long_tables
from bulletin.plates.photo.edit import PhotoPlate
from bulletin.plates.pull_quote.edit import PullQuotePlate

Redraw = Callable[[ChartPlate, Width, float], "ChartPlate | None"]
"""A chart at another width, taller by a factor: the plate under a name of its own, or None where it cannot be drawn."""

TALL = (1.0, 1.3, 1.6)
FEW_ROWS = (2.0, 2.4)
"""And of the charts of a summary of few places."""
CROPS = (1.0, 0.8, 1.2)
"""What the height of photographs may be, as a multiple of that which their shape gives."""
COLUMNS = (3, 2, 4)
FEW, LONG, TOGETHER = 4, 8, 2
"""Rows of a table that may be broken; paragraphs that stay together where a story in columns is."""
PLACES = 8
"""Where a story in columns may break, at most."""
BROKEN, TALLER, PROMOTED, SPARSE, RESET, AMPLE, OPENING, EMPTY = 24.0, 5.0, 4.0, 10.0, 3.0, 6.0, 4.0, 30.0
"""What forms cost: a story in two parts, a chart one step taller, a half plate over the full width, and one that is no
chart; terms in another number of columns; what is small in larger type; a lead whose first paragraph is larger; notes
beside a long column of sources, where theirs stand empty."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which something is set; equal forms are measured once."""

    block: Block
    look: str = ""
    columns: int = 3
    continued: bool = False
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Division:
    """Parts in order, each in one of its forms."""

    parts: tuple[tuple[Form, ...], ...]
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """What is placed in one or few parts. `of`: the story whose plates these are."""

    id: str
    ways: tuple[Division, ...]
    role: str
    of: str = ""
    joined: bool = False
    after: tuple[str, ...] = ()  # pieces that it begins on no earlier page than
    heads: str = ""  # the piece that it is the title of, and begins on one page with


@dataclass(frozen=True, slots=True)
class Table:
    """What may be divided behind any row: `first` with all of them, `again` with the first only."""

    id: str
    block: Any
    role: str
    looks: tuple[str, ...] = ("",)
    joined: bool = False  # paragraphs, in at most two parts
    of: str = ""
    after: tuple[str, ...] = ()
    keep: int = 3  # rows that stand on a page at least
    airy: bool = False  # its rows may stand as far apart as paragraphs

    @property
    def rows(self) -> Sequence[object]:
        return rows_of(self.block)

    @property
    def lines(self) -> list[int]:
        """How many rows are set of each of these: two of a heading and what stands below it."""
        return [len(unit) for unit in plate.units()] if (plate := partible(self.block)) else [1] * len(self.rows)

    def form(self, start: int, end: int, look: int = 0) -> Form:
        """Rows from `start` to `end`, in one of its looks."""
        if plate := partible(self.block):
            return Form(PlateRow((plate.part(start, end),)), self.looks[look], continued=start > 0)
        return Form(with_rows(self.block, self.rows[start:end]), self.looks[look], continued=start > 0)

    def lines_of(self, form: Form) -> int:
        """How many rows are set of a form that has some of them."""
        plate = partible(form.block)
        return len(plate.rows) if plate else len(rows_of(form.block))

    def repeated(self, look: int) -> Form:
        """The head as a later page has it, over one row: one that says its heading again, where there is such."""
        if (plate := partible(self.block)) is None:
            return replace(self.form(0, 1, look), continued=True)
        at = next((at for at, lines in enumerate(self.lines) if at and lines == 1), len(self.rows) - 1)
        bare = plate.part(at, at + 1)
        return Form(
            PlateRow((replace(bare, caption=replace(bare.caption, note=None)),)), self.looks[look], continued=True
        )


@dataclass
class Cutter:
    """Takes the blocks of a page apart. `alone`: in one language, where stories stand in columns."""

    redraw: Redraw
    alone: bool
    few: bool = False
    _names: set[str] = field(default_factory=set)

    def pieces(self, blocks: Sequence[Block]) -> Iterator[Piece | Table]:
        """Every piece, in canonical order."""
        if found := next((block for block in blocks if isinstance(block, Findings)), None):
            self.few = len(found.rows) <= FEW
            yield from in_sections([piece for block in blocks for piece in self._compared(block)])
            return
        for block in blocks:
            if isinstance(block, Story):
                yield from self._story(block)
            elif isinstance(block, PlateRow):
                yield from self._plates(self._name("row"), block.plates, "filler")
            else:
                yield self._block(block)

    def _compared(self, block: Block) -> Iterator[Piece | Table]:
        """What a summary shows: tables may end with any page, and so may findings."""
        if isinstance(block, Findings):
            yield Table(self._name(block.id), block, "shown", amply(look_of(block)), keep=1, airy=True)
        elif tables := long_tables(block, LONG):
            for plate in tables:
                whole = PlateRow((replace(plate, width="full"),))
                yield Table(self._name("row"), whole, "shown", amply("of-row"))
        elif isinstance(block, PlateRow):
            yield from self._plates(self._name("row"), block.plates, "shown", of=block.plates[0].id)
        else:
            yield self._block(block)

    def _name(self, wanted: str) -> str:
        """A name that no piece has yet."""
        name = next(
            f"{wanted}{n or ''}" for n in range(len(self._names) + 1) if f"{wanted}{n or ''}" not in self._names
        )
        self._names.add(name)
        return name

    def _block(self, block: Block) -> Piece | Table:
        name, role = self._name(str(getattr(block, "id", "")) or type(block).__name__.lower()), role_of(block)
        if len(rows_of(block)) >= LONG:
            return Table(name, block, role, amply(look_of(block)))
        if isinstance(block, Terms):
            return Piece(name, _once(tuple(terms_forms(block))), role)
        look, ample = amply(look_of(block))
        usual: tuple[Form, ...] = (Form(block, look), Form(block, ample, cost=AMPLE))
        if role == "notes" and not self.alone:  # sources under the notes leave no column empty
            usual = (Form(block, f"{look} wide"), Form(block, f"{ample} wide", cost=AMPLE), *map(_emptier, usual))
        return Piece(name, _once(usual), role)

    def _story(self, story: Story) -> Iterator[Piece | Table]:
        text, look = replace(story, plates=()), look_of(story)
        name = self._name(story.id)
        role = "lead" if story.lead else "text"
        if self.alone or len(story.paragraphs) == 1:
            yield Piece(name, tuple(_divided(text, look)), role, joined=True)
        else:
            yield Table(name, text, role, (look, opening(look)) if story.lead else (look,), joined=True)
        plates = [plate for row in story.plates for plate in row.plates]
        if plates:
            yield from self._plates(self._name(f"{name}.plates"), plates, "plates", "lead" if story.lead else "", name)

    def _plates(self, name: str, plates: Sequence[Plate], role: str, look: str = "", of: str = "") -> Iterator[Piece]:
        ways = tuple(self._tiled(plates, look))
        yield Piece(name, ways, role, of)

    def _tiled(self, plates: Sequence[Plate], look: str) -> Iterator[Division]:
        """Every way to set the plates in rows, in their order: two halves side by side, or one over the full width."""
        for rows in _tilings(plates):
            parts = tuple(tuple(self._row_forms(row, look)) for row in rows)
            if all(parts):
                yield Division(parts)

    def _row_forms(self, row: Sequence[Plate], look: str) -> Iterator[Form]:
        promoted = len(row) == 1 and row[0].width == "half"
        cost = _promoted(row[0]) if promoted else 0.0
        width: Width = "full" if len(row) == 1 else "half"
        charts = any(isinstance(plate, ChartPlate) for plate in row)
        for step, tall in enumerate((TALL + FEW_ROWS * self.few) if charts else CROPS):
            plates = [self._plate(plate, width, tall) for plate in row]
            if charts:  # a photograph beside one is as it is, where it cannot be cut as tall
                plates = [
                    one or self._plate(plate, width, 1.0) if isinstance(plate, PhotoPlate) else one
                    for one, plate in zip(plates, row, strict=True)
                ]
            if any(plate is None for plate in plates) or (step and not _grew(plates, row, width)):
                continue
            block = PlateRow(tuple(plate for plate in plates if plate is not None))
            yield Form(block, f"of-row {look}".strip(), cost=cost + TALLER * step)
        if not any(isinstance(plate, (ChartPlate, PhotoPlate)) for plate in row):
            block = PlateRow(tuple(plate for plate in (self._plate(plate, width, 1.0) for plate in row) if plate))
            yield Form(block, f"of-row {look} ample".replace("  ", " "), cost=cost + AMPLE)

    def _plate(self, plate: Plate, width: Width, tall: float) -> Plate | None:
        if isinstance(plate, ChartPlate):
            return plate if width == plate.width and tall == 1 else self.redraw(plate, width, tall)
        if isinstance(plate, PhotoPlate):
            return plate.reshaped(width, tall)
        return plate if plate.width == width else replace(plate, width=width)  # type: ignore[type-var]


def _promoted(plate: Plate) -> float:
    """What it costs to set a half plate over the full width: a photograph may stand there beside its words."""
    if isinstance(plate, PhotoPlate):
        over = plate.reshaped("full", 1.0)
        return SPARSE if over is None or over.beside else PROMOTED
    return PROMOTED if isinstance(plate, (ChartPlate, PullQuotePlate)) else SPARSE


def _grew(plates: Sequence[Plate | None], row: Sequence[Plate], width: Width) -> bool:
    """Is a chart or a photograph among them? Other plates have one height."""
    return any(isinstance(plate, (ChartPlate, PhotoPlate)) for plate in plates)


def _tilings(plates: Sequence[Plate]) -> Iterator[list[Sequence[Plate]]]:
    if not plates:
        yield []
        return
    if len(plates) > 1 and plates[0].width == plates[1].width == "half":
        for rest in _tilings(plates[2:]):
            yield [plates[:2], *rest]
    for rest in _tilings(plates[1:]):
        yield [plates[:1], *rest]


def _divided(story: Story, look: str) -> Iterator[Division]:
    """A story whole, or in two parts between two paragraphs: of many places for the break some, each is measured."""
    looks = (look, opening(look)) if story.lead else (look,)

    def first(part: Story) -> tuple[Form, ...]:
        return tuple(Form(part, look, cost=OPENING * n) for n, look in enumerate(looks))

    yield Division((first(story),))
    places = range(TOGETHER, len(story.paragraphs) - TOGETHER + 1)
    for at in places[:: len(places) // PLACES + 1]:
        second = Form(with_rows(story, story.paragraphs[at:]), look, continued=True)
        yield Division((first(with_rows(story, story.paragraphs[:at])), (second,)), BROKEN)


def _emptier(form: Form) -> Form:
    """A form whose columns end far apart: taken where nothing else fills the page."""
    return replace(form, cost=form.cost + EMPTY)


def _once(forms: tuple[Form, ...]) -> tuple[Division, ...]:
    return (Division((forms,)),)


def terms_forms(block: Terms) -> Iterator[Form]:
    """Terms in fewer and more columns."""
    for columns in COLUMNS:
        for ample, look in enumerate(amply(look_of(block))):
            yield Form(block, look, columns, cost=AMPLE * ample + (0.0 if columns == COLUMNS[0] else RESET))


def partible(block: Block) -> Any:
    """The plate of a row that stands alone in it and can be divided, or None."""
    if isinstance(block, PlateRow) and len(block.plates) == 1 and isinstance(block.plates[0], Partible):
        return block.plates[0]
    return None


def rows_of(block: Block) -> Sequence[object]:
    """What a block can be divided between."""
    if plate := partible(block):
        return tuple(plate.units())
    if isinstance(block, Story):
        return block.paragraphs
    rows = getattr(block, "rows", ())
    return rows if isinstance(rows, tuple) else ()


def with_rows(block: Any, rows: Sequence[object]) -> Any:
    """The block with these rows alone."""
    return replace(block, **{"paragraphs" if isinstance(block, Story) else "rows": tuple(rows)})
