"""What holds of one kind of chart only, and what each refuses."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from bulletin.charts.canvas import Canvas
from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.charts.shapes import Area, ChartError
from bulletin.charts.wrap import NOT_FIRST, NOT_LAST, wrap
from bulletin.edition.blocks import Both, ChartSpec
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.timeline.axis import axis_of
from bulletin.plates.timeline.edit import TimelineSpec
from tests.charts import chart_data
from tests.charts.chart_data import BARS, LEVELS, MATRIX, NESTED, PANELS, SHARES, SPANS, TIMELINE, UNITS, datum, event


def texts(chart: Chart) -> dict[str, Area]:
    return {label.text: label.area for label in chart.drawing.labels}


# ---------------------------------------------------------------------------------------------- refused

REFUSED: list[tuple[ChartSpec, str]] = [
    (BarsSpec(()), "bars chart: .*nothing to draw"),
    (BarsSpec((datum("零", "zero", 0),)), "all values are zero"),
    (BarsSpec((datum("负", "less", -3), datum("正", "more", 3))), "below zero"),
    (replace(UNITS, each=0), "units chart: a square must stand for one or more"),
    (replace(UNITS, each=1), "5400 squares are too many"),
    (replace(UNITS, whole=datum("隐患", "hazards", 5000)), "the parts add up to 5400, more than the whole, 5000"),
    (replace(UNITS, parts=()), "nothing to draw"),
    (
        replace(SHARES, whole=datum("楼院", "courtyards", 20)),
        "parts chart: the parts add up to 53, more than the whole, 20",
    ),
    (replace(SHARES, whole=datum("楼院", "courtyards", 40)), "more than the whole, 40"),
    (replace(SHARES, whole=datum("楼院", "courtyards", 0)), "must be more than zero"),
    (replace(NESTED, levels=NESTED.levels[::-1]), "nested chart: 'courtyards' is more than 'qualify'"),
    (replace(NESTED, levels=()), "nothing to draw"),
    (TimelineSpec((), 2018.0), "timeline chart: nothing to draw"),
    (TimelineSpec((event(2018, 2017, "倒退", "backwards"),), 2018.0), "'backwards' ends before it starts"),
    (replace(SPANS, rows=()), "spans chart: nothing to draw"),
    (replace(SPANS, rows=(replace(SPANS.rows[0], end=2000.0),)), "ends before it starts"),
    (replace(PANELS, panels=()), "panels chart: nothing to draw"),
    (replace(LEVELS, rows=()), "levels chart: nothing to draw"),
    (replace(LEVELS, rows=((Both("甲", "A"), "teal", (1,)),)), "'A' has 1 counts for 2 levels"),
    (replace(MATRIX, filled=MATRIX.filled[:1]), "matrix chart: the cells are not 2 rows of 2"),
]


@pytest.mark.parametrize(("spec", "message"), REFUSED, ids=[message[:40] for _, message in REFUSED])
def test_data_without_sense_are_refused(spec: ChartSpec, message: str, look: Look) -> None:
    with pytest.raises(ChartError, match=message):
        draw(spec, look, "half")


def test_a_label_outside_the_drawing_is_refused(look: Look) -> None:
    canvas = Canvas(look, 20)
    canvas.zh(15, 5, "京城路街道")
    with pytest.raises(ChartError, match="'京城路街道' leaves the drawing"):
        canvas.finish(10)


def test_labels_that_overlap_are_refused(look: Look) -> None:
    canvas = Canvas(look, 40)
    canvas.zh(5, 5, "京城路街道")
    canvas.en(10, 5.5, "Jingchenglu")
    with pytest.raises(ChartError, match="'京城路街道' and 'Jingchenglu' overlap"):
        canvas.finish(10)


def test_a_label_on_a_mark_is_refused(look: Look) -> None:
    canvas = Canvas(look, 40)
    canvas.zh(5, 5, "京城路")
    canvas.keep_clear(Area(8, 4, 10, 4))
    with pytest.raises(ChartError, match="'京城路' lies on a mark"):
        canvas.finish(10)


# ---------------------------------------------------------------------------------------------- bars, nested


def marks_of(chart: Chart, height: float) -> list[Area]:
    return [mark for mark in chart.drawing.marks if abs(mark.height - height) < 0.01]


def test_bars_are_as_long_as_their_values(look: Look) -> None:
    bars = marks_of(draw(BARS, look, "half"), 4.7)
    assert [round(bar.width / bars[0].width * 1141) for bar in bars] == [1141, 408, 330, 193, 125]
    assert len({bar.x for bar in bars}) == 1, "they start at one line"
    gaps = [two.y - one.y for one, two in pairwise(bars)]
    assert max(gaps) - min(gaps) < 1e-6, "evenly spaced"


def test_zero_has_a_number_and_no_bar(look: Look) -> None:
    chart = draw(BarsSpec((datum("有", "some", 7), datum("无", "none", 0))), look, "half")
    assert len(chart.drawing.marks) == 1
    assert "0" in texts(chart)


def test_a_tiny_value_is_still_seen(look: Look) -> None:
    chart = draw(BarsSpec((datum("多", "many", 10**9), datum("一", "one", 1))), look, "half")
    assert min(mark.width for mark in chart.drawing.marks) >= 0.3


def test_long_names_stand_above_their_bars(look: Look) -> None:
    name = Both("京城路街道党群服务中心综合楼一期工程项目", "comprehensive building of the Party-mass center, phase 1")
    chart = draw(BarsSpec((replace(BARS.bars[0], label=name), BARS.bars[1])), look, "half")
    bars = marks_of(chart, 3.6)
    assert [bar.x for bar in bars] == [0, 0]
    assert texts(chart)[name.zh].bottom < bars[0].y


def test_nested_bars_lie_in_the_width_of_the_one_before(look: Look) -> None:
    outer, inner = marks_of(draw(NESTED, look, "half"), 5.0)
    assert inner.x == outer.x
    assert round(inner.width / outer.width * 174) == 135


# ---------------------------------------------------------------------------------------------- units, shares


def test_a_square_stands_for_so_many(look: Look) -> None:
    chart = draw(UNITS, look, "half")
    squares = chart.drawing.marks
    assert len(squares) == 45 + 9
    assert len({round(square.width, 6) for square in squares}) == 1
    assert max(square.right for square in squares) < 85
    assert {"4,500+", "900+", "立即整改", "given a deadline"} <= set(texts(chart))


def test_what_no_part_names_is_dotted_and_said(look: Look) -> None:
    spec = replace(UNITS, whole=datum("排查隐患", "hazards found", 6000))
    chart = draw(spec, look, "half")
    assert len(chart.drawing.marks) == 60
    assert {"其余", "the rest"} <= set(texts(chart))
    assert chart.alt.zh.endswith("；其余。")
    named = draw(replace(spec, rest=Both("文中未述", "not stated")), look, "half")
    assert {"文中未述", "not stated"} <= set(texts(named))


def test_every_part_has_a_square(look: Look) -> None:
    spec = replace(UNITS, parts=(datum("少", "few", 3), datum("多", "many", 5300)))
    assert len(draw(spec, look, "half").drawing.marks) == 1 + 53 + 1


def test_shares_fill_the_width_in_proportion(look: Look) -> None:
    parts = marks_of(draw(SHARES, look, "half"), 6.0)
    assert parts[0].x == 0 and abs(parts[-1].right - 85) < 1e-6
    assert [round((part.width + 0.5) / 85 * 53) for part in parts] == [8, 28, 17]


def test_a_share_of_one_in_a_thousand_is_still_seen(look: Look) -> None:
    spec = replace(
        SHARES, whole=datum("共", "all", 100000), parts=(datum("一", "one", 1), datum("余", "others", 99999)), rest=None
    )
    parts = marks_of(draw(spec, look, "half"), 6.0)
    assert len(parts) == 2
    assert 0.3 <= parts[0].width < 1


# ---------------------------------------------------------------------------------------------- time line


def test_the_busiest_year_is_drawn_by_the_month() -> None:
    axis = axis_of(TIMELINE, 178)
    assert (axis.first, axis.stretched) == (2012, 2018)
    assert axis.width(2018) > 5 * axis.width(2012)
    few = replace(TIMELINE, events=TIMELINE.events[:5])
    assert axis_of(few, 178).stretched is None, "three events by month are too few"


def test_a_mark_is_as_long_as_its_date_is_vague(look: Look) -> None:
    marks = {round(mark.x): mark.width for mark in marks_of(draw(TIMELINE, look, "full"), 2.2)}
    assert len(marks) == 8
    day, month, year = sorted(marks.values())[0], sorted(marks.values())[3], max(marks.values())
    assert day == pytest.approx(0.9)
    assert 5 < month < 8 < year


def test_the_line_is_dashed_after_now(look: Look) -> None:
    axis = axis_of(TIMELINE, 178)
    dashed = [shape for shape in draw(TIMELINE, look, "full").drawing.shapes if getattr(shape, "dashes", ())]
    assert len(dashed) == 1
    (line,) = dashed[0].lines  # type: ignore[union-attr]
    assert line[0][0] == pytest.approx(axis.at(2018.89))
    assert line[1][0] == pytest.approx(axis.at(2020))


def test_what_has_not_happened_is_not_bold(look: Look) -> None:
    weights = {label.text: label.weight for label in draw(TIMELINE, look, "full").drawing.labels}
    assert weights["2012年 十里铺组改造"] == 700
    assert weights["2019年 郑上路一期回迁"] == 400


def test_events_of_one_day_each_have_a_label(look: Look) -> None:
    day = [event(2018.2, 2018.203, name, f"event {name}") for name in "甲乙丙丁"]
    chart = draw(TimelineSpec(tuple(day), 2018.9), look, "half")
    assert sum(text.startswith("2018年 ") for text in texts(chart)) == 4
    assert len(marks_of(chart, 2.2)) == 1, "one mark"


# ---------------------------------------------------------------------------------------------- the summary's


def test_inferred_times_stand_between_brackets(look: Look) -> None:
    row = SPANS.rows[0]
    brackets = [
        sum(len(line) == 4 for shape in draw(replace(SPANS, rows=(one,)), look, "full").drawing.shapes
            for line in getattr(shape, "lines", ()))
        for one in (row, replace(row, stated=True))
    ]  # fmt: skip
    assert brackets == [2, 0]


def test_panels_have_scales_of_their_own_and_say_so(look: Look) -> None:
    chart = draw(PANELS, look, "full")
    longest = sorted(marks_of(chart, 3.6), key=lambda mark: -mark.width)[:2]
    assert longest[0].width == pytest.approx(longest[1].width, abs=3), "5 and 10 both fill their panel"
    assert {"各栏比例不同", "文中未述", "not stated", "[2016]", "时段未述", "no period"} <= set(texts(chart))


def test_a_period_that_fills_its_panel_has_a_line_a_language(look: Look) -> None:
    doubtful = replace(PANELS.panels[1].cells[0], year=Both("时段未述（存疑）", "period not stated (in doubt)"))
    four = replace(PANELS, panels=(replace(PANELS.panels[1], cells=(doubtful,)),) * 4)
    labels = {label.text: label for label in draw(four, look, "full").drawing.labels}
    zh, en = labels["时段未述（存疑）"], labels["period not stated (in doubt)"]
    assert zh.x == en.x and zh.baseline < en.baseline


def test_levels_have_a_square_an_honor(look: Look) -> None:
    chart = draw(LEVELS, look, "half")
    assert len(chart.drawing.marks) == 3 + 3 + 14
    assert "–" in texts(chart), "none at a level"


def test_a_matrix_has_a_disc_or_a_dash_in_each_cell(look: Look) -> None:
    chart = draw(MATRIX, look, "full")
    discs = [shape for shape in chart.drawing.shapes if hasattr(shape, "radius")]
    dashes = [label for label in chart.drawing.labels if label.text == "–"]
    assert (len(discs), len(dashes)) == (1, 3)


# ---------------------------------------------------------------------------------------------- lines


def test_lines_break_at_sense_and_are_even() -> None:
    assert wrap("the residents of the old town", 16, len) == ("the residents", "of the old town")
    assert wrap("一二三四五六七八九十", 6, len) == ("一二三四五", "六七八九十")
    assert wrap("short", 10, len) == ("short",)
    assert wrap(" ", 10, len) == ()


def test_no_line_starts_or_ends_with_a_mark_that_may_not() -> None:
    text = "改造（一期、二期）已完成，《规划》公布；“五大行动”启动。"
    for limit in range(5, 28):
        lines = wrap(text, limit, len)
        assert "".join(lines) == text
        assert all(line[0] not in NOT_FIRST and line[-1] not in NOT_LAST for line in lines)


def test_a_word_wider_than_the_line_is_refused() -> None:
    with pytest.raises(ChartError, match="'responsibility' of the label"):
        wrap("a responsibility", 10, len)


def test_dashes_and_quotes_come_from_the_chinese_face(look: Look) -> None:
    canvas = Canvas(look, 60)
    for text in ("“五大行动”", "五大行动", "“Five”"):
        canvas.zh(2, 5, text)
        canvas.zh(2, 5, text)
    families = [label.families for label in canvas.labels][::2]
    assert families == [(look.chinese, look.latin), (look.latin, look.chinese), (look.latin, look.chinese)]


def test_samples_have_all_that_tests_rest_on() -> None:
    assert {mark.mark for mark in chart_data.TIMELINE.events} == {"done", "planned"}
