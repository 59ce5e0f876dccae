"""Set pages → the print shop's file, PDF/X-4: CMYK only, black that overprints, 3 mm of bleed, marks, output intent.

Tags, links and attachments stay in the office edition.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array

from bulletin.press.graphics import Box
from bulletin.press.lettering import Letters
from bulletin.press.marks import BLEED, SLUG, all_plates, marks
from bulletin.press.palette import Palette
from bulletin.press.pdfx import VERSION, declare
from bulletin.press.photographs import Inker
from bulletin.press.profile import Profile
from bulletin.press.separate import Separator

NOT_FOR_PRINT = ("/StructTreeRoot", "/MarkInfo", "/Metadata", "/AF", "/Names", "/Outlines", "/PageLabels")


@dataclass(frozen=True, slots=True)
class Slug:
    """What the shop reads beside the page: `words` say which publication, and of when; `letters` set them."""

    words: str = ""
    letters: Letters | None = None

    def of(self, place: str) -> str:
        """The words with the page, or the pages of a sheet."""
        return "  ·  ".join(part for part in (self.words, place) if part)


WORDLESS = Slug()


def press(data: bytes, theme: Mapping[str, Any], profile: Profile, slug: Slug = WORDLESS) -> bytes:
    """The pages of a PDF that was set with `@page { bleed: 3mm }`, for the press.

    Raises TypesettingError for what a press edition cannot hold: see Separator.page.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        separator = Separator(pdf, Palette.of(theme), Inker(profile))
        every = pdf.make_indirect(all_plates(pdf))
        for number, page in enumerate(pdf.pages, 1):
            _finish(pdf, page, separator.page(page), slug.of(f"{number}/{len(pdf.pages)}"), slug.letters)
        for page in pdf.pages:
            separator.furnish(page.obj.Resources)
            page.obj.Resources.ColorSpace = pikepdf.Dictionary(All=every)
        for key in NOT_FOR_PRINT:
            if key in pdf.Root:
                del pdf.Root[key]
        declare(pdf, profile, data)
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file; the same pages give the same bytes."""
    pdf.remove_unreferenced_resources()
    target = io.BytesIO()
    streams = pikepdf.ObjectStreamMode.generate
    pdf.save(target, deterministic_id=True, object_stream_mode=streams, force_version=VERSION)
    return target.getvalue()


def _finish(pdf: pikepdf.Pdf, page: pikepdf.Page, painted: bytes, words: str, letters: Letters | None) -> None:
    """The page with its marks: moved so that the slug begins at 0, and cut at the bleed."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    width, height = right - left, top - bottom
    move = f"1 0 0 1 {SLUG - left:.3f} {SLUG - bottom:.3f} cm"
    trim = Box(SLUG, SLUG, SLUG + width, SLUG + height)
    cut = f"{SLUG - BLEED:.3f} {SLUG - BLEED:.3f} {width + 2 * BLEED:.3f} {height + 2 * BLEED:.3f} re W n"
    content = f"q {cut} {move}\n".encode() + painted + b"\nQ\n" + marks(trim, words, letters)
    page.obj.Contents = pdf.make_stream(content)
    for key in ("/Annots", "/StructParents", "/Tabs", "/Group"):
        if key in page.obj:
            del page.obj[key]
    set_boxes(page, trim)


def set_boxes(page: pikepdf.Page, trim: Box) -> None:
    """The trim, the bleed around it, and the sheet with the marks (ISO 32000-1, 14.11.2)."""
    page.obj.MediaBox = Array([0, 0, round(trim.right + SLUG, 3), round(trim.top + SLUG, 3)])
    page.obj.BleedBox = _array(Box(trim.left - BLEED, trim.bottom - BLEED, trim.right + BLEED, trim.top + BLEED))
    page.obj.TrimBox = _array(trim)
    if "/CropBox" in page.obj:
        del page.obj["/CropBox"]


def _array(box: Box) -> Array:
    return Array([round(edge, 3) for edge in (box.left, box.bottom, box.right, box.top)])
