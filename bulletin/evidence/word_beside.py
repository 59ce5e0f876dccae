"""The word by which two numbers seem to have changed places: it stands beside the one and is said of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bulletin.evidence.features import Features, pairs, stems
from bulletin.evidence.said_of import known, places
from bulletin.evidence.statement import Side, Statement

_WORDS = {"en": re.compile(r"[A-Za-z][\w-]*"), "zh": re.compile("(?=([\u4e00-\u9fff]{2}))")}
Key = tuple[str, int]


class Word(NamedTuple):
    """A word of a text, the number beside which it stands, and the one of which it is said."""

    word: str
    beside: str
    said_of: str


def word_beside(statement: Statement, one: Key, other: Key) -> Word | None:
    """The nearest such word of either language; none where words before the numbers alone tell."""
    for tongue, side in (("en", statement.en), ("zh", statement.zh)):
        at = {shown.key: place.near for shown, place in zip(side.shown, places(side, tongue), strict=True)}
        said = {shown.key: known(shown.stated) for shown in side.shown if shown.key in (one, other)}
        for here, there in ((one, other), (other, one)):
            own, its = ((said[key].en if tongue == "en" else said[key].zh) for key in (here, there))
            for word in _nearest(side, tongue, here, at[here] & (its - own)):
                return Word(word, here[0], there[0])
    return None


def _nearest(side: Side, tongue: str, key: Key, wanted: Features) -> Iterator[str]:
    """The words of a text that have one of these features, those near a number first."""
    shown = next(one for one in side.shown if one.key == key)
    taken = [(one.start, one.end) for one in side.shown]
    found = []
    for match in _WORDS[tongue].finditer(side.text):
        word, start = match[match.re.groups], match.start(match.re.groups)
        printed = any(start < stop and first < start + len(word) for first, stop in taken)
        if not printed and (stems(word) if tongue == "en" else pairs(word)) & wanted:
            found.append((min(abs(start - shown.end), abs(shown.start - start - len(word))), word))
    yield from (word for _, word in sorted(found))
