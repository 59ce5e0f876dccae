"""A table in pieces: what stands under a heading stays there, and whose row it is is said again."""

from __future__ import annotations

import pytest

from bulletin.edition.blocks import Both, Caption, Pair, Run, as_pair, plain
from bulletin.plates.table.edit import TableCell, TextTable


def cell(text: str) -> TableCell:
    zh, _, en = text.partition("|")
    return TableCell(Pair((Run(zh),) if zh else (), (Run(en),) if en else ()))


def table(*rows: str) -> TextTable:
    """Rows of cells set apart by spaces; a row of one cell is a heading, `-` an empty cell."""
    cells = tuple(tuple(cell("" if one == "-" else one) for one in row.split()) for row in rows)
    caption = Caption(as_pair(Both("题", "Title")), note=as_pair(Both("注", "Note")))
    return TextTable(caption, (Both("名", "name"), Both("值", "value")), cells, (0.5, 0.5), "t")


def said(made: TextTable) -> list[str]:
    return [" ".join(plain(one.text.zh) + plain(one.text.en) or "-" for one in row) for row in made.rows]


PLAIN = table("甲 1", "乙 2", "丙 3", "丁 4", "戊 5")
HEADED = table("东区", "甲 1", "乙 2", "西区", "丙 3", "丁 4", "戊 5")
SILENT = table("甲 1", "- 2", "- 3", "丙 4", "|east 5")


@pytest.mark.parametrize(("made", "most", "pieces"), [
    (PLAIN, 5, [["甲 1", "乙 2", "丙 3", "丁 4", "戊 5"]]),
    (PLAIN, 4, [["甲 1", "乙 2", "丙 3"], ["丁 4", "戊 5"]]),
    (HEADED, 4, [["东区", "甲 1", "乙 2"], ["西区", "丙 3", "丁 4", "戊 5"]]),
    (HEADED, 3, [["东区", "甲 1", "乙 2"], ["西区", "丙 3", "丁 4"], ["西区", "戊 5"]]),
    (SILENT, 2, [["甲 1", "- 2"], ["甲 3", "丙 4"], ["east 5"]]),
    (SILENT, 1, [["甲 1"], ["甲 2"], ["甲 3"], ["丙 4"], ["east 5"]]),
    (table("- 1", "- 2"), 1, [["- 1"], ["- 2"]]),
])  # fmt: skip
def test_a_table_is_cut_between_its_rows(made: TextTable, most: int, pieces: list[list[str]]) -> None:
    assert [said(one) for one in made.cut(most)] == pieces
    assert all(one.caption == made.caption for one in made.cut(most))


def test_no_page_parts_a_heading_from_the_row_below_it() -> None:
    assert [len(unit) for unit in HEADED.units()] == [2, 1, 2, 1, 1]
    assert [len(unit) for unit in PLAIN.units()] == [1] * 5


def test_what_goes_on_says_its_title_its_heads_and_its_headings_again() -> None:
    again = [plain(one.zh) if isinstance(one, Pair) else one.zh for one in HEADED.again()]
    assert again == ["题", "名", "值", "东区", "西区"]


@pytest.mark.parametrize(("made", "start", "end", "rows", "noted"), [
    (HEADED, 0, 5, said(HEADED), True),
    (HEADED, 0, 1, ["东区", "甲 1"], False),
    (HEADED, 1, 3, ["东区", "乙 2", "西区", "丙 3"], False),
    (HEADED, 2, 5, ["西区", "丙 3", "丁 4", "戊 5"], True),
    (HEADED, 4, 5, ["西区", "戊 5"], True),
    (SILENT, 1, 3, ["甲 2", "- 3"], False),
    (SILENT, 3, 5, ["丙 4", "east 5"], True),
    (SILENT, 4, 5, ["east 5"], True),
])  # fmt: skip
def test_a_part_of_a_table_says_again_what_it_stands_under(
    made: TextTable, start: int, end: int, rows: list[str], noted: bool
) -> None:
    part = made.part(start, end)
    assert said(part) == rows
    assert bool(part.caption.note) is noted
