"""Numbers that the languages write each its own way, and long ones: every kind prints both and finds room for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.edition.blocks import Both, ChartSpec, Datum
from bulletin.edition.text import Width
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.dots.edit import DotsSpec
from bulletin.plates.nested.edit import NestedSpec
from bulletin.plates.panels.edit import Cell, Panel, PanelsSpec
from bulletin.plates.parts.edit import SharesSpec
from bulletin.plates.slope.edit import Pitch, SlopeSpec
from bulletin.plates.units.edit import UnitsSpec
from bulletin.plates.waterfall.edit import Change, WaterfallSpec
from bulletin.variant import LANGUAGES, Language
from bulletin.wording import amounts

NAMES = (("财政补助", "Government budgets"), ("街道自筹", "Subdistrict"), ("社会捐赠", "Donations"))
SUMS = [
    (8_200_000, 3_900_000, 2_500_000),
    (8_200_000, 39_000, 25),
    (123_456_789_012, 23_456_789_012, 3_456_789_012),
    (739_200_000, 88_630_000, 12_340_000),
    (82_000_000, 81_000_000, 200_000),
]


def money(zh: str, en: str, value: int) -> Datum:
    """As `Plates.datum` makes one of yuan."""
    number = amounts.figures(Fraction(value))
    if not amounts.in_words(number):
        return Datum(en, Both(zh, en), Fraction(value), number, Both(f"{value}元", f"{number} yuan"))
    own = f"{amounts.han(Fraction(value))}元"
    shown = f"{number} yuan"
    return Datum(en, Both(zh, en), Fraction(value), shown, Both(own, shown), shown_zh=own)


def kinds(values: tuple[int, int, int]) -> Iterator[ChartSpec]:
    first, second, third = (money(zh, en, value) for (zh, en), value in zip(NAMES, values, strict=True))
    whole = money("总投资", "total", sum(values))
    yield SharesSpec(whole, (first, second, third))
    yield UnitsSpec(whole, (first, second, third), max(1, sum(values) // 40))
    yield BarsSpec((first, second, third))
    yield DotsSpec((first, second, third))
    yield NestedSpec((first, second, third))
    yield SlopeSpec(Both("2021年", "2021"), Both("2026年", "2026"), (Pitch(first, second), Pitch(second, third)))
    total = money("得", "makes", values[0] - values[1] + values[2])
    yield WaterfallSpec(first, (Change(second, True), Change(third, False)), total)
    cells = tuple(Cell(one.label, one, Both("2026年", "2026")) for one in (first, second, third))
    yield PanelsSpec((Panel(Both("投资", "money"), cells),))


def texts(chart: Chart) -> set[str]:
    return {label.text for label in chart.drawing.labels}


@pytest.mark.parametrize("width", ["half", "full"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("values", SUMS)
def test_three_sums_of_money_can_be_drawn(
    values: tuple[int, int, int], language: Language, width: Width, look: Look
) -> None:
    for spec in kinds(values):
        draw(spec, replace(look, language=language), width)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_in_english_words_has_its_chinese_beside_it(language: Language, look: Look) -> None:
    for spec in kinds(SUMS[0]):
        shown = texts(draw(spec, replace(look, language=language), "full"))
        assert ("820万元" in shown) is (language != "en"), spec
        assert ("8.2 million yuan" in shown) is (language != "zh"), spec


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_parts_with_long_names_find_room_in_a_half(language: Language, look: Look) -> None:
    long = (
        "市、区两级财政补助和省级以奖代补资金",
        "City and district government subsidies, with awards of the province",
    )
    spec = next(kinds(SUMS[0]))
    assert isinstance(spec, SharesSpec)
    large = replace(look, language=language, label_zh=11.5, label_en=10.5, number=12.0)
    draw(replace(spec, parts=tuple(replace(part, label=Both(*long)) for part in spec.parts)), large, "half")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (200_000, "20万"),
        (739_200_000, "7.392亿"),
        (5400, "5400"),
        (12_345, "12345"),
        (417_000, "41.7万"),
        (100_000_000, "1亿"),
        (123_456_789, "123456789"),
    ],
)
def test_chinese_counts_in_ten_thousands_where_that_is_no_longer(value: int, said: str) -> None:
    assert amounts.han(Fraction(value)) == said
