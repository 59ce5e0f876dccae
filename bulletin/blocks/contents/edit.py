"""What the list of contents shows. The pages themselves are counted when they are set, by who sets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bulletin.blocks.page_title.edit import PageTitle
from bulletin.edition.blocks import Block, Caption, Edition, Page, PlateRow
from bulletin.edition.text import Both, Break, Line, Pair
from bulletin.edition.walk import every, walk
from bulletin.edition.words import Words

LEAST = 8
"""Pages from which a paper has a list of contents by itself."""
_REDRAWN = re.compile(r"-(?:half|full)-[\d.]+$")


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A title, and what it leads to."""

    title: Both
    id: str


@dataclass(frozen=True, slots=True)
class Contents(Block):
    """What has a title of its own, in the order of the pages."""

    title: Both
    entries: tuple[ContentsEntry, ...]
    id: str = "contents"


def contents(pages: Iterable[Page], words: Words) -> Contents | None:
    """None where there is nothing to list. A summary whose pages have titles lists these, not every plate of them."""
    blocks = [block for page in pages for block in page.blocks]
    titled = any(isinstance(block, PageTitle) for block in blocks)
    found = [entry for block in blocks for entry in _entries(block, plates=not titled)]
    return Contents(words.phrase("contents"), tuple(found)) if found else None


def with_contents(edition: Edition) -> Edition:
    """The edition with the list that waits for its pages, over everything else on the first."""
    if edition.outline is None or not edition.pages:
        return edition
    first, *others = edition.pages
    first = replace(first, blocks=(edition.outline, *first.blocks))
    return replace(edition, pages=(first, *others), outline=None)


def in_order_of_pages(listed: Contents, pages: Iterable[Page]) -> Contents:
    """The list in the order in which its titles stand on these pages, which a layout may have changed."""
    parts = [part for page in pages for part in walk(page.blocks, (Contents,)) if not isinstance(part, Contents)]
    places = {anchor(part): at for at, part in reversed(list(enumerate(parts)))}
    entries = sorted(listed.entries, key=lambda entry: places.get(entry.id, len(places)))
    return replace(listed, entries=tuple(entries))


def names_pages(edition: Edition) -> bool:
    """Has it a list of contents, or may it have one, once the program has laid out its pages?"""
    may = edition.outline is not None and any(page.auto for page in edition.pages)
    return may or any(every(Contents, edition.pages))


def anchor(block: object) -> str:
    """The name under which the list leads to a block or a plate, however it was redrawn; "" for what has none."""
    if isinstance(block, PageTitle):
        return block.title.path.replace(".", "-")
    return _REDRAWN.sub("", str(getattr(block, "id", "")))


def _entries(block: Block, *, plates: bool) -> Iterator[ContentsEntry]:
    titles: list[tuple[object, object]]
    if isinstance(block, PlateRow):
        titles = [(plate, plate.caption and plate.caption.title) for plate in block.plates] if plates else []
    else:
        caption = getattr(block, "caption", None)
        titles = [(block, caption.title if isinstance(caption, Caption) else getattr(block, "title", None))]
    for one, title in titles:
        if isinstance(title, (Both, Pair)) and not isinstance(one, Contents):
            yield ContentsEntry(_flat(title), anchor(one))


def _flat(title: Both | Pair) -> Both:
    """On one line, without the breaks and numbers of its place."""
    if isinstance(title, Both):
        return title
    return Both(_joined(title.zh, ""), _joined(title.en, " "))


def _joined(line: Line, between: str) -> str:
    return "".join(between if isinstance(piece, Break) else piece.text for piece in line)
