"""What a file lacks of PDF/X-4, key by key (ISO 15930-7:2010), as a preflight programme of a shop would ask it.

No validator for it can be had here; this asks for the keys that our files can have. What it names are keys, which are
the same in both languages. The standard is sold; each key stands in a source that anyone can read:

- version 1.6, `pdfxid:GTS_PDFXVersion` in http://www.npes.org/pdfx/ns/id/, `xmpMM:VersionID`, `xmpMM:RenditionClass`,
  no attachments: what ConTeXt writes for PDF/X-4 (lpdf-fmt.lua).
- encryption, dates and title in XMP that agree with Info, the intent's Info and profile, fonts, blend modes, the colour
  space of groups, actions, external streams: the rules that LintPDF documents (PDFX4-001 to PDFX4-092).
- one `GTS_PDFX` intent with an identifier, Title, dates and Trapped (true or false) in Info, trailer ID, TrimBox
  without ArtBox, ViewArea and its like, TR, TR2, HTP, PS, Alternates, OPI, LZW: what the whole family shares, as JHOVE
  asks it (XProfileBase.java).
- no box beyond the one around it, CropBox among them: Adobe, on the PDF/X-4 output of its image server. No annotation
  within the bleed: PrintWiki, PDF/X.
- what the keys mean: ISO 32000-1:2008, 8.4.5, 11.6.6, 14.3, 14.11.2 and 14.11.5, which Adobe gives away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from bulletin.press.pdfx import CONFORMS, REGISTRY, VERSION

_NONE = pikepdf.Dictionary()
FORBIDDEN = ("/AcroForm", "/OpenAction", "/AA", "/Names", "/Collection", "/Perms")
"""Of the catalogue: forms, actions, scripts and files within the file, none of which a page of paper needs."""
XMP = (
    "dc:title",
    "pdf:Producer",
    "pdf:Trapped",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)
_SAME = {"/Title": "dc:title", "/Producer": "pdf:Producer", "/Creator": "xmp:CreatorTool", "/Trapped": "pdf:Trapped"}
_BLENDS = frozenset(
    (
        *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge"),
        *("/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion"),
        *("/Hue", "/Saturation", "/Color", "/Luminosity"),
    )
)


def lacks(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """The keys that are missing or wrong, in a fixed order."""
    return (*_file(pdf), *_identity(pdf), *_intents(pdf), *_pages(pdf), *_objects(pdf))


def _file(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "Encrypt"
    if len(pdf.trailer.get("/ID", ())) != 2:
        yield "ID"
    if tuple(map(int, pdf.pdf_version.split("."))) > tuple(map(int, VERSION.split("."))):
        yield f"Version {pdf.pdf_version}"
    yield from (f"Root{key}" for key in FORBIDDEN if key in pdf.Root)
    view = pdf.Root.get("/ViewerPreferences", _NONE)
    for key in ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip"):
        if view.get(key, "/MediaBox") not in ("/MediaBox", "/BleedBox"):
            yield f"ViewerPreferences{key}"


def _identity(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "Metadata"
        return
    if "/Filter" in pdf.Root.Metadata:
        yield "Metadata/Filter"
    info = pdf.docinfo
    with pdf.open_metadata(update_docinfo=False, set_pikepdf_as_editor=False) as xmp:
        said = {key: str(xmp.get(key, "")) for key in (*XMP, *_SAME.values(), "pdfxid:GTS_PDFXVersion")}
    yield from (key for key in XMP if not said[key])
    if said["pdfxid:GTS_PDFXVersion"] != CONFORMS:
        yield "pdfxid:GTS_PDFXVersion"
    if str(info.get("/GTS_PDFXVersion", CONFORMS)) != CONFORMS:
        yield "Info/GTS_PDFXVersion"
    yield from (f"Info{key}" for key in ("/Title", "/CreationDate", "/ModDate") if key not in info)
    if info.get("/Trapped") not in ("/True", "/False"):
        yield "Info/Trapped"
    for key, name in _SAME.items():
        if key in info and str(info[key]).lstrip("/") != said[name]:
            yield f"Info{key} ≠ {name}"


def _intents(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [one for one in pdf.Root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"OutputIntents: {len(intents)} × GTS_PDFX"
    for intent in intents:
        if not str(intent.get("/OutputConditionIdentifier", "")):
            yield "OutputIntent/OutputConditionIdentifier"
        if str(intent.get("/RegistryName", "")) != REGISTRY and not str(intent.get("/Info", "")):
            yield "OutputIntent/Info"
        yield from _profile(intent.get("/DestOutputProfile"))


def _profile(profile: Any) -> Iterator[str]:
    """A profile of a press, in the file, as many inks as it says (ICC.1:2010, 7.2)."""
    if not isinstance(profile, pikepdf.Stream):
        yield "OutputIntent/DestOutputProfile"
        return
    head = profile.read_bytes()[:40]
    if head[12:16] != b"prtr" or head[16:20] != b"CMYK" or head[36:40] != b"acsp" or head[8:9] > b"\x04":
        yield "DestOutputProfile: prtr CMYK"
    if profile.get("/N") != 4:
        yield "DestOutputProfile/N"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if "/TrimBox" not in page.obj or "/ArtBox" in page.obj:
            yield f"{number}: TrimBox"
        boxes = [page.obj.get(key) for key in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")]
        held = [[float(edge) for edge in box] for box in boxes if box is not None]
        if not all(_within(inner, outer) for outer, inner in pairwise(held)):
            yield f"{number}: MediaBox ⊇ CropBox ⊇ BleedBox ⊇ TrimBox"
        if "/AA" in page.obj or "/PresSteps" in page.obj:
            yield f"{number}: AA"
        for note in page.obj.get("/Annots", []):
            if note.get("/Subtype") not in ("/PrinterMark", "/TrapNet") and _meets(note.Rect, held[-1]):
                yield f"{number}: Annots{note.get('/Subtype')}"
        if page.obj.get("/Group", _NONE).get("/CS", "/DeviceCMYK") != "/DeviceCMYK":
            yield f"{number}: Group/CS"


def _objects(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Faces, settings and drawings, wherever they stand."""
    found: dict[str, None] = {}
    for thing in pdf.objects:
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            found |= dict.fromkeys(_wrong(thing))
    yield from found


