"""What a story shows."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.content.arrangement import arranged, lead
from bulletin.edition.blocks import Block, PlateRow
from bulletin.edition.compositor import Compositor
from bulletin.edition.text import Both, Pair


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Pair
    head: Pair | None = None


@dataclass(frozen=True, slots=True)
class Story(Block):
    id: str
    kicker: Both
    title: Pair
    paragraphs: tuple[Paragraph, ...]
    plates: tuple[PlateRow, ...]
    lead: bool = False


def make(compositor: Compositor, id: str) -> Story:
    """The story of this id; it leads where it stands on the first page."""
    content, setter = compositor.content, compositor.setter
    at = next(i for i, story in enumerate(content.stories) if story.id == id)
    story, path = content.stories[at], ("stories", at)
    paragraphs = tuple(
        Paragraph(
            setter.pair(compositor.beside.add(text), (*path, "paragraphs", i)),
            setter.pair(text.head, (*path, "paragraphs", i, "head")) if text.head else None,
        )
        for i, text in enumerate(story.paragraphs)
    )
    title = setter.pair(story.title, (*path, "title"), raised=False)
    plates = compositor.plates.rows(story.plates, (*path, "plates"))
    kicker = compositor.words.theme(story.theme)
    first = arranged(content)[0]
    leads = id == lead(content) if first.auto else id in first.ids
    return Story(id, kicker, title, paragraphs, plates, lead=leads)
