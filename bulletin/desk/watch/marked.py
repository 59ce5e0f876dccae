"""What stands where on the pages of a finished PDF: its tags say what belongs together, its text where each piece is.

Places are shares of the page, from its upper left corner, so that they hold at any size of the picture.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
from pypdfium2 import raw

from bulletin.pages.by_page import Leaf

BLOCKS = frozenset(["/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LI", "/Caption", "/BlockQuote", "/Figure", "/TR"])
"""Tags of what a reader takes for one thing."""
_LINK = "/Link"
_SMALL = 0.6
"""The share of the lower of two boxes by which they overlap if they stand on one line."""
NONE: Mapping[Leaf, Sheet] = {}
_PREVIEW = 0.75
"""Pixels a point of the picture by which a page is told from the one before."""


class Box(NamedTuple):
    """Left, top, width and height, as shares of the page."""

    x: float
    y: float
    w: float
    h: float


class Glyph(NamedTuple):
    """A character of a page. `link`: it stands in a link, as the raised numbers do."""

    char: str
    box: Box
    link: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One thing on a page, by its tag: `P`, `H2`, `TR`, `Figure`; of a picture the alternative text and its frame."""

    tag: str
    glyphs: tuple[Glyph, ...]
    alt: str = ""
    frame: Box | None = None

    @property
    def words(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in pt, what stands on it, in the order of reading, and the digest of how it looks."""

    number: int
    width: float
    height: float
    parts: tuple[Part, ...]
    digest: str


class _Tagged(NamedTuple):
    """The thing that a marked piece of a page belongs to."""

    key: tuple[int, int]
    tag: str
    alt: str
    frame: tuple[float, ...]


class _Mark(NamedTuple):
    """A marked piece of a page: its thing, and whether it stands in a link."""

    thing: _Tagged
    link: bool


def read_sheets(leaves: Sequence[Leaf], before: Mapping[Leaf, Sheet] = NONE) -> tuple[Sheet, ...]:
    """Every page; one that is a page `before`, or looks as one, is that one, and is not read again.

    Raises pikepdf.PdfError and pypdfium2.PdfiumError for what is no PDF.
    """
    known = {sheet.digest: sheet for sheet in before.values()}
    found = {number: replace(before[leaf], number=number) for number, leaf in enumerate(leaves, 1) if leaf in before}
    for file in dict.fromkeys(leaf.file for leaf in leaves if leaf not in before):
        numbers = {leaf.at: number for number, leaf in enumerate(leaves, 1) if leaf.file is file}
        found |= {sheet.number: sheet for sheet in _read(file, numbers, known) if sheet.number not in found}
    return tuple(found[number] for number in sorted(found))


def _read(file: bytes, numbers: Mapping[int, int], known: Mapping[str, Sheet]) -> Iterator[Sheet]:
    """The pages of one file that are asked for by their index, each with its number."""
    with pikepdf.open(io.BytesIO(file)) as pdf:
        tables = _tables(pdf)
        tags = {at: tables.get(int(pdf.pages[at].obj.get("/StructParents", -1)), {}) for at in numbers}
    document = pypdfium2.PdfDocument(file)
    try:
        for at, number in numbers.items():
            yield _sheet(number, document[at], tags[at], known)
    finally:
        document.close()


def _tables(pdf: pikepdf.Pdf) -> dict[int, dict[int, _Mark]]:
    """For each page the thing of every marked piece, by the piece's number (ISO 32000-1, 14.7.4.4)."""
    root = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
    numbers: Any = root.get("/ParentTree", pikepdf.Dictionary()).get("/Nums", [])
    known: dict[tuple[int, int], _Mark | None] = {}
    found: dict[int, dict[int, _Mark]] = {}
    for at in range(0, len(numbers), 2):
        if isinstance(held := numbers[at + 1], pikepdf.Array):
            pieces = ((n, _mark(element, known)) for n, element in enumerate(held) if element is not None)
            found[int(numbers[at])] = {n: mark for n, mark in pieces if mark}
    return found


def _mark(element: Any, known: dict[tuple[int, int], _Mark | None]) -> _Mark | None:
    """The nearest thing above an element; None where nothing is one."""
    key = element.objgen
    if key not in known:
        tag = str(element.get("/S", ""))
        if tag in BLOCKS and not _in_row(element):
            known[key] = _Mark(_Tagged(key, tag[1:], str(element.get("/Alt", "")), _frame(element)), False)
        elif (above := element.get("/P")) is not None:
            over = _mark(above, known)
            known[key] = over and _Mark(over.thing, over.link or tag == _LINK)
        else:
            known[key] = None
    return known[key]


def _in_row(element: Any) -> bool:
    """A paragraph in a cell belongs to the row; a figure there is one of its own."""
    above = element.get("/P")
    return above is not None and str(element.S) != "/Figure" and str(above.get("/S", "")) in ("/TD", "/TH")


def _frame(element: Any) -> tuple[float, ...]:
    """The box of a figure, in pt from the lower left corner."""
    attributes = element.get("/A")
    held = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    boxes = (one.get("/BBox") for one in held if isinstance(one, pikepdf.Dictionary))
    return next((tuple(map(float, box)) for box in boxes if box is not None), ())


def _sheet(number: int, page: pypdfium2.PdfPage, marks: dict[int, _Mark], known: Mapping[str, Sheet]) -> Sheet:
    digest = _digest(page)
    if digest in known:
        return replace(known[digest], number=number)
    width, height = page.get_size()
    glyphs: dict[_Tagged, list[Glyph]] = {}
    for mark, char, edges in _characters(page, marks):
        glyphs.setdefault(mark.thing, []).append(Glyph(char, _box(edges, width, height), mark.link))
    for mark in marks.values():  # a figure without words
        if mark.thing.alt:
            glyphs.setdefault(mark.thing, [])
    parts = (_part(tagged, found, width, height) for tagged, found in glyphs.items())
    return Sheet(number, width, height, tuple(part for part in parts if part), digest)


def _part(tagged: _Tagged, glyphs: list[Glyph], width: float, height: float) -> Part | None:
    frame = None
    if len(tagged.frame) == 4:
        frame = _box(tagged.frame, width, height)
    return Part(tagged.tag, tuple(glyphs), tagged.alt, frame) if glyphs or frame else None


def _characters(
    page: pypdfium2.PdfPage, marks: dict[int, _Mark]
) -> Iterator[tuple[_Mark, str, tuple[float, float, float, float]]]:
    """Each marked character with its edges in pt: left, bottom, right, top."""
    text, box = page.get_textpage(), raw.FS_RECTF()
    known: dict[int, _Mark | None] = {}
    try:
        for at in range(raw.FPDFText_CountChars(text)):
            thing = raw.FPDFText_GetTextObject(text, at)
            code = raw.FPDFText_GetUnicode(text, at)
            if not thing or code in (0, 0xFFFE) or 0xD800 <= code < 0xE000:
                continue  # a space or an end of a line that the reader makes up
            address = ctypes.addressof(thing.contents)
            if address not in known:
                known[address] = marks.get(raw.FPDFPageObj_GetMarkedContentID(thing))
            if (mark := known[address]) and raw.FPDFText_GetLooseCharBox(text, at, box):
                yield mark, chr(code), (box.left, box.bottom, box.right, box.top)
    finally:
        text.close()


def _box(edges: tuple[float, float, float, float], width: float, height: float) -> Box:
    left, bottom, right, top = edges
    return Box(left / width, 1 - top / height, (right - left) / width, (top - bottom) / height)


def _digest(page: pypdfium2.PdfPage) -> str:
    bitmap = page.render(scale=_PREVIEW, grayscale=False)
    try:
        return sha256(bytes(bitmap.buffer)).hexdigest()[:20]
    finally:
        bitmap.close()


@lru_cache(maxsize=8192)
def lines(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """One box for each line of characters that follow each other; of most pages they are those of the last look."""
    found: list[Box] = []
    for box in boxes:
        last = found[-1] if found else None
        if last and _beside(last, box):
            left, top = min(last.x, box.x), min(last.y, box.y)
            right, foot = max(last.x + last.w, box.x + box.w), max(last.y + last.h, box.y + box.h)
            found[-1] = Box(left, top, right - left, foot - top)
        else:
            found.append(box)
    return tuple(found)


def _beside(one: Box, other: Box) -> bool:
    over = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return over >= _SMALL * min(one.h, other.h) and other.x >= one.x - 0.01
