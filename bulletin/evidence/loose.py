"""Numbers in words that are nobody's quote: what a page says itself, beside its facts."""

from __future__ import annotations

import re

from bulletin.evidence.numerals import find_numerals, has_signs

_DIGITS = re.compile(r"[0-9][0-9.,:/%]*")


def loose_numbers(text: str) -> list[str]:
    """Figures, and numbers in Chinese words."""
    spans = [match[0] for match in _DIGITS.finditer(text)]
    return spans + [n.text for n in find_numerals(text) if not n.soft and n.text != "第一" and not n.text[0].isdigit()]


def may_have_numbers(text: str) -> bool:
    """Has it a sign that numbers are written with? Without one it has none, whatever of it is blanked out."""
    return bool(_DIGITS.search(text)) or has_signs(text)
