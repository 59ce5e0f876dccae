"""The value of a Chinese numeral."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}

_LONGEST = 40
"""Characters; a longer run of digits is no number, and Python refuses to convert thousands of them."""
_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_PART = re.compile(rf"[零〇]?({_ARABIC.pattern})([十百千万亿]*)")


def read(text: str) -> Fraction | None:
    """The value of a numeral that is the whole text (7.392亿, 一百二十, 3亿5000万, 12,345), or None."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    if not plain or len(plain) > _LONGEST:
        return None
    if re.match(r"[0-9]", plain):
        return _mixed(plain)
    whole, point, decimals = plain.partition("点")
    value = _written(whole)
    if value is None or not point:
        return None if value is None else Fraction(value)
    return _with_decimals(value, decimals)


def _mixed(text: str) -> Fraction | None:
    """Arabic digits, each group with its characters of size: 1.3万, 5千, 3亿5000万, 2亿零500万."""
    total, last, at = Fraction(0), None, 0
    while at < len(text):
        part = _PART.match(text, at)
        size = _size(part[2]) if part else None
        if part is None or size is None or (last is not None and not size < last):
            return None
        if (
            last and not part[2] and part[0][0] not in "零〇"
        ):  # 1万6820 is 16,820; 1万2 is 12,000, as 两万五 is 25,000; 1万20 may be either
            if len(part[1]) not in (1, 4):
                return None
            size = last // 10 if len(part[1]) == 1 else 1
        total += Fraction(part[1].replace(",", "")) * size
        last, at = size, part.end()
    return total


def _size(characters: str) -> int | None:
    """千万 is 10⁷, 万亿 is 10¹²; 万千 is nothing."""
    size, sizes = 1, {**_SMALL, **_LARGE}
    for i, character in enumerate(characters):
        if i and sizes[character] < 10**4:
            return None
        size *= sizes[character]
    return size


def _with_decimals(whole: int, decimals: str) -> Fraction | None:
    """三点五, 七点三九亿."""
    size = 1
    while decimals and decimals[-1] in _LARGE:
        size *= _LARGE[decimals[-1]]
        decimals = decimals[:-1]
    if not decimals or any(c not in _DIGIT for c in decimals):
        return None
    digits = "".join(str(_DIGIT[c]) for c in decimals)
    return Fraction(f"{whole}.{digits}") * size


def _written(text: str) -> int | None:
    """一亿二千万, 三千零五, 两万五 (= 25,000), 二〇一八 digit by digit."""
    if any(c not in _DIGIT and c not in _SMALL and c not in _LARGE for c in text):
        return None
    if len(text) > 2 and all(c in _DIGIT for c in text):
        return int("".join(str(_DIGIT[c]) for c in text)) if set(text) & set("〇○零") or len(text) == 4 else None
    for name in ("亿", "万"):
        if name in text:
            return _split_at(text, name)
    return _section(text)


def _split_at(text: str, name: str) -> int | None:
    """The value on both sides of the last 亿 or 万; 两万五 leaves out the 千."""
    left, _, right = text.rpartition(name)
    high = _written(left) if left else 1
    if high is None or (name == "万" and high >= 10**4):
        return None
    size = _LARGE[name]
    if not right:
        return high * size
    if right[0] in "百千" or (right[0] == "十" and not left):  # 万千 are many
        return None
    if len(right) == 1 and right in _DIGIT:
        return high * size + _DIGIT[right] * size // 10 if left else None
    low = _written(right.lstrip("零〇○") or "零")
    return None if low is None or low >= size else high * size + low


def _section(text: str) -> int | None:
    """Below 10,000: sizes fall, one digit before each; 百 and 千 may stand alone at the start."""
    total, digit, last, zero = 0, None, 10**4, False
    for i, character in enumerate(text):
        if character in _DIGIT:
            if digit not in (None, 0):
                return None
            digit, zero = _DIGIT[character], zero or _DIGIT[character] == 0
            continue
        size = _SMALL[character]
        if size >= last or (digit is None and i and (character != "十" or i == 1)):  # 百十 is some hundred
            return None
        total, digit, last = total + (1 if digit is None else digit) * size, None, size
    if digit is None:
        return total if text else None
    short = len(text) > 2 and last in (100, 1000) and not zero  # 三百五 is 350, 三百零五 is 305
    return total + digit * (last // 10 if short else 1)
