"""Which characters our faces have. A font is opened only for a character that is not among the common ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from bulletin.faces import FAMILIES, HEI, SANS, find_faces

CHARTS = (SANS, HEI)
"""What a chart's labels are set in; a page may take a character from any face."""
_UNSEEN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
_FAMILY_NAMES = (16, 1)  # records of the name table: the typographic family, the family


def lacking(text: Iterable[str], families: tuple[str, ...] = FAMILIES) -> list[str]:
    """The characters of `text` that none of the families has, each once, in order. Raises MissingTool."""
    rare = [char for char in dict.fromkeys(text) if not _common(char) and _is_seen(char)]
    return [char for char in rare if not any(ord(char) in _coverage(family) for family in families)]


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
def _coverage(family: str) -> frozenset[int]:
    """The code points of a family's regular face."""
    from fontTools.ttLib import TTCollection, TTFont

    for path in find_faces().files:
        if path.stem.endswith("-Regular"):
            with TTCollection(str(path), lazy=True) if path.suffix == ".ttc" else TTFont(str(path), lazy=True) as file:
                for font in getattr(file, "fonts", [file]):
                    if family in (font["name"].getDebugName(record) for record in _FAMILY_NAMES):
                        return frozenset(font.getBestCmap())
    return frozenset()
