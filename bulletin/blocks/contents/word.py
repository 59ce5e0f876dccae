"""The list of contents in Word: each title with a field that counts its page when the document is opened.

Until then, and where no program counts it, it says the page of the PDF.
"""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.blocks.contents.edit import Contents
from bulletin.word.draft import Draft
from bulletin.word.form import WordBlock
from bulletin.word.inline import both, field, paragraph, tab
from bulletin.word.look import TEXT
from bulletin.word.ox import Node, name, stable
from bulletin.word.styles import Style, Styles


def write(block: Contents, draft: Draft) -> list[Node]:
    """The head, then a paragraph an entry."""
    head = paragraph("ContentsHead", both(block.title))
    return [
        head,
        *(paragraph("ContentsEntry", both(one.title), tab(), page_of(one.id, draft.pages)) for one in block.entries),
    ]


def target(id: str) -> str:
    """The bookmark at a title that the list leads to."""
    return f"_t_{stable(id)}"


def page_of(id: str, pages: Mapping[str, int]) -> list[Node]:
    """PAGEREF (17.16.5.45), to be counted when the document is opened (17.16.18, dirty)."""
    nodes = field(f"PAGEREF {target(id)} \\h", str(pages.get(id, "")))
    for mark in nodes[0].iter(name("w:fldChar")):
        mark.set(name("w:dirty"), "true")
    return nodes


_TABS = (("right", TEXT),)
WORD = WordBlock(write)
STYLES = Styles(
    (
        Style("ContentsHead", "Contents Head", "caption_zh", bold=True, before=4, after=2, keep=True),
        Style("ContentsEntry", "Contents Entry", "contents", tabs=_TABS, borders=(("top", 2, "rule", 1),)),
    ),
    {"contents": (8, 12)},
)
