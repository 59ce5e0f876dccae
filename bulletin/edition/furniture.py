"""What the office says of the paper itself, worded; and where it stands in an edition."""

from __future__ import annotations

from dataclasses import replace

from bulletin.blocks.colophon.edit import colophon
from bulletin.blocks.contents.edit import LEAST, contents, with_contents
from bulletin.content.furniture import Issue
from bulletin.content.model import Publication
from bulletin.edition import typography
from bulletin.edition.blocks import Both, Edition, Emblem, Nameplate, Page
from bulletin.edition.drawing import Drawing
from bulletin.edition.words import Words
from bulletin.wording.dates import Moment, worded


def furnished(
    edition: Edition, publication: Publication, issue: Issue | None, words: Words, logo: Drawing | None
) -> Edition:
    """The edition with its masthead's furniture, its list of contents and its colophon, as far as they are given."""
    plate = _nameplate(publication, issue, words, logo)
    head = replace(edition.masthead, plate=plate)
    made = replace(edition, masthead=head, pages=_ended(edition.pages, publication, issue, words))
    if plate:
        told = [text for text in (plate.number, plate.total, plate.issuer) if text]
        made = replace(
            made, keywords=(*made.keywords, *dict.fromkeys(word for one in told for word in (one.zh, one.en)))
        )
    own = issue.contents if issue else None
    wanted = publication.contents if own is None else own
    if wanted is False:
        return made
    made = replace(made, outline=contents(made.pages, words))
    by_hand = len(made.pages) >= LEAST and not any(page.auto for page in made.pages)
    return with_contents(made) if wanted or by_hand else made


def _nameplate(publication: Publication, issue: Issue | None, words: Words, logo: Drawing | None) -> Nameplate | None:
    issue = issue or Issue()
    date = worded(Moment.parse(issue.printed)) if issue.printed else None
    alt = typography.both(publication.logo.alt) if publication.logo else None
    plate = Nameplate(
        _counted("issue_number", issue.number, words),
        _counted("issue_total", issue.total, words),
        typography.both(publication.issuer) if publication.issuer else None,
        words.phrase("issue_printed", date.zh, date.en) if date else None,
        typography.both(publication.notice) if publication.notice else None,
        Emblem(logo.svg, logo.ratio, alt) if logo and alt else None,
    )
    return None if plate == Nameplate() else plate


def _counted(phrase: str, number: int | None, words: Words) -> Both | None:
    return words.phrase(phrase, str(number), str(number)) if number else None


def _ended(pages: tuple[Page, ...], publication: Publication, issue: Issue | None, words: Words) -> tuple[Page, ...]:
    """The colophon ends the last page."""
    end = colophon(publication, issue, words)
    if end is None or not pages:
        return pages
    return (*pages[:-1], replace(pages[-1], blocks=(*pages[-1].blocks, end)))
