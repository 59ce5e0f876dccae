"""What the editor's note shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.edition.blocks import Block
from bulletin.edition.compositor import Compositor, Maker
from bulletin.edition.text import Both, Pair


@dataclass(frozen=True, slots=True)
class EditorsNote(Block):
    """A short text of the editor's own, under the words that say so."""

    head: Both
    text: Pair
    id: str = "editors_note"


def make(compositor: Compositor) -> EditorsNote:
    text = compositor.beside.add(compositor.added("editors_note"))
    return EditorsNote(compositor.words.phrase("editors_note"), compositor.setter.pair(text, ("editors_note",)))


MAKER = Maker(make)
