"""The ruler gives what matplotlib gives, without matplotlib."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from bulletin.charts import figure, ruler
from bulletin.charts.shapes import ChartError
from bulletin.faces import HEI, SANS, SERIF, SONG, face_file, find_faces
from tests.conftest import ROOT

TEXTS = ("AVATAR fi 1,460", "全覆盖“三问”—·", "8863万元 WAVE", " (12) ", "㎡ ² ≈")
FAMILIES = ((SANS,), (SERIF,), (SANS, HEI), (HEI, SANS), (SERIF, SONG), (SONG,))


@pytest.mark.parametrize("families", FAMILIES)
def test_a_line_is_as_long_as_matplotlib_sets_it(families: tuple[str, ...]) -> None:
    figure.ready()
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties

    theirs = RendererAgg(8, 8, ruler.DPI)
    weights = (400, 700) if families[0] in (HEI, SONG) else (400, 600, 700)
    compared = 0
    for text, size, weight in product(TEXTS, (6.6, 8.2, 17), weights):
        try:
            ours = ruler.measure(text, size, weight, families)
        except ChartError:
            continue  # a face that lacks a character of it
        face = FontProperties(family=list(families), size=size, weight=weight)
        lengths = theirs.get_text_width_height_descent(text, face, ismath=False)
        width, height, depth = (length * 25.4 / ruler.DPI for length in lengths)
        assert ours == (width, height - depth, depth), (text, size, weight)
        compared += 1
    assert compared >= 12


def test_a_face_is_the_one_that_matplotlib_finds() -> None:
    figure.ready()
    from matplotlib.font_manager import FontProperties, fontManager

    for family, weight in product((SANS, SERIF, HEI, SONG), (400, 600, 700)):
        if family in (HEI, SONG) and weight == 600:
            continue  # the Chinese faces have no semibold; matplotlib warns, and nobody asks
        theirs = fontManager.findfont(FontProperties(family=family, weight=weight))
        assert face_file(find_faces(), family, weight).samefile(Path(theirs)), (family, weight)


def test_nothing_else_of_matplotlib_is_imported_to_measure() -> None:
    code = f"""
import sys
from bulletin.charts.ruler import measure
measure("全覆盖 12", 8.2, 700, {(SANS, HEI)!r})
assert [name for name in sys.modules if name.startswith("matplotlib")] == ["matplotlib.ft2font"]
from bulletin.charts.figure import ready
ready()
import matplotlib.ft2font, matplotlib.font_manager
assert matplotlib.ft2font is sys.modules["matplotlib.ft2font"] is matplotlib.font_manager.ft2font
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_child_opens_the_faces_for_itself() -> None:
    wanted = ruler.measure("child", 8.2, 400, (SANS,))
    ruler.measure.cache_clear()
    before = ruler._face(400, (SANS,))
    if not (child := os.fork()):
        same = ruler._face(400, (SANS,)) is before
        os._exit(1 if same or ruler.measure("child", 8.2, 400, (SANS,)) != wanted else 0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
