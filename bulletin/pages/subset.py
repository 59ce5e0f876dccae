"""Cuts the Chinese faces down to the glyphs that are used: half the file size of WeasyPrint's own way.

WeasyPrint keeps every glyph number, so a face of 400 glyphs still lists 63,000 empty ones. Our Chinese faces are
CID-keyed CFF with the same numbers for CIDs and glyphs: glyphs can be renumbered, because a PDF finds them through the
font's own charset, which keeps the CIDs (ISO 32000-1, 9.7.4.2). Leans on a private name; test_subset.py notices.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.pdf import fonts
from weasyprint.pdf.fonts import Font
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
from weasyprint.text.fonts import get_hb_object_data

from bulletin.faces import HEI, SONG

TOUCHED = {"_harfbuzz_subset": "(self, to_unicode, hinting)"}
"""What we replace in weasyprint.pdf.fonts.Font, and the signature that we rely on."""

_theirs = Font._harfbuzz_subset


class _Whole:
    """The file of a face, which nobody has asked for: a collection of 20 MB, where a subset takes its place."""

    def __init__(self, face: Any):
        self.face = face


def _content(font: Any) -> bytes:
    found = vars(font)["file_content"]
    return get_hb_object_data(found.face) if isinstance(found, _Whole) else found  # type: ignore[no-any-return]


def _put(font: Any, content: Any) -> None:
    vars(font)["file_content"] = content


_SIZE = re.compile(r"\[\d+\]$")
# For layout, vertical text and search in an installed font; none of it is read in a PDF.
_UNUSED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx")


@contextmanager
def cut_down() -> Iterator[None]:
    """Cut down our way while a PDF is written. Only together with `finish`: without it PDFium draws wrong signs.

    WeasyPrint copies the file of a face for each size that it is set in, before it is cut down; that is put off.
    """
    Font._harfbuzz_subset = _harfbuzz_subset
    Font.file_content = property(_content, _put)
    fonts.get_hb_object_data, fonts.ffi = _Whole, _Unsized()
    try:
        yield
    finally:
        Font._harfbuzz_subset = _theirs
        del Font.file_content
        fonts.get_hb_object_data, fonts.ffi = get_hb_object_data, ffi


def _harfbuzz_subset(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:
    if font.family not in (SONG, HEI) or font.missing:
        _theirs(font, to_unicode, hinting)
        return
    plan = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _add(harfbuzz_subset.hb_subset_input_glyph_set(plan), sorted(to_unicode))
    tags = sorted(harfbuzz.hb_tag_from_string(name.encode(), -1) for name in _UNUSED)
    _add(harfbuzz_subset.hb_subset_input_set(plan, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG), tags)
    if not hinting:
        harfbuzz_subset.hb_subset_input_set_flags(plan, harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING)
    face = ffi.gc(harfbuzz_subset.hb_subset_or_fail(font.hb_face, plan), harfbuzz.hb_face_destroy)
    font.file_content = get_hb_object_data(face)


def _add(target: Any, numbers: list[int]) -> None:
    harfbuzz.hb_set_add_sorted_array(target, ffi.new("hb_codepoint_t[]", numbers), len(numbers))


class _Unsized:
    """cffi, asked for arrays by what is in them: it reads the declaration of each length anew, with a parser of C."""

    def __getattr__(self, name: str) -> Any:
        return getattr(ffi, name)

    def new(self, kind: str, *given: Any) -> Any:
        return ffi.new(_SIZE.sub("[]", kind) if given else kind, *given)


def finish(pdf: Any) -> None:
    """Take the CFF out of its OpenType wrapping: in that, PDFium takes CIDs for glyph numbers and draws wrong signs."""
    for thing in pdf.objects:
        if isinstance(thing, dict) and thing.get("Subtype") == "/CIDFontType0" and b"CJK" in bytes(thing["BaseFont"]):
            stream = _at(pdf, _at(pdf, thing["FontDescriptor"])["FontFile3"])
            thing.pop("CIDToGIDMap")  # only for TrueType (ISO 32000-1, table 117)
            if stream.extra["Subtype"] == "/OpenType":  # two sizes of a face share one file
                stream.stream[0] = _cff(stream.stream[0])
                stream.extra["Subtype"] = "/CIDFontType0C"


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _cff(font: bytes) -> bytes:
    """The CFF table of an OpenType font, found by its table directory (OpenType, "Table directory")."""
    for entry in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        tag, _, start, length = struct.unpack(">4sLLL", font[entry : entry + 16])
        if tag == b"CFF ":
            return font[start : start + length]
    raise ValueError("no CFF table in a Chinese face")
