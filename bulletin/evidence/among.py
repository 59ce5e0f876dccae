"""Parts that an article lists behind 其中, and that come to more than what it says they are part of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from bulletin.evidence.article import Article
from bulletin.evidence.notation import MEASURE
from bulletin.evidence.numeral import Numeral

_UNIT = re.compile(MEASURE)
_AMONG = re.compile(r"[,;:]?其中[:,]?")
_ENDS = re.compile(r"[。;!?\n]|其中")
_UNDER_SEVERAL_HEADS = ("人", "名", "位", "人次", "口人", "岁", "户", "户次", "家")
"""其中女党员60名、大学生党员80名, 其中规上企业60家、高新企业80家: one may be counted twice, so no sum is wrong."""


@dataclass(frozen=True, slots=True)
class Excess:
    """A total and the parts that come to more than it."""

    total: Numeral
    parts: tuple[Numeral, ...]

    @property
    def sum(self) -> Fraction:
        return sum((part.value or Fraction(0) for part in self.parts), Fraction(0))


def excesses(article: Article) -> Iterator[Excess]:
    """Only of exact numbers with one unit: what is left out of a list, nobody knows, but no list has more than all."""
    text = article.bare.text
    for total in article.numerals:
        unit = _UNIT.match(text, total.end) if _is_exact(total) else None
        among = _AMONG.match(text, unit.end()) if unit and unit[0].strip() not in _UNDER_SEVERAL_HEADS else None
        if unit is None or among is None:
            continue
        end = _ENDS.search(text, among.end())
        listed = [n for n in article.numerals if among.end() <= n.start < (end.start() if end else len(text))]
        parts = tuple(n for n in listed if text.startswith(unit[0], n.end))
        if len(parts) > 1 and all(map(_is_exact, listed)) and len(parts) == len(listed):
            found = Excess(total, parts)
            if found.sum > (total.value or 0):
                yield found


def _is_exact(numeral: Numeral) -> bool:
    return numeral.kind == "cardinal" and numeral.value is not None and numeral.approx is None
