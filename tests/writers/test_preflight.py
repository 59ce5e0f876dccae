"""The print shop's questions, asked of small files with known answers."""

import io
from datetime import UTC, datetime

import pikepdf
import pytest
import weasyprint

from bulletin.pages.pdf import Typesetter
from bulletin.proofing.preflight import Font, preflight
from tests.writers.rich_page import ATTACHMENTS, HTML, RESOURCES

CREATED = datetime(2018, 11, 30, tzinfo=UTC)


def test_a_bulletin_in_small(typesetter: Typesetter) -> None:
    pdf = typesetter.typeset(HTML, RESOURCES, title="试排", created=CREATED, attachments=ATTACHMENTS)
    found = preflight(pdf.data)
    assert (found.title, found.language, found.version, found.tagged) == ("试排", "zh-Hans", "1.7", True)
    assert found.conformance == ("PDF/A-3A", "PDF/UA-1")
    assert [(sheet.number, sheet.media, sheet.trim) for sheet in found.sheets] == [
        (1, (210.0, 297.0), (210.0, 297.0)),
        (2, (210.0, 297.0), (210.0, 297.0)),
    ]
    assert len(found.fonts) >= 5 and all(font.embedded and font.subset and font.allowed for font in found.fonts)
    assert found.inks.smallest_type == 6.0, "the raised numbers"
    assert found.inks.colours == ("DeviceRGB",)
    assert found.inks.pictures == () and found.inks.missing_glyphs == 0
    assert found.bookmarks == 3
    assert found.attachments == ("hazards.csv", "源数据.yaml")


def test_a_file_that_a_shop_sends_back() -> None:
    """CMYK, a picture of 36 dpi, a face that is not in the file, and 3 mm of bleed."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(612, 792))
    page.trimbox = pikepdf.Array([8.5, 8.5, 603.5, 783.5])
    pixels = pikepdf.Stream(pdf, bytes(36 * 36), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    pixels.update({"/Width": 36, "/Height": 36, "/BitsPerComponent": 8, "/ColorSpace": pikepdf.Name.DeviceGray})
    face = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(P=pixels), Font=pikepdf.Dictionary(F=pdf.make_indirect(face))
    )
    page.Contents = pdf.make_stream(
        b"0 0 0 1 k q 72 0 0 72 10 10 cm /P Do Q BT /F 10 Tf .5 0 0 .5 9 9 Tm (a) Tj ET BT /F 8 Tf (b) Tj ET"
    )
    found = preflight(_saved(pdf))
    assert found.fonts == (Font("Helvetica", embedded=False, subset=False),) and not found.fonts[0].allowed
    assert found.inks.smallest_type == 5.0
    assert found.inks.colours == ("DeviceCMYK", "DeviceGray")
    assert [(picture.page, picture.width, picture.dpi) for picture in found.inks.pictures] == [(1, 36, 36.0)]
    assert found.sheets[0].trim == (209.9, 273.4)
    assert not found.tagged and found.conformance == () and found.language == ""


def test_empty_boxes_are_counted() -> None:
    """WeasyPrint itself prints a missing character as an empty box and lets it be searched; the count sees it."""
    html = '<html lang="zh-Hans"><p style="font-family: Source Serif Pro">a\ue123b\ue124</p></html>'
    assert preflight(weasyprint.HTML(string=html).write_pdf()).inks.missing_glyphs == 2


@pytest.mark.parametrize(("space", "crowded"), [("-.4em", True), ("-.05em", False), (".2em", False)])
def test_letters_over_letters_are_seen(typesetter: Typesetter, space: str, crowded: bool) -> None:
    html = f"""<html lang="zh-Hans"><head><title>t</title><style>p {{ letter-spacing: {space};
    font: 10pt "Noto Serif CJK SC" }}</style></head><body><p>街道新建游园三个</p></body></html>"""
    found = preflight(typesetter.typeset(html, {}, title="t", created=CREATED).data)
    assert ("街道新建游园三个" in [clash.words for clash in found.clashes if clash.kind == "crowded"]) is crowded


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()
