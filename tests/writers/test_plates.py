"""Separations: what each plate gets where black prints over a tint, read from the finished page.

Ghostscript draws the plates where it is installed; where it is not, the operators are followed, one spot at a time.
"""

import io
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
import yaml
from PIL import Image

from bulletin.pages.pdf import Typesetter
from bulletin.press.graphics import State, follow
from bulletin.press.press import press
from bulletin.proofing.preflight import preflight
from bulletin.proofing.verdicts import judge
from tests.conftest import tool
from tests.writers.test_press import CHART, CREATED, PROFILE

pytestmark = pytest.mark.slow

BODY = """<div class="box"><p>叠印</p><p class="line"></p><p class="white">反白</p></div>"""
STYLE = """@page { size: A4; margin: 20mm; bleed: 3mm } body, p { margin: 0 }
.box { background: #0b4f6c; padding: 10mm; font: 700 60pt "Noto Sans CJK SC"; color: #1a1a1a }
.line { border-top: .4pt solid #1a1a1a; height: 10mm } .white { color: #fff }"""


@pytest.fixture(scope="module")
def data(typesetter: Typesetter, root: Path) -> bytes:
    theme = yaml.safe_load((root / "templates" / "theme.yaml").read_text(encoding="utf-8"))
    html = f'<!doctype html><html lang="zh-Hans"><head><title>x</title><style>{STYLE}</style></head><body>{BODY}</body>'
    made = typesetter.typeset(html, {"bulletin:chart.svg": CHART}, title="试排", created=CREATED).data
    return press(made, theme, PROFILE)


def test_black_type_and_lines_print_over_and_paper_does_not(data: bytes) -> None:
    """Followed by hand: what holds when each thing is painted."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        seen = []
        state, page = State(pikepdf.Matrix()), pdf.pages[0]
        for step in pikepdf.parse_content_stream(page):
            state = follow(state, str(step.operator), step.operands, page.Resources)
            if str(step.operator) in ("Tj", "TJ", "f"):
                seen.append((str(step.operator)[0], state.fill, state.fill_over))
    black, paper = (0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.0)
    assert ("T", black, True) in seen and ("T", black, False) not in seen
    assert ("T", paper, False) in seen and ("T", paper, True) not in seen
    assert ("f", black, True) in seen, "the line"
    assert ("f", (1.0, 0.5, 0.28, 0.42), False) in seen, "the ground"
    assert all(over is False for _, fill, over in seen if any(fill[:3]) or not fill[3])


def test_preflight_refuses_black_that_knocks_out(data: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key in ("/OP", "/op"):
            pdf.pages[0].obj.Resources.ExtGState.Over[key] = False
        pdf.save(target)
    errors = [one.message for one in judge(preflight(target.getvalue()), "press")]
    assert "black type of 60 pt takes away what is below it instead of overprinting" in errors
    assert not any("overprinting" in one.message for one in judge(preflight(data), "press"))


def test_the_plates_of_ghostscript_show_it(data: bytes, tmp_path: Path) -> None:
    """In the box the cyan plate is whole but for the reversed type; black type stands on the black plate alone."""
    (tmp_path / "x.pdf").write_bytes(data)
    plates = plates_of(tmp_path / "x.pdf", 1)
    cyan, black = plates["Cyan"], plates["Black"]
    mm = 100 / 25.4
    box = np.s_[round(40 * mm) : round(70 * mm), round(35 * mm) : round(190 * mm)]
    assert (cyan[box] > 0.98).all(), "nothing is knocked out under the black type"
    assert ((black[box] > 0.98).sum() > 500) and ((black[box] < 0.5).sum() > 500), "the type is on the black plate"
    reversed_type = np.s_[round(82 * mm) : round(110 * mm), round(35 * mm) : round(190 * mm)]
    assert (cyan[reversed_type] < 0.02).sum() > 500, "paper knocks out"


def plates_of(pdf: Path, page: int) -> dict[str, Any]:
    """How much of each ink a page gets, 0..1, at 100 dpi."""
    options = ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r100", f"-sPageList={page}"]
    done = [tool("gs"), *options, f"-sOutputFile={pdf.stem}-%d.tif", pdf.name]
    subprocess.run(done, cwd=pdf.parent, check=True, capture_output=True)
    return {name: plate(pdf.parent / f"{pdf.stem}-1({name}).tif") for name in ("Cyan", "Magenta", "Yellow", "Black")}


def plate(path: Path) -> Any:
    """How much ink, 0..1."""
    with Image.open(path) as image:
        return 1 - np.asarray(image.convert("L"), dtype=float) / 255
