"""Set pages → the print shop's file: CMYK only, type in black, 3 mm of bleed, crop marks, output intent.

It makes no claim to be PDF/X: no shop's own preflight has passed it yet. Tags, links and attachments stay in the
office edition.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from bulletin.press.graphics import Box
from bulletin.press.palette import Palette
from bulletin.press.photographs import Inker
from bulletin.press.profile import Profile
from bulletin.press.separate import LEAST_LINE, Separator, bare

MM = 72 / 25.4
BLEED, SLUG = 3 * MM, 10 * MM
"""How far colour runs over the trim, and the margin around the trim that holds the marks."""
OFFSET = 5 * MM
"""From the trim to where a crop mark begins: outside the bleed."""
NOT_FOR_PRINT = ("/StructTreeRoot", "/MarkInfo", "/Metadata", "/AF", "/Names", "/Outlines", "/PageLabels")


def press(data: bytes, theme: Mapping[str, Any], profile: Profile) -> bytes:
    """The pages of a PDF that was set with `@page { bleed: 3mm }`, for the press.

    Raises TypesettingError for what a press edition cannot hold: see Separator.page.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        separator = Separator(pdf, Palette.of(theme), Inker(profile))
        for page in pdf.pages:
            _finish(pdf, page, separator.page(page))
        for page in pdf.pages:
            bare(page.obj.Resources)
        for key in NOT_FOR_PRINT:
            if key in pdf.Root:
                del pdf.Root[key]
        state_intent(pdf, profile)
        return saved(pdf)


def state_intent(pdf: pikepdf.Pdf, profile: Profile) -> None:
    """The press that the inks are meant for (ISO 32000-1, 14.11.5)."""
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String("Custom"),
        Info=pikepdf.String(profile.name),
        DestOutputProfile=pdf.make_stream(profile.data, N=4),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.docinfo["/Trapped"] = Name("/False")


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file; the same pages give the same bytes."""
    pdf.remove_unreferenced_resources()
    target = io.BytesIO()
    pdf.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def _finish(pdf: pikepdf.Pdf, page: pikepdf.Page, painted: bytes) -> None:
    """The page with its marks: moved so that the slug begins at 0, and cut at the bleed."""
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    width, height = right - left, top - bottom
    move = f"1 0 0 1 {SLUG - left:.3f} {SLUG - bottom:.3f} cm"
    trim = Box(SLUG, SLUG, SLUG + width, SLUG + height)
    cut = f"{SLUG - BLEED:.3f} {SLUG - BLEED:.3f} {width + 2 * BLEED:.3f} {height + 2 * BLEED:.3f} re W n"
    content = f"q {cut} {move}\n".encode() + painted + b"\nQ\n" + crop_marks(trim)
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


def crop_marks(trim: Box) -> bytes:
    """Where to cut: two lines at each corner, in black, outside the bleed."""
    lines = []
    for x in (trim.left, trim.right):
        lines += [(x, trim.bottom - SLUG, x, trim.bottom - OFFSET), (x, trim.top + OFFSET, x, trim.top + SLUG)]
    for y in (trim.bottom, trim.top):
        lines += [(trim.left - SLUG, y, trim.left - OFFSET, y), (trim.right + OFFSET, y, trim.right + SLUG, y)]
    return b"q 0 0 0 1 K " + drawn(lines) + b" Q\n"


def drawn(lines: list[tuple[float, float, float, float]]) -> bytes:
    """Operators for lines of the least thickness."""
    strokes = " ".join(f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l S" for x, y, to_x, to_y in lines)
    return f"{LEAST_LINE:.4f} w {strokes}".encode()
