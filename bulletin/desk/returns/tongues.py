"""Which language words of a draft are in."""

from __future__ import annotations

import re

from bulletin.word.layout import WordParagraph

from .tokens import tidy

_TWO = re.compile(r"(?P<zh>.*[\u3000-\uffef])\s+(?P<en>[^\u3400-\u9fff]+)", re.DOTALL)


def tongue(one: WordParagraph) -> str:
    """What a paragraph is written in: its letters tell; where it has none, its style."""
    han = sum("\u3400" <= sign <= "\u9fff" for sign in one.text)
    latin = sum(sign.isascii() and sign.isalpha() for sign in one.text)
    if han or latin:
        return "zh" if 2 * han >= latin else "en"
    return "en" if one.style.lower().endswith("en") else "zh"


def two(text: str) -> tuple[str, str] | None:
    """Chinese and English of a line that holds both; None where it does not."""
    both = _TWO.fullmatch(tidy(text))
    return (both["zh"].strip(), both["en"].strip()) if both else None
