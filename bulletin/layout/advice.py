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
from bulletin.layout.helping import Helps
from bulletin.layout.lay_out import ABOVE, LaidOut
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
    if laid.beyond[0]:
        return Advice(_beyond(laid), ("pages",))
    stories = [block for page in edition.pages if page.auto for block in page.blocks if isinstance(block, Story)]
    if laid.loose:
        return _of_loose(laid, stories)
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


def _beyond(laid: LaidOut) -> str:
    """Why the number of pages that was asked for cannot be, how many there are instead, and what helps."""
    (asked, over), made = laid.beyond, len(laid.edition.pages)
    parts = [say("layout.no_number", pages=made)]
    if over < -asked * ABOVE:  # too little, or what cannot be divided
        return say("layout.not_on", pages=asked, made=made, what=parts[0])
    if laid.helps is None or (laid.helps.lines is None and over > 0):
        parts.insert(0, _cut(laid, over, asked))
        lines = _lines(laid, over)
        return say("layout.beyond", pages=asked, lines=lines, made=made, what=say("layout.or").join(parts))
    return _of_helps(laid, laid.helps, parts)


def _of_helps(laid: LaidOut, helps: Helps, parts: list[str]) -> str:
    """What packing has found to be enough: so many lines of text, or a plate."""
    (asked, _), made = laid.beyond, len(laid.edition.pages)
    if helps.plate:
        lines = max(1, round(laid.plates.get(helps.plate, 0.0) / laid.line))
        parts.insert(0, say("layout.leave_out", plate=helps.plate, lines=lines))
    if helps.lines is None:
        return say("layout.not_on", pages=asked, made=made, what=say("layout.or").join(parts))
    if helps.lead:
        parts.insert(0, say("layout.cut_lead", lines=helps.lines, story=helps.lead, pages=asked))
        return say("layout.not_on", pages=asked, made=made, what=say("layout.or").join(parts))
    parts.insert(0, say("layout.cut", lines=helps.lines, pages=asked))
    return say("layout.beyond", pages=asked, lines=helps.lines, made=made, what=say("layout.or").join(parts))


def _of_loose(laid: LaidOut, stories: list[Story]) -> Advice:
    """Not everything stands where it belongs; or nothing could be laid out."""
    text = say("layout.loose", story=stories[0].id) if stories else say("layout.loose_summary")
    return Advice(text, ("stories" if stories else "title",))


def _lines(laid: LaidOut, over: float) -> int:
    """How many lines of Chinese are to be cut where heights are `over` pt too much."""
    return max(1, round(over / laid.line) + 2)


def _cut(laid: LaidOut, over: float, pages: int) -> str:
    """To cut so many lines, and which plate counts for some of them: the cheapest that is enough, or the largest."""
    told = say("layout.cut", lines=_lines(laid, over), pages=pages)
    if not laid.plates:
        return told
    plate = min(laid.plates, key=lambda name: (laid.plates[name] < over, abs(laid.plates[name] - over), name))
    return told + say("layout.counts", plate=plate, lines=max(1, round(laid.plates[plate] / laid.line)))


def _in_stories(stories: list[Story], total: float, laid: LaidOut) -> list[str]:
    """What fills `total` pt of a bulletin: lines of the shortest story, a plate; or what makes it shorter."""
    story = min(stories, key=lambda one: len(one.paragraphs))
    parts = [say("layout.lines", lines=max(1, round(total / laid.line)), story=story.id)]
    if fact := _undrawn(stories):
        parts.append(say("layout.plate", fact=fact))
    fewer, over = laid.over
    if fewer and over < total:
        parts.insert(0, _cut(laid, over, fewer))
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
    parts = [_cut(laid, over, fewer)] if told or over < PLACE else []
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
