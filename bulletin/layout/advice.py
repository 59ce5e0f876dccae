"""What the curator can do where pages cannot be filled: text, a plate, another number of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.blocks.findings.edit import Findings
from bulletin.blocks.story.edit import Story
from bulletin.content.yaml_text import Path
from bulletin.edition.blocks import Edition
from bulletin.edition.register import shown
from bulletin.edition.text import Figure
from bulletin.layout.lay_out import LaidOut
from bulletin.messages import listed, say

FINDING, PLACE = 17.0, 120.0
"""pt that a line of a finding or a brief takes, and that another place does, in all plates together."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What is to be said, and the place in the content file that it is about."""

    text: str
    path: Path


def advice(edition: Edition, laid: LaidOut) -> Advice | None:
    """For the pages that were laid out and miss their feet; `edition` is the canonical one. None where all are full."""
    if (asked := sum(page.count for page in edition.pages)) and any(page.auto for page in laid.edition.pages):
        return Advice(say("layout.not_on", pages=asked), ("pages",))
    stories = [block for page in edition.pages if page.auto for block in page.blocks if isinstance(block, Story)]
    if not laid.short:
        return _of_odd(laid, bool(stories))
    total = sum(laid.short.values())
    parts = _in_stories(stories, total, laid) if stories else list(_in_summary(edition, total))
    parts += [say("layout.count", pages=count) for count in laid.others]
    if not parts:
        return None
    pages = listed([str(page) for page in sorted(laid.short)])
    path = "stories" if stories else "title"
    return Advice(say("layout.short", pages=pages, what=say("layout.or").join(parts)), (path,))


def _in_stories(stories: list[Story], total: float, laid: LaidOut) -> list[str]:
    """What fills `total` pt of a bulletin: lines of the shortest story, a plate; or what makes it shorter."""
    story = min(stories, key=lambda one: len(one.paragraphs))
    parts = [say("layout.lines", lines=max(1, round(total / laid.line)), story=story.id)]
    if fact := _undrawn(stories):
        parts.append(say("layout.plate", fact=fact))
    fewer, over = laid.over
    if fewer and over < total:
        parts.insert(0, say("layout.cut", lines=max(1, round(over / laid.line) + 2), pages=fewer))
    return parts


def _in_summary(edition: Edition, total: float) -> Iterator[str]:
    """What fills `total` pt of a summary that has findings: lines of these, or what stands beside them."""
    found = next((block for page in edition.pages for block in page.blocks if isinstance(block, Findings)), None)
    if found is None:
        return
    if total <= FINDING * len(found.rows):
        yield say("layout.findings", lines=max(1, round(total / FINDING)))
    yield say("layout.briefs", lines=max(1, round(total / FINDING)))
    if total >= PLACE:
        yield say("layout.place")


def _of_odd(laid: LaidOut, told: bool) -> Advice | None:
    """All pages are full, but their number is odd: the back of the last sheet is blank. `told`: there are stories."""
    fewer, over = laid.over
    if not fewer:
        return None
    lines = max(1, round(over / laid.line) + 2)
    parts = [say("layout.cut", lines=lines, pages=fewer)] if told or over < PLACE else []
    parts += [] if told else [say("layout.place")]
    what = say("layout.or").join(parts)
    return Advice(say("layout.odd", pages=len(laid.edition.pages), what=what), ("stories" if told else "title",))


def _undrawn(stories: list[Story]) -> str:
    """The first fact that a text names and no plate shows."""
    drawn = shown([story.plates for story in stories])
    named = [fact for story in stories for fact in _in_order(story)]
    return next((fact for fact in named if fact not in drawn), "")


def _in_order(story: Story) -> list[str]:
    return [piece.fact for paragraph in story.paragraphs for piece in paragraph.text.zh if isinstance(piece, Figure)]
