"""The word by which two numbers seem to have changed places: it stands beside the one and is said of the other."""

from __future__ import annotations

import re
from typing import NamedTuple

from bulletin.evidence.features import pairs, stems
from bulletin.evidence.said_of import known, places
from bulletin.evidence.statement import Statement, covered

_WORDS = {"en": re.compile(r"([A-Za-z][\w-]*)"), "zh": re.compile("(?=([\u4e00-\u9fff]{2}))")}
Key = tuple[str, int]


class Word(NamedTuple):
    """A word of a text, the number beside which it stands, and the one of which it is said."""

    word: str
    beside: str
    said_of: str


def word_beside(statement: Statement, one: Key, other: Key) -> Word | None:
    """The nearest such word of either language; none where words before the numbers alone tell."""
    for tongue, side, read in (("en", statement.en, stems), ("zh", statement.zh, pairs)):
        near = {shown.key: (shown, place.near) for shown, place in zip(side.shown, places(side, tongue), strict=True)}
        said = {shown.key: known(shown.stated) for shown in side.shown if shown.key in (one, other)}
        words = [*_WORDS[tongue].finditer(covered(side.text, side.shown, "\ufffc"))]
        for here, there in ((one, other), (other, one)):
            own, its = ((said[key].en if tongue == "en" else said[key].zh) for key in (here, there))
            shown, beside = near[here]
            found = [match for match in words if read(match[1]) & beside & (its - own)]
            if found:
                nearest = min(found, key=lambda m: (max(m.start(1) - shown.end, shown.start - m.end(1)), m[1]))
                return Word(nearest[1], here[0], there[0])
    return None
