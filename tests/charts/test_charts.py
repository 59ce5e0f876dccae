"""What holds of a chart of any kind."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bulletin import rooms
from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look
from bulletin.charts.shapes import ChartError
from bulletin.edition.blocks import Both, ChartSpec, Width
from tests.charts import chart_data

ROOT = Path(__file__).parents[2]
kinds = pytest.mark.parametrize("kind", chart_data.SAMPLES)


def assert_sound(chart: Chart) -> None:
    """Labels lie inside and apart from each other and from marks; none is small."""
    drawing = chart.drawing
    assert drawing.labels and drawing.shapes
    for label in drawing.labels:
        area = label.area
        assert area.x >= -0.15 and area.y >= -0.15, label.text
        assert area.right <= drawing.width + 0.15 and area.bottom <= drawing.height + 0.15, label.text
        assert label.size >= 6.5
        assert label.size >= 7 or not re.search(r"[\u4e00-\u9fff]", label.text), f"{label.text} is too small"
        assert not any(area.meets(mark, -0.15) for mark in drawing.marks), label.text
    for one, other in combinations(drawing.labels, 2):
        assert not one.area.meets(other.area, -0.15), (one.text, other.text)


def test_there_is_a_sample_of_every_kind() -> None:
    drawn = set(rooms.PLATES.kinds("draw"))
    assert {rooms.room_of(spec) for spec in chart_data.SAMPLES.values()} == drawn


@kinds
def test_a_sample_is_sound(kind: str, look: Look) -> None:
    for width in ("half", "full"):
        chart = draw(chart_data.SAMPLES[kind], look, width)
        assert_sound(chart)
        assert chart.width_mm == {"half": 85, "full": 178}[width]
        assert 10 < chart.height_mm < 100


@kinds
def test_the_same_chart_gives_the_same_bytes(kind: str, look: Look) -> None:
    one, two = (draw(chart_data.SAMPLES[kind], look, "full") for _ in range(2))
    assert one.svg == two.svg
    assert one.png == two.png


def test_another_process_gives_the_same_bytes(look: Look) -> None:
    """No clock and no hash of this process gets into the file."""
    code = (
        "import sys; from bulletin.charts.draw import draw; from tests.charts import chart_data;"
        "from tests.charts.conftest import house_look;"
        "look = house_look();"
        "sys.stdout.buffer.write(draw(chart_data.TIMELINE, look, 'full').svg)"
    )
    path = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=path, capture_output=True, check=True)
    assert run.stdout == draw(chart_data.TIMELINE, look, "full").svg


@kinds
def test_text_stays_text_in_faces_that_weasyprint_reads(kind: str, look: Look) -> None:
    svg = draw(chart_data.SAMPLES[kind], look, "full").svg.decode()
    lists = re.findall(r"font-family: ?([^;\"]+)", svg)
    assert lists
    assert all(" '" not in names and '"' not in names and ", " not in names for names in lists)
    assert {name for names in lists for name in names.split(",")} <= {look.latin, look.chinese}
    assert "<image" not in svg, "no raster: PDF/A"
    assert "<dc:date>" not in svg


@kinds
def test_ids_are_unique_to_the_chart(kind: str, look: Look) -> None:
    ids = re.findall(r'\bid="([^"]+)"', draw(chart_data.SAMPLES[kind], look, "full").svg.decode())
    assert ids and len(ids) == len(set(ids))
    prefixes = {name.split("-")[0] for name in ids}
    other = draw(chart_data.BARS if kind != "bars" else chart_data.UNITS, look, "full").svg.decode()
    assert len(prefixes) == 1 and prefixes.isdisjoint(re.findall(r'\bid="(\w+)-', other))


@kinds
def test_the_png_has_300_dots_an_inch(kind: str, look: Look) -> None:
    chart = draw(chart_data.SAMPLES[kind], look, "half")
    image = Image.open(BytesIO(chart.png))
    assert abs(image.width - 85 / 25.4 * 300) <= 1
    assert abs(image.height - chart.height_mm / 25.4 * 300) <= 1
    assert image.convert("RGB").getpixel((image.width - 1, image.height - 1)) == (255, 255, 255)


def _numbers(spec: object) -> set[str]:
    """Every number that the words of a spec hold."""
    return set(re.findall(r"\d[\d,]*", repr(spec)))


@pytest.mark.parametrize("kind", ["bars", "units", "shares", "nested"])
def test_the_alternative_text_has_every_number_in_both_languages(kind: str, look: Look) -> None:
    spec: Any = chart_data.SAMPLES[kind]
    alt = draw(spec, look, "half").alt
    data = [*getattr(spec, "bars", ()), *getattr(spec, "levels", ()), *getattr(spec, "parts", ())]
    data += [each for each in (getattr(spec, "whole", None), getattr(spec, "rest", None)) if each]
    assert len(data) >= 2
    for datum in data:
        assert f"{datum.label.zh}：{datum.full.zh}" in alt.zh
        assert f"{datum.label.en}: {datum.full.en}" in alt.en


def test_the_alternative_text_of_the_others(look: Look) -> None:
    def alt(kind: str) -> Both:
        return draw(chart_data.SAMPLES[kind], look, "full").alt

    for event in chart_data.TIMELINE.events:
        assert f"{event.when.zh}{event.label.zh}" in alt("timeline").zh
        assert f"{event.when.en}: {event.label.en}" in alt("timeline").en
    assert "西大街，2016，上半年清理（时间为推断）" in alt("spans").zh
    assert "Yimalu, 2016–2020, growth over five years (time stated)" in alt("spans").en
    assert alt("panels").zh.startswith("分组柱状图：社区（个）：西大街：5套（[2016]）、一马路：文中未述；")
    assert "cleaners added or recruited: Xidajie: 10 flats (no period), Yimalu: 6 flats (2019)." in alt("panels").en
    assert alt("levels") == Both(
        "层级图：西大街：省级0、市级3；一马路：省级3、市级14。",
        "Chart of levels: Xidajie: Provincial 0, Municipal 3; Yimalu: Provincial 3, Municipal 14.",
    )
    assert alt("matrix") == Both(
        "矩阵图：两学一做：西大街；路长制：无。",
        "Matrix: Two Studies and One Action: Xidajie; road chief system: none.",
    )


def test_what_is_not_done_is_said_in_the_words_of_the_legend(look: Look) -> None:
    alt = draw(chart_data.BARS, look, "half").alt
    assert "吉家寨村：408套（在建）" in alt.zh
    assert "Jijiazhai: 408 flats (under construction)" in alt.en
    assert "石寨村一期：1141套；" in alt.zh, "what is done needs no words"


@kinds
def test_the_data_are_a_table(kind: str, look: Look) -> None:
    head, *rows = draw(chart_data.SAMPLES[kind], look, "full").data
    assert rows
    assert len(set(head)) == len(head)
    assert all(len(row) == len(head) for row in rows)


def test_data_are_exact(look: Look) -> None:
    share = replace(chart_data.NESTED.levels[1], value=Fraction(1551, 20))
    third = replace(share, value=Fraction(1, 3))
    spec = replace(chart_data.NESTED, levels=(chart_data.NESTED.levels[0], share, third))
    values = [row[3] for row in draw(spec, look, "half").data]
    assert values == ["value", "174", "77.55", "1/3"]


def test_an_unknown_kind_is_an_error(look: Look) -> None:
    with pytest.raises(ChartError, match="no chart is known for Both"):
        draw(Both("", ""), look, "half")  # type: ignore[arg-type]


def test_a_character_that_our_faces_lack_is_an_error(look: Look) -> None:
    bar = replace(chart_data.BARS.bars[0], label=Both("\U0001f600", "smile"))
    with pytest.raises(ChartError, match=r"bars chart: .*missing from font"):
        draw(replace(chart_data.BARS, bars=(bar,)), look, "half")


def test_matplotlib_is_left_as_it_was(look: Look) -> None:
    import matplotlib

    before = dict(matplotlib.rcParams)
    chart = draw(chart_data.BARS, look, "half")
    assert chart.svg and chart.png
    assert dict(matplotlib.rcParams) == before


def test_matplotlib_is_imported_only_to_draw() -> None:
    code = "import sys, bulletin.charts.draw; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


RANDOM = {
    "bars": chart_data.bars(),
    "nested": chart_data.nested(),
    "shares": chart_data.shares(),
    "units": chart_data.units(),
    "spans": chart_data.spans(),
    "panels": chart_data.panels(),
    "levels": chart_data.levels(),
    "slope": chart_data.slopes(),
}
ELSEWHERE = ("matrix", "timeline")  # in tests of their own
ANY = [kind for kind in chart_data.SAMPLES if kind not in ELSEWHERE]


@pytest.mark.parametrize("kind", ANY)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_any_data_can_be_drawn(kind: str, look: Look, data: st.DataObject) -> None:
    """A kind without data of its own is drawn under any words."""
    made = RANDOM[kind] if kind in RANDOM else chart_data.reworded(chart_data.SAMPLES[kind])
    spec: ChartSpec = data.draw(made)
    width: Width = data.draw(st.sampled_from(("half", "full")))
    assert_sound(draw(spec, look, width))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(chart_data.matrices())
def test_any_matrix_can_be_drawn(look: Look, spec: ChartSpec) -> None:
    assert_sound(draw(spec, look, "full"))


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(chart_data.timelines())
def test_any_time_line_can_be_drawn(look: Look, spec: ChartSpec) -> None:
    assert_sound(draw(spec, look, "full"))


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(chart_data.timelines(6))
def test_a_short_time_line_fits_half_the_width(look: Look, spec: ChartSpec) -> None:
    assert_sound(draw(spec, look, "half"))
