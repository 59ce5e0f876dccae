"""What each kind of chart promises and what it refuses, a sentence a test."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from bulletin.charts.canvas import Canvas
from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.charts.marks import fill
from bulletin.charts.shapes import Area, ChartError
from bulletin.edition.blocks import Both, Datum, Mark
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.nested.edit import NestedSpec
from bulletin.plates.panels.edit import Cell
from bulletin.plates.timeline import draw as timeline
from bulletin.plates.timeline.edit import TimelineSpec
from tests.charts.chart_data import BARS, LEVELS, MATRIX, NESTED, PANELS, SHARES, SPANS, TIMELINE, UNITS, datum, event

UNDONE: tuple[Mark, ...] = ("under_way", "planned", "standing", "unstated")


def texts(chart: Chart) -> set[str]:
    return {label.text for label in chart.drawing.labels}


def solid(chart: Chart, look: Look) -> list[Area]:
    """The marks that are filled all over in the chart's colour, as what is done is."""
    found = []
    for mark in chart.drawing.marks:
        corners = {(mark.x, mark.y), (mark.right, mark.bottom)}
        for shape in chart.drawing.shapes:
            if getattr(shape, "face", None) == look.deep and corners <= set(getattr(shape, "points", ())):
                found.append(mark)
                break
    return found


def half(value: Fraction, label: str = "under zero") -> Datum:
    return replace(datum("负", label, 1), value=value)


# ---------------------------------------------------------------------------------------------- refused

BELOW = Fraction(-1, 2)
NEGATIVE: dict[str, Any] = {
    "bars": BarsSpec((datum("正", "more", 3), half(BELOW))),
    "nested": NestedSpec((datum("正", "more", 3), half(BELOW))),
    "shares": replace(SHARES, parts=(datum("正", "more", 3), half(BELOW))),
    "shares whose rest": replace(SHARES, rest=half(BELOW)),
    "units": replace(UNITS, parts=(datum("正", "more", 3), half(BELOW))),
    "panels": replace(
        PANELS,
        panels=(replace(PANELS.panels[0], cells=(Cell(Both("甲", "A"), half(BELOW), Both("", "")),)),),
    ),
}


@pytest.mark.parametrize("kind", NEGATIVE)
def test_what_is_below_zero_by_however_little_is_never_drawn(kind: str, look: Look) -> None:
    with pytest.raises(ChartError, match=r"chart: .*a value below zero has no length; a list can show it"):
        draw(NEGATIVE[kind], look, "half")


@pytest.mark.parametrize(("count", "drawn"), [(-1, False), (0, True), (400, True), (401, False)])
def test_a_level_has_from_none_to_four_hundred_honors(count: int, drawn: bool, look: Look) -> None:
    spec = replace(LEVELS, rows=((Both("甲", "A"), "teal", (1, count)),))
    if drawn:
        assert len(draw(spec, look, "full").drawing.marks) == 1 + count
    else:
        with pytest.raises(ChartError, match="'A': a count is below zero or over 400"):
            draw(spec, look, "full")


@pytest.mark.parametrize("parts", [53, 54])
def test_parts_may_fill_the_whole_and_not_be_more(parts: int, look: Look) -> None:
    spec = replace(SHARES, parts=(datum("部分", "parts", parts),), rest=None)
    if parts == 53:
        assert draw(spec, look, "half").drawing.marks[0].right == pytest.approx(85)
    else:
        with pytest.raises(ChartError, match="the parts add up to 54, more than the whole, 53"):
            draw(spec, look, "half")


def test_a_level_may_be_as_much_as_the_one_before(look: Look) -> None:
    outer, inner = draw(replace(NESTED, levels=(NESTED.levels[0],) * 2), look, "half").drawing.marks
    assert inner.width == outer.width


@pytest.mark.parametrize(("each", "squares"), [(4, 1350), (3, None)])
def test_more_than_fifteen_hundred_squares_are_too_many(each: int, squares: int | None, look: Look) -> None:
    if squares:
        assert len(draw(replace(UNITS, each=each), look, "full").drawing.marks) == squares
    else:
        with pytest.raises(ChartError, match="1800 squares are too many"):
            draw(replace(UNITS, each=each), look, "full")


