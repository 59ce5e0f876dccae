"""What a block is to the order of pages, and the classes of the container in which it is set."""

from __future__ import annotations

from bulletin import rooms
from bulletin.blocks.briefs.edit import Briefs
from bulletin.blocks.colophon.edit import Colophon
from bulletin.blocks.contents.edit import Contents
from bulletin.blocks.evidence.edit import Evidence
from bulletin.blocks.key_figures.edit import KeyFigures
from bulletin.blocks.notes.edit import Notes
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.blocks.story.edit import Story
from bulletin.content.sections import sections
from bulletin.edition.blocks import Block


def amply(look: str) -> tuple[str, str]:
    """The usual look, and the one in larger type for what is small: tables, terms, notes."""
    return look, f"{look} ample"


def opening(look: str) -> str:
    """The look of a lead whose first paragraph is set larger."""
    return f"{look} opening"


def look_of(block: Block) -> str:
    """Classes of the container: by the kind of the block."""
    name = type(block).__name__
    kind = "".join(f"-{char.lower()}" if char.isupper() else char for char in name).lstrip("-")
    return f"of-{kind} lead" if isinstance(block, Story) and block.lead else f"of-{kind}"


def role_of(block: Block) -> str:
    """What it is to the order of pages."""
    if isinstance(block, Briefs):
        return {"briefs": "filler", "notes": "notes"}[block.id]
    kinds: tuple[tuple[type, str], ...] = (
        (KeyFigures, "figures"),
        (PageTitle, "title"),
        (Evidence, "evidence"),
        (Notes, "notes"),
        (Contents, "contents"),
        (Colophon, "colophon"),
    )
    section = sections().get(rooms.room_of(block))
    return next(
        (role for kind, role in kinds if isinstance(block, kind)), "front" if section and section.front else "filler"
    )
