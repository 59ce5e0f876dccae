"""The title of a page in Word."""

from __future__ import annotations

from bulletin.blocks.page_title.edit import PageTitle
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import paragraph
from bulletin.word.ox import Node


def write(block: PageTitle, draft: Draft) -> list[Node]:
    """The title of a page of the summary."""
    return [paragraph("Heading1", draft.inline(block.title, en_style="EnglishHeading"))]


WORD = WordBlock(write, ruled=True)
