"""How long a line of text is as matplotlib sets it, by the part of matplotlib that opens faces, and no other of it.

What only measures need not import what draws: 0.4 s, of which half is a list of faces that are none of ours.
"""

from __future__ import annotations

import os
import warnings
from functools import cache, lru_cache
from typing import Any

from bulletin.charts.shapes import ChartError
from bulletin.faces import face_reader, matplotlib_folder, opened_face
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
    first, *others = (opened_face(family, weight) for family in families)
    boxes = face_reader().FT2Font(matplotlib_folder() / BOXES, _warn_if_used=True)
    boxes.set_charmap(0)
    opened = face_reader().FT2Font(first.fname, face_index=first.face_index, _fallback_list=[*others, boxes])
    return opened, (opened, *others)


os.register_at_fork(after_in_child=_face.cache_clear)  # as in faces.py