def test_an_event_may_be_a_point_in_time(look: Look) -> None:
    spec = TimelineSpec((event(2018, 2018, "成立", "founded"),), 2018.5)
    assert len(draw(spec, look, "half").drawing.marks) == 1


def test_a_span_may_be_a_point_and_is_then_the_date_of_an_article(look: Look) -> None:
    point = replace(SPANS.rows[1], start=2016.5, end=2016.5)
    chart = draw(replace(SPANS, rows=(point,)), look, "full")
    assert chart.alt.en == "Chart of periods: Xidajie, 2016, written (date inferred)."
    backwards = replace(point, end=2016.49)
    with pytest.raises(ChartError, match="'written' ends before it starts"):
        draw(replace(SPANS, rows=(backwards,)), look, "full")


@pytest.mark.parametrize(
    "spec",
    [
        replace(PANELS, panels=(replace(PANELS.panels[0], cells=()),)),
        replace(LEVELS, levels=()),
        replace(MATRIX, rows=(), filled=()),
        replace(MATRIX, columns=(), filled=((), ())),
    ],
)
def test_rows_without_columns_and_columns_without_rows_are_nothing_to_draw(spec: Any, look: Look) -> None:
    with pytest.raises(ChartError, match="nothing to draw"):
        draw(spec, look, "full")


def test_a_line_of_a_matrix_that_is_too_short_is_refused(look: Look) -> None:
    with pytest.raises(ChartError, match="the cells are not 2 rows of 2"):
        draw(replace(MATRIX, filled=(MATRIX.filled[0], (True,))), look, "full")


CROWDED: dict[str, Any] = {
    "no room for 9 labels": replace(
        SHARES,
        whole=datum("共", "all", 100),
        parts=tuple(datum("一个部分", "a part of some", 2) for _ in range(9)),
        rest=None,
    ),
    "no room for 18 labels": TimelineSpec(
        tuple(event(2018.2, 2018.203, f"一件第{n}的事", f"thing number {n} of many") for n in range(18)), 2018.9
    ),
    "12 levels find no room": replace(
        LEVELS,
        rows=((Both("甲", "A"), "teal", (1,) * 12),),
        levels=tuple(Both(f"第{n}级荣誉称号", f"level number {n}") for n in range(12)),
    ),
}


@pytest.mark.parametrize("said", CROWDED)
def test_labels_that_find_no_room_are_refused(said: str, look: Look) -> None:
    with pytest.raises(ChartError, match=said):
        draw(CROWDED[said], look, "half")


def test_a_mark_without_a_pattern_is_refused(look: Look) -> None:
    unknown: Any = "guessed"
    with pytest.raises(ChartError, match="no pattern for the mark 'guessed'"):
        fill(Canvas(look, 40), Area(0, 0, 20, 4), unknown)


# ---------------------------------------------------------------------------------------------- how things stand


@pytest.mark.parametrize("mark", UNDONE)
def test_only_what_is_done_is_a_solid_bar(mark: Mark, look: Look) -> None:
    spec = BarsSpec((datum("已办", "done", 5), datum("未办", "other", 4, mark=mark)))
    chart = draw(spec, look, "full")
    bars = [area for area in solid(chart, look) if area.height > 4]
    longest = max(chart.drawing.marks, key=lambda area: area.width)
    assert bars == [longest], "the one of 5"


@pytest.mark.parametrize("mark", UNDONE)
@pytest.mark.parametrize("kind", ["nested", "shares", "units", "panels"])
def test_what_is_not_done_is_solid_in_no_chart(kind: str, mark: Mark, look: Look) -> None:
    done, other = datum("已办", "done", 30), datum("未办", "other", 10, mark=mark)
    cells = tuple(Cell(Both(str(i), str(i)), each, Both("", "")) for i, each in enumerate((done, other)))
    specs: dict[str, Any] = {
        "nested": NestedSpec((done, other)),
        "shares": replace(SHARES, whole=datum("共", "all", 40), parts=(done, other), rest=None),
        "units": replace(UNITS, whole=datum("共", "all", 40), parts=(done, other), each=10),
        "panels": replace(PANELS, panels=(replace(PANELS.panels[0], cells=cells),)),
    }
    chart = draw(specs[kind], look, "full")
    big = [area for area in chart.drawing.marks if area.height > 3.05]  # no square of a legend
    assert [area not in solid(chart, look) for area in big].count(True) == 1, f"{mark} looks done"


