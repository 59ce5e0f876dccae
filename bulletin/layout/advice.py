"""What the curator can do where pages cannot be filled: text, a plate, another number of pages."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.blocks.story.edit import Story
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import Edition
from bulletin.edition.register import shown
from bulletin.edition.text import Figure
from bulletin.layout.lay_out import LaidOut
from bulletin.messages import listed, say


@dataclass(frozen=True, slots=True)
class Advice:
    """What is to be said, and the place in the content file that it is about."""

    text: str
    path: Path


def advice(edition: Edition, laid: LaidOut) -> Advice | None:
    """For the pages that were laid out and miss their feet; `edition` is the canonical one. None where all are full."""
    if not laid.short:
        return _of_odd(laid)
    stories = [block for page in edition.pages if page.auto for block in page.blocks if isinstance(block, Story)]
    if not stories:
        return None
    total = sum(laid.short.values())
    story = min(stories, key=lambda one: len(one.paragraphs))
    pages = listed([str(page) for page in sorted(laid.short)])
    lines = max(1, round(total / laid.line))
    parts = [say("layout.lines", lines=lines, story=story.id)]
    if fact := _undrawn(stories):
        parts.append(say("layout.plate", fact=fact))
    fewer, over = laid.over
    if fewer and over < total:
        parts.insert(0, say("layout.cut", lines=max(1, round(over / laid.line) + 2), pages=fewer))
    parts += [say("layout.count", pages=count) for count in laid.others]
    return Advice(say("layout.short", pages=pages, what=say("layout.or").join(parts)), ("stories",))


def _of_odd(laid: LaidOut) -> Advice | None:
    """All pages are full, but their number is odd: the back of the last sheet is blank."""
    fewer, over = laid.over
    if not fewer:
        return None
    lines = max(1, round(over / laid.line) + 2)
    what = say("layout.cut", lines=lines, pages=fewer)
    return Advice(say("layout.odd", pages=len(laid.edition.pages), what=what), ("stories",))


def _undrawn(stories: list[Story]) -> str:
    """The first fact that a text names and no plate shows."""
    drawn = shown([story.plates for story in stories])
    named = [fact for story in stories for fact in _in_order(story)]
    return next((fact for fact in named if fact not in drawn), "")


def _in_order(story: Story) -> list[str]:
    return [piece.fact for paragraph in story.paragraphs for piece in paragraph.text.zh if isinstance(piece, Figure)]
