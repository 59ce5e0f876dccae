"""What stands around the trim for the shop: crop, fold and register marks, a bar of colours, and a line of words.

Marks print on every plate: they are set in the colour space All. Everything stands outside the bleed. The words are
outlines, so that they bring no face along; no clock is asked, so that the same pages give the same bytes.
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from bulletin.edition.blocks import Masthead
from bulletin.press.graphics import Box
from bulletin.press.lettering import Letters
from bulletin.press.palette import Ink
from bulletin.press.separate import LEAST_LINE
from bulletin.variant import Language

MM = 72 / 25.4
BLEED, SLUG = 3 * MM, 10 * MM
"""How far colour runs over the trim, and the margin around the trim that holds the marks."""
OFFSET = 5 * MM
"""From the trim to where a mark begins: outside the bleed."""
MIDDLE, REACH, RING = 7 * MM, 2 * MM, 1.2 * MM
"""Of a register mark: from the trim to its middle, half its cross, and the radius of its ring."""
ASIDE = 0.75
"""Where the register marks of head and foot stand, as a share of the width: a sheet is folded in its middle."""
PATCH, BAR = 4 * MM, 15 * MM
"""A patch of the colour bar, and from the trim's left edge to where bar and words begin."""
SMALL, BASE = 5.5, 7.2 * MM
"""Size of the words in pt; from the trim to their base line."""
SOLIDS: tuple[Ink, ...] = ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))
PATCHES: tuple[Ink, ...] = (
    *SOLIDS,
    *((0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 0, 0)),
    *((0.5, 0, 0, 0), (0, 0.5, 0, 0), (0, 0, 0.5, 0), (0, 0, 0, 0.5)),
)
"""Each ink, each two over each other, and half of each."""
PLATES = ("Cyan", "Magenta", "Yellow", "Black")
_ROUND = 0.5523
"""Of a quarter circle drawn as one curve: how far its handles reach."""

Line = tuple[float, float, float, float]


def all_plates(pdf: pikepdf.Pdf) -> Array:
    """The colour space that prints on every plate (ISO 32000-1, 8.6.6.4), for the resources of a page."""
    build = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(build)])


def marks(trim: Box, words: str, letters: Letters | None) -> bytes:
    """Everything around the trim; `words` are left away where no letters are given."""
    lines = [*_crop(trim), *(line for x, y in _middles(trim) for line in _cross(x, y))]
    rings = " ".join(_ring(x, y) for x, y in _middles(trim))
    said = _words(trim, words, letters) if letters else b""
    return b"q /All CS 1 SCN " + drawn(lines) + f" {rings} Q\n".encode() + _bar(trim) + said


def _crop(trim: Box) -> list[Line]:
    """Where to cut: two lines at each corner."""
    lines: list[Line] = []
    for x in (trim.left, trim.right):
        lines += [(x, trim.bottom - SLUG, x, trim.bottom - OFFSET), (x, trim.top + OFFSET, x, trim.top + SLUG)]
    for y in (trim.bottom, trim.top):
        lines += [(trim.left - SLUG, y, trim.left - OFFSET, y), (trim.right + OFFSET, y, trim.right + SLUG, y)]
    return lines


def fold_marks(trim: Box) -> bytes:
    """Where to fold: a dashed line above and below the middle."""
    x = (trim.left + trim.right) / 2
    lines = [(x, trim.bottom - SLUG, x, trim.bottom - OFFSET), (x, trim.top + OFFSET, x, trim.top + SLUG)]
    return b"q /All CS 1 SCN [2 2] 0 d " + drawn(lines) + b" Q\n"


def drawn(lines: list[Line]) -> bytes:
    """Operators for lines of the least thickness."""
    strokes = " ".join(f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l S" for x, y, to_x, to_y in lines)
    return f"{LEAST_LINE:.4f} w {strokes}".encode()


def _middles(trim: Box) -> list[tuple[float, float]]:
    x, y = trim.left + ASIDE * trim.width, (trim.bottom + trim.top) / 2
    return [
        (trim.left - MIDDLE, y),
        (trim.right + MIDDLE, y),
        (x, trim.bottom - MIDDLE),
        (x, trim.top + MIDDLE),
    ]


def _cross(x: float, y: float) -> list[Line]:
    return [(x - REACH, y, x + REACH, y), (x, y - REACH, x, y + REACH)]


def _ring(x: float, y: float) -> str:
    r, k = RING, RING * _ROUND
    return (
        f"{x + r:.3f} {y:.3f} m {x + r:.3f} {y + k:.3f} {x + k:.3f} {y + r:.3f} {x:.3f} {y + r:.3f} c "
        f"{x - k:.3f} {y + r:.3f} {x - r:.3f} {y + k:.3f} {x - r:.3f} {y:.3f} c "
        f"{x - r:.3f} {y - k:.3f} {x - k:.3f} {y - r:.3f} {x:.3f} {y - r:.3f} c "
        f"{x + k:.3f} {y - r:.3f} {x + r:.3f} {y - k:.3f} {x + r:.3f} {y:.3f} c S"
    )


def _bar(trim: Box) -> bytes:
    """The patches at the foot, from the left."""
    x, y = trim.left + BAR, trim.bottom - OFFSET - PATCH
    patches = (
        f"{_ink(ink)} k {x + i * PATCH:.3f} {y:.3f} {PATCH:.3f} {PATCH:.3f} re f" for i, ink in enumerate(PATCHES)
    )
    return f"q {' '.join(patches)} Q\n".encode()


def _words(trim: Box, words: str, letters: Letters) -> bytes:
    """At the head: what this is, on every plate; then the name of each plate in its own ink."""
    x, y = trim.left + BAR, trim.top + BASE
    names = [letters.set(name, SMALL) for name in PLATES]
    room = ASIDE * trim.width - BAR - 2 * REACH - sum(one.width + SMALL for one in names)
    told = letters.set(words, SMALL, room)
    steps = [f"q /All cs 1 scn 1 0 0 1 {x:.3f} {y:.3f} cm {told.path} f Q"]
    x += told.width + 2 * SMALL
    for ink, name in zip(SOLIDS, names, strict=True):
        steps.append(f"q {_ink(ink)} k 1 0 0 1 {x:.3f} {y:.3f} cm {name.path} f Q")
        x += name.width + SMALL
    return "\n".join((*steps, "")).encode()


def _ink(ink: Ink) -> str:
    return " ".join(f"{part:g}" for part in ink)


def slug_text(head: Masthead, language: Language) -> str:
    """Which publication the shop holds, and the date of its facts."""
    languages = ("zh", "en") if language == "bilingual" else (language,)
    parts = (getattr(text, each) for text in (head.title, head.told) for each in languages)
    return "  ".join(dict.fromkeys(part for part in parts if part))