def test_where_all_stands_as_it_is_the_bars_are_solid(look: Look) -> None:
    standing = [datum(name, name, 3 + i, mark="standing") for i, name in enumerate(("a", "b"))]
    assert len(solid(draw(BarsSpec(tuple(standing)), look, "half"), look)) == 2
    mixed = draw(BarsSpec((standing[0], datum("c", "c", 9))), look, "full")
    assert sum(area.height > 4 for area in solid(mixed, look)) == 1


def test_a_legend_names_the_marks_in_use_where_there_are_two(look: Look) -> None:
    alone = draw(BarsSpec((datum("一", "one", 1), datum("二", "two", 2))), look, "half")
    assert not texts(alone) & {both.zh for both in look.marks().values()}
    two = draw(BarsSpec((datum("一", "one", 1), datum("二", "two", 2, mark="planned"))), look, "half")
    assert texts(two) & {both.zh for both in look.marks().values()} == {"已完成", "待办"}
    assert texts(two) & {both.en for both in look.marks().values()} == {"done", "still to come"}


def test_a_chart_s_own_words_for_a_mark_go_before_the_usual_ones(look: Look) -> None:
    assert {"在建", "under construction"} <= texts(draw(BARS, look, "half"))
    assert not {"在办", "under way"} & texts(draw(BARS, look, "half"))


def test_what_stands_is_said_only_in_the_chart_s_own_words(look: Look) -> None:
    bars = (datum("一", "one", 1, mark="standing"), datum("二", "two", 2))
    assert draw(BarsSpec(bars), look, "half").alt.en == "Bar chart: one: 1 flats; two: 2 flats."
    named = draw(BarsSpec(bars, (("standing", Both("现有", "existing")),)), look, "half")
    assert named.alt.en == "Bar chart: one: 1 flats (existing); two: 2 flats."
    assert "现有" in named.alt.zh


@pytest.mark.parametrize("mark", UNDONE)
def test_an_event_that_has_not_happened_is_said_to_be_open(mark: Mark, look: Look) -> None:
    spec = replace(TIMELINE, events=(event(2017, 2018, "成立", "founded"), event(2018, 2019, "建成", "built", mark)))
    alt = draw(spec, look, "full").alt
    assert alt.en == f"Timeline: 2017: founded; 2018: built ({look.marks()[mark].en})."
    assert alt.zh == f"时间轴：2017年成立；2018年建成（{look.marks()[mark].zh}）。"


# ---------------------------------------------------------------------------------------------- the data


def test_each_row_of_data_has_the_fact_its_words_value_and_status(look: Look) -> None:
    rows = draw(BARS, look, "half").data
    assert rows[0] == ("fact", "label_zh", "label_en", "value", "printed_zh", "printed_en", "status")
    assert rows[2] == ("Jijiazhai", "吉家寨村", "Jijiazhai", "408", "408套", "408 flats", "under_way")
    whole = draw(SHARES, look, "half").data
    assert [row[2] for row in whole[1:]] == ["courtyards", "finished", "being worked on", "not begun"]


def test_the_data_of_a_time_line_are_to_the_day(look: Look) -> None:
    row = draw(TIMELINE, look, "full").data[3]
    assert row[1:] == ("2018年", "2018", "城区保洁外包", "cleaning contracted", "2018.392", "2018.417", "done")


