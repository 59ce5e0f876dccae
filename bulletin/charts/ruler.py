"""How long a line of text is as matplotlib sets it, by the part of matplotlib that opens faces, and no other of it.

What only measures need not import what draws: 0.4 s, of which half is a list of faces that are none of ours.
"""

from __future__ import annotations

import os
import warnings
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from bulletin.charts.shapes import ChartError
from bulletin.faces import face_file, face_reader, find_faces, matplotlib_folder
from bulletin.messages import say

DPI = 300
BOXES = "mpl-data/fonts/ttf/LastResortHE-Regular.ttf"


@lru_cache(maxsize=4096)
def measure(text: str, size: float, weight: int, families: tuple[str, ...]) -> tuple[float, float, float]:
    """Width, height over the baseline and depth below it, in mm, of one line of text as matplotlib sets it.

    Raises ChartError if our faces lack a character.
    """
    face, all_faces = _face(weight, families)
    if any(not any(one.get_char_index(ord(char)) for one in all_faces) for char in set(text)):
        from bulletin.charts.figure import ready

        ready()  # it words what it warns of
    face.clear()
    face.set_size(size, DPI)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            face.set_text(text, 0.0, flags=face_reader().LoadFlags.NO_HINTING)
        except UserWarning as lack:
            raise ChartError(say("chart.glyph", label=text, why=lack), text) from None
    width, height = (length / 64.0 * 25.4 / DPI for length in face.get_width_height())
    depth = face.get_descent() / 64.0 * 25.4 / DPI
    return width, height - depth, depth


@cache
def _face(weight: int, families: tuple[str, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The face of the first family, which falls back on those of the others, then on boxes; and all but the boxes."""
    first, *others = (_opened(family, weight) for family in families)
    boxes = face_reader().FT2Font(
        matplotlib_folder() / "mpl-data/fonts/ttf/LastResortHE-Regular.ttf", _warn_if_used=True
    )
    boxes.set_charmap(0)
    opened = face_reader().FT2Font(first[0], face_index=first[1], _fallback_list=[*map(_font, others), boxes])
    return opened, (opened, *map(_font, others))


@cache
def _font(place: tuple[Path, int]) -> Any:
    return face_reader().FT2Font(place[0], face_index=place[1])


def _opened(family: str, weight: int) -> tuple[Path, int]:
    """Its file, and its place in it: a collection has faces of other regions."""
    file = face_file(find_faces(), family, weight)
    number = _font((file, 0)).num_faces
    return file, next(n for n in range(number) if _font((file, n)).family_name == family)


def _close() -> None:
    """A process and its child would read one open file, each at the place where the other left off."""
    _face.cache_clear()
    _font.cache_clear()


os.register_at_fork(after_in_child=_close)
