"""What a finished page paints, in the order of painting: runs of text and shapes, and where they stand.

Read by PDFium, whose boxes of text are those of the ink: the outlines of the glyphs, not their em boxes. Lengths in pt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import c_float, c_int, c_uint, c_ushort
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2
from pypdfium2 import raw

from bulletin.press.graphics import Box

_WHITE = (255, 255, 255)
_TINT = 200
"""Of 255: the least of each colour in a tint."""
_RECTANGLE = 5
"""Segments of a path that is one rectangle at most: four corners and the way back."""


@dataclass(frozen=True, slots=True)
class Transform:
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def under(self, outer: Transform) -> Transform:
        """First this one, then the outer one."""
        return Transform(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            self.e * outer.a + self.f * outer.c + outer.e,
            self.e * outer.b + self.f * outer.d + outer.f,
        )

    def of(self, box: Box) -> Box:
        """The upright rectangle around the box, moved."""
        corners = [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        across = [self.a * x + self.c * y + self.e for x, y in corners]
        up = [self.b * x + self.d * y + self.f for x, y in corners]
        return Box(min(across), min(up), max(across), max(up))


@dataclass(frozen=True, eq=False)
class Thing:
    """One run of text, one shape or one picture; `order` counts what was painted before it."""

    order: int
    kind: int
    box: Box
    handle: Any
    matrix: Transform

    @property
    def is_text(self) -> bool:
        return bool(self.kind == raw.FPDF_PAGEOBJ_TEXT)

    @cached_property
    def clip(self) -> Box | None:
        """What its clips let through, at most; None where nothing clips it."""
        return clip_of(self.handle, self.matrix)

    @cached_property
    def seen(self) -> Box:
        """Its box within its clip; a border is painted as a frame that is clipped to one side."""
        return _within(self.box, self.clip) if self.clip else self.box

    @cached_property
    def _modes(self) -> tuple[int, bool]:
        fill, stroke = c_int(), c_int()
        raw.FPDFPath_GetDrawMode(self.handle, fill, stroke)
        return fill.value, bool(stroke.value)

    @cached_property
    def fills(self) -> bool:
        """Does it lay an opaque surface? Pictures do."""
        return not self.is_text and (self.kind != raw.FPDF_PAGEOBJ_PATH or (self._modes[0] > 0 and self._colour[3] > 0))

    @cached_property
    def strokes(self) -> bool:
        return bool(self.kind == raw.FPDF_PAGEOBJ_PATH) and self._modes[1]

    @cached_property
    def is_paper(self) -> bool:
        """Is it a white surface, which does no harm to what is painted on it?"""
        return self._colour[:3] == _WHITE and self.is_pale

    @cached_property
    def is_pale(self) -> bool:
        """Is it a tint, on which and beside which text is read as well?"""
        return bool(self.kind == raw.FPDF_PAGEOBJ_PATH) and min(self._colour[:3]) >= _TINT and not self.strokes

    @cached_property
    def is_rectangle(self) -> bool:
        if self.kind != raw.FPDF_PAGEOBJ_PATH:
            return True
        return bool(raw.FPDFPath_CountSegments(self.handle) <= _RECTANGLE) and not self.strokes

    @cached_property
    def _colour(self) -> tuple[int, int, int, int]:
        parts = c_uint(), c_uint(), c_uint(), c_uint()
        raw.FPDFPageObj_GetFillColor(self.handle, *parts)
        red, green, blue, alpha = (part.value for part in parts)
        return red, green, blue, alpha


def things(page: pypdfium2.PdfPage) -> list[Thing]:
    """Everything on the page that is painted, forms opened."""
    found: list[Thing] = []
    count = raw.FPDFPage_CountObjects(page.raw)
    for kind, handle, matrix in _walk(count, lambda at: raw.FPDFPage_GetObject(page.raw, at), Transform()):
        found.append(Thing(len(found), kind, matrix.of(_bounds(handle)), handle, matrix))
    return found


def _walk(count: int, get: Callable[[int], Any], outer: Transform) -> Iterator[tuple[int, Any, Transform]]:
    for at in range(count):
        handle = get(at)
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            inner = _matrix(handle).under(outer)
            yield from _walk(raw.FPDFFormObj_CountObjects(handle), _of_form(handle), inner)
        else:
            yield kind, handle, outer


def _of_form(form: Any) -> Callable[[int], Any]:
    return lambda at: raw.FPDFFormObj_GetObject(form, at)


def _matrix(handle: Any) -> Transform:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, found)
    return Transform(found.a, found.b, found.c, found.d, found.e, found.f)


def _bounds(handle: Any) -> Box:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return Box(left.value, bottom.value, right.value, top.value)


def clip_of(handle: Any, matrix: Transform) -> Box | None:
    """The rectangle that all clips of a thing leave."""
    clip = raw.FPDFPageObj_GetClipPath(handle)
    left: Box | None = None
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip))):
        points = list(_points(clip, path))
        if points:
            across, up = [x for x, _ in points], [y for _, y in points]
            box = matrix.of(Box(min(across), min(up), max(across), max(up)))
            left = _within(left, box) if left else box
    return left


def _points(clip: Any, path: int) -> Iterator[tuple[float, float]]:
    x, y = c_float(), c_float()
    for segment in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, segment), x, y)
        yield x.value, y.value


def _within(one: Box, other: Box) -> Box:
    left, bottom = max(one.left, other.left), max(one.bottom, other.bottom)
    return Box(left, bottom, max(left, min(one.right, other.right)), max(bottom, min(one.top, other.top)))


def words_of(thing: Thing, text: pypdfium2.PdfTextPage) -> str:
    """The words of a run, as a reader would copy them."""
    size = raw.FPDFTextObj_GetText(thing.handle, text.raw, None, 0)
    held = (c_ushort * (size // 2 + 1))()
    raw.FPDFTextObj_GetText(thing.handle, text.raw, held, size)
    return " ".join(bytes(held)[:size].decode("utf-16-le", "replace").rstrip("\0").split())
