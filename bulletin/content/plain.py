"""Harmless characters are normalised when text is read: what nobody sees goes, odd spaces become plain ones.

Places stay those of the file as received: `Plain.back` leads from the plain text to the text as it was.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

UNSEEN = "\u00ad\u180e\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
"""Soft hyphen, zero-width space, joiners, marks of direction, BOM, variation selectors: no ink, no meaning here."""
THIN = "\u2006\u2009\u202f"
"""Thin spaces; between two digits they set off thousands (GB/T 15835-2011, 5.1.1)."""
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
COMBINED = re.compile("[A-Za-z\u00c0-\u024f][\u0300-\u036f]+")
"""A letter and its accents apart, as some keyboards and file systems have them."""
HARMLESS = re.compile(f"[{UNSEEN}{_SPACES}\u2010\u2011]")
_ANY = re.compile(f"(?<=[0-9])[{THIN}](?=[0-9])|[{UNSEEN}{_SPACES}\u2010\u2011]|{COMBINED.pattern}")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its harmless characters, and the way back: where the two are out of step, and by how much."""

    text: str
    starts: tuple[int, ...] = field(default=(), repr=False)
    behind: tuple[int, ...] = field(default=(), repr=False)

    def back(self, at: int) -> int:
        """Where the character at `at` of the plain text stands in the text as received."""
        step = bisect_right(self.starts, at) - 1
        return at + self.behind[step] if step >= 0 else at


def read(text: str) -> Plain:
    """The text as it is taken. The very same one where nothing is to be done."""
    parts, starts, behind, done, length = list[str](), list[int](), list[int](), 0, 0
    for match in _ANY.finditer(text):
        new = _plain(match, text)
        parts += (text[done : match.start()], new)
        length += match.start() - done + len(new)
        done = match.end()
        if len(new) != len(match[0]):
            starts.append(length)
            behind.append(done - length)
    if not parts:
        return Plain(text)
    return Plain("".join([*parts, text[done:]]), tuple(starts), tuple(behind))


def plain(text: str) -> str:
    """The text without its harmless characters: what a draft or an article hands over to a content file."""
    return read(text).text if not text.isascii() else text


def _plain(match: re.Match[str], text: str) -> str:
    found = match[0]
    if len(found) > 1:
        return unicodedata.normalize("NFC", found)
    if (
        found in THIN
        and text[match.start() - 1 : match.start()].isdigit()
        and text[match.end() : match.end() + 1].isdigit()
    ):
        return ""
    if found in "\u2010\u2011":
        return "-"
    return " " if found.isspace() else ""
