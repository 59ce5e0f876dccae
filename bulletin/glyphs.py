"""Which characters our faces have. A font is opened only for a character that is not among the common ones."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

from bulletin.faces import FAMILIES, HEI, SANS, face_file, face_reader, find_faces

CHARTS = (SANS, HEI)
"""What a chart's labels are set in; a page may take a character from any face."""
_UNSEEN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


def lacking(text: Iterable[str], families: tuple[str, ...] = FAMILIES) -> list[str]:
    """The characters of `text` that none of the families has, each once, in order. Raises MissingTool."""
    rare = [char for char in dict.fromkeys(text) if not _common(char) and _is_seen(char)]
    return [char for char in rare if not any(_regular(family).get_char_index(ord(char)) for family in families)]


def named(char: str) -> str:
    """𱍐 → U+31350."""
    return f"U+{ord(char):04X}"


def _common(char: str) -> bool:
    """ASCII and GB 2312: every one of our Chinese faces has these."""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN and not "\ufe00" <= char <= "\ufe0f"


@cache
def _regular(family: str) -> Any:
    """The family's regular face, opened."""
    file, reader = face_file(find_faces(), family, 400), face_reader()
    faces = (reader.FT2Font(file, face_index=n) for n in range(reader.FT2Font(file).num_faces))
    return next(face for face in faces if face.family_name == family)


os.register_at_fork(after_in_child=_regular.cache_clear)  # as in charts/ruler.py
