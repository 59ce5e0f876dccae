"""Tables of words that are looked for in many texts, of which most stand in few: patterns, rows, rows by name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

_HAN, _TWO, _FOUR = re.compile("[\u4e00-\u9fff]"), re.compile(r"\b[a-z]{2}"), re.compile(r"\b[a-z]{4}")
_BEGINS = re.compile("[a-z]{4}(?![?*{])|[a-z]{2}(?![?*{])")


@lru_cache(maxsize=8192)
def _signs_in(text: str) -> frozenset[str]:
    """The Chinese characters of a text, and the first two and four letters of its words."""
    return frozenset(_HAN.findall(text)).union(_TWO.findall(text), _FOUR.findall(text))


class Pattern:
    """A regular expression that is compiled when it is first needed: most rows of a table seldom are.

    Where every alternative has a Chinese character, or begins with two letters, a text with none of these `signs` is
    passed over at once. Words without any special character are looked for as they are.
    """

    def __init__(self, source: str):
        self.source = source
        self._words = () if re.search(r"[^\w|]", source) else source.split("|")
        if source.startswith(r"\b(?:"):
            plain, nested = re.sub(r"\(\?<?[=!][^()]*\)", "", source[5:-3]), 1
            plain = re.sub(r"(?:^|(?<=\|))\(\?:([^()]*)\)(?![?*{])", r"\1", plain)
            while nested:
                plain, nested = re.subn(r"\([^()]*\)", ".", plain)
            every = [_BEGINS.match(part) for part in plain.split("|")]
            self.signs = frozenset(first[0] for first in every if first) if all(every) else None
        else:
            signs = [_HAN.findall(part)[: 1 if part.isalnum() else None] for part in source.split("|")]
            self.signs = frozenset(sign for part in signs for sign in part) if all(signs) else None

    def search(self, text: str) -> str:
        """What it finds in a text in lower case; empty where it stands nowhere."""
        return "" if self.signs and self.signs.isdisjoint(_signs_in(text)) else self.found(text)

    def found(self, text: str) -> str:
        """The same, of a text that is known to have one of the signs."""
        if self._words:
            return next((word for word in self._words if word in text), "")
        match = self._search(text)
        return match[0] if match else ""

    @cached_property
    def _search(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self.source).search


class Rows:
    """Patterns of a table, of which few stand in a text: those that it has no sign of are not looked for."""

    def __init__(self, patterns: Iterable[Pattern]):
        self._patterns = list(patterns)
        self._by_sign = defaultdict[str, set[int]](set)
        for i, pattern in enumerate(self._patterns):
            for sign in pattern.signs or [""]:
                self._by_sign[sign].add(i)
        self._always, self._signs = self._by_sign.pop("", set()), frozenset(self._by_sign)

    def within(self, text: str) -> Iterator[tuple[int, str]]:
        """The patterns that stand in a text, by their place in the table, with what each finds."""
        signs = self._signs & _signs_in(text)
        for i in sorted(self._always.union(*(self._by_sign[sign] for sign in signs))):
            if found := self._patterns[i].found(text):
                yield i, found


Words = tuple[Pattern, Pattern]
"""The Chinese of a row, and its English."""


class PatternTable(dict[str, Words]):
    """Rows by name."""

    def names(self, text: str, language: int) -> frozenset[str]:
        """What a text in one language (0: Chinese) says of it."""
        names, columns = self._columns
        return frozenset(names[i] for i, _ in columns[language].within(text))

    @cached_property
    def _columns(self) -> tuple[list[str], list[Rows]]:
        return list(self), [Rows(words[language] for words in self.values()) for language in (0, 1)]
