"""What `check` would say of a worksheet is asked before it is written: a proposal that it refuses is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bulletin.content.yaml_text import Parsed, Path
from bulletin.desk.worksheet.facts import FactStub
from bulletin.desk.worksheet.sheet import Worksheet
from bulletin.desk.worksheet.stories import Proposed
from bulletin.desk.worksheet.wording import Wording

_ROUNDS = 5
"""What one proposal hid may come to light when it is taken back."""
Refused = Callable[[Path], bool]


def tried(sheet: Worksheet, asked: Callable[[Worksheet], tuple[Parsed, set[int]]]) -> Worksheet:
    """The worksheet without the labels, nouns, headings and paragraphs that `check` refuses.

    `asked`: the file of a worksheet, and the lines of which `check` says more than that they are not finished.
    """
    for _ in range(_ROUNDS):
        parsed, lines = asked(sheet)
        fewer = _without(sheet, lambda path, parsed=parsed, lines=lines: parsed.place(path).line in lines)  # type: ignore[misc]
        if fewer == sheet:
            break
        sheet = fewer
    return sheet


def _without(sheet: Worksheet, refused: Refused) -> Worksheet:
    facts = {id: _fact(fact, ("facts", id), refused) for id, fact in sheet.facts.items()}
    stories = [_story(story, ("stories", i), refused) for i, story in enumerate(sheet.stories)]
    return replace(sheet, facts=facts, stories=[story for story in stories if story.paragraphs])


def _fact(fact: FactStub, path: Path, refused: Refused) -> FactStub:
    if refused((*path, "label", "zh")):
        fact = replace(fact, label=Wording())
    if fact.unit and fact.unit.one and (refused((*path, "unit")) or refused((*path, "unit", "en"))):
        fact = replace(fact, unit=replace(fact.unit, one="", other=""))
    return fact


def _story(story: Proposed, path: Path, refused: Refused) -> Proposed:
    heading = Wording() if refused((*path, "title", "zh")) or refused((*path, "title", "en")) else story.heading
    texts = [(text, (*path, "paragraphs", i)) for i, text in enumerate(story.paragraphs)]
    kept = tuple(text for text, at in texts if not refused((*at, "zh")) and not refused((*at, "en")))
    return replace(story, heading=heading, paragraphs=kept)
