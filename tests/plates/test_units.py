"""Squares draw what is there: of a part that is no whole number of them the last is as wide as what is left."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.charts.marks import LEAST
from bulletin.content.model import Unit
from bulletin.edition import units
from bulletin.edition.blocks import Both
from bulletin.plates.units.edit import UnitsSpec
from tests.charts.chart_data import datum
from tests.charts.conftest import house_look
from tests.conftest import house_words

FUNDS = UnitsSpec(
    datum("资金", "funds", 14_600_000),
    (datum("财政", "budgets", 8_200_000), datum("自筹", "own", 3_900_000), datum("捐赠", "gifts", 2_500_000)),
    200_000,
)


@pytest.fixture(scope="module")
def look() -> Look:
    return house_look()


def squares(chart: Chart) -> float:
    """How many squares all marks come to, a part of one as that part."""
    side = max(mark.width for mark in chart.drawing.marks)
    return sum(mark.width for mark in chart.drawing.marks) / side


@pytest.mark.parametrize("width", ["half", "full"])
def test_what_is_no_whole_square_is_part_of_one(width: str, look: Look) -> None:
    chart = draw(FUNDS, look, width)  # type: ignore[arg-type]
    assert len(chart.drawing.marks) == 41 + 20 + 13
    assert squares(chart) == pytest.approx(73.0), "14.6 million are 73 squares, and 19.5 + 12.5 are no 20 + 13"


def test_of_a_square_there_is_a_hair_at_least(look: Look) -> None:
    spec = replace(FUNDS, parts=(datum("财政", "budgets", 14_599_000), datum("捐赠", "gifts", 1000)))
    assert min(mark.width for mark in draw(spec, look, "full").drawing.marks) == LEAST


@pytest.mark.parametrize(("left", "more"), [(0, 0), (1, 1), (90, 1), (110, 2)])
def test_all_that_no_part_names_is_drawn_and_said(left: int, more: int, look: Look) -> None:
    spec = UnitsSpec(datum("共", "all", 500 + left), (datum("一", "one", 500),), 100)
    chart = draw(spec, look, "full")
    assert len(chart.drawing.marks) == 5 + more
    assert (look.words["rest"].en in chart.alt.en) is (left > 0)


def test_what_one_square_stands_for_is_written_as_each_language_writes_it(look: Look) -> None:
    money = Unit(zh="元")
    said = units.square(200_000, money, house_words())
    assert (said.zh, said.en) == ("每格20万元", "one square is 200,000 yuan")
    assert units.square(100, None, house_words()) == Both("每格100", "one square is 100")
    assert "每格20万" in draw(FUNDS, look, "full").alt.zh
    assert draw(FUNDS, look, "full").own == ("每格20万", "one square is 200,000")


def test_squares_of_millions_are_named_in_words(look: Look) -> None:
    spec = replace(FUNDS, whole=replace(FUNDS.whole, value=Fraction(14_600_000)), each=1_000_000)
    assert "每格100万" in draw(spec, look, "full").alt.zh
    assert "one square is 1 million" in draw(spec, look, "full").alt.en
