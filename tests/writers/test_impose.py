"""Imposition: which page lies where, seen in the text of the sheets."""

import io
import re

import pikepdf
import pypdfium2
import pytest

from bulletin.faces import find_faces
from bulletin.press.graphics import Box
from bulletin.press.impose import Imposed, impose, order
from bulletin.press.lettering import Letters
from bulletin.press.marks import BLEED, SLUG
from bulletin.press.press import Slug, press, set_boxes
from bulletin.press.profile import Profile
from bulletin.proofing.bleed import edges
from bulletin.proofing.preflight import preflight
from bulletin.proofing.verdicts import judge

PROFILE = Profile("Test", bytes(12) + b"prtrCMYK" + bytes(16) + b"acsp" + bytes(92))
THEME = {"colours": {"sun": "#ffff00"}, "accents": {}, "inks": {"sun": [0, 0, 100, 0]}}
A4 = 595.276, 841.89


def numbered(count: int, *, coloured: bool = False) -> bytes:
    """Press pages with their number in the middle; `coloured` over all of the bleed."""
    pdf = pikepdf.new()
    face = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for number in range(1, count + 1):
        page = pdf.add_blank_page(page_size=(A4[0] + 2 * SLUG, A4[1] + 2 * SLUG))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(face)))
        edge = SLUG - BLEED
        ground = f"1 1 0 rg {edge} {edge} {A4[0] + 2 * BLEED} {A4[1] + 2 * BLEED} re f " if coloured else ""
        text = f"{ground}0 0 0 rg BT /F 40 Tf 1 0 0 1 320 430 Tm (page{number}) Tj ET".encode()
        page.Contents = pdf.make_stream(text)
        set_boxes(page, Box(SLUG, SLUG, SLUG + A4[0], SLUG + A4[1]))
    target = io.BytesIO()
    pdf.save(target, deterministic_id=True)
    return press(target.getvalue(), THEME, PROFILE)


def imposed(count: int, *, coloured: bool = False) -> Imposed:
    return impose(numbered(count, coloured=coloured), PROFILE)


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
    made = imposed(4)
    assert read(made.data) == [["page4", "page1"], ["page2", "page3"]]
    assert (made.sheets, made.blanks) == (1, 0)


def test_eight_pages_make_two_sheets_one_in_the_other() -> None:
    made = imposed(8)
    assert read(made.data) == [["page8", "page1"], ["page2", "page7"], ["page6", "page3"], ["page4", "page5"]]
    assert (made.sheets, made.blanks) == (2, 0)


@pytest.mark.parametrize(("pages", "blanks"), [(1, 3), (2, 2), (3, 1), (5, 3)])
def test_blanks_stand_at_the_end(pages: int, blanks: int) -> None:
    made = imposed(pages)
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
    sheets = preflight(imposed(4).data).sheets
    assert [(sheet.trim, sheet.bleed, sheet.media) for sheet in sheets] == [((420, 297), (426, 303), (440, 317))] * 2


def test_fold_marks_lie_above_and_below_the_middle() -> None:
    document = pypdfium2.PdfDocument(imposed(4).data)
    image = document[0].render(scale=300 / 72).to_pil().convert("L")
    document.close()
    middle = image.width // 2

    def darkest(y: float) -> int:
        rows = range(round((y - 1) * 300 / 25.4), round((y + 1) * 300 / 25.4))
        return min(image.getpixel((x, row)) for x in range(middle - 3, middle + 4) for row in rows)

    assert darkest(2.5) < 128 and darkest(314.5) < 128
    assert darkest(60) == 255, "no line on the paper itself"


def test_colour_runs_over_the_bleed_of_a_sheet_and_is_cut_at_the_fold() -> None:
    sheets = imposed(4, coloured=True).data
    assert edges(sheets) == ()
    document = pypdfium2.PdfDocument(sheets)
    image = document[0].render(scale=25.4 / 72).to_pil().convert("RGB")
    document.close()
    for x, y in ((8, 8), (8, 309), (431, 8), (431, 309), (8, 150), (431, 150), (100, 8), (330, 309)):
        assert image.getpixel((x, y))[2] < 90, f"yellow at {x}, {y} mm, 2 mm outside the trim"
    assert image.getpixel((100, 5)) == (255, 255, 255), "and none beyond the bleed"


def test_a_sheet_whose_pages_end_at_the_trim_is_told() -> None:
    with pikepdf.open(io.BytesIO(imposed(4, coloured=True).data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
                thing.BBox = pikepdf.Array([SLUG, SLUG, SLUG + A4[0], SLUG + A4[1]])
        target = io.BytesIO()
        pdf.save(target)
    found = edges(target.getvalue())
    assert {(edge.page, edge.side, edge.kind) for edge in found} == {
        (page, side, "ends") for page in (1, 2) for side in ("left", "right", "foot", "head")
    }
    errors = [one.message for one in judge(preflight(target.getvalue()), "a3") if one.level == "error"]
    assert any(re.match(r"page 1: 42\d[.\d]* mm of colour at the head ends at the trim", said) for said in errors), (
        errors
    )


def test_the_words_beside_a_sheet_name_its_pages() -> None:
    pages, letters = numbered(4), Letters(find_faces())
    bare, told = impose(pages, PROFILE).data, impose(pages, PROFILE, Slug("街道简报 2018", letters)).data

    def dark(data: bytes) -> int:
        document = pypdfium2.PdfDocument(data)
        strip = document[0].render(scale=4).to_numpy()[: round(4.4 / 25.4 * 72 * 4), round(22 / 25.4 * 72 * 4) : 1600]
        document.close()
        return int((strip < 128).sum())

    assert dark(told) > dark(bare) + 500
    assert told == impose(pages, PROFILE, Slug("街道简报 2018", letters)).data


@pytest.mark.parametrize("pages", [3, 4, 8])
def test_the_same_pages_give_the_same_bytes(pages: int) -> None:
    assert imposed(pages).data == imposed(pages).data
