"""The title of a page in Word."""

from __future__ import annotations

from bulletin.blocks.page_title.edit import PageTitle
from bulletin.writers.docx.draft import Draft
from bulletin.writers.docx.form import WordBlock
from bulletin.writers.docx.inline import paragraph
from bulletin.writers.docx.ox import Node


def write(block: PageTitle, draft: Draft) -> list[Node]:
    """The title of a page of the summary."""
    return [paragraph("Heading1", draft.inline(block.title, en_style="EnglishHeading"))]


WORD = WordBlock(write, ruled=True)
