"""Verified content → Edition, for any publication of a workshop; nothing heavy is imported for it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from bulletin.album import NOTHING, Album, Seen, album
from bulletin.charts.look import Look
from bulletin.content.subdistrict import unread_by
from bulletin.edition.blocks import ChartPlate, Edition
from bulletin.edition.bulletin import edit
from bulletin.edition.comments import comments
from bulletin.edition.register import RegisterRow, register, shown
from bulletin.edition.summary import summarize
from bulletin.edition.themes import OwnBase, own_base
from bulletin.edition.walk import every
from bulletin.evidence.verify import Verified
from bulletin.evidence_page import Archive, EvidencePages
from bulletin.pages.html import Pages
from bulletin.project import SUMMARY
from bulletin.variant import Variant
from bulletin.workshop import Workshop


class Editions:
    """What the publications of one workshop show, what they rest on, and the templates that set them."""

    def __init__(self, workshop: Workshop, seen: Seen = NOTHING, *, trial: bool = False):
        """`seen`: photographs that were looked through before; `trial`: of files whose texts may be wrong."""
        self.workshop, self.seen, self.trial = workshop, seen, trial
        self._verified: dict[str, Verified] = {}
        self._photographs: dict[str, Album] = {}

    @cached_property
    def pages(self) -> Pages:
        """The templates of the pages, kept open."""
        return Pages(self.workshop.project.templates, self.workshop.theme, self.workshop.publication.type)

    @cached_property
    def evidence_pages(self) -> EvidencePages:
        """Those of the page for the reviewer."""
        return EvidencePages(self.workshop.project.templates, self.workshop.theme, self.workshop.words)

    @cached_property
    def archive(self) -> Archive:
        """Those of the page that lists the issues of a place."""
        return Archive(self.workshop.project.templates, self.workshop.theme, self.workshop.words)

    @cached_property
    def own_base(self) -> OwnBase | None:
        """The Word file that the theme brings, where it does. Raises ContentError."""
        return own_base(self.workshop.project, self.workshop.theme_name)

    def issues(self, name: str) -> list[Verified]:
        """The issue and those that it goes on from, the latest first."""
        contents, found = self.workshop.library.contents, [self.verified(name)]
        while (since := contents[found[-1].content.name][1].since) and since not in [one.content.name for one in found]:
            found.append(self.verified(since))
        return found

    def look(self, edition: Edition, variant: Variant) -> Look:
        """How the charts of an edition look."""
        workshop = self.workshop
        type = variant.type or workshop.publication.type
        return Look.of(workshop.theme, edition.accent, workshop.words.drawn(), variant.language, type)

    def verified(self, name: str) -> Verified:
        """Proved once, however many publications show it."""
        if name not in self._verified:
            self._verified[name] = self.workshop.verified(name, trial=self.trial)
        return self._verified[name]

    def photographs(self, name: str) -> Album:
        """Those of a publication, read once. Raises ContentError for what is none, each at its place."""
        if name not in self._photographs:
            self._photographs[name] = album(self.workshop, name, self.seen)
        return self._photographs[name]

    def evidence(self, name: str) -> dict[str, Verified]:
        """The content that a publication rests on, by what stands before the ids of its facts there."""
        if name != SUMMARY:
            one = self.verified(name)
            return {"": one, **{f"{each}.": earlier for each, earlier in one.earlier.items()}}
        return {
            f"{each}.": _beside(self.verified(each), unread_by(self.workshop.summary))
            for each in self.workshop.summary.order
        }

    def register(self, edition: Edition) -> list[RegisterRow]:
        """Every fact of a bulletin; of the summary and of an earlier issue, those that are shown."""
        rows = register(self.evidence(edition.name), self.workshop.words)
        own = {row.id for row in rows if edition.name != SUMMARY and "." not in row.id}
        there = shown(edition.pages) | {*edition.labelled}
        needed = there | {term for row in rows if row.id in there for term in row.terms}
        return [row for row in rows if row.id in needed | own]

    def edition(self, name: str) -> tuple[Edition, dict[str, str]]:
        """What a publication shows, and the evidence of its facts in words."""
        return self.summary() if name == SUMMARY else self.bulletin(name)

    def bulletin(self, name: str) -> tuple[Edition, dict[str, str]]:
        """The edition of one article, and the evidence of its facts in words."""
        verified = self.verified(name)
        pictures = self.photographs(name).sizes
        edition = edit(verified, self.workshop.publication, self.workshop.words, pictures, self.workshop.logo)
        earlier = verified.earlier.items()
        remarks = {f"{n}.{id}": text for n, one in earlier for id, text in comments(one, self.workshop.words).items()}
        return edition, comments(verified, self.workshop.words) | remarks

    def summary(self) -> tuple[Edition, dict[str, str]]:
        """The summary's edition, and the evidence of every fact under its full name."""
        workshop = self.workshop
        summary = workshop.summary
        verified = {name: _beside(self.verified(name), unread_by(summary)) for name in summary.order}
        pictures, logo = self.photographs(SUMMARY).sizes, workshop.logo
        edition = summarize(
            summary, verified, workshop.library.glossary, workshop.publication, workshop.words, pictures, logo
        )
        remarks = {
            f"{name}.{id}": text for name, one in verified.items() for id, text in comments(one, workshop.words).items()
        }
        return edition, remarks


def _beside(verified: Verified, unread: frozenset[str]) -> Verified:
    """What the summary is given of a content file: nothing that it does not read, so that nothing is changed by it."""
    content = verified.content
    return replace(verified, content=content.model_copy(update=dict.fromkeys(unread & content.model_fields_set)))


def chart_plates(edition: Edition) -> list[ChartPlate]:
    """The plates of an edition that hold a chart, in order."""
    return list(every(ChartPlate, edition.pages))
