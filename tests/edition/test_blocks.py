"""What is long is set smaller instead of running over its neighbour."""

from __future__ import annotations

import pytest

from bulletin.blocks.key_figures.edit import KeyFigure, KeyFigures
from bulletin.edition.blocks import Amount, Both, Masthead, Pair


def _figures(*numbers: str) -> KeyFigures:
    label = Pair((), ())
    return KeyFigures(tuple(KeyFigure((Amount(number, Both("", ""), "x", 1),), label) for number in numbers))


@pytest.mark.parametrize(
    ("numbers", "crowded"),
    [
        (("114", "15.75", "1,120+", "13"), False),
        (("38.652 billion", "12", "3", "4", "5"), True),
        (("38.652 billion", "12", "3"), False),
    ],
)
def test_long_key_figures_are_crowded(numbers: tuple[str, ...], crowded: bool) -> None:
    assert _figures(*numbers).crowded is crowded


@pytest.mark.parametrize(
    ("title", "length"),
    [("京城路街道简报", ""), ("清河县人民医院简报", "long"), ("东港国际物流园区综合保税区简报", "longer")],
)
def test_a_long_title_is_set_smaller(title: str, length: str) -> None:
    assert Masthead(Both(title, "Bulletin"), Both("", ""), Both("", "")).length == length
