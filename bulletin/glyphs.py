"""Which characters our faces have. A font is opened only for a character that is not among the common ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from bulletin.faces import FAMILIES, HEI, SANS, opened_face

CHARTS = (SANS, HEI)
"""What a chart's labels are set in; a page may take a character from any face."""
_UNSEEN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


def lacking(text: Iterable[str], families: tuple[str, ...] = FAMILIES) -> list[str]:
    """The characters of `text` that none of the families has, each once, in order. Raises MissingTool."""
    rare = [char for char in dict.fromkeys(text) if not _common(char) and _is_seen(char)]
    return [char for char in rare if not any(opened_face(family, 400).get_char_index(ord(char)) for family in families)]


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
