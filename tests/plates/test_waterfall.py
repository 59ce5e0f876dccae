"""A waterfall: figures that add up to what the article states, each bar hung from the one before it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bulletin.build import Builder
from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.charts.shapes import Area, ChartError
from bulletin.edition.walk import every
from bulletin.plates.waterfall.draw import LEAST, PART, WHOLE
from bulletin.plates.waterfall.edit import Change, WaterfallSpec
from tests.charts.chart_data import datum
from tests.charts.conftest import house_look
from tests.conftest import workshop
from tests.plates import errors, vague
from tests.samples import spec


@pytest.fixture(scope="module")
def look() -> Look:
    return house_look()


def made(start: int, *moves: int) -> WaterfallSpec:
    changes = tuple(Change(datum(f"第{n}", f"no. {n}", abs(move)), move < 0) for n, move in enumerate(moves))
    return WaterfallSpec(datum("原有", "before", start), changes, datum("现有", "now", start + sum(moves)))


def bars(chart: Chart) -> list[Area]:
    return [mark for mark in chart.drawing.marks if round(mark.height, 3) in (PART, WHOLE)]


def plate_of(content: Any) -> Any:
    return content["stories"][0]["plates"][0]


def test_the_sample_is_sound(tmp_path: Path) -> None:
    assert errors(tmp_path / "project", "waterfall") == []


def test_what_is_no_exact_number_is_not_reckoned_with(tmp_path: Path) -> None:
    told = vague(tmp_path / "project", "waterfall", "新聘巡查员15名→新聘巡查员15余名", "over", "patrol_hired")
    assert any("“15余名” (patrol_hired) is no exact number" in message for message in told), told


def idle(content: Any, *facts: str) -> None:
    for fact in facts:
        content["facts"][fact]["unprinted"] = "another figure stands in its place"


def added(content: Any) -> None:
    del plate_of(content)["changes"][2]["sign"]


def one_missing(content: Any) -> None:
    del plate_of(content)["changes"][1]
    idle(content, "patrol_lent")


def below_nothing(content: Any) -> None:
    plate = plate_of(content)
    plate["start"], plate["total"] = {"of": "patrol_retired"}, {"of": "patrol_lent"}
    plate["changes"] = [{"of": "patrol_then", "sign": "minus"}, {"of": "patrol_hired"}]
    idle(content, "patrol_now")


def units(content: Any) -> None:
    plate_of(content)["changes"][1]["of"] = "parks"
    idle(content, "patrol_lent")


def changed_labels(content: Any) -> None:
    plate = plate_of(content)
    plate["changes"][0]["label"], plate["total"]["label"] = (
        {"zh": "退休", "en": "retired"},
        {"zh": "借调", "en": "on loan"},
    )


def unknown(content: Any) -> None:
    plate_of(content)["changes"][1]["of"] = "patrol_gone"


REFUSED = [
    (added, "the figures come to 65, not to 51 (patrol_now): is one missing, or should one have sign: minus?"),
    (one_missing, "the figures come to 48, not to 51 (patrol_now)"),
    (below_nothing, "taking patrol_then away leaves \u221233, below zero"),
    (units, "units differ: 个, 名"),
    (changed_labels, "label: "),
    (unknown, "patrol_gone"),
]


@pytest.mark.parametrize(("change", "message"), REFUSED, ids=[change.__name__ for change, _ in REFUSED])
def test_what_does_not_add_up_is_refused(change: Any, message: str, tmp_path: Path) -> None:
    said = errors(tmp_path / "project", "waterfall", change)
    assert any(message in one for one in said), said


def test_the_refusal_points_to_the_total(tmp_path: Path) -> None:
    (said,) = [one for one in errors(tmp_path / "project", "waterfall", added) if one.startswith("chart")]
    assert said.endswith("@ patrol_now"), said


def test_every_bar_begins_where_the_one_before_it_ended(look: Look) -> None:
    start, more, less, total = bars(draw(made(40, 15, -5), look, "full"))
    unit = start.width / 40
    assert (more.x, more.width) == pytest.approx((start.right, 15 * unit))
    assert (less.right, less.width) == pytest.approx((more.right, 5 * unit))
    assert (total.x, total.right) == pytest.approx((start.x, less.x))


def test_lines_lead_from_the_end_of_a_bar_to_the_next(look: Look) -> None:
    drawing = draw(made(40, 15, -5), look, "full").drawing
    lines = [line for one in drawing.shapes if getattr(one, "edge", "") == look.grey for line in one.lines]  # type: ignore[union-attr]
    areas = [mark for mark in drawing.marks if round(mark.height, 3) in (PART, WHOLE)]
    ends = [areas[0].right, areas[1].right, areas[2].x]
    wanted = [((x, one.bottom), (x, other.y)) for x, (one, other) in zip(ends, pairwise(areas), strict=True)]
    assert [tuple(map(pytest.approx, line)) for line in wanted] == lines


def test_what_is_added_and_what_is_taken_away_have_their_signs(look: Look) -> None:
    drawing = draw(made(40, 15, -5), look, "half").drawing
    at = {label.text: label.area for label in drawing.labels}
    for sign, number in (("+", "15"), ("\u2212", "5")):
        assert at[sign].right <= at[number].x + 0.15 and at[number].x - at[sign].right < 1
        assert abs(at[sign].y + at[sign].height / 2 - at[number].y - at[number].height / 2) < 1


def test_what_comes_to_nothing_has_no_bar_and_little_has_one_that_is_seen(look: Look) -> None:
    assert len(bars(draw(made(40, 0, -40), look, "half"))) == 2
    assert bars(draw(made(10**9, 1, 1), look, "half"))[1].width == LEAST


def test_nothing_but_zeros_is_refused(look: Look) -> None:
    with pytest.raises(ChartError, match="all values are zero"):
        draw(made(0, 0, 0), look, "half")


def test_it_is_told_in_words_and_in_rows(look: Look) -> None:
    chart = draw(spec("waterfall"), look, "half")
    assert chart.alt.zh == (
        "瀑布图：原有巡查员：40名；加：新聘：15名；加：借调：3名；减：退休：7名；得：现有巡查员：51名。"
    )
    assert chart.alt.en == (
        "Waterfall chart: patrol members before: 40 patrol members; plus newly hired: 15 patrol members; "
        "plus on loan: 3 patrol members; minus retired: 7 patrol members; "
        "which makes patrol members now: 51 patrol members."
    )
    assert [row[:2] for row in chart.data] == [
        ("step", "fact"),
        ("start", "patrol_then"),
        ("plus", "patrol_hired"),
        ("plus", "patrol_lent"),
        ("minus", "patrol_retired"),
        ("total", "patrol_now"),
    ]


def test_what_is_in_doubt_says_so(tmp_path: Path) -> None:
    def doubted(content: Any) -> None:
        content["facts"]["patrol_lent"]["doubt"] = {"zh": "与前文不合", "en": "at odds with what stands before"}
        content["notes"] = [{"zh": "<patrol_lent>存疑。", "en": "The number of <patrol_lent> is in doubt."}]

    folder = tmp_path / "project"
    errors(folder, "waterfall", doubted)
    edition, _ = Builder(workshop(folder)).edition("willow")
    (shown,) = every(WaterfallSpec, edition.pages)
    assert [change.datum.label.zh for change in shown.changes] == ["新聘", "借调（存疑）", "退休"]
