"""Imposition: which page lies where, seen in the text of the sheets."""

import io

import pikepdf
import pypdfium2
import pytest

from bulletin.press.graphics import Box
from bulletin.press.impose import impose, order
from bulletin.press.press import SLUG, press, set_boxes
from bulletin.press.profile import Profile
from bulletin.proofing.preflight import preflight

PROFILE = Profile("Test", bytes(16) + b"CMYK" + bytes(16) + b"acsp" + bytes(92))
THEME = {"colours": {}, "accents": {}, "inks": {}}
A4 = 595.276, 841.89


def numbered(count: int) -> bytes:
    """Press pages with their number in the middle, and colour over all of the bleed."""
    pdf = pikepdf.new()
    face = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for number in range(1, count + 1):
        page = pdf.add_blank_page(page_size=(A4[0] + 2 * SLUG, A4[1] + 2 * SLUG))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(face)))
        text = f"0 0 0 rg BT /F 40 Tf 1 0 0 1 320 430 Tm (page{number}) Tj ET".encode()
        page.Contents = pdf.make_stream(text)
        set_boxes(page, Box(SLUG, SLUG, SLUG + A4[0], SLUG + A4[1]))
    target = io.BytesIO()
    pdf.save(target)
    return press(target.getvalue(), THEME, PROFILE)


def read(data: bytes) -> list[list[str]]:
    """The words of each side, from left to right."""
    document = pypdfium2.PdfDocument(data)
    sides = []
    for page in document:
        width, text = page.get_width(), page.get_textpage()
        halves = ((0, width / 2), (width / 2, width))
        sides.append([text.get_text_bounded(left=left, right=right).strip() for left, right in halves])
    document.close()
    return sides


def test_four_pages_make_one_sheet() -> None:
    made = impose(numbered(4))
    assert read(made.data) == [["page4", "page1"], ["page2", "page3"]]
    assert (made.sheets, made.blanks) == (1, 0)


def test_eight_pages_make_two_sheets_one_in_the_other() -> None:
    made = impose(numbered(8))
    assert read(made.data) == [["page8", "page1"], ["page2", "page7"], ["page6", "page3"], ["page4", "page5"]]
    assert (made.sheets, made.blanks) == (2, 0)


@pytest.mark.parametrize(("pages", "blanks"), [(1, 3), (2, 2), (3, 1), (5, 3)])
def test_blanks_stand_at_the_end(pages: int, blanks: int) -> None:
    made = impose(numbered(pages))
    assert made.blanks == blanks
    assert made.sheets * 4 == pages + blanks
    shown = [word for side in read(made.data) for word in side]
    assert sorted(filter(None, shown)) == [f"page{number}" for number in range(1, pages + 1)]
    assert shown[1] == "page1", "the front page lies right on the first side"
    assert shown[0] == "", "and the last, a blank one, beside it"


@pytest.mark.parametrize("pages", [4, 8, 12, 16, 40])
def test_folded_sheets_are_in_reading_order(pages: int) -> None:
    """Leaves laid into each other: walking through the fronts and backs gives 1, 2, 3 …"""
    sides = order(pages)
    fronts, backs = sides[::2], sides[1::2]
    first_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
    assert first_half + second_half[::-1] == list(range(1, pages + 1))


def test_boxes_are_those_of_an_a3_sheet() -> None:
    sheets = preflight(impose(numbered(4)).data).sheets
    assert [(sheet.trim, sheet.bleed, sheet.media) for sheet in sheets] == [((420, 297), (426, 303), (440, 317))] * 2


def test_fold_marks_lie_above_and_below_the_middle() -> None:
    document = pypdfium2.PdfDocument(impose(numbered(4)).data)
    image = document[0].render(scale=300 / 72).to_pil().convert("L")
    document.close()
    middle = image.width // 2

    def darkest(y: float) -> int:
        rows = range(round((y - 1) * 300 / 25.4), round((y + 1) * 300 / 25.4))
        return min(image.getpixel((x, row)) for x in range(middle - 3, middle + 4) for row in rows)

    assert darkest(2.5) < 128 and darkest(314.5) < 128
    assert darkest(60) == 255, "no line on the paper itself"


@pytest.mark.parametrize("pages", [3, 4, 8])
def test_the_same_pages_give_the_same_bytes(pages: int) -> None:
    assert impose(numbered(pages)).data == impose(numbered(pages)).data
