"""What the codes of a font stand for, as a reader of the file finds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pikepdf


class Codes:
    """The two-byte codes of composite fonts that stand for something that we look for; each font is read once."""

    def __init__(self) -> None:
        self._read: dict[Any, dict[int, str]] = {}
        self._empty: dict[Any, frozenset[int]] = {}
        self._digits: dict[Any, frozenset[int]] = {}

    def words(self, font: Any, codes: Sequence[int]) -> str:
        """What a reader would copy."""
        return " ".join(self.read(font, codes).split())

    def read(self, font: Any, codes: Sequence[int]) -> str:
        """The characters that the codes stand for; what none is known of is left out."""
        if font.objgen not in self._read:
            cmap = font.get("/ToUnicode")
            pairs = re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", cmap.read_bytes()) if cmap is not None else []
            self._read[font.objgen] = {int(code, 16): _text(text) for code, text in pairs}
        return "".join(self._read[font.objgen].get(code, "") for code in codes)

    def empty(self, font: Any) -> frozenset[int]:
        """Codes that give CID 0. WeasyPrint maps each missing character to a code of its own, by a CMap."""
        if font.objgen not in self._empty:
            self._empty[font.objgen] = frozenset({0} | _mapped(font.get("/Encoding"), rb"<([0-9a-f]{4})> 0\b"))
        return self._empty[font.objgen]

    def digits(self, font: Any) -> frozenset[int]:
        """Codes that are read as 0 to 9."""
        if font.objgen not in self._digits:
            found = _mapped(font.get("/ToUnicode"), rb"<([0-9a-fA-F]{4})> <003[0-9]>")
            self._digits[font.objgen] = frozenset(found)
        return self._digits[font.objgen]


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def _mapped(cmap: Any, pattern: bytes) -> set[int]:
    found = re.findall(pattern, cmap.read_bytes()) if isinstance(cmap, pikepdf.Stream) else []
    return {int(code, 16) for code in found}
