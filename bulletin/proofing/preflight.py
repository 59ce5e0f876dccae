"""What a print shop asks of a finished PDF, read from the file itself: sizes, faces, colours, pictures, missing glyphs,
and where ink meets ink.

It reads and judges nothing; who asks decides what is wanted. Sizes are in mm, type in pt, pictures in pixels an inch.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pikepdf
import pypdfium2

from bulletin.faces import FAMILIES
from bulletin.proofing.aloud import attribute, elements
from bulletin.proofing.bleed import Edge, edges
from bulletin.proofing.inks import Inks, read_inks
from bulletin.proofing.overprint import Clash, clashes
from bulletin.proofing.pdfx import lacks

MM = 25.4 / 72
_NONE = pikepdf.Dictionary()
Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page and its boxes, each (width, height) in mm (ISO 32000-1, 14.11.2); and where things begin in it.

    `floors` are heights over the trim's foot in mm at which something painted begins, in order.
    """

    number: int
    media: tuple[float, float]
    bleed: tuple[float, float]
    trim: tuple[float, float]
    floors: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Font:
    """A face in the file: its PostScript name without the subset's prefix."""

    name: str
    embedded: bool
    subset: bool

    @property
    def allowed(self) -> bool:
        """Whether it is of one of our families."""
        return self.name.startswith(tuple(family.replace(" ", "-") for family in FAMILIES))


@dataclass(frozen=True, slots=True)
class Preflight:
    """All that was found. `conformance` is what the file says of itself, such as "PDF/A-3A"; veraPDF knows better."""

    title: str
    language: str
    version: str
    conformance: tuple[str, ...]
    tagged: bool
    sheets: tuple[Sheet, ...]
    fonts: tuple[Font, ...]
    inks: Inks
    bookmarks: int
    attachments: tuple[str, ...]
    intent: str = ""  # the press that the file names, in its own words
    clashes: tuple[Clash, ...] = ()
    edges: tuple[Edge, ...] = ()  # what is wrong in the bleed
    unscoped: int = 0  # cells of tables' heads that do not say which way they lead
    not_x4: tuple[str, ...] = ()  # the keys that PDF/X-4 asks for and the file lacks


def preflight(data: bytes) -> Preflight:
    """Read a PDF. Raises pikepdf.PdfError when it is none."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        inks, intent = read_inks(pdf), _intent(pdf)
        not_x4 = lacks(pdf) if intent else ()  # before anything is asked that writes metadata of its own
        sheets = tuple(_sheet(number, page, inks.floors[number - 1]) for number, page in enumerate(pdf.pages, 1))
        return Preflight(
            title=str(pdf.docinfo.get("/Title", "")),
            language=str(pdf.Root.get("/Lang", "")),
            version=pdf.pdf_version,
            conformance=_conformance(pdf),
            tagged="/StructTreeRoot" in pdf.Root and bool(pdf.Root.get("/MarkInfo", _NONE).get("/Marked", False)),
            sheets=sheets,
            fonts=tuple(sorted(set(_fonts(pdf)), key=lambda font: font.name)),
            inks=inks,
            bookmarks=_bookmarks(pdf),
            attachments=tuple(sorted(pdf.attachments)),
            intent=intent,
            clashes=(*_drawn(clashes, data), *(Clash(page, "crowded", words) for page, words in inks.crowded)),
            edges=_drawn(edges, data) if any(map(_bleeds, sheets)) else (),
            unscoped=sum(one.get("/S") == "/TH" and attribute(one, "/Scope") is None for one in elements(pdf)),
            not_x4=not_x4,
        )


def _bleeds(sheet: Sheet) -> bool:
    """Has the page a bleed, which is drawn and looked at? (`bleed.edges` asks for a whole millimetre.)"""
    return sheet.bleed[0] - sheet.trim[0] > 0.5


def _drawn(look: Callable[[bytes], tuple[Seen, ...]], data: bytes) -> tuple[Seen, ...]:
    """What the drawn pages show."""
    try:
        return look(data)
    except pypdfium2.PdfiumError as error:
        raise pikepdf.PdfError(str(error)) from error


def _conformance(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    with pdf.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as xmp:
        archive = xmp.get("pdfaid:part", ""), xmp.get("pdfaid:conformance", "")
        access, press = xmp.get("pdfuaid:part", ""), xmp.get("pdfxid:GTS_PDFXVersion", "")
    said = [f"PDF/A-{''.join(archive)}"] if archive[0] else []
    said += [f"PDF/UA-{access}"] if access else []
    return (*said, *([str(press)] if press else []))


def _intent(pdf: pikepdf.Pdf) -> str:
    """What the output intent for the press says; the sRGB one of PDF/A is none."""
    intents = [one for one in pdf.Root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFX"]
    return str(intents[0].get("/Info", intents[0].get("/OutputConditionIdentifier", ""))) if intents else ""


def _sheet(number: int, page: pikepdf.Page, floors: tuple[float, ...]) -> Sheet:
    foot = float(page.trimbox[1])
    return Sheet(
        number,
        _size(page.mediabox),
        _size(page.obj.get("/BleedBox", page.cropbox)),
        _size(page.trimbox),
        tuple(round((floor - foot) * MM, 1) for floor in floors),
    )


def _size(box: Any) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in box)
    return round((right - left) * MM, 2), round((top - bottom) * MM, 2)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Font]:
    """Fonts that have a name of their own; a composite font is found by its descendant."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/DescendantFonts" not in thing:
            descriptor = thing.get("/FontDescriptor", _NONE)
            embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            prefix, name = re.fullmatch(r"/([A-Z]{6}\+)?(.*)", str(thing.get("/BaseFont", "/"))).groups()  # type: ignore[union-attr]
            yield Font(name, embedded, subset=prefix is not None)


def _bookmarks(pdf: pikepdf.Pdf) -> int:
    def count(items: Any) -> int:
        return sum(1 + count(item.children) for item in items)

    with pdf.open_outline() as outline:
        return count(outline.root)
