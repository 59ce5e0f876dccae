"""A dot plot: where each figure stands between zero and the largest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bulletin.charts.draw import draw
from bulletin.charts.look import Look
from bulletin.charts.shapes import ChartError
from bulletin.edition.blocks import Both
from bulletin.plates.dots.draw import RADIUS
from bulletin.plates.dots.edit import DotsSpec
from tests.charts.chart_data import MARKS, datum
from tests.charts.conftest import house_look
from tests.plates import errors

VALUES = (40, 0, 10, 20)
DOTS = DotsSpec(tuple(datum(f"甲{value}", f"A {value}", value) for value in VALUES))
LONG = Both("京城路街道党群服务中心综合楼一期工程项目", "comprehensive building of the Party-mass center, phase 1")


@pytest.fixture(scope="module")
def look() -> Look:
    return house_look()


def centres(spec: DotsSpec, look: Look) -> list[float]:
    marks = [mark for mark in draw(spec, look, "half").drawing.marks if mark.width == 2 * RADIUS]
    return [mark.x + RADIUS for mark in marks]


def test_dots_stand_in_proportion_from_zero(look: Look) -> None:
    most, zero, *others = centres(DOTS, look)
    assert [round((at - zero) / (most - zero) * 40, 6) for at in others] == [10, 20]


def test_numbers_end_in_one_line_on_the_right_and_names_on_the_left(look: Look) -> None:
    labels = {label.text: label.area for label in draw(DOTS, look, "half").drawing.labels}
    assert len({round(labels[str(value)].right, 3) for value in VALUES}) == 1
    assert max(labels[f"甲{value}"].right for value in VALUES) < min(centres(DOTS, look)) - RADIUS


def test_every_mark_has_a_pattern_of_its_own(look: Look) -> None:
    """What is drawn at one and the same place, but for the mark."""
    drawn = []
    for mark in MARKS:
        others = tuple(datum(f"乙{n}", f"B {n}", 50, mark="done") for n in range(2))
        spec = DotsSpec((datum("甲", "A", 50, mark=mark), *others))
        shapes = draw(spec, look, "half").drawing.shapes
        top = [one for one in shapes if getattr(one, "level", 0) >= 2][:6]
        drawn.append(repr([one for one in top if "Polygon" not in repr(one)][:4]))
    assert len(set(drawn)) == len(MARKS)


def test_long_names_break_and_twelve_dots_find_room(look: Look) -> None:
    spec = DotsSpec(tuple(datum(LONG.zh, LONG.en, 10**n) for n in range(12)))
    assert len(centres(spec, look)) == 12


@pytest.mark.parametrize("values", [(0, 0, 0), (-1, 2, 3)])
def test_nothing_but_zeros_and_less_than_zero_are_refused(values: tuple[int, ...], look: Look) -> None:
    with pytest.raises(ChartError, match="dots chart"):
        draw(DotsSpec(tuple(datum("甲", "A", value) for value in values)), look, "half")


def test_units_that_differ_share_no_scale(tmp_path: Path) -> None:
    def change(content: Any) -> None:
        content["stories"][0]["plates"][0]["dots"].append({"of": "parks"})

    assert any("个" in one and "名" in one for one in errors(tmp_path / "project", "dots", change))
