"""What a reader of the table of evidence and of the figures set large has to understand without help."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bulletin.blocks.evidence.edit import Evidence, _goes_on, _in_full
from bulletin.blocks.key_figures.edit import KeyFigures
from bulletin.edition.blocks import Both, Edition, plain
from bulletin.edition.bulletin import edit
from tests.conftest import CONTENT, ROOT, small_project, workshop

ROW = """rows:
  - facts: [spent, trees, parks]
    label: {zh: 投资、植树、游园, en: "spending, trees, parks"}

key_figures:
  - of: [parks, communities]
    label: {zh: 游园、社区, en: parks and communities}
"""


def made(folder: Path) -> Edition:
    project = small_project(folder, CONTENT.replace("key_figures:\n", ROW, 1))
    shop = workshop(project)
    return edit(shop.verified("willow"), shop.publication, shop.words)


def test_a_row_gives_its_figures_in_the_order_of_its_label(tmp_path: Path) -> None:
    """The page prints the parks first; the label names them last, and says so what each figure counts."""
    evidence = next(b for page in made(tmp_path).pages for b in page.blocks if isinstance(b, Evidence))
    row = next(row for row in evidence.rows if row.what.zh == "投资、植树、游园")
    assert row.printed.zh == "近90万元；1.2万余株；3个"


def test_a_row_of_several_quotes_gives_them_in_the_order_of_the_article() -> None:
    """The ellipsis between two quotes says that words between them are left out, so the first stands first."""
    shop = workshop(ROOT)
    for name, read in shop.library.contents.items():
        case = shop.case(*read)
        for row in case.content.rows:
            quoted = [fact for id in row.facts if (fact := case.known[id]).quote]
            at = [case.article.find(fact.quote or "", fact.prefix, fact.suffix)[0] for fact in quoted]
            assert at == sorted(at), f"{name}: {row.label.zh}"


def test_the_label_of_large_figures_says_the_unit_and_carries_the_number_of_the_row(tmp_path: Path) -> None:
    """Behind 3 + 5 a raised number would read as a power."""
    figures = next(b for page in made(tmp_path).pages for b in page.blocks if isinstance(b, KeyFigures))
    item = figures.items[0]
    assert plain(item.label.zh) == "游园、社区（个）"
    assert [amount.row for amount in item.amounts] == [None, None]
    assert [getattr(piece, "row", None) for piece in item.label.zh][-2:] == [1, 2]


@pytest.mark.parametrize(("said", "shown"), [("1", "1月"), ("9月", "9月")])
def test_the_month_that_a_range_leaves_bare_is_said_in_full(said: str, shown: str) -> None:
    """1至9月: the row of its first month does not read 1."""
    fact = SimpleNamespace(date="--01" if said == "1" else "--09", derived=None)
    proof: Any = SimpleNamespace(fact=fact, number=said, numeral=said, later="")
    assert _in_full(proof) == shown


def test_a_time_that_another_says_more_of_is_said_once() -> None:
    year, counted, month = (
        Both("2026年", "2026"),
        Both("2026年，截至成文", "2026, to date"),
        Both("2026年5月", "May 2026"),
    )
    assert _goes_on(year, counted)
    assert not _goes_on(counted, year)
    assert not _goes_on(year, month), "a month is another time than its year"
