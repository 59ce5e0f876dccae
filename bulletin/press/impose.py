"""Press pages → sheets to be folded: two pages side by side on each side of a sheet twice as wide.

Four pages make one sheet: 4|1, then 2|3 on its back. Eight make two, one laid into the other: 8|1, 2|7, 6|3, 4|5.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf

from bulletin.press.graphics import Box
from bulletin.press.marks import BLEED, SLUG, all_plates, fold_marks, marks
from bulletin.press.pdfx import declare
from bulletin.press.press import NOT_FOR_PRINT, WORDLESS, Slug, saved, set_boxes
from bulletin.press.profile import Profile

LEAVES = 4


@dataclass(frozen=True, slots=True)
class Imposed:
    """The file, and how many blank pages stand at the end because the pages are no multiple of four."""

    data: bytes
    sheets: int
    blanks: int


def order(pages: int) -> list[tuple[int, int]]:
    """Left and right page of each side, counted from 1; `pages` is a multiple of four."""
    sides = []
    for i in range(pages // LEAVES):
        first, last = 2 * i + 1, pages - 2 * i
        sides += [(last, first), (first + 1, last - 1)]
    return sides


def impose(data: bytes, profile: Profile, slug: Slug = WORDLESS) -> Imposed:
    """The pages of a press edition, in the order in which they are printed. All pages are of one size."""
    with pikepdf.open(io.BytesIO(data)) as pages, pikepdf.new() as sheets:
        blanks = -len(pages.pages) % LEAVES
        sides = order(len(pages.pages) + blanks)
        every = sheets.make_indirect(all_plates(sheets))
        for left, right in sides:
            _side(pages, sheets, left, right, slug)
            sheets.pages[-1].obj.Resources.ColorSpace = pikepdf.Dictionary(All=every)
        for key, value in pages.docinfo.items():
            sheets.docinfo[key] = value
        assert not set(NOT_FOR_PRINT) & set(sheets.Root.keys())
        declare(sheets, profile, data + b"sheets")
        return Imposed(saved(sheets), len(sides) // 2, blanks)


def _side(pages: pikepdf.Pdf, sheets: pikepdf.Pdf, left: int, right: int, slug: Slug) -> None:
    """One side of a sheet; a page beyond the last is blank."""
    x, y, to_x, to_y = (float(edge) for edge in pages.pages[0].trimbox)
    width, height = to_x - x, to_y - y
    trim = Box(SLUG, SLUG, SLUG + 2 * width, SLUG + height)
    sheet = sheets.add_blank_page(page_size=(trim.right + SLUG, trim.top + SLUG))
    content = b"".join(
        _placed(sheets, sheet, pages.pages[number - 1], Box(at, SLUG, at + width, SLUG + height), fold)
        for number, at, fold in ((left, SLUG, "right"), (right, SLUG + width, "left"))
        if number <= len(pages.pages)
    )
    content += marks(trim, slug.of(f"{left} | {right}"), slug.letters) + fold_marks(trim)
    sheet.contents_add(content)
    set_boxes(sheet, trim)


def _placed(sheets: pikepdf.Pdf, sheet: pikepdf.Page, page: pikepdf.Page, place: Box, fold: str) -> bytes:
    """The page at its place; its bleed runs out on three sides and is cut at the fold."""
    form = sheets.copy_foreign(page.as_form_xobject(handle_transformations=False))
    form.BBox = pikepdf.Array([float(edge) for edge in page.obj.BleedBox])  # else it ends at the trim
    name = sheet.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/{fold}"))  # else a name by lot
    left = place.left - (0 if fold == "left" else BLEED)
    width = place.width + BLEED
    cut = f"{left:.3f} {place.bottom - BLEED:.3f} {width:.3f} {place.height + 2 * BLEED:.3f} re W n"
    x, y = (float(edge) for edge in list(page.trimbox)[:2])
    return f"q {cut} 1 0 0 1 {place.left - x:.3f} {place.bottom - y:.3f} cm {name} Do Q\n".encode()
