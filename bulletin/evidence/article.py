"""The article as received, and where a quotation stands in it."""

from __future__ import annotations

import difflib
import hashlib
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bulletin.evidence.numerals import Numeral, find_numerals

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』＂", '"') | dict.fromkeys("‘’‚‛＇", "'"))


_WITHIN_NUMBERS = "\u2006\u2009\u202f\ufeff\u200b\u2060"
"""Thin spaces, which set off thousands (GB/T 15835-2011, 5.1.1), and what has no width."""


@dataclass(frozen=True, slots=True)
class Bare:
    """Text in half width, with plain quotation marks and with no white space but between two digits.

    `origin[i]` is where character i came from.
    """

    text: str
    origin: tuple[int, ...]


@lru_cache(maxsize=8192)
def bare(text: str) -> Bare:
    """What is compared when a quote is looked for: white space, width and the style of quotation marks never matter."""
    chars: list[str] = []
    origin: list[int] = []
    gap: int | None = None  # where white space began
    for position, char in enumerate(text):
        for plain in unicodedata.normalize("NFKC", char).translate(_QUOTES):
            if plain.isspace() or plain in "\ufeff\u200b\u2060":
                gap = gap if gap is not None or char in _WITHIN_NUMBERS else position
                continue
            if gap is not None and chars and _is_digit(chars[-1]) and _is_digit(plain):
                chars.append(" ")  # the columns of a table, 8650 162.3, are two numbers
                origin.append(gap)
            chars.append(plain)
            origin.append(position)
            gap = None
    return Bare("".join(chars), tuple(origin))


def _is_digit(char: str) -> bool:
    return "0" <= char <= "9"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of the article that comes closest to a quote, and the first character of the quote that differs."""

    passage: str
    at: int


@dataclass(frozen=True)
class Article:
    """An article's text. Positions are those of `bare.text` unless a name says otherwise."""

    name: str
    text: str
    sha256: str = field(default="")

    @classmethod
    def from_bytes(cls, name: str, data: bytes) -> Article:
        """Raises UnicodeDecodeError when the bytes are not UTF-8."""
        return cls(name, data.decode("utf-8-sig"), hashlib.sha256(data).hexdigest())

    @property
    def signature(self) -> str:
        """The file's name and the beginning of its SHA-256, as pages name their source."""
        return f"{self.name}\u2002SHA-256 {self.sha256[:16]}…"

    @cached_property
    def bare(self) -> Bare:
        return bare(self.text)

    @cached_property
    def numerals(self) -> tuple[Numeral, ...]:
        """Every number of the article, at positions of its bare text."""
        return tuple(find_numerals(self.bare.text))

    def find(self, quote: str, prefix: str = "", suffix: str = "") -> list[tuple[int, int]]:
        """Spans of the bare text that read as the quote does, told apart by what stands before and after.

        `prefix` and `suffix` are those of the W3C TextQuoteSelector (Web Annotation Data Model, 4.2.4).
        """
        wanted, before, after = bare(quote).text, bare(prefix).text, bare(suffix).text
        if not wanted:
            return []
        text, spans, start = self.bare.text, [], -1
        while (start := text.find(wanted, start + 1)) >= 0:
            end = start + len(wanted)
            if text[:start].rstrip(" ").endswith(before) and text[end:].lstrip(" ").startswith(after):
                spans.append((start, end))
        return spans

    def line_and_column(self, position: int) -> tuple[int, int]:
        """Line and column, from 1, in the file as received."""
        at = self.bare.origin[position]
        return self.text.count("\n", 0, at) + 1, at - (self.text.rfind("\n", 0, at) + 1) + 1

    def nearest(self, quote: str) -> Nearest:
        """The closest passage, for the message about a quote that is not there."""
        wanted, text = bare(quote).text, self.bare.text
        match = difflib.SequenceMatcher(None, text, wanted, autojunk=False).find_longest_match()
        start = max(0, match.a - match.b)
        passage = text[start : start + len(wanted)]
        at = next((i for i, (a, b) in enumerate(zip(passage, wanted, strict=False)) if a != b), len(passage))
        return Nearest(passage, at)