def test_the_data_of_the_summary_s_charts_say_what_is_stated(look: Look) -> None:
    spans = draw(SPANS, look, "full").data
    assert spans[1] == ("西大街", "Xidajie", "上半年清理", "clean-ups, January to June", "2016.000", "2016.500", "no")
    assert [row[-1] for row in spans[1:]] == ["no", "no", "yes", "yes"]
    panels = draw(PANELS, look, "full").data
    assert panels[2] == ("社区（个）", "communities", "一马路", "Yimalu", "", "", "", "", "", "", "")
    assert panels[4][4:] == ("cleaners", "6", "6套", "6 flats", "planned", "2019", "2019")
    assert draw(LEVELS, look, "half").data == (
        ("label_zh", "label_en", "Provincial", "Municipal"),
        ("西大街", "Xidajie", "0", "3"),
        ("一马路", "Yimalu", "3", "14"),
    )
    assert [row[2:] for row in draw(MATRIX, look, "full").data] == [("Xidajie", "Yimalu"), ("yes", "no"), ("no", "no")]


# ---------------------------------------------------------------------------------------------- where things stand


def test_bars_and_their_numbers_are_as_long_as_the_room_is(look: Look) -> None:
    chart = draw(BARS, look, "half")
    longest = max(chart.drawing.marks, key=lambda mark: mark.width)
    number = next(label for label in chart.drawing.labels if label.text == "1,141")
    assert number.area.x - longest.right == pytest.approx(1.0, abs=0.35)
    assert chart.drawing.width - number.area.right == pytest.approx(0.4, abs=0.3), "nothing is given away"


@pytest.mark.parametrize("spec", [BARS, NESTED])
def test_a_number_stands_beside_the_middle_of_its_bar(spec: Any, look: Look) -> None:
    chart = draw(spec, look, "half")
    bars = [mark for mark in chart.drawing.marks if mark.height > 4]
    data = getattr(spec, "bars", None) or spec.levels
    for bar, one in zip(bars, data, strict=True):
        for text in (one.shown, one.label.zh):
            area = next(label.area for label in chart.drawing.labels if label.text == text)
            assert bar.y - 1 < area.y and area.bottom < bar.bottom + 1, text


def test_the_heads_of_a_matrix_stand_over_their_cells(look: Look) -> None:
    chart = draw(replace(MATRIX, filled=((True, True), (True, True))), look, "full")
    discs = [shape for shape in chart.drawing.shapes if hasattr(shape, "radius")]
    assert len(discs) == 4
    first, second = discs[0], discs[1]
    assert first.y == second.y and first.x < second.x, "one row, two columns"
    for disc, column in ((first, MATRIX.columns[0]), (second, MATRIX.columns[1])):
        area = next(label.area for label in chart.drawing.labels if label.text == column.zh)
        assert (area.x + area.right) / 2 == pytest.approx(disc.x, abs=0.3)


@pytest.mark.parametrize("long", [0.2, 1.0, 1.39, 1.41, 1.8, 2.19, 2.21, 5.0, 60.0])
@pytest.mark.parametrize("left", [0.0, 0.5, 31.0])
def test_a_leader_of_the_time_line_begins_over_its_mark(left: float, long: float) -> None:
    mark = timeline.Placed(TIMELINE.events[0], left, left + long, 1)
    starts = timeline._starts(mark)
    assert starts
    assert all(left < x < left + long for x in starts)
    assert {round(left + left + long - x, 6) for x in starts} == {round(x, 6) for x in starts}  # as far from either end


def test_what_panels_show_of_one_row_is_found_by_its_words(look: Look) -> None:
    """Each panel may bring the words itself."""
    own = tuple(
        replace(panel, cells=tuple(replace(one, label=Both(one.label.zh, one.label.en)) for one in panel.cells))
        for panel in PANELS.panels
    )
    for order in (1, -1):  # the first panel names the rows; what is not stated stands in the first, then in the last
        shared, apart = (replace(PANELS, panels=panels[::order]) for panels in (PANELS.panels, own))
        assert draw(apart, look, "full").svg == draw(shared, look, "full").svg


def test_a_dashed_line_begins_with_a_dash(look: Look) -> None:
    """After today the time line is dashed."""
    svg = draw(TIMELINE, look, "full").svg
    offsets = re.findall(r"stroke-dasharray: *([\d., ]+)[^>]*stroke-dashoffset: *([-\d.]+)", str(svg))
    assert offsets, "nothing is dashed"
    assert {float(offset) for _, offset in offsets} == {0.0}
