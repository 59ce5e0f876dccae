"""A date without a year gets the one that is stated for it, where no scale of months says which year it is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bulletin.content.model import Period
from bulletin.edition.text import Both
from bulletin.plates.timeline import edit
from bulletin.plates.timeline.edit import TimelineSpec
from bulletin.wording.dates import Moment

DATES: dict[str, tuple[str, dict[str, Any] | None]] = {
    "begun": ("--04", {"year": 2018}),
    "plan": ("-- Q1", {"year": 2020}),
    "open": ("2020-06", None),
}
MONTHS: dict[str, tuple[str, dict[str, Any] | None]] = {f"m{n}": (f"--{n:02}", {"year": 2018}) for n in (5, 6, 7)}


class Stub:
    """What a time line asks of the plates of an edition."""

    dated = Moment(2018)

    def __init__(self, dates: dict[str, tuple[str, dict[str, Any] | None]], stated: bool) -> None:
        self.dates, self.stated = dates, stated
        self.setter = SimpleNamespace(both=lambda both: both, numbering=SimpleNamespace(row=lambda _: None))
        self.doubts = SimpleNamespace(both=lambda both, _, marked: both)

    def proof(self, id: str) -> Any:
        date, period = self.dates[id]
        told = Period.model_validate(period | ({} if self.stated else {"stated": False})) if period else None
        return SimpleNamespace(id=id, fact=SimpleNamespace(date=date, period=told, status="achieved"))

    def written(self, id: str) -> Moment:
        return self.dated

    def chart(self, plate: object, path: object, spec: TimelineSpec, facts: list[str]) -> TimelineSpec:
        return spec


def shown(dates: dict[str, tuple[str, dict[str, Any] | None]], *, stated: bool = True) -> list[tuple[str, str]]:
    plate: Any = SimpleNamespace(events=[SimpleNamespace(at=id, label=Both("事", "event")) for id in dates])
    plates: Any = Stub(dates, stated)
    spec: Any = edit.edit(plates, plate, ())
    return [(event.when.zh, event.when.en) for event in spec.events]


def test_where_no_year_is_drawn_by_the_month_every_date_has_its_year() -> None:
    assert shown(DATES) == [
        ("2018年4月", "Apr. 2018"),
        ("2020年第一季度", "First quarter of 2020"),
        ("2020年6月", "June 2020"),
    ]


def test_in_the_year_that_is_drawn_by_the_month_the_month_is_enough() -> None:
    found = shown(DATES | MONTHS)
    assert found[0] == ("4月", "Apr.")
    assert ("2020年第一季度", "First quarter of 2020") in found


@pytest.mark.parametrize("dates", [DATES, DATES | MONTHS])
def test_a_year_that_is_inferred_is_not_written_as_stated(dates: dict[str, tuple[str, dict[str, Any] | None]]) -> None:
    found = shown(dates, stated=False)
    assert ("4月", "Apr.") in found and ("第一季度", "First quarter") in found
