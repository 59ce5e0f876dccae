"""Verified content → Edition: the blocks of a bulletin, page by page."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin import rooms
from bulletin.blocks.story.edit import make as story
from bulletin.content.arrangement import arranged
from bulletin.content.model import Publication
from bulletin.edition import typography
from bulletin.edition.blocks import Block, Edition, Masthead, Page
from bulletin.edition.compositor import Compositor, Maker
from bulletin.edition.drawing import Drawing
from bulletin.edition.furniture import furnished
from bulletin.edition.plates import NONE
from bulletin.edition.text import Both
from bulletin.edition.walk import texts
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified
from bulletin.wording.dates import Moment, worded


def own_numbers(publication: Publication) -> tuple[Both, ...]:
    """The publication's own words in which numbers are allowed, with a reason: its title, and those of the imprint."""
    texts = (publication.title, *publication.imprint)
    return tuple(typography.both(text) for text in texts if "typed-number" in text.allow)


def edit(
    verified: Verified,
    publication: Publication,
    words: Words,
    pictures: Mapping[str, tuple[int, int]] = NONE,
    logo: Drawing | None = None,
) -> Edition:
    """The bulletin of one article. Pages are built in order, so evidence rows are numbered as a reader meets them.

    `pictures`: how large each file that it prints is.
    """
    compositor, content = Compositor(verified, publication, words, pictures), verified.content
    sheets = arranged(content)
    made = _blocks(compositor, [id for sheet in sheets for id in sheet.ids])
    title = publication.title
    pages = tuple(Page(i, tuple(made[id] for id in one.ids), one.auto, one.count) for i, one in enumerate(sheets, 1))
    edition = Edition(
        name=content.name,
        masthead=Masthead(
            Both(content.place.zh + title.zh, f"{content.place.en} {title.en}"),
            typography.both(content.within),
            _when(compositor),
            words.phrase("draft") if publication.draft else None,
            brief=_when(compositor, brief=True),
        ),
        foot=words.phrase("foot_inferred" if _brackets(pages) else "foot"),
        accent=content.accent,
        pages=pages,
        words=words.all(),
        subject=typography.both(content.source.headline),
        keywords=(content.place.zh, content.place.en, content.within.zh, content.within.en),
        publisher=typography.both(publication.publisher),
        house=own_numbers(publication),
        labelled=tuple(sorted(compositor.setter.labelled)),
    )
    return furnished(edition, publication, content.issue, words, logo)


def _blocks(compositor: Compositor, ids: list[str]) -> dict[str, Block]:
    """The blocks by their ids in `pages`: stories by theirs, others by their kind. Evidence comes last."""
    stories = {one.id for one in compositor.content.stories}
    makers = {id: rooms.BLOCKS.part(id, "edit", Maker) for id in ids if id not in stories}
    ordered = sorted(ids, key=lambda id: id in makers and makers[id].last)
    return {id: story(compositor, id) if id in stories else makers[id].make(compositor) for id in ordered}


def _brackets(pages: tuple[Page, ...]) -> bool:
    """Does a page mark anything as inferred?"""
    return any("[" in text for text in texts(pages))


def _when(compositor: Compositor, *, brief: bool = False) -> Both:
    """The line that says when the facts are from. An undated article is never given a date, only a marked guess.

    `brief`: without the reason for the guess, and without the dates of earlier issues.
    """
    content, words = compositor.content, compositor.words
    dates = [worded(Moment.parse(dated.value)) for dated in content.dates]
    stated = all(dated.stated for dated in content.dates)
    known = list(dict.fromkeys(date for date in dates if date.zh))
    if len(known) < len(set(dates)) or not known:
        return words.phrase("undated")
    zh, en = "、".join(date.zh for date in known), " and ".join(date.en for date in known)
    said = words.phrase("facts_of" if stated else "article_inferred" if brief else "dated_inferred", zh, en)
    if brief:
        return said
    for one in compositor.verified.earlier.values():
        before = worded(Moment.parse(one.content.dated.value))
        earlier = words.phrase("earlier_issue", before.zh, before.en)
        said = Both(f"{said.zh}；{earlier.zh}", f"{said.en}; {earlier.en}") if before.zh else said
    return said
