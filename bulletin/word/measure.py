"""How wide words are, as near as it can be known before a reader lays them out with faces of its own."""

from __future__ import annotations

import unicodedata

from bulletin.edition.text import Pair, plain

from .inline import GAP

_LATIN, _FULL = 0.54, 1.0  # em: the average of Arial in mixed text, and a Chinese character


def width(words: str, size: float) -> float:
    """In pt, in the sans face."""
    return size * sum(_FULL if unicodedata.east_asian_width(one) in "WFA" else _LATIN for one in words)


def inline(pair: Pair, size: float) -> float:
    """Both languages on one line."""
    return width(f"{plain(pair.zh)}{GAP}{plain(pair.en)}", size)
