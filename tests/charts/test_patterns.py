"""Patterns are told apart without colour, and are the same wherever they stand."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from bulletin.charts import figure
from bulletin.charts.canvas import Canvas
from bulletin.charts.draw import draw
from bulletin.charts.look import Look
from bulletin.charts.marks import drawn, fill, legend_of
from bulletin.charts.shapes import Area, Label, Strokes
from bulletin.edition.blocks import Both, Mark
from tests.charts import chart_data


def mean_grey(look: Look, mark: Mark, width: float, height: float) -> float:
    """Mean grey (0 to 255) of an area as a black-and-white copier sees it."""
    canvas = Canvas(look, width)
    fill(canvas, Area(0, 0, width, height), mark)
    image = Image.open(BytesIO(figure.png(canvas.finish(height)))).convert("L")
    pixels = image.tobytes()
    assert len(pixels) > 100
    return sum(pixels) / len(pixels)


@pytest.mark.parametrize("accent", chart_data.ACCENTS)
@pytest.mark.parametrize("size", [(40.0, 4.7), (5.0, 5.0)])
def test_patterns_differ_in_grey(look: Look, accent: str, size: tuple[float, float]) -> None:
    toned = replace(look, deep=look.tone(accent))
    greys = [mean_grey(toned, mark, *size) for mark in ("done", "under_way", "standing", "unstated", "planned")]
    assert greys == sorted(greys)
    assert all(lighter - darker >= 6 for darker, lighter in pairwise(greys)), greys


@pytest.mark.parametrize("size", [(3.0, 3.0), (2.0, 2.2), (1.5, 1.5)])
def test_the_three_usual_patterns_differ_when_small(look: Look, size: tuple[float, float]) -> None:
    greys = [mean_grey(look, mark, *size) for mark in ("done", "under_way", "planned")]
    assert all(lighter - darker >= 25 for darker, lighter in pairwise(greys)), greys


def test_hatching_stays_inside_and_is_the_same_in_every_square(look: Look) -> None:
    canvas = Canvas(look, 30)
    for x in (0.0, 7.0, 21.3):
        fill(canvas, Area(x, 2.0, 5.0, 5.0), "under_way")
    hatchings = [shape for shape in canvas.finish(10).shapes if isinstance(shape, Strokes)]
    moved = [
        [(round(x - left, 6), round(y, 6)) for line in shape.lines for x, y in line]
        for shape, left in zip(hatchings, (0.0, 7.0, 21.3), strict=True)
    ]
    assert moved[0] == moved[1] == moved[2]
    assert all(0 <= x <= 5 and 2 <= y <= 7 for x, y in moved[0])


def test_what_stands_is_solid_unless_it_must_be_told_from_what_was_done() -> None:
    assert drawn(["standing", "standing"]) == {"standing": "done"}
    assert drawn(["standing", "done"]) == {"standing": "standing", "done": "done"}
    assert drawn(["planned"]) == {"planned": "planned"}


def test_a_legend_is_for_two_patterns_or_more(look: Look) -> None:
    assert legend_of(look, ["done", "done"]) == ()
    assert legend_of(look, ["planned", "done"], (("done", Both("建成", "built")),)) == (
        ("done", Both("建成", "built")),
        ("planned", Both("待办", "still to come")),
    )


def test_the_legend_of_bars_stands_where_bars_leave_room(look: Look) -> None:
    free = draw(chart_data.BARS, look, "half")
    texts = {label.text: label for label in free.drawing.labels}
    assert texts["under construction"].area.y < texts["Pingzhuang ph. 1"].area.bottom, "beside the short bars"

    equal = replace(chart_data.BARS, bars=tuple(replace(bar, value=bar.value * 0 + 9) for bar in chart_data.BARS.bars))
    full = draw(equal, look, "half")
    texts = {label.text: label for label in full.drawing.labels}
    assert texts["under construction"].area.y > texts["Pingzhuang ph. 1"].area.bottom, "under the long ones"


def _paths(look: Look, label: str = "") -> int:
    """How many paths two bars of one style are, side by side, with or without a label between them."""
    canvas = Canvas(look, 60)
    for x in (0.0, 40.0):
        fill(canvas, Area(x, 2, 15, 4), "done")
    drawing = canvas.finish(10)
    if label:
        area = Area(20, 2, 15, 4)
        words = Label(label, 20, 6, "left", 8, 400, look.ink, ("Noto Sans CJK SC",), area)
        drawing = replace(drawing, labels=(words,))
    return figure.svg(drawing).count(b"<path")


def test_marks_of_one_style_are_one_path_unless_a_label_stands_between_them(look: Look) -> None:
    assert (_paths(look), _paths(look, "文")) == (1, 2)
