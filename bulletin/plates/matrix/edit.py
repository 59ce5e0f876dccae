"""Which article uses which term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self, TypeVar

from bulletin.content.model import Both as Prose
from bulletin.content.model import Term
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.blocks import ChartPlate
from bulletin.edition.comparing import Comparing, name_of
from bulletin.edition.pieces import evenly
from bulletin.edition.plates import Editor
from bulletin.edition.specs import ChartSpec
from bulletin.edition.text import Both
from bulletin.evidence.article import bare
from bulletin.evidence.verify import Verified
from bulletin.messages import listed, say
from bulletin.plates.matrix.model import Matrix

Item = TypeVar("Item")


ACROSS, HEADS = 10, 8
"""The most articles that surely stand side by side, and the most terms that do where the articles are more."""


@dataclass(frozen=True, slots=True)
class MatrixSpec(ChartSpec):
    """Which article mentions what: rows by columns, filled or empty."""

    rows: tuple[Both, ...]
    columns: tuple[Both, ...]
    filled: tuple[tuple[bool, ...], ...]

    def part(self, start: int, end: int) -> Self:
        """Some of the columns."""
        return replace(self, columns=self.columns[start:end], filled=tuple(row[start:end] for row in self.filled))

    def cut(self, most: int) -> tuple[Self, ...]:
        """Between columns and, where these are many and stand one under another, between rows, whose heads are wide."""
        if len(self.columns) <= ACROSS:
            return (self,)
        wide = evenly(range(len(self.rows)), [1] * len(self.rows), HEADS)
        deep = evenly(range(len(self.columns)), [1] * len(self.columns), most)
        some = [replace(self, rows=_of(self.rows, rows), filled=_of(self.filled, rows)) for rows in wide]
        return tuple(one.part(columns[0], columns[-1] + 1) for one in some for columns in deep)


def _of(items: tuple[Item, ...], at: Sequence[int]) -> tuple[Item, ...]:
    return tuple(items[i] for i in at)


def edit(plates: Comparing, plate: Matrix, path: Path) -> ChartPlate:
    """A term counts in the glossary's spelling or one of its other Chinese forms."""
    caption = plates.caption(plate, path, [])
    articles = list(plates.verified.values())
    unknown = [zh for zh in plate.terms if zh not in plates.glossary]
    if unknown:
        raise plates.refused(say("pages.no_term", term=listed(unknown)), unknown[0])
    terms = [plates.glossary[zh] for zh in plate.terms]
    filled = tuple(tuple(_names(one, term) for one in articles) for term in terms)
    rows = tuple(typography.both(Prose(zh=term.zh, en=term.en)) for term in terms)
    return plates.plate_of(caption, MatrixSpec(rows, tuple(map(name_of, articles)), filled), plate, path)


def _names(one: Verified, term: Term) -> bool:
    return any(bare(form).text in one.article.bare.text for form in (term.zh, *term.zh_also))


EDITOR = Editor(edit)
