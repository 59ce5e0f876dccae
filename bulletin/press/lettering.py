"""Words as outlines: small type for the shop, which needs no face in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTCollection, TTFont

from bulletin.faces import HEI, Faces

LATIN, CHINESE = "SourceSansPro-Regular.otf", "NotoSansCJK-Regular.ttc"
_FAMILY = 1
"""The record of a face's `name` table that holds its family."""


@dataclass(frozen=True, slots=True)
class Outlined:
    """Operators of one path that begins at 0, and how wide it is in pt."""

    path: str
    width: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    """In thousandths of an em."""

    steps: tuple[tuple[str, tuple[float, ...]], ...]
    width: float


class Letters:
    """Sets words in our upright faces without serifs; a face is opened when its first character is asked for."""

    def __init__(self, faces: Faces):
        self._files = {path.name: path for path in faces.files}

    def set(self, words: str, size: float, room: float = float("inf")) -> Outlined:
        """One line; what is wider than `room` ends in an ellipsis. What no face has is left away."""
        chars = [char for char in words if self._glyph(char)]
        if self._wide(chars, size) > room:
            while chars and self._wide([*chars, "…"], size) > room:
                chars.pop()
            chars.append("…")
        steps, x = [], 0.0
        for char in chars:
            glyph = self._glyph(char)
            assert glyph
            steps += [_operator(name, numbers, x, size / 1000) for name, numbers in glyph.steps]
            x += glyph.width * size / 1000
        return Outlined(" ".join(steps), x)

    def _wide(self, chars: list[str], size: float) -> float:
        return sum(glyph.width for char in chars if (glyph := self._glyph(char))) * size / 1000

    def _glyph(self, char: str) -> _Glyph | None:
        return next((glyph for file in (LATIN, CHINESE) if (glyph := _outline(self._files[file], char))), None)


def _operator(name: str, numbers: tuple[float, ...], x: float, scale: float) -> str:
    moved = (number * scale + (x if i % 2 == 0 else 0) for i, number in enumerate(numbers))
    return " ".join((*(f"{number:.3f}" for number in moved), name))


@lru_cache(maxsize=2048)
def _outline(path: Path, char: str) -> _Glyph | None:
    face, names = _opened(path)
    if (name := names.get(ord(char))) is None:
        return None
    glyphs = face.getGlyphSet()
    unit = 1000 / face["head"].unitsPerEm
    pen = _Pen(glyphs, unit)
    glyphs[name].draw(pen)
    return _Glyph(tuple(pen.steps), glyphs[name].width * unit)


@lru_cache(maxsize=4)
def _opened(path: Path) -> tuple[Any, dict[int, str]]:
    if path.suffix == ".ttc":
        face = next(one for one in TTCollection(path, lazy=True) if one["name"].getDebugName(_FAMILY) == HEI)
    else:
        face = TTFont(path, lazy=True)
    return face, face.getBestCmap()


class _Pen(BasePen):  # type: ignore[misc]
    """Writes down the operators of PDF."""

    def __init__(self, glyphs: Any, unit: float):
        super().__init__(glyphs)
        self.steps: list[tuple[str, tuple[float, ...]]] = []
        self._unit = unit

    def _add(self, name: str, *points: tuple[float, float]) -> None:
        self.steps.append((name, tuple(part * self._unit for point in points for part in point)))

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self._add("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self._add("l", pt)

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:
        self._add("c", pt1, pt2, pt3)

    def _closePath(self) -> None:
        self._add("h")
