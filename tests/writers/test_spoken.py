"""The words of a chart are held like the page: every value in full, no number that is nobody's, sums done again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bulletin.build import Builder
from bulletin.charts.draw import Chart, draw
from bulletin.edition.blocks import Caption, ChartPlate, Edition, Page, PlateRow, as_pair
from bulletin.edition.provenance import unproved
from bulletin.edition.text import Both
from bulletin.edition.walk import every
from bulletin.plates.panels.edit import PanelsSpec
from bulletin.plates.parts.edit import SharesSpec
from bulletin.proofing.spoken import misspoken
from bulletin.variant import OFFICE
from tests.charts.chart_data import PANELS
from tests.conftest import workshop
from tests.test_gate import sound

PAIR = as_pair(Both("各地", "places"))


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    return Builder(workshop(sound(tmp_path_factory.mktemp("spoken") / "project")))


@pytest.fixture(scope="module")
def edition(builder: Builder) -> Edition:
    return builder.edition("willow")[0]


def told(builder: Builder, edition: Edition, of: str, old: str, new: str) -> list[str]:
    """What is said where the alternative text of this chart has other words, in both languages."""
    charts: dict[str, Chart] = dict(builder.charts(edition))
    alt = charts[of].alt
    assert old in alt.zh + alt.en
    charts[of] = replace(charts[of], alt=Both(alt.zh.replace(old, new), alt.en.replace(old, new)))
    return [what for what, _ in misspoken(edition, charts)]


def test_charts_as_they_are_say_all_and_no_more(builder: Builder, edition: Edition) -> None:
    assert list(misspoken(edition, builder.charts(edition))) == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "says"),
    [
        ("units", "600处", "若干处", "fixed: 600处"),
        ("nested", "4,000 households", "many households", "households: 4,000 households"),
        ("timeline", "2018年9月", "九月", "done: 2018年9月"),
        ("timeline", "Dec. 2018", "in winter", "opened: Dec. 2018"),
        ("bars", "5", "5, 77", "77 comes from no fact"),
    ],
)
def test_a_value_left_out_and_a_number_put_in_are_told(
    kind: str, old: str, new: str, says: str, builder: Builder, edition: Edition
) -> None:
    drawn = builder.charts(edition)
    of = next(plate.id for plate in every(ChartPlate, edition.pages) if drawn[plate.id].kind == kind)
    assert any(says in what for what in told(builder, edition, of, old, new))


def test_a_number_that_runs_into_the_digits_of_its_name_is_told(builder: Builder, edition: Edition) -> None:
    name, first = Both("林山寨 2020", "Linshanzhai 2020"), PANELS.panels[0]
    cells = (replace(first.cells[0], label=name), *first.cells[1:])
    plate = ChartPlate(Caption(PAIR), PanelsSpec((replace(first, cells=cells),)), "full", "program")
    drawn = draw(plate.spec, builder.look(edition, OFFICE), "full")
    shown = replace(edition, pages=(Page(1, (PlateRow((plate,)),)),))
    assert list(misspoken(shown, {"program": drawn})) == []
    alt = Both(drawn.alt.zh.replace("2020：", "2020"), drawn.alt.en)
    said = [what for what, _ in misspoken(shown, {"program": replace(drawn, alt=alt)})]
    assert any("runs into the digits before it: 林山寨 20205套" in what for what in said)


@pytest.mark.parametrize("wrong", [{"value": 3201}, {"shown": "3,201"}, {"full": Both("3,200", "3,201")}])
def test_what_is_left_of_a_whole_is_computed_again(wrong: dict[str, Any], builder: Builder, edition: Edition) -> None:
    def changed(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(changed, value))
        if isinstance(value, ChartPlate) and isinstance(value.spec, SharesSpec) and value.spec.rest:
            return replace(value, spec=replace(value.spec, rest=replace(value.spec.rest, **wrong)))
        if hasattr(value, "plates") or hasattr(value, "blocks"):
            key = "plates" if hasattr(value, "plates") else "blocks"
            return replace(value, **{key: changed(getattr(value, key))})
        return value

    evidence, words = builder.evidence("willow"), builder.workshop.words
    assert unproved(edition, evidence, words) == []
    assert unproved(replace(edition, pages=changed(edition.pages)), evidence, words)
