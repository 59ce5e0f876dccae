"""A chart that was drawn before is the very same chart; what is no chart is drawn anew, and nothing in it is run."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from bulletin.charts import figure
from bulletin.charts.draw import draw
from bulletin.charts.drawn import Drawer
from bulletin.charts.look import Look
from bulletin.edition.specs import ChartSpec
from bulletin.store import Store
from tests.charts.chart_data import BARS, MATRIX, SLOPE, SPANS, TIMELINE, UNITS

SPEC = BARS


@pytest.mark.parametrize("spec", [BARS, UNITS, TIMELINE, SPANS, MATRIX, SLOPE], ids=lambda spec: type(spec).__name__)
def test_it_says_and_shows_what_it_would_if_it_were_drawn(spec: ChartSpec, look: Look, tmp_path: Path) -> None:
    Drawer(Store("program", tmp_path))(spec, look, "half")
    store = Store("program", tmp_path)
    found, drawn = Drawer(store)(spec, look, "half"), draw(spec, look, "half")
    assert store.made == set(), "found"
    assert (repr(found), found.svg, found.png) == (repr(drawn), drawn.svg, drawn.png)


def test_its_vectors_are_made_when_they_are_asked_for_and_then_kept(look: Look, tmp_path: Path) -> None:
    store = Store("program", tmp_path)
    chart = Drawer(store)(SPEC, look, "half")
    assert store.made == {"chart"}
    vectors = chart.svg
    assert store.made == {"chart", "svg"}
    again = Store("program", tmp_path)
    assert Drawer(again)(SPEC, look, "half").svg == vectors
    assert again.made == set(), "found"


def test_another_look_or_width_is_drawn(look: Look, tmp_path: Path) -> None:
    store = Store("program", tmp_path)
    drawer = Drawer(store)
    drawer(SPEC, look, "half")
    for other, width in ((replace(look, deep="#123456"), "half"), (look, "full")):
        store.made.clear()
        assert drawer(SPEC, other, width) == draw(SPEC, other, width)  # type: ignore[arg-type]
        assert store.made == {"chart"}


class Hostile:
    """Would make a file when it is read."""

    def __init__(self, path: Path):
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("what", ["no pickle", "hostile", "another thing"])
def test_what_is_no_chart_is_drawn_anew(what: str, look: Look, tmp_path: Path) -> None:
    data = {
        "no pickle": b"\x80\x05 chart",
        "hostile": pickle.dumps(Hostile(tmp_path / "run")),
        "another thing": pickle.dumps((1, 2)),
    }[what]
    store = Store("program", tmp_path / "made")
    store.keep(store.key("chart", SPEC, look, "half"), data)
    assert Drawer(store)(SPEC, look, "half") == draw(SPEC, look, "half")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("spec", [BARS, MATRIX, SLOPE, SPANS, TIMELINE, UNITS], ids=lambda spec: type(spec).__name__)
def test_words_need_not_be_measured_to_be_drawn(spec: ChartSpec, look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = draw(spec, look, "full").drawing
    figure.ready()
    from matplotlib.text import Text

    ours = figure.svg(drawing)
    monkeypatch.setattr(figure, "_unmeasured", lambda: Text)
    assert figure.svg(drawing) == ours
    assert ours.count(b"<text") == len(drawing.labels) > 0
