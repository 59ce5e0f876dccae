"""What a content file may say and what the model refuses, a row a promise."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from bulletin.content import model
from bulletin.content.claims import Claim
from bulletin.content.model import Dated, Derived, Fact, Honour, KeyFigure, Period, Publication, Unit
from bulletin.plates.apart.model import Apart
from bulletin.plates.bars.model import Bars
from bulletin.plates.honours.model import SomeHonours
from bulletin.plates.levels.model import Levels
from bulletin.plates.list.model import Listing
from bulletin.plates.matrix.model import Matrix
from bulletin.plates.nested.model import Nested
from bulletin.plates.panels.model import PanelCell, Panels
from bulletin.plates.parts.model import Shares
from bulletin.plates.spans.model import Spans
from bulletin.plates.strip.model import Strip
from bulletin.plates.terms.model import TermList
from bulletin.plates.timeline.model import Timeline
from bulletin.plates.units.model import Units

LABEL = {"zh": "项", "en": "item"}
QUOTED: dict[str, Any] = {"label": LABEL, "quote": "3项", "status": "achieved"}
TITLE: dict[str, Any] = {"title": {"zh": "题", "en": "title"}}


def refusal(kind: type[BaseModel], data: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(data)
    return "; ".join(str(error["msg"]) for error in caught.value.errors())


# ---------------------------------------------------------------------------------------------- times


@pytest.mark.parametrize(
    "at",
    [
        "2016-12-21",
        "2018-09",
        "2018",
        "--11-11",
        "--05 late",
        "2018 end",
        "-- Q1-Q3",
        "1800",
        "2100",
        "--02-29",
        "--",
        "2016-02-29",
        "2018-12-31",
        "2018 Q4",
        "2018-09 start",
        "2018 autumn",
    ],
)
def test_a_date_is_what_is_known_of_it(at: str) -> None:
    assert Period.model_validate({"at": at}).at == at


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("1799", "1799 is no year that a bulletin is about"),
        ("2101", "2101 is no year that a bulletin is about"),
        ("2018-13", "2018-13 is no day of the calendar"),
        ("2018-00", "2018-00 is no day of the calendar"),
        ("2018-02-29", "2018-02-29 is no day of the calendar"),
        ("--02-30", "--02-30 is no day of the calendar"),
        ("2018-09-31", "2018-09-31 is no day of the calendar"),
        ("2018-09-30 late", "late does not fit behind 2018-09-30"),
        ("2018-09 autumn", "autumn does not fit behind 2018-09"),
        ("--09 Q1", "Q1 does not fit behind --09"),
        ("2018 Q5", "pattern"),
        ("18-09", "pattern"),
        ("2018 ", "pattern"),
        ("2018-9", "pattern"),
        ("", "pattern"),
    ],
)
def test_what_is_no_date_is_refused(at: str, why: str) -> None:
    assert why in refusal(Period, {"at": at})


@pytest.mark.parametrize(
    ("period", "why"),
    [
        ({}, "a period needs year, at, since, until, to_date or recent"),
        ({"stated": False}, "a period needs year, at, since, until, to_date or recent"),
        ({"year": 2018, "at": "2018"}, "year and at exclude each other"),
        ({"year": 1799}, "1799 is no year"),
        ({"year": 2101}, "2101 is no year"),
        ({"since": "2018", "until": "2017"}, "until lies before since"),
        ({"since": "2018-05", "until": "2018-04"}, "until lies before since"),
        ({"since": "2018-05-20", "until": "2018-05-19"}, "until lies before since"),
        ({"since": "2018-05-20", "until": "2018-04"}, "until lies before since"),
        ({"year": "2018"}, "valid integer"),
    ],
)
def test_what_is_no_period_is_refused(period: dict[str, Any], why: str) -> None:
    assert why in refusal(Period, period)


@pytest.mark.parametrize(
    "period",
    [
        {"year": 1800},
        {"year": 2100},
        {"since": "2018", "until": "2018"},
        {"since": "2018-05", "until": "2018"},
        {"since": "2018-05-20", "until": "2018-05"},
        {"since": "2018", "until": "2019"},
        {"since": "2018 end", "until": "2018 start"},
        {"since": "--11", "until": "--02"},
        {"since": "2018-11", "until": "--02"},
        {"since": "--11", "until": "2018-02"},
        {"since": "2017"},
        {"until": "2017"},
        {"to_date": True},
        {"recent": True},
        {"year": 2018, "since": "2017"},
    ],
)
def test_a_period_may_be_open_and_as_vague_as_the_article(period: dict[str, Any]) -> None:
    made = Period.model_validate(period)
    assert made.stated is True and made.where is None
    assert {key: getattr(made, key) for key in period} == period
    assert made.to_date is period.get("to_date", False) and made.recent is period.get("recent", False)


@pytest.mark.parametrize("value", ["2018", "2018 end", "2018-11-18", "--", "--11", "--11-18", "-- end"])
def test_an_article_is_dated_as_far_as_it_is_known(value: str) -> None:
    assert Dated.model_validate({"value": value, "stated": False}).value == value


@pytest.mark.parametrize(("year", "sound"), [(1799, False), (1800, True), (2100, True), (2101, False)])
def test_an_honour_s_year_is_one_that_a_bulletin_is_about(year: int, sound: bool) -> None:
    data = {"name": LABEL, "level": "county", "quote": "荣誉", "year": year}
    if sound:
        assert Honour.model_validate(data).year == year
    else:
        assert "than or equal to" in refusal(Honour, data)


def test_the_day_of_issue_is_a_day() -> None:
    data: dict[str, Any] = {"title": LABEL, "publisher": LABEL, "imprint": []}
    assert Publication.model_validate({**data, "issued": "2026-11-25"}).draft is False
    for issued, why in (("2026-11", "pattern"), ("2026-11-31", "is no day"), ("1700-01-01", "is no year")):
        assert why in refusal(Publication, {**data, "issued": issued})


# ---------------------------------------------------------------------------------------------- facts


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({}, "a fact has exactly one of value, date or derived"),
        ({"value": 3, "date": "2018"}, "a fact has exactly one of value, date or derived"),
        ({"value": 3, "derived": {"sum": ["a", "b"]}}, "a fact has exactly one of value, date or derived"),
        ({"value": 3, "quote": None}, "a fact needs a quote"),
        ({"date": "2018", "quote": None}, "a fact needs a quote"),
        ({"derived": {"sum": ["a", "b"]}}, "a derived fact rests on other facts and has no quote"),
        ({"value": 3, "status": "done"}, "Input should be 'achieved'"),
        ({"value": 3, "approx": "roughly"}, "Input should be 'over'"),
        ({"value": 3, "quote": ""}, "at least 1 character"),
        ({"value": "0/3"}, "pattern"),
        ({"value": "1/0"}, "pattern"),
        ({"value": 3, "label": {"zh": "项"}}, "Field required"),
        ({"value": 3, "label": {"zh": "", "en": "item"}}, "at least 1 character"),
        ({"value": 3, "typo": 1}, "Extra inputs are not permitted"),
    ],
)
def test_what_is_no_fact_is_refused(data: dict[str, Any], why: str) -> None:
    assert why in refusal(Fact, {**QUOTED, **data})


@pytest.mark.parametrize("value", [0, 3, -3, "1/3", "12/7"])
def test_a_fact_may_be_nothing_less_or_a_part(value: object) -> None:
    made = Fact.model_validate({**QUOTED, "value": value})
    assert made.value == value
    assert (made.prefix, made.suffix, made.approx, made.unit, made.unprinted) == ("", "", None, None, None)


def test_a_derived_fact_needs_no_quote() -> None:
    data = {**QUOTED, "derived": {"ratio": ["a", "b"]}}
    del data["quote"]
    assert Fact.model_validate(data).derived is not None


@pytest.mark.parametrize(
    "derived", [{}, {"sum": ["a"], "ratio": ["a", "b"]}, {"ratio": ["a", "b"], "difference": ["a", "b"]}]
)
def test_arithmetic_is_one_operation(derived: dict[str, Any]) -> None:
    assert "derived takes exactly one of ratio, sum or difference" in refusal(Derived, derived)


@pytest.mark.parametrize("kind", ["ratio", "sum", "difference"])
def test_arithmetic_knows_its_kind_and_its_terms_in_order(kind: str) -> None:
    made = Derived.model_validate({kind: ["b", "a"]})
    assert (made.kind, made.terms) == (kind, ("b", "a"))


@pytest.mark.parametrize("kind", ["ratio", "difference"])
def test_a_ratio_and_a_difference_have_two_terms(kind: str) -> None:
    assert refusal(Derived, {kind: ["a"]}) and refusal(Derived, {kind: ["a", "b", "c"]})
    assert Derived.model_validate({"sum": ["a", "b", "c"]}).terms == ("a", "b", "c")


# ---------------------------------------------------------------------------------------------- units


@pytest.mark.parametrize(
    ("unit", "why"),
    [
        ({"zh": "亩", "en": "mu"}, "亩 is a measure; its English is the house's. Write unit: 亩"),
        ({"zh": "亩", "short": "mu"}, "亩 is a measure; its English is the house's"),
        ({"zh": "个", "en": {"one": "park", "other": "parks"}, "short": "pk"}, "个 counts things: there is no symbol"),
        ({"zh": "户", "en": {"one": "park", "other": "parks"}}, "户 does not count park"),
        ({"zh": "户", "en": {"one": "household", "other": "parks"}}, "户 does not count parks"),
        ({"zh": "个", "en": {"one": "park", "other": "gardens"}}, "park, gardens: not one noun in its two numbers"),
        ({"zh": "个", "en": {"one": "kilometer", "other": "kilometers"}}, "个 counts things; kilometer is a measure"),
        ({"zh": "个"}, "Field required"),
    ],
)
def test_what_is_no_unit_is_refused(unit: dict[str, Any], why: str) -> None:
    assert why in refusal(Unit, unit)


def test_a_measure_has_the_house_s_english_and_symbol() -> None:
    measures = [Unit.model_validate(zh) for zh in ("亩", "平方公里", "%", "元")]
    assert [one.noun for one in measures][:2] == ["mu", "square kilometers"]
    assert measures[1].short == "km²"
    assert measures[0].en == "mu", "one form is enough where both are alike"
    assert Unit.model_validate({"zh": "亩"}) == measures[0]


def test_the_noun_of_a_unit_is_that_of_several_and_its_head_names_it() -> None:
    unit = Unit.model_validate({"zh": "个", "en": {"one": "stretch of road", "other": "stretches of road"}})
    assert unit.noun == "stretches of road"
    assert {"stretch", "stretches"} <= unit.heads
    assert Unit.model_validate({"zh": "人", "en": "staff"}).noun == "staff"


# ---------------------------------------------------------------------------------------------- plates, claims

PARKS = {"of": "parks"}
COUNTS: list[tuple[type[BaseModel], str, dict[str, Any], object, int, int | None]] = [
    (Bars, "bars", {"kind": "bars"}, PARKS, 2, None),
    (Units, "parts", {"kind": "units", "of": "all", "each": 1}, PARKS, 1, None),
    (Nested, "levels", {"kind": "nested"}, PARKS, 2, 4),
    (Strip, "items", {"kind": "strip"}, {**PARKS, "label": LABEL}, 3, 6),
    (Listing, "rows", {"kind": "list"}, PARKS, 2, None),
    (Shares, "parts", {"kind": "parts", "of": "all"}, PARKS, 1, None),
    (Timeline, "events", {"kind": "timeline"}, {"at": "a", "label": LABEL}, 3, None),
    (Spans, "spans", {"kind": "spans"}, {"of": "a.b", "text": LABEL}, 2, None),
    (Matrix, "terms", {"kind": "matrix"}, "词", 2, None),
    (Apart, "items", {"kind": "apart"}, {**PARKS, "label": LABEL}, 2, 3),
    (TermList, "terms", {"kind": "terms"}, "词", 1, None),
    (SomeHonours, "names", {"kind": "honours"}, "奖", 1, None),
    (
        Panels,
        "panels",
        {"kind": "panels"},
        {**TITLE, "cells": [{"subdistrict": "a", "of": "a.x"}, {"subdistrict": "b", "unstated": ["词"]}]},
        1,
        6,
    ),
]


@pytest.mark.parametrize(
    ("kind", "key", "data", "item", "least", "most"), COUNTS, ids=[row[1] + str(n) for n, row in enumerate(COUNTS)]
)
def test_a_plate_has_as_many_parts_as_it_can_show(
    kind: type[BaseModel], key: str, data: dict[str, Any], item: object, least: int, most: int | None
) -> None:
    def of(count: int) -> dict[str, Any]:
        return {**TITLE, **data, key: [item] * count}

    assert len(getattr(kind.model_validate(of(least)), key)) == least
    assert f"at least {least} item" in refusal(kind, of(least - 1))
    if most is None:
        assert kind.model_validate(of(least + 12))
    else:
        assert kind.model_validate(of(most))
        assert f"at most {most} item" in refusal(kind, of(most + 1))


WIDTHS = [(Bars, "half"), (Nested, "half"), (Strip, "full"), (Timeline, "full"), (Panels, "full"), (Levels, "full")]


@pytest.mark.parametrize(("kind", "size"), WIDTHS)
def test_a_plate_has_the_width_of_its_kind_unless_another_is_asked_for(kind: type[Any], size: str) -> None:
    assert kind.model_fields["size"].default == size


def test_the_picture_of_a_chart_is_native_only_on_request() -> None:
    data = {**TITLE, "kind": "bars", "bars": [PARKS, PARKS]}
    assert Bars.model_validate(data).native is False
    assert Bars.model_validate({**data, "native": True}).native is True


@pytest.mark.parametrize(("each", "sound"), [(0, False), (1, True)])
def test_a_square_stands_for_one_or_more(each: int, sound: bool) -> None:
    data = {**TITLE, "kind": "units", "of": "all", "parts": [PARKS], "each": each}
    if sound:
        assert Units.model_validate(data).each == each
    else:
        assert "greater than 0" in refusal(Units, data)


@pytest.mark.parametrize("cell", [{}, {"of": "a.x", "unstated": ["词"]}, {"of": "a.x", "unstated": ["词", "字"]}])
def test_a_cell_is_a_figure_or_a_silence_never_both_or_neither(cell: dict[str, Any]) -> None:
    assert "give of: the fact, or unstated" in refusal(PanelCell, {"subdistrict": "a", **cell})


def test_a_cell_holds_a_figure_of_its_own_subdistrict() -> None:
    assert "b.x is not of a" in refusal(PanelCell, {"subdistrict": "a", "of": "b.x"})
    assert PanelCell.model_validate({"subdistrict": "a", "of": "a.x"}).of == "a.x"
    assert PanelCell.model_validate({"subdistrict": "a", "unstated": ["词"]}).of is None


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_key_figure_is_one_fact_or_two(count: int) -> None:
    data = {"of": ["parks"] * count}
    if count in (1, 2):
        assert KeyFigure.model_validate(data).of == ["parks"] * count
    else:
        assert "item" in refusal(KeyFigure, data)


@pytest.mark.parametrize("claim", [{}, {"largest": "a", "smallest": "b"}, {"none": "a", "stated": "词"}])
def test_a_claim_is_one_comparison(claim: dict[str, Any]) -> None:
    assert "a claim is exactly one of largest, smallest, more, fewer" in refusal(Claim, claim)


@pytest.mark.parametrize(
    ("claim", "kind", "facts"),
    [
        ({"largest": "a"}, "largest", ("a",)),
        ({"more": ["a", "b", "c"]}, "more", ("a", "b", "c")),
        ({"fewer": ["b", "a"]}, "fewer", ("b", "a")),
        ({"most": ["a", "b"]}, "most", ("a", "b")),
        ({"half": "a"}, "half", ("a",)),
        ({"equal": ["a", "b"]}, "equal", ("a", "b")),
        ({"none": "a"}, "none", ("a",)),
        ({"stated": "居全市首位"}, "stated", ()),
    ],
)
def test_a_claim_names_its_facts_in_order(claim: dict[str, Any], kind: str, facts: tuple[str, ...]) -> None:
    made = Claim.model_validate(claim)
    assert (made.kind, made.facts) == (kind, facts)


@pytest.mark.parametrize(
    "claim", [{"more": ["a"]}, {"equal": ["a"]}, {"equal": ["a", "b", "c"]}, {"most": ["a", "b", "c"]}]
)
def test_a_claim_compares_as_many_as_its_kind_has(claim: dict[str, Any]) -> None:
    assert refusal(Claim, claim)


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        *((name, True) for name in ("a", "a_1", "a.b_2")),
        *((name, False) for name in ("A", "1a", "a.b.c", "a-b", "a.", "")),
    ],
)
def test_a_fact_is_named_in_small_letters_with_its_file_before_it(name: str, sound: bool) -> None:
    if sound:
        assert model.Datum.model_validate({"of": name}).of == name
    else:
        assert "pattern" in refusal(model.Datum, {"of": name})


def test_nothing_that_was_read_can_be_changed() -> None:
    fact = Fact.model_validate({**QUOTED, "value": 3})
    with pytest.raises(ValidationError, match="frozen"):
        fact.value = 4  # type: ignore[misc]
