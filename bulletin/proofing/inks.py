"""What the pages of a PDF paint: type sizes, inks, lines, pictures, missing glyphs. Follows the page's operators.

Operators as in ISO 32000-1, annex A. Forms and tiling patterns are followed too; soft masks are not.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import numpy as np
import pikepdf
from PIL import Image

from bulletin.press.graphics import (
    BUILDS_PATH,
    FILLS,
    PAINTS,
    SHOWS_TEXT,
    STROKES,
    Box,
    State,
    bounds,
    follow,
    form_matrix,
)
from bulletin.proofing.codes import Codes
from bulletin.proofing.sizes import Sizes, Tally

CROWD, BACK = 6, 170
"""How many letters make a run that is judged; how far its letters move back, in thousandths of an em."""
_BLACK = (0.0, 0.0, 0.0, 1.0)
_DEVICE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}


@dataclass(frozen=True, slots=True, order=True)
class Raster:
    """A raster image where it stands: page, pixels, and how many of them an inch gets on paper."""

    page: int
    width: int
    height: int
    dpi: float
    colours: str


@dataclass(frozen=True, slots=True)
class Inks:
    """Sizes in pt, 0 where there is none; `smallest_words` leaves out text that is digits only, such as raised numbers.

    `missing_glyphs` counts what prints as an empty box (CID 0); `total` is the most ink that one colour lays on paper,
    in percent, 0 without CMYK; `coloured_text` is the smallest text in CMYK that is neither K alone nor paper.
    """

    smallest_type: float
    smallest_words: float
    thinnest_line: float
    coloured_text: float
    total: float
    colours: tuple[str, ...]
    pictures: tuple[Raster, ...]
    missing_glyphs: int
    floors: tuple[tuple[float, ...], ...] = ()
    """For each page the heights in pt at which things that are painted begin, in order, each once."""
    crowded: tuple[tuple[int, str], ...] = ()
    """Runs whose letters are set over each other: the page and the words."""
    sizes: Sizes = field(default_factory=Sizes)
    knocks_out: float = 0.0
    """The smallest black text, in CMYK, that takes away what is below it; 0 where all overprints."""


def read_inks(pdf: pikepdf.Pdf) -> Inks:
    """Everything that is painted, over all pages."""
    reader = _Reader()
    for number, page in enumerate(pdf.pages, 1):
        reader.page = number
        reader.walk(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()), State(pikepdf.Matrix()))
    return Inks(
        smallest_type=round(min(reader.sizes, default=0.0), 2),
        smallest_words=round(min(reader.words, default=0.0), 2),
        thinnest_line=round(min(reader.lines, default=0.0), 3),
        coloured_text=round(min(reader.coloured, default=0.0), 2),
        total=round(100 * max(reader.inks, default=0.0), 1),
        colours=tuple(sorted(reader.colours)),
        pictures=tuple(sorted(reader.pictures)),
        missing_glyphs=reader.missing,
        floors=tuple(tuple(sorted(reader.floors.get(number, ()))) for number in range(1, len(pdf.pages) + 1)),
        crowded=tuple(reader.crowded),
        knocks_out=round(min(reader.knocking, default=0.0), 2),
        sizes=reader.tally.sizes(),
    )


class _Reader:
    def __init__(self) -> None:
        self.page = 0
        self.sizes: set[float] = set()
        self.words: set[float] = set()
        self.tally = Tally()
        self.lines: set[float] = set()
        self.coloured: set[float] = set()
        self.knocking: set[float] = set()
        self.inks: set[float] = set()
        self.colours: set[str] = set()
        self.pictures: set[Raster] = set()
        self.missing = 0
        self.floors: dict[int, set[float]] = {}
        self.crowded: dict[tuple[int, str], None] = {}
        self._codes = Codes()
        self._path: list[tuple[str, list[float]]] = []
        self._clips = False

    def walk(self, stream: Any, resources: Any, state: State) -> None:
        """Follow the operators of one page, form or pattern. `hairline` is the clip that lets only a line through."""
        stack: list[tuple[State, Box | None]] = []
        hairline: Box | None = None
        for step in pikepdf.parse_content_stream(stream):
            operands, name = step.operands, str(step.operator)
            if name == "q":
                stack.append((state, hairline))
            elif name == "Q" and stack:
                state, hairline = stack.pop()
            elif name in BUILDS_PATH:
                self._path.append((name, [float(number) for number in operands]))
            elif name in ("W", "W*"):
                self._clips = True
            elif name in PAINTS:
                hairline = self._trace(name, state, hairline)
            elif name in SHOWS_TEXT:
                self._show(state, operands[-1])
            elif name == "Do":
                self._paint(resources.XObject[operands[0]], resources, state)
            else:
                self._colour(name, operands, resources)
                state = follow(state, name, operands, resources)

    def _trace(self, name: str, state: State, hairline: Box | None) -> Box | None:
        """The end of a path: how thin it is, and the clip from now on."""
        box = bounds(self._path)
        thin = min(_on_paper(box, state)) if box else 1.0
        if name in STROKES and state.stroke_alpha:
            self.lines.add(state.line_width)
        if name in FILLS and state.fill_alpha:
            self._ink(state.fill)
            self._stands(hairline or box, state)
            within = min(_on_paper(hairline, state)) if hairline else thin
            self.lines |= {width for width in (thin, within) if 0 < width < 1}
        if self._clips and box and thin < 1:
            hairline = box
        self._path, self._clips = [], False
        return hairline

    def _stands(self, box: Box | None, state: State) -> None:
        """Note where a box begins; the foot of text is its baseline."""
        if box:
            at = state.matrix
            feet = (box.bottom * at.d + at.f, box.top * at.d + at.f)
            self.floors.setdefault(self.page, set()).add(round(min(feet), 1))

    def _ink(self, colour: tuple[float, ...]) -> None:
        if len(colour) == 4:
            self.inks.add(sum(colour))

    def _show(self, state: State, shown: Any) -> None:
        """Text: an array holds strings and the kerning between them."""
        parts = _parts(shown)
        text = b"".join(part for part in parts if isinstance(part, bytes))
        if not text:
            return
        size = state.type_size
        self.sizes.add(size)
        place = state.text @ state.matrix
        self.floors.setdefault(self.page, set()).add(round(place.f, 1))
        self._ink(state.fill)
        if len(state.fill) == 4 and any(state.fill[:3]):
            self.coloured.add(size)
        if state.fill == _BLACK and not state.fill_over:
            self.knocking.add(size)
        if state.font is None or state.font.get("/Subtype") != "/Type0":
            self.words.add(size)
            self.tally.add(text.decode("latin-1"), size)
            return
        codes = [int.from_bytes(text[at : at + 2], "big") for at in range(0, len(text), 2)]
        self.tally.add(self._codes.read(state.font, codes), size)
        empty, digits = self._codes.empty(state.font), self._codes.digits(state.font)
        self.missing += sum(code in empty for code in codes)
        if _crowded(parts):
            self.crowded[self.page, self._codes.words(state.font, codes)] = None
        if not set(codes) <= digits:
            self.words.add(size)

    def _paint(self, thing: Any, resources: Any, state: State) -> None:
        if thing.get("/Subtype") == "/Form":
            self.walk(thing, thing.get("/Resources", resources), _placed(state, form_matrix(thing)))
        elif thing.get("/Subtype") == "/Image":
            colours = _space(thing.get("/ColorSpace", pikepdf.Name.DeviceGray))
            width, height = int(thing.Width), int(thing.Height)
            a, b, c, d = state.matrix.a, state.matrix.b, state.matrix.c, state.matrix.d
            dpi = min(width / math.hypot(a, b), height / math.hypot(c, d)) * 72
            self.colours.add(colours)
            if colours == "DeviceCMYK":
                self.inks.add(_most_of(thing))
            self.pictures.add(Raster(self.page, width, height, round(dpi, 1), colours))

    def _colour(self, name: str, operands: Any, resources: Any) -> None:
        if name.lower() in _DEVICE:
            self.colours.add(_DEVICE[name.lower()])
        elif name in ("cs", "CS"):
            spaces = resources.get("/ColorSpace", pikepdf.Dictionary())
            space = spaces.get(operands[0], operands[0])
            if not _is_for_all_plates(space):
                self.colours.add(_space(space))
        elif name in ("scn", "SCN") and operands and isinstance(operands[-1], pikepdf.Name):
            self._pattern(resources.Pattern[operands[-1]], resources)
        elif name == "sh":
            self.colours.add(_space(resources.Shading[operands[0]].ColorSpace))

    def _pattern(self, pattern: Any, resources: Any) -> None:
        if pattern.PatternType == 1:
            self.walk(pattern, pattern.get("/Resources", resources), State(form_matrix(pattern)))
        else:
            self.colours.add(_space(pattern.Shading.ColorSpace))


def _parts(shown: Any) -> list[bytes | float]:
    """The strings of an operand, and the moves between them in thousandths of an em."""
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    return [bytes(part) if isinstance(part, pikepdf.String) else float(part) for part in parts]


def _crowded(parts: list[bytes | float]) -> bool:
    """Are most letters of a run drawn back onto those before them? Kerning and squeezed marks move a few."""
    moves: list[float] = []
    for part in parts:
        if isinstance(part, bytes):
            moves += [0.0] * (len(part) // 2)
        else:
            moves[-1:] = [moves[-1] + part] if moves else []
    if len(moves) < CROWD or 2 * sum(move >= BACK for move in moves) < len(moves):
        return False
    return median(moves) >= BACK


def _on_paper(box: Box, state: State) -> tuple[float, float]:
    """Width and height in pt."""
    matrix = state.matrix
    return box.width * math.hypot(matrix.a, matrix.b), box.height * math.hypot(matrix.c, matrix.d)


def _placed(state: State, own: pikepdf.Matrix) -> State:
    return state._replace(matrix=own @ state.matrix)


def _is_for_all_plates(space: Any) -> bool:
    """Is it what marks are set in, which print on every plate and lie beside the page?"""
    return isinstance(space, pikepdf.Array) and list(map(str, list(space)[:2])) == ["/Separation", "/All"]


def _most_of(picture: Any) -> float:
    """The most ink that a picture in CMYK lays on one spot; 4 where it cannot be told."""
    data = picture.read_raw_bytes() if picture.get("/Filter") == "/DCTDecode" else picture.read_bytes()
    if picture.get("/Filter") == "/DCTDecode":
        with Image.open(io.BytesIO(data)) as image:
            parts = np.asarray(image)
    else:
        parts = np.frombuffer(data, np.uint8).reshape(-1, 4)
    total = parts[..., 0].astype(np.uint16)
    for ink in (1, 2, 3):  # much faster than a sum over the last axis
        total += parts[..., ink]
    return float(total.max()) / 255


def _space(space: Any) -> str:
    """The name of a colour space: DeviceRGB, ICCBased, Indexed …"""
    return str(space[0] if isinstance(space, pikepdf.Array) else space).removeprefix("/")