def _wrong(thing: Any) -> Iterator[str]:
    if thing.get("/Type") == "/FontDescriptor" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.keys()):
        yield f"FontFile: {re.sub(r'^/([A-Z]{6}[+])?', '', str(thing.get('/FontName', '')))}"
    plain = thing.get("/Type") == "/Font" and thing.get("/Subtype") in ("/Type1", "/TrueType")
    if plain and "/FontDescriptor" not in thing:
        yield f"FontFile: {str(thing.get('/BaseFont', '')).lstrip('/')}"
    if thing.get("/Type") == "/ExtGState":
        yield from (f"ExtGState{key}" for key in ("/TR", "/HTP") if key in thing)
        if thing.get("/TR2", "/Default") != "/Default":
            yield "ExtGState/TR2"
        if thing.get("/BM", "/Normal") not in _BLENDS:
            yield "ExtGState/BM"
    if thing.get("/S") in ("/JavaScript", "/Launch", "/URI", "/GoToR", "/SubmitForm", "/Movie", "/Sound", "/Named"):
        yield f"Action{thing.S}"
    if isinstance(thing, pikepdf.Stream):
        yield from (f"XObject{key}" for key in ("/OPI", "/Alternates", "/PS") if key in thing)
        filters = thing.get("/Filter", pikepdf.Array())
        if "/LZWDecode" in map(str, filters if isinstance(filters, pikepdf.Array) else [filters]):
            yield "LZWDecode"
        if "/F" in thing:
            yield "Stream/F"


def _within(inner: list[float], outer: list[float]) -> bool:
    near = 0.01
    low = all(a >= b - near for a, b in zip(inner[:2], outer[:2], strict=True))
    return low and all(a <= b + near for a, b in zip(inner[2:], outer[2:], strict=True))


def _meets(rect: Any, box: list[float]) -> bool:
    left, bottom, right, top = map(float, rect)
    return left < box[2] and right > box[0] and bottom < box[3] and top > box[1]
