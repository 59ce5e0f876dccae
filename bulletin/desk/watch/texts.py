"""The texts of an Edition, character by character: in which sentence each stands, and whose figure it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import Edition
from bulletin.edition.text import Break, Figure, Line, Pair
from bulletin.edition.walk import every
from bulletin.proofing.squeezed import squeeze

_END = re.compile(r"[。！？!?][”’）》]*|\.(?=\s)|\.$")
_STEP = re.compile(r"\d+")
_TELLING = 12
"""Characters by which a sentence is found in the file."""


class TextChar(NamedTuple):
    """A character of a text: in which sentence it stands, and whose figure it is part of."""

    char: str
    sentence: int
    fact: str


@dataclass(frozen=True)
class SetText:
    """A line of the Edition in one language."""

    path: Path
    chars: tuple[TextChar, ...]
    source: tuple[str, ...]  # the words of each sentence that the content file has letter for letter

    @cached_property
    def squeezed(self) -> str:
        return "".join(char.char for char in self.chars)


@cache
def squeezed(char: str) -> str:
    """One character, as audits compare it."""
    return squeeze(char)


def set_texts(edition: Edition) -> Iterator[SetText]:
    """Every text that has a place in the content file, in both languages, in order."""
    for pair in every(Pair, edition.pages):
        if pair.path:
            path = path_of(pair.path, ".")
            yield from (_text((*path, "zh"), pair.zh), _text((*path, "en"), pair.en))


def path_of(text: str, between: str = "-") -> Path:
    """The place that a plate's id, or a dotted path, names."""
    return tuple(int(step) if _STEP.fullmatch(step) else step for step in text.split(between))


def _text(path: Path, line: Line) -> SetText:
    """Character by character, as squeezed; a sentence ends behind its mark."""
    chars: list[TextChar] = []
    sentence, source = 0, [""]
    for piece in line:
        if isinstance(piece, Break):
            continue
        fact, done = piece.fact if isinstance(piece, Figure) else "", 0
        ends = [match.end() for match in _END.finditer(piece.text)] if not fact else []
        for end in [*ends, len(piece.text)]:
            words = piece.text[done:end]
            chars += [TextChar(one, sentence, fact) for char in words for one in squeezed(char)]
            if not fact and len(words.strip()) > len(source[sentence]):
                source[sentence] = words.strip()[:_TELLING]
            done = end
            if end in ends:
                sentence += 1
                source.append("")
    return SetText(path, tuple(chars), tuple(source))
