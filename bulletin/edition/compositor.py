"""What the makers of blocks share: the content, its proofs, the numbering of evidence, the words, the plates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bulletin.content.model import Publication, Source
from bulletin.edition.beside import Beside
from bulletin.edition.blocks import Block
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.plates import NONE, Plates
from bulletin.edition.words import Words
from bulletin.evidence.article import Article
from bulletin.evidence.verify import Verified
from bulletin.wording.dates import Moment


class Compositor:
    """Sets the blocks of one bulletin. They are made in the order of the pages: so evidence rows are numbered."""

    def __init__(
        self,
        verified: Verified,
        publication: Publication,
        words: Words,
        pictures: Mapping[str, tuple[int, int]] = NONE,
    ):
        self.content, self.verified = verified.content, verified
        self.publication, self.words = publication, words
        proofs = verified.named
        self.numbering = Numbering(proofs, [row.facts for row in verified.content.rows])
        self.setter = Setter(proofs, self.numbering)
        self.beside = Beside(verified.glossary.terms)
        self.dated = Moment.parse(self.content.dated.value)
        file = f"content/{self.content.name}.yaml"
        self.plates = Plates(self.setter, words, self.dated, file, pictures=pictures)

    def added(self, key: str) -> Any:
        """What the content file has under a key that a room adds (`Section.adds`), of the type named there."""
        return getattr(self.content, key)


def letter(number: int) -> str:
    """How one of several articles is named, by its place from 0: 【甲】."""
    return f"【{'甲乙丙丁戊己庚辛壬癸'[number]}】"


def articles(verified: Verified) -> list[tuple[Source, Article]]:
    """The articles of a bulletin, with those of the issue that it goes on from."""
    issues = (verified, *verified.earlier.values())
    return [pair for one in issues for pair in zip(one.content.sources, one.article.each, strict=True)]


@dataclass(frozen=True, slots=True)
class Maker:
    """How a block of `pages` is made. `last`: when all others have been made, wherever it stands."""

    make: Callable[[Compositor], Block]
    last: bool = False
