"""From when to when a figure holds: on the scale of periods, and at either end of a slope."""

from __future__ import annotations

from types import SimpleNamespace as Some
from typing import Any

import pytest

from bulletin.content.model import Period
from bulletin.edition.text import Both
from bulletin.plates.slope.edit import _compared, _dates, _time
from bulletin.plates.spans.edit import SpanRow, SpansSpec, _names_its_year, _years
from bulletin.problems import ContentError, Place, Problem
from bulletin.wording.dates import Moment


@pytest.mark.parametrize(("period", "dated", "start", "end"), [
    ({"year": 2016}, "2018", 2016, 2017),
    ({"at": "2016-04"}, "2018", 2016.25, 2016 + 4 / 12),
    ({"since": "2016"}, "2018", 2016, 2019),
    ({"since": "2016"}, "--", 2016, 2017),
    ({"since": "2016", "until": "2017"}, "2018", 2016, 2018),
    ({"since": "2016", "until": "2017"}, "--", 2016, 2018),
    ({"until": "2020"}, "2018", 2018, 2021),
    ({"until": "2017"}, "2018", 2018, 2018),
    ({"until": "2017"}, "--", 2017, 2018),
    ({"year": 2018, "to_date": True}, "2018-07", 2018, 2018 + 7 / 12),
    ({"year": 2016, "to_date": True}, "2018-07", 2016, 2017),
    ({"year": 2016, "to_date": True}, "--", 2016, 2017),
])  # fmt: skip
def test_what_is_open_ends_when_the_article_was_written(
    period: dict[str, Any], dated: str, start: float, end: float
) -> None:
    assert _years(Period(**period), Moment.parse(dated)) == (pytest.approx(start), pytest.approx(end))


@pytest.mark.parametrize(("period", "named"), [
    ({"year": 2016}, True), ({"at": "2016-04"}, True), ({"at": "--04"}, False),
    ({"since": "2016"}, False), ({"until": "2016"}, True), ({"since": "2016", "until": "2017"}, True),
    ({"since": "--04", "until": "2017"}, False), ({"year": 2016, "to_date": True}, False),
])  # fmt: skip
def test_a_period_names_its_year_from_beginning_to_end(period: dict[str, Any], named: bool) -> None:
    assert _names_its_year(Period(**period)) is named


def row(start: float, end: float, name: str = "甲") -> SpanRow:
    return SpanRow(Both(name, name), start, end, True, Both("事", "fact"), "teal")


def test_a_scale_has_whole_years_and_pieces_share_it() -> None:
    assert SpansSpec(()).scale() == (0, 1)
    assert SpansSpec((row(2016.2, 2016.2),)).scale() == SpansSpec((row(2016, 2016),)).scale() == (2016, 2017)
    assert SpansSpec((row(2017.2, 2017.2),)).scale() == (2017, 2018)
    assert SpansSpec((row(2016.2, 2018.1), row(2015.9, 2016))).scale() == (2015, 2019)
    rows = [row(2010 + n, 2011 + n, f"甲{n}") for n in range(5)]
    dates = [row(2016.5, 2016.5, f"甲{n}") for n in range(5)]
    whole = SpansSpec(tuple(one for pair in zip(rows, dates, strict=True) for one in pair))
    assert whole.cut(5) == (whole,), "an article's date takes no line of its own"
    parts = whole.cut(2)
    assert [len(part.rows) for part in parts] == [4, 4, 2]
    assert {part.scale() for part in parts} == {(2010, 2017)}
    assert tuple(one for part in parts for one in part.rows) == whole.rows


class Plates:
    """What the plates of an article of July 2018 know of these facts."""

    def __init__(self, written: str = "2018-07", **facts: Any):
        self.dated, self.facts = Moment.parse(written), facts

    def proof(self, id: str) -> Any:
        fact = self.facts[id]
        period, whose = (fact, None) if not isinstance(fact, tuple) else fact
        date = period if isinstance(period, str) else None
        named = Period(**period) if isinstance(period, dict) else None
        own = Some(period=named, date=date, whose=whose and Both(whose, whose), quote="")
        return Some(fact=own, number="", article="")  # no clause says that one figure became another

    def written(self, id: str) -> Moment:
        assert id in self.facts
        return self.dated

    def refused(self, message: str, *_: str) -> Exception:
        return ContentError([Problem("chart", message, Place("content/a.yaml"))])


@pytest.mark.parametrize(("period", "start", "end"), [
    ({"at": "2016"}, 2016, 2017), ({"until": "2015"}, 2015, 2016), ({"since": "2014"}, 2014, 2015),
    ({"since": "2014", "until": "2015"}, 2015, 2016), ({"year": 2013}, 2013, 2014),
    ({"at": "--04"}, 2018.25, 2018 + 1 / 3), (None, 2018.5, 2018 + 7 / 12),
])  # fmt: skip
def test_a_figure_of_a_slope_holds_at_its_own_time_or_at_the_article_s(
    period: dict[str, Any] | None, start: float, end: float
) -> None:
    plates: Any = Plates(a=period)
    assert _time(plates, "a") == (pytest.approx(start), pytest.approx(end))


def test_a_figure_without_a_year_has_no_place_on_a_slope() -> None:
    plates: Any = Plates("--", a={"at": "--04"})
    with pytest.raises(ContentError):
        _time(plates, "a")


def compared(*lines: tuple[str, str], **facts: Any) -> bool:
    plates: Any = Plates(**facts)
    plate: Any = Some(lines=[Some(before=before, after=after) for before, after in lines])
    try:
        first, last = _compared(plates, plate)
    except ContentError:
        return False
    assert [_time(plates, line.before) for line in plate.lines] == first
    assert [_time(plates, line.after) for line in plate.lines] == last
    return True


OLD, NEW, LATE = {"year": 2016}, {"year": 2017}, {"at": "2017-12"}


@pytest.mark.parametrize(("facts", "sound"), [
    ({"a": OLD, "b": NEW, "c": OLD, "d": NEW}, True),
    ({"a": OLD, "b": NEW, "c": {"at": "2016-05"}, "d": LATE}, True),
    ({"a": OLD, "b": NEW, "c": NEW, "d": NEW}, False),  # the left side has two times
    ({"a": OLD, "b": NEW, "c": OLD, "d": {"year": 2018}}, False),  # the right side has
    ({"a": OLD, "b": OLD, "c": OLD, "d": OLD}, False),  # it goes nowhere in time
    ({"a": NEW, "b": OLD, "c": NEW, "d": OLD}, False),  # it goes back
    ({"a": (OLD, "甲"), "b": (NEW, "甲"), "c": OLD, "d": NEW}, True),
    ({"a": (OLD, "甲"), "b": (NEW, "乙"), "c": OLD, "d": NEW}, False),
    ({"a": (OLD, "甲"), "b": NEW, "c": OLD, "d": NEW}, False),
])  # fmt: skip
def test_a_slope_compares_one_time_with_a_later_one(facts: dict[str, Any], sound: bool) -> None:
    assert compared(("a", "b"), ("c", "d"), **facts) is sound


@pytest.mark.parametrize(("date", "sound"), [
    ("2016", True), ("2016-12", True), ("2017", False), ("2015-12", False), ({"year": 2016}, False),
])  # fmt: skip
def test_a_date_in_a_head_is_the_time_of_the_figures_under_it(date: Any, sound: bool) -> None:
    plates: Any = Plates(when=date)
    text: Any = Both("<when>", "<when>")
    if sound:
        _dates(plates, text, [(2016, 2017)])
    else:
        with pytest.raises(ContentError):
            _dates(plates, text, [(2016, 2017)])
