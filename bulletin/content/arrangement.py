"""What stands on the pages of a bulletin: as the curator says; where he says `auto` or nothing, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin.content.sections import sections

if TYPE_CHECKING:
    from bulletin.content.subdistrict import Subdistrict

AUTO = "auto"
FIRST, LAST = ("key_figures",), ("briefs", "timeline", "projects", "honours", "terms", "evidence", "notes")
"""The canonical order: what stands before the stories, and what behind them. Other rooms say it (`Section.front`)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The ids of a page in order. `auto`: of as many pages as they take, to be laid out by the program."""

    ids: tuple[str, ...]
    auto: bool = False
    count: int = 0  # of pages, where the curator says how many


def blocks(content: Subdistrict) -> list[str]:
    """What the file has to place: its stories, and the blocks that are not empty."""
    ids = [story.id for story in content.stories]
    return ids + [name for name, section in sections().items() if section.there(content)]


def arranged(content: Subdistrict) -> tuple[Sheet, ...]:
    """The pages of a content file; without `pages`, one that holds everything in canonical order."""
    if not isinstance(content.pages, list):
        count = content.pages if isinstance(content.pages, int) else 0
        return (Sheet(tuple(canonical(content)), auto=True, count=count),)
    pages = content.pages
    named = {id for page in pages if page != AUTO for id in page}
    left = tuple(id for id in canonical(content) if id not in named)
    return tuple(Sheet(left, auto=True) if page == AUTO else Sheet(tuple(page)) for page in pages)


def canonical(content: Subdistrict) -> list[str]:
    """Key figures, what else opens, the stories in their order, then what goes with them, the evidence last."""
    return in_order(blocks(content), [story.id for story in content.stories])


def in_order(there: Sequence[str], stories: Sequence[str] = ()) -> list[str]:
    """Ids of stories and blocks in canonical order."""
    known = {*FIRST, *LAST, *stories}
    others = [id for id in there if id not in known]
    opening = [id for id in others if sections()[id].front]
    behind = [id for id in others if id not in opening]
    return [id for id in (*FIRST, *opening, *stories, *LAST[:-2], *behind, *LAST[-2:]) if id in there]


def lead(content: Subdistrict) -> str:
    """The story that leads where the program lays out the first page: the first that no page by hand has."""
    sheet = arranged(content)[0]
    stories = [story.id for story in content.stories]
    return next((id for id in sheet.ids if id in stories), "")
