"""The last words of a paragraph, which stay together: no character and no word is alone on a line."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_LAST = re.compile(r"(?:(?<=\s)[^\s]{1,16}\s+[^\s\u2e80-\u9fff]{1,16}|[\u4e00-\u9fff]{2}[。！？”’）》…]*)$")

_PAIR = re.compile(r"(?<=\S)\s(?=[^\s\u2e80-\u9fff]{1,16}$)")


def last_words(text: str) -> int:
    """Where the last words of a paragraph begin that stay on one line, or 0: two words, or two characters of Chinese.

    Digits are left where they are: a number is read whole.
    """
    found = _LAST.search(text)
    return 0 if found is None or any(char.isdigit() for char in text[max(0, found.start() - 1) :]) else found.start()


def joined(figure: str) -> str:
    """The words of a figure at the end of a paragraph, the last two with a space that keeps them on one line."""
    return _PAIR.sub("\u00a0", figure)


def ended(text: str) -> Markup:
    """A paragraph of plain words whose last ones stay together."""
    cut = last_words(text)
    return escape(text[:cut]) + Markup('<span class="last">{}</span>').format(text[cut:]) if cut else escape(text)
