"""Between which values a figure lies, as the article words it; what is derived lies between what its terms allow."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from bulletin.content.model import Fact
from bulletin.evidence.amount_bounds import apart, bounds, in_time, measure

DATE = Fact.model_validate(
    {"date": "2018", "label": {"zh": "年", "en": "year"}, "quote": "2018年", "status": "achieved"}
)
UNIT = {"zh": "个", "en": {"one": "park", "other": "parks"}}


def fact(value: int | None = None, **more: Any) -> Fact:
    own = {} if value is None else {"value": value, "quote": f"{value}个"}
    return Fact.model_validate(
        {"unit": UNIT, "label": {"zh": "游园", "en": "parks"}, "status": "achieved", **own, **more}
    )


@pytest.mark.parametrize(
    ("value", "approx", "low", "high"),
    [
        (5400, "over", "5400.1", "5499.9"),
        (5400, "nearly", "4860", "5394.6"),
        (5400, "about", "5130", "5670"),
        (5400, "at_least", "5400", "5400000"),
        (5400, "at_most", "0", "5400"),
        (5400, None, "5400", "5400"),
        (7, "over", "7.001", "7.999"),
        (1200000, "over", "1200100", "1299900"),
        (0, "over", "0.001", "0.999"),
    ],
)
def test_a_figure_lies_on_the_side_that_its_word_says(value: int, approx: str | None, low: str, high: str) -> None:
    """5400余 is more than 5,400 and less than 5,500: the last digit that is stated counts."""
    assert bounds("a", {"a": fact(value, approx=approx)}) == (Fraction(low), Fraction(high))


def test_a_decimal_is_taken_to_its_last_digit_and_a_measure_in_its_base() -> None:
    share = Fact.model_validate(
        {"value": Decimal("96.8"), "unit": "%", "label": {"zh": "率", "en": "rate"}, "quote": "96.8%余",
         "status": "achieved", "approx": "over"}
    )  # fmt: skip
    assert bounds("a", {"a": share}) == (Fraction("96.8001"), Fraction("96.8999"))
    land = fact(20, unit="亩")
    found = bounds("a", {"a": land})
    assert found is not None and found[0] == found[1] > 20, "in square meters"


@pytest.mark.parametrize(("value", "low", "high"), [("1.125", "1.125001", "1.125999"), ("0.25", "0.25001", "0.25999")])
def test_a_decimal_of_many_digits_is_taken_to_its_last(value: str, low: str, high: str) -> None:
    share = Fact.model_validate(
        {"value": Decimal(value), "unit": "%", "label": {"zh": "率", "en": "rate"}, "quote": f"{value}%余",
         "status": "achieved", "approx": "over"}
    )  # fmt: skip
    assert bounds("a", {"a": share}) == (Fraction(low), Fraction(high))


def test_an_exact_figure_lies_where_it_is_and_a_date_nowhere() -> None:
    assert bounds("a", {"a": fact(7)}) == (7, 7)
    assert bounds("a", {"a": DATE}) is None


@pytest.mark.parametrize(
    ("kind", "low", "high"),
    [
        ("sum", Fraction(5), Fraction(1005)),
        ("difference", Fraction(-995), Fraction(5)),
    ],
)
def test_what_is_derived_lies_between_the_extremes_of_its_terms(kind: str, low: Fraction, high: Fraction) -> None:
    known = {"a": fact(5), "b": fact(1000, approx="at_most"), "d": fact(derived={kind: ["a", "b"]})}
    assert bounds("d", known) == (low, high)


def test_a_ratio_is_least_where_the_part_is_least_and_the_whole_most() -> None:
    known = {"a": fact(50), "b": fact(100, approx="about"), "d": fact(derived={"ratio": ["a", "b"]})}
    found = bounds("d", known)
    assert found is not None
    assert (float(found[0]), float(found[1])) == pytest.approx((5000 / 105, 5000 / 95)), "in percent"


def test_a_figure_that_is_derived_from_a_date_lies_nowhere() -> None:
    assert bounds("d", {"a": fact(5), "b": DATE, "d": fact(derived={"sum": ["a", "b"]})}) is None


def test_nothing_is_divided_by_what_may_be_nothing() -> None:
    known = {"a": fact(5), "b": fact(1000, approx="at_most"), "d": fact(derived={"ratio": ["a", "b"]})}
    assert bounds("d", known) is None


def test_the_terms_of_another_file_s_figure_are_that_file_s() -> None:
    known = {"x.a": fact(5), "x.b": fact(2), "a": fact(70), "x.d": fact(derived={"difference": ["a", "b"]})}
    assert bounds("x.d", known) == (3, 3)


def test_a_total_to_date_and_a_share_stand_beside_any_time_and_unit() -> None:
    here = fact(5, period={"year": 2018})
    assert apart([here, fact(6, period={"to_date": True})]) is None
    assert apart([here, fact(6)]) is None
    assert apart([here, fact(derived={"ratio": ["a", "b"]}, unit=None)]) is None


def test_only_figures_of_one_thing_time_and_owner_stand_side_by_side() -> None:
    here = fact(5, period={"year": 2018})
    assert not apart([here, fact(6, period={"year": 2018})])
    assert "different periods" in str(apart([here, fact(6, period={"at": "2017-05"})]))
    assert "different things" in str(apart([here, fact(6, unit="亩")]))
    assert "one and the same" in str(
        apart([here, fact(6, period={"year": 2018}, whose={"zh": "全市", "en": "the city"})])
    )


def test_one_thing_in_periods_of_one_length_is_a_series() -> None:
    years = [fact(n, period={"year": 2015 + n}) for n in (3, 1, 2)]
    assert apart(years) is None
    assert in_time(dict(zip("abc", years, strict=True))) == ["b", "c", "a"]
    months = [{"since": f"{year}-01", "until": f"{year}-10"} for year in (2017, 2018)]
    assert apart([fact(n, period=period) for n, period in enumerate(months)]) is None
    beside = ({"year": 2016}, {"at": "2017-05"}, {"at": "2020-05"}, {"since": "2015"}, {"recent": True})
    assert all(apart([*years, fact(6, period=period)]) for period in (*beside, {"year": 2020, "to_date": True}))
    assert apart([fact(5, period={"year": 2017}), fact(6, unit="亩", period={"year": 2018})])


def test_another_thing_s_figure_of_another_year_is_no_part_of_a_series() -> None:
    trees = fact(6, period={"year": 2018}, label={"zh": "树木", "en": "trees"})
    assert "different periods" in str(apart([fact(5, period={"year": 2017}), trees]))
    assert in_time({"a": fact(5, period={"year": 2017}), "b": trees}) == []


def test_winters_over_the_turn_of_a_year_are_no_series() -> None:
    winters = [{"since": f"{year}-11", "until": f"{year + 1}-02"} for year in (2016, 2017)]
    assert "different periods" in str(apart([fact(n, period=period) for n, period in enumerate(winters)]))


def test_of_late_is_another_time_than_a_year() -> None:
    assert "different periods" in str(apart([fact(5, period={"year": 2018}), fact(6, period={"recent": True})]))


def test_a_ratio_is_a_share() -> None:
    assert measure(fact(derived={"ratio": ["a", "b"]}, unit=None)) == measure(fact(45, unit="%")) == "share"


def test_a_part_of_a_whole_lies_among_the_percentages() -> None:
    assert bounds("a", {"a": fact("1/2", unit=None)}) == (50, 50)
    assert apart([fact("1/2", unit=None), fact(45, unit="%")]) is None
