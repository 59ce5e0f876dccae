"""The masthead."""

from __future__ import annotations

from bulletin.edition.blocks import Masthead
from bulletin.edition.text import Both

from .inline import both, paragraph, run, tab
from .ox import Node


def masthead(head: Masthead) -> list[Node]:
    """Name, place and the line that says when the facts date from."""
    flag = [tab(), *_flag(head.draft)] if head.draft else []
    return [
        paragraph("Title", run(head.title.zh, "zh"), flag),
        paragraph("Subtitle", run(head.title.en, "en"), tab(), both(head.place, ("Unit", "Unit"))),
        paragraph("IssueLine", both(head.dated)),
    ]


def _flag(words: Both) -> list[Node]:
    return both(words, ("Draft", "Draft"))
