"""Text as an audit compares it: without white space, hyphens and joiners, which line breaking puts in and takes out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

_NOTHING = frozenset("-‐‑\u00ad\u2060\u200b\ufeff\ufffe\u0002")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_SPACES = filter(str.isspace, map(chr, range(0x3001)))  # the last is U+3000
_RUN = re.compile(r"\s+|\S+")
_SQUEEZED = str.maketrans({**dict.fromkeys([*_SPACES, *_NOTHING]), **_LIGATURES})


@lru_cache(maxsize=16384)  # the words of one edition, which every file of it is asked for
def squeeze(text: str) -> str:
    """`more than\\n5,400 haz-\\nards` → `morethan5,400hazards`."""
    return text.translate(_SQUEEZED)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file that is read in one go: `page 3` of a PDF; text, comments, a header of a DOCX."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Squeezed:
    """The squeezed text of a file; `gaps` are the places where white space stood, `starts` where its parts begin.

    `breaks` are the gaps at which a line ended.
    """

    text: str
    gaps: frozenset[int]
    breaks: frozenset[int]
    starts: tuple[int, ...]
    names: tuple[str, ...]
    within: Squeezed | None = field(default=None, compare=False)
    _found: dict[tuple[str, bool], tuple[int, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, parts: list[tuple[str, str]]) -> Squeezed:
        """Of (name, text): a part ends with a gap."""
        words: list[str] = []
        gaps, breaks, starts, end = set(), set(), [], 0
        for _, text in parts:
            starts.append(end)
            gaps.add(end)
            breaks.add(end)
            for run in _RUN.finditer(text):
                if run[0].isspace():
                    gaps.add(end)
                    breaks |= {end} if "\r" in run[0] or "\n" in run[0] else set()
                else:
                    words.append(run[0].translate(_SQUEEZED))
                    end += len(words[-1])
        names = tuple(name for name, _ in parts)
        return cls("".join(words), frozenset(gaps), frozenset({*breaks, end}), tuple(starts), names)

    def head(self, parts: int) -> Squeezed:
        """The first so many parts: what is looked for in both is looked for once."""
        end = self.starts[parts] if parts < len(self.starts) else len(self.text)
        return replace(self, text=self.text[:end], starts=self.starts[:parts], names=self.names[:parts], within=self)

    def part(self, position: int) -> int:
        """The number of the part, from 0."""
        return bisect_left(self.starts, position + 1) - 1

    def fit(self, start: int, end: int) -> tuple[int, int]:
        """How well a string fills its place: with lines that begin and end where it does, and few of them inside."""
        inside = sum(at in self.breaks for at in range(start + 1, end))
        return (start in self.breaks) + (end in self.breaks), -inside

    def find(self, form: str, *, apart: bool = False) -> Sequence[int]:
        """Where the form stands as a whole: not inside a longer number or word.

        Digits alone are one number, without white space in them, unless they may stand `apart`.
        """
        if self.within is not None:  # a part ends with a gap, as a text does
            last = len(self.text) - len(form)
            return [at for at in self.within.find(form, apart=apart) if at <= last]
        if (form, apart) not in self._found:
            self._found[form, apart] = tuple(self._places(form, apart))
        return self._found[form, apart]

    def _places(self, form: str, apart: bool) -> Iterator[int]:
        start = self.text.find(form) if form else -1
        while start >= 0:
            if self._begins(start) and self._ends(start + len(form)) and (apart or not self._parted(start, form)):
                yield start
            start = self.text.find(form, start + 1)

    def _parted(self, start: int, form: str) -> bool:
        """Two numbers side by side, as on an axis, are not one."""
        return form.isdigit() and any(at in self.gaps for at in range(start + 1, start + len(form)))

    def _begins(self, at: int) -> bool:
        if at == 0 or at in self.gaps or not _solid(self.text[at]):
            return True
        before = self.text[at - 1]
        number = before in ".," and self.text[at].isdigit() and self.text[at - 2 : at - 1].isdigit()
        return not (_solid(before) or number)

    def _ends(self, at: int) -> bool:
        if at >= len(self.text) or at in self.gaps or not _solid(self.text[at - 1]):
            return True
        after = self.text[at]
        number = after in ".," and self.text[at - 1].isdigit() and self.text[at + 1 : at + 2].isdigit()
        return not (_solid(after) or (number and at + 1 not in self.gaps))


def _solid(char: str) -> bool:
    return char.isascii() and char.isalnum()
