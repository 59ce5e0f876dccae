"""What the makers of blocks share: the content, its proofs, the numbering of evidence, the words, the plates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bulletin.content.model import Publication
from bulletin.edition.beside import Beside
from bulletin.edition.blocks import Block
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.plates import NONE, Plates
from bulletin.edition.words import Words
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
        self.numbering = Numbering(verified.proofs, [row.facts for row in verified.content.rows])
        self.setter = Setter(verified.proofs, self.numbering)
        self.beside = Beside(verified.glossary.terms)
        self.dated = Moment.parse(self.content.dated.value)
        file = f"content/{self.content.name}.yaml"
        self.plates = Plates(self.setter, words, self.dated, file, pictures=pictures)


@dataclass(frozen=True, slots=True)
class Maker:
    """How a block of `pages` is made. `last`: when all others have been made, wherever it stands."""

    make: Callable[[Compositor], Block]
    last: bool = False
