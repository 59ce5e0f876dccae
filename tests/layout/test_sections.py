"""A summary laid out: titles stand over what follows them, sections in their order, tables go on from page to page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from bulletin.blocks.findings.edit import Findings
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.build import Builder
from bulletin.edition.blocks import Edition, PlateRow
from bulletin.edition.pieces import Partible
from bulletin.layout.lay_out import LaidOut
from bulletin.layout.pieces import Piece
from bulletin.layout.placed import Placed
from bulletin.layout.sections import begun_by, in_sections
from tests.conftest import workshop
from tests.places import MINIMAL, Place, composed_by_hand, write_places

LONG = pytest.mark.long


def piece(id: str, role: str = "filler", of: str = "") -> Piece:
    return Piece(id, (), role, of)


def test_a_title_stands_over_what_follows_it_and_behind_the_section_before() -> None:
    made = {
        one.id: one
        for one in in_sections(
            [piece("a"), piece("b"), piece("T", "title"), piece("c"), piece("d"), piece("e"), piece("notes", "notes")]
        )
    }
    title = made["T"]
    assert isinstance(title, Piece)
    assert (title.after, title.heads) == (("a", "b"), "c")
    assert made["c"].after == ("T",)
    assert made["d"].after == ("T", "c"), "what the title stands over comes first"
    assert set(made["e"].after) == {"T", "c"}, "it may change places with d alone"
    assert made["notes"].role == "notes"


def test_pieces_of_one_chart_keep_their_order() -> None:
    found = list(in_sections([piece("x"), piece("y", of="s-0"), piece("z", of="s-0-2"), piece("w", of="s-0-3")]))
    assert [("y" in found[2].after), ("z" in found[3].after)] == [True, True]
    apart = list(in_sections([piece("x"), piece("y", of="s-0"), piece("z", of="s-1")]))
    assert "y" not in apart[2].after


def test_a_further_piece_of_a_plate_stands_behind_the_last_one_or_overleaf() -> None:
    parts = [piece("x"), piece("y", of="s-0"), piece("z", of="s-0-2"), piece("w", of="s-0-3"), piece("v", of="s-1")]
    assert [begun_by(one, parts) for one in parts] == ["", "", "y", "z", ""]


@pytest.mark.parametrize(
    ("count", "pages"), [(2, 1), (3, 2), (12, 4), *(pytest.param(n, 2, marks=LONG) for n in (4, 6))]
)
def test_a_composed_summary_fills_its_pages_however_few_places_there_are(
    count: int, pages: int, tmp_path: Path
) -> None:
    """Two places are one full sheet; findings are set larger and charts are taller where there are few."""
    write_places(tmp_path, count)
    builder = Builder(workshop(tmp_path))
    edition = builder.edition("summary")[0]
    laid = builder.laid_out(edition, builder.charts(edition))
    assert (len(laid.edition.pages), dict(laid.short)) == (pages, {})


@pytest.mark.parametrize("pages", [2, 3])
def test_a_summary_is_laid_out_on_so_many_pages_as_it_asks_for(pages: int, tmp_path: Path) -> None:
    write_places(tmp_path, 3, MINIMAL + f"pages: {pages}\n")
    builder = Builder(workshop(tmp_path))
    edition = builder.edition("summary")[0]
    assert len(builder.laid_out(edition, builder.charts(edition)).edition.pages) == pages


@pytest.mark.parametrize(
    ("pages", "told"), [("0", "must be 1 or more"), ("13", "must be 12 or less"), ("auto", "list")]
)
def test_another_number_of_pages_is_refused(pages: str, told: str, tmp_path: Path) -> None:
    write_places(tmp_path, 2, MINIMAL + f"pages: {pages}\n")
    (problem,) = workshop(tmp_path).check().errors()
    assert problem.rule == "model" and told in problem.message


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, LaidOut]:
    """Seven places, their plates in sections that carry titles."""
    folder = tmp_path_factory.mktemp("sections") / "project"
    folder.mkdir()
    summary = composed_by_hand([Place(at) for at in range(7)]).replace("\npages:", "\nsections:")
    write_places(folder, 7, summary)
    builder = Builder(workshop(folder))
    edition = builder.edition("summary")[0]
    return edition, builder.laid_out(edition, builder.charts(edition))


def placed(laid: LaidOut) -> list[tuple[int, Placed]]:
    return [(page.number, one) for page in laid.edition.pages for one in page.blocks if isinstance(one, Placed)]


def test_what_the_file_shows_is_shown_once_and_in_its_order(made: tuple[Edition, LaidOut]) -> None:
    edition, laid = made
    titles = [block for block in edition.pages[0].blocks if isinstance(block, PageTitle)]
    assert [one.block for _, one in placed(laid) if isinstance(one.block, PageTitle)] == titles
    rows = [row for _, one in placed(laid) if isinstance(one.block, Findings) for row in one.block.rows]
    assert rows == [row for block in edition.pages[0].blocks if isinstance(block, Findings) for row in block.rows]


def test_every_page_is_full_and_no_title_stands_at_a_foot(made: tuple[Edition, LaidOut]) -> None:
    _, laid = made
    assert laid.short == {}
    for page in laid.edition.pages:
        blocks = [one.block for one in page.blocks if isinstance(one, Placed)]
        assert not isinstance(blocks[-1], PageTitle)
        for one, below in pairwise(blocks):
            assert not (isinstance(one, PageTitle) and isinstance(below, PageTitle))


def test_a_table_that_goes_on_says_so_and_loses_no_row(made: tuple[Edition, LaidOut]) -> None:
    edition, laid = made
    whole = [
        plate
        for block in edition.pages[0].blocks
        if isinstance(block, PlateRow)
        for plate in block.plates
        if isinstance(plate, Partible)
    ]
    assert whole
    for plate in whole:
        parts = [
            (one, shown)
            for _, one in placed(laid)
            if isinstance(one.block, PlateRow)
            for shown in one.block.plates
            if shown.id == plate.id
        ]
        assert [one.continued for one, _ in parts] == [False] + [True] * (len(parts) - 1)
        units = [unit for _, shown in parts if isinstance(shown, Partible) for unit in shown.units()]
        assert [unit[-1] for unit in units] == [unit[-1] for unit in plate.units()]


def test_sections_and_pages_exclude_each_other(tmp_path: Path) -> None:
    from bulletin import gate
    from bulletin.remembered import Remembered

    folder = tmp_path / "project"
    folder.mkdir()
    summary = composed_by_hand([Place(at) for at in range(2)])
    write_places(folder, 2, summary + "sections: [{plates: []}]\n")
    found = gate.check(workshop(folder), Remembered(tmp_path / "sound")).errors()
    assert [one.message.split(":")[0] for one in found] == ["sections and pages stand side by side"]
