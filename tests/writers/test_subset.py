"""The Chinese faces are cut down to what is used, and still draw the same signs in two readers."""

import inspect
import io
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from bulletin.faces import HEI, SONG
from bulletin.pages import subset
from bulletin.pages.pdf import Typesetter
from tests.conftest import tool

CREATED = datetime(2018, 11, 30, tzinfo=UTC)
TEXT = "京城路街道2018年排查隐患5400余条，“两学一做”——《平语近人》（一期）……㎡①々〇︰鑫龘"


@pytest.fixture(scope="module")
def both(typesetter: Typesetter) -> Iterator[tuple[bytes, bytes]]:
    """The same page, cut down our way and WeasyPrint's."""
    faces = [f"{weight} 15pt '{face}'" for face in (SONG, HEI) for weight in (400, 700)]
    rows = "".join(f'<p style="font: {face}">{TEXT}</p>' for face in faces)
    head = "<title>x</title><style>@page { size: A5 }</style>"
    html = f'<html lang="zh-Hans"><head>{head}</head><body>{rows}</body></html>'

    def typeset() -> bytes:
        return typesetter.typeset(html, {}, title="字", created=CREATED).data

    ours = typeset()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subset, "_harfbuzz_subset", subset._theirs)
        patch.setattr(subset, "finish", lambda pdf: None)
        theirs = typeset()
    yield ours, theirs


def test_weasyprint_still_has_what_we_replace() -> None:
    assert str(inspect.signature(subset._theirs)) == subset.TOUCHED["_harfbuzz_subset"]
    assert subset._theirs.__module__ == "weasyprint.pdf.fonts"


def test_the_file_is_less_than_half_as_large(both: tuple[bytes, bytes]) -> None:
    ours, theirs = both
    assert len(ours) < 0.5 * len(theirs)


def test_chinese_faces_are_bare_cff(both: tuple[bytes, bytes]) -> None:
    """In an OpenType wrapping, PDFium takes CIDs for glyph numbers."""
    with pikepdf.open(io.BytesIO(both[0])) as pdf:
        found = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/FontFile3" in thing]
        chinese = [thing.FontFile3 for thing in found if "CJK" in str(thing.FontName)]
        assert len(chinese) == 4
        assert all(stream.Subtype == "/CIDFontType0C" and stream.read_bytes()[:1] == b"\x01" for stream in chinese)


def test_pdfium_draws_the_same(both: tuple[bytes, bytes]) -> None:
    ours, theirs = (pypdfium2.PdfDocument(io.BytesIO(data)) for data in both)
    worst = _difference(ours[0].render(scale=3).to_pil(), theirs[0].render(scale=3).to_pil())
    ours.close()
    theirs.close()
    assert worst < 64, "edges may be smoothed otherwise; another sign differs by 255"


def test_poppler_draws_the_same(both: tuple[bytes, bytes], tmp_path: Path) -> None:
    pictures = []
    for name, data in zip(("ours", "theirs"), both, strict=True):
        (tmp_path / f"{name}.pdf").write_bytes(data)
        target = tmp_path / name
        subprocess.run([tool("pdftoppm"), "-r", "200", "-png", "-singlefile", f"{target}.pdf", target], check=True)
        pictures.append(Image.open(f"{target}.png"))
    assert _difference(*pictures) == 0
    shown = subprocess.run(
        [tool("pdftotext"), tmp_path / "ours.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert re.sub(r"\s", "", shown).count(TEXT) == 4


def _difference(one: Image.Image, other: Image.Image) -> float:
    """The largest difference of a pixel, 0–255. Both pictures must show something."""
    lowest, _ = one.convert("L").getextrema()
    assert lowest == 0
    _, most = ImageChops.difference(one.convert("L"), other.convert("L")).getextrema()
    return float(most)
