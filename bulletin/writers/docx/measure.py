"""How wide words are, as near as it can be known before a reader lays them out with faces of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bulletin.edition.blocks import Both, Pair, TextTable, plain

from .inline import GAP
from .look import Look

_LATIN, _FULL = 0.54, 1.0  # em: the average of Arial in mixed text, and a Chinese character
_SHORT = 12  # characters: so short a text is not worth a second line
_PADDING = 4.4  # pt: what a cell of a table of words keeps free on both sides
_MARK = 12.0  # pt: a mark and the space behind it


def width(words: str, size: float) -> float:
    """In pt, in the sans face."""
    return size * sum(_FULL if unicodedata.east_asian_width(one) in "WFA" else _LATIN for one in words)


def inline(pair: Pair, size: float) -> float:
    """Both languages on one line."""
    return width(f"{plain(pair.zh)}{GAP}{plain(pair.en)}", size)


def needs(block: TextTable, look: Look) -> list[int]:
    """What each column needs, in twips, so that its head and its short texts stay on one line."""
    columns: Sequence[int] = range(len(block.widths))
    out = [0.0 for _ in columns]
    for place, head in enumerate(block.heads):
        out[place] = _head(head, look)
    for line in block.rows:
        for place, item in enumerate(line if len(line) == len(out) else ()):
            for words, key in ((plain(item.text.zh), "table_zh"), (plain(item.text.en), "table_en")):
                if len(words) <= _SHORT:
                    marks = _MARK * bool(item.marks)
                    out[place] = max(out[place], width(words, look.sizes[key][0]) + marks + _PADDING)
    return [round(one * 20) for one in out]


def _head(words: Both, look: Look) -> float:
    return width(f"{words.zh}{GAP}{words.en}", look.sizes["table_head"][0]) + _PADDING
