"""The sloppy ways of typing marks, put right: what a page prints is curly, long and full width where it has to be.

Chinese: GB/T 15834-2011 (quotation marks “ ” ‘ ’, dash ——, ellipsis ……, full-width marks between ideographs).
English: typographic quotes and apostrophes (Chicago 6.115).
"""

from __future__ import annotations

import re

from bulletin.content import model
from bulletin.edition.blocks import Both

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3001-\u3011\uff01-\uff5e\u201c\u201d"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_BESIDE_HAN = re.compile(f"(?<=[{_HAN}])[,;:?!()]|[,;:?!()](?=[{_HAN}])")
_STRAIGHT, _CURLY = re.compile("['\"]"), {"'": "’‘", '"': "”“"}
"""Each as it closes and as it opens."""
_OPENS = re.compile(r"(^|[\s(\[—–-])$")


def both(text: model.Both) -> Both:
    """A plain text in both languages, put right."""
    return Both(chinese(text.zh), english(text.en))


def chinese(text: str) -> str:
    """Quotes by pairing, full-width marks beside ideographs, ——, ……; no space between ideographs."""
    text = text.replace("...", "……").replace("--", "——")
    while (wider := _BESIDE_HAN.sub(lambda match: _FULL[match[0]], text)) != text:
        text = wider  # a mark beside a mark that has just become wide
    return _paired(text)


def _paired(text: str) -> str:
    opening = True
    chars = []
    for char in text:
        if char == '"':
            chars.append("“" if opening else "”")
            opening = not opening
        else:
            chars.append(char)
    return "".join(chars)


def english(text: str) -> str:
    """Curly quotes and apostrophes, an em dash for `--`."""
    text = text.replace("--", "—").replace("...", "…")
    return _STRAIGHT.sub(lambda match: _CURLY[match[0]][_opens(text, match.start())], text)


def _opens(text: str, at: int) -> bool:
    return bool(_OPENS.search(text[max(0, at - 1) : at]))
