"""What the pages of a PDF paint: type sizes, colour spaces, pictures, missing glyphs. Follows the page's operators.

Operators as in ISO 32000-1, annex A. Forms and tiling patterns are followed too; soft masks are not.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

_DEVICE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}


@dataclass(frozen=True, slots=True, order=True)
class Picture:
    """A raster image where it stands: page, pixels, and how many of them an inch gets on paper."""

    page: int
    width: int
    height: int
    dpi: float
    colours: str


@dataclass(frozen=True, slots=True)
class Inks:
    """`smallest_type` in pt, 0 without text; `missing_glyphs` counts what prints as an empty box (CID 0)."""

    smallest_type: float
    colours: tuple[str, ...]
    pictures: tuple[Picture, ...]
    missing_glyphs: int


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state, as far as it is asked for."""

    matrix: pikepdf.Matrix
    text: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    size: float = 0
    font: Any = None


def read_inks(pdf: pikepdf.Pdf) -> Inks:
    """Everything that is painted, over all pages."""
    reader = _Reader()
    for number, page in enumerate(pdf.pages, 1):
        reader.page = number
        reader.walk(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()), pikepdf.Matrix())
    return Inks(
        smallest_type=round(min(reader.sizes, default=0.0), 2),
        colours=tuple(sorted(reader.colours)),
        pictures=tuple(sorted(reader.pictures)),
        missing_glyphs=reader.missing,
    )


class _Reader:
    def __init__(self) -> None:
        self.page = 0
        self.sizes: set[float] = set()
        self.colours: set[str] = set()
        self.pictures: set[Picture] = set()
        self.missing = 0
        self._missing_codes: dict[Any, frozenset[int]] = {}

    def walk(self, stream: Any, resources: Any, matrix: pikepdf.Matrix) -> None:
        """Follow the operators of one page, form or pattern."""
        state, stack = _State(matrix), []
        for step in pikepdf.parse_content_stream(stream):
            operands, name = step.operands, str(step.operator)
            if name == "q":
                stack.append(state)
            elif name == "Q" and stack:
                state = stack.pop()
            elif name in ("cm", "BT", "Tm", "Tf"):
                state = _moved(state, name, operands, resources)
            elif name in ("Tj", "TJ", "'", '"'):
                self._show(state, operands[-1])
            elif name == "Do":
                self._paint(resources.XObject[operands[0]], resources, state)
            else:
                self._colour(name, operands, resources)

    def _show(self, state: _State, shown: Any) -> None:
        """Text: an array holds strings and the kerning between them."""
        parts = shown if isinstance(shown, pikepdf.Array) else [shown]
        text = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        if not text:
            return
        self.sizes.add(state.size * _scale(state.text @ state.matrix))
        if state.font is not None and state.font.get("/Subtype") == "/Type0":
            empty = self._empty_codes(state.font)
            self.missing += sum(int.from_bytes(text[at : at + 2], "big") in empty for at in range(0, len(text), 2))

    def _empty_codes(self, font: Any) -> frozenset[int]:
        """Codes that give CID 0. WeasyPrint maps each missing character to a code of its own, by a CMap."""
        key = font.objgen
        if key not in self._missing_codes:
            encoding = font.get("/Encoding")
            codes = {0}
            if isinstance(encoding, pikepdf.Stream):
                found = re.findall(rb"<([0-9a-f]{4})> 0\b", encoding.read_bytes())
                codes |= {int(code, 16) for code in found}
            self._missing_codes[key] = frozenset(codes)
        return self._missing_codes[key]

    def _paint(self, thing: Any, resources: Any, state: _State) -> None:
        if thing.get("/Subtype") == "/Form":
            own = pikepdf.Matrix(thing.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])))
            self.walk(thing, thing.get("/Resources", resources), own @ state.matrix)
        elif thing.get("/Subtype") == "/Image":
            colours = _space(thing.get("/ColorSpace", pikepdf.Name.DeviceGray))
            width, height = int(thing.Width), int(thing.Height)
            a, b, c, d = state.matrix.a, state.matrix.b, state.matrix.c, state.matrix.d
            dpi = min(width / math.hypot(a, b), height / math.hypot(c, d)) * 72
            self.colours.add(colours)
            self.pictures.add(Picture(self.page, width, height, round(dpi, 1), colours))

    def _colour(self, name: str, operands: Any, resources: Any) -> None:
        if name.lower() in _DEVICE:
            self.colours.add(_DEVICE[name.lower()])
        elif name in ("cs", "CS"):
            spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
            self.colours.add(_space(spaces.get(operands[0], operands[0])))
        elif name in ("scn", "SCN") and operands and isinstance(operands[-1], pikepdf.Name):
            self._pattern(resources.Pattern[operands[-1]], resources)
        elif name == "sh":
            self.colours.add(_space(resources.Shading[operands[0]].ColorSpace))

    def _pattern(self, pattern: Any, resources: Any) -> None:
        if pattern.PatternType == 1:
            self.walk(pattern, pattern.get("/Resources", resources), pikepdf.Matrix(pattern.get("/Matrix")))
        else:
            self.colours.add(_space(pattern.Shading.ColorSpace))


def _moved(state: _State, name: str, operands: Any, resources: Any) -> _State:
    if name == "cm":
        return replace(state, matrix=pikepdf.Matrix(*map(float, operands)) @ state.matrix)
    if name == "BT":
        return replace(state, text=pikepdf.Matrix())
    if name == "Tm":
        return replace(state, text=pikepdf.Matrix(*map(float, operands)))
    return replace(state, font=resources.Font.get(operands[0]), size=float(operands[1]))


def _scale(matrix: pikepdf.Matrix) -> float:
    return math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def _space(space: Any) -> str:
    """The name of a colour space: DeviceRGB, ICCBased, Indexed …"""
    return str(space[0] if isinstance(space, pikepdf.Array) else space).removeprefix("/")
