"""The line of years under a time line: how wide each year is, which is drawn by the month, which numbers find room."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bulletin.charts.canvas import Canvas
from bulletin.plates.timeline.axis import AFTER, MARGIN, MONTH, MONTHS, Axis, Number, axis_of, numbers_of, scale
from bulletin.plates.timeline.edit import TimelineSpec
from tests.charts.chart_data import event
from tests.charts.conftest import house_look


def spec(*starts: float, now: float = 2018.5, long: float = 1 / 12) -> TimelineSpec:
    return TimelineSpec(tuple(event(start, start + long, f"事{n}", f"no. {n}") for n, start in enumerate(starts)), now)


def axis(*starts: float, width: float = 100.0, now: float = 2018.5, long: float = 1 / 12) -> Axis:
    made = axis_of(spec(*starts, now=now, long=long), width)
    assert (made.edges[0], made.edges[-1]) == (MARGIN, pytest.approx(width - MARGIN)), "the whole width"
    return made


@pytest.mark.parametrize(("starts", "now", "years"), [
    ((2016.2, 2017.5), 2018.5, range(2016, 2019)),
    ((2016.0, 2017.5), 2018.0, range(2016, 2018)),
    ((2016.2,), 2015.5, range(2016, 2017)),
    ((2016.0,), 2016.0, range(2016, 2017)),
    ((2016.95,), 2016.0, range(2016, 2018)),
])  # fmt: skip
def test_the_line_has_the_years_of_the_events_and_of_today(starts: tuple[float, ...], now: float, years: range) -> None:
    assert axis(*starts, now=now).years == years


BUSY = (2017.0, 2017.1, 2017.2, 2017.3)


def test_years_are_alike_unless_four_events_fall_into_one_by_the_month() -> None:
    alike = axis(2016.5, *BUSY[:3])
    assert alike.stretched is None and alike.month == 0.0
    assert len({round(b - a, 9) for a, b in pairwise(alike.edges)}) == 1
    assert axis(2016.5, *BUSY, long=0.28).stretched is None, "they are dated to less than a quarter"
    assert axis(2016.5, *BUSY, long=0.27).stretched == 2017
    assert axis(*BUSY, *(start + 1 for start in BUSY)).stretched == 2018, "of two the later"
    assert axis(2018.2).stretched == 2018, "one year alone has its months"
    assert axis(2018.0, long=1.0).stretched is None, "unless nothing in it is so exact"


def test_the_months_take_their_share_and_years_behind_them_are_wider_than_those_before() -> None:
    made = axis(2015.5, *BUSY, width=100.0, now=2018.5)
    before, other, months, after = (made.width(year) for year in made.years)
    assert months == pytest.approx(MONTHS * 99)
    assert (before, after) == (pytest.approx(other), pytest.approx(AFTER * before))
    assert made.month == pytest.approx(months / 12)
    assert axis(2015.5, *BUSY, width=178.0).width(2017) == pytest.approx(12 * MONTH)
    assert axis(2018.2, width=50.0).width(2018) == pytest.approx(49)


def test_a_time_stands_in_its_year_and_one_outside_goes_on_at_the_same_pace() -> None:
    made = Axis(2016, (0.5, 10.5, 30.5))
    assert [made.at(time) for time in (2016, 2016.5, 2017, 2017.25, 2018, 2018.5, 2015.5)] == [
        0.5, 5.5, 10.5, 15.5, 30.5, 40.5, -4.5,
    ]  # fmt: skip
    assert [made.width(year) for year in (2016, 2017)] == [10, 20]


def test_a_number_covers_itself_and_a_little_more() -> None:
    number = Number("2016", 10, 3, 4, True)
    assert [number.covers(x) for x in (7.64, 7.66, 12.34, 12.36)] == [False, True, True, False]


def test_a_scale_may_have_the_years_with_their_first_month_and_the_months() -> None:
    assert scale([2016.5, 2017.0]) == [
        *("2016.1", "2016", "2017.1", "2017", "2018.1", "2018"),
        *(str(month) for month in range(1, 13)),
    ]


def numbers(axis: Axis, width: float) -> list[str]:
    return [number.text for number in numbers_of(Canvas(house_look(), width), axis)]


def even(first: int, years: int, each: float) -> Axis:
    return Axis(first, tuple(10 + n * each for n in range(years + 1)))


MONTHS_ALL = [str(month) for month in range(2, 13)]


@pytest.mark.parametrize(("axis", "width", "said"), [
    (even(2010, 4, 8.0), 60, ["2010", "2011", "2012", "2013"]),
    (even(2010, 4, 7.9), 60, ["2010", "2012"]),
    (even(2010, 4, 4.0), 60, ["2010", "2012"]),
    (even(2010, 6, 3.9), 60, ["2010", "2015"]),
    (even(2010, 12, 1.7), 60, ["2010", "2015", "2020"]),
    (even(2010, 12, 1.5), 60, ["2010", "2020"]),
    (even(2011, 3, 1.0), 60, ["2011"]),
    (even(1900, 300, 0.1), 60, ["1900", "2000", "2100"]),
    (Axis(2018, (0.5, 99.5), 2018), 100, ["2018.1", *MONTHS_ALL]),
    (Axis(2018, (0.5, 60.5), 2018), 61, ["1", *MONTHS_ALL, "2018"]),
    (Axis(2018, (0.5, 40.5), 2018), 41, ["1", "4", "7", "10", "2018"]),
    (Axis(2017, (0.5, 10.5, 99.5), 2018), 100, ["2018.1", *MONTHS_ALL, "2017"]),
])  # fmt: skip
def test_as_many_years_are_named_as_find_room(axis: Axis, width: float, said: list[str]) -> None:
    assert numbers(axis, width) == said
