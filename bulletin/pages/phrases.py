"""Where a Chinese head parts: between phrases, as BudouX's model of simplified Chinese tells them; never 验|收.

https://github.com/google/budoux: a small classifier of the characters on both sides of a place, trained on newswire.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from bulletin.pages import clreq

if TYPE_CHECKING:
    from budoux import Parser

LONGEST = 4
"""Characters of a phrase that stays whole; a longer one would leave a hole, and no column of heads is narrower."""


@cache
def _model() -> Parser:
    from budoux import load_default_simplified_chinese_parser

    return load_default_simplified_chinese_parser()


@lru_cache(maxsize=2048)
def inside(text: str) -> tuple[int, ...]:
    """The characters of a text that are Chinese, as is the one before them, and that no line begins with."""
    phrases = _model().parse(text)
    starts = accumulate(map(len, phrases), initial=0)
    places = (
        start + at
        for phrase, start in zip(phrases, starts, strict=False)
        if len(phrase) <= LONGEST
        for at in range(1, len(phrase))
    )
    return tuple(place for place in places if clreq.is_chinese(text[place - 1]) and clreq.is_chinese(text[place]))
