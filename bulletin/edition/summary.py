"""Verified contents → the summary's Edition: references only, and what code can count or look up itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bulletin.blocks.briefs.edit import Brief, Briefs, uncited
from bulletin.blocks.findings.edit import Findings
from bulletin.blocks.findings.edit import make as findings
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.content import model
from bulletin.content.frame import Frame
from bulletin.content.model import Glossary, Publication, Summary
from bulletin.edition import typography
from bulletin.edition.blocks import Block, Edition, Masthead, Page, PlateRow
from bulletin.edition.bulletin import own_numbers
from bulletin.edition.comparing import COMPOSED, Comparing
from bulletin.edition.composing import Composing
from bulletin.edition.drawing import Drawing
from bulletin.edition.furniture import furnished
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.pieces import MOST, MOST_BY_HAND, continued, pieces
from bulletin.edition.plates import side_by_side
from bulletin.edition.text import Both, as_pair
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof, Verified
from bulletin.project import SUMMARY
from bulletin.wording import amounts

MOST_FINDINGS = 6
"""Subdistricts whose findings stand together where the program lays out the pages."""


def summarize(
    summary: Summary,
    verified: Mapping[str, Verified],
    glossary: Glossary,
    publication: Publication,
    words: Words,
    logo: Drawing | None = None,
) -> Edition:
    """The combined summary of the subdistricts that it names; `verified` holds at least these."""
    named = {name: verified[name] for name in summary.order}
    made = _Editor(summary, named, glossary, publication, words).edition()
    return furnished(made, publication, summary.issue, words, logo)


def proofs_of(verified: Mapping[str, Verified]) -> dict[str, Proof]:
    """Every fact under its full name: jingchenglu.hazards_found."""
    return {
        f"{name}.{id}": replace(proof, id=f"{name}.{id}")
        for name, one in verified.items()
        for id, proof in one.proofs.items()
    }


class _Editor:
    def __init__(
        self,
        summary: Summary,
        verified: Mapping[str, Verified],
        glossary: Glossary,
        publication: Publication,
        words: Words,
    ):
        self.summary, self.verified, self.words, self.publication = summary, verified, words, publication
        proofs = proofs_of(verified)
        self.setter = Setter(proofs, Numbering(proofs, []), len(verified))
        self.plates = Comparing(self.setter, words, "content/summary.yaml", verified, glossary)

    def edition(self) -> Edition:
        summary = self.summary
        title = self.setter.both(summary.title, prose=True)
        count = amounts.counted(len(self.verified))
        combined = self.words.phrase("combined", count.zh, count.en)
        masthead = Masthead(
            title, self._within(), combined, self.words.phrase("draft") if self.publication.draft else None
        )
        return Edition(
            name=SUMMARY,
            masthead=masthead,
            foot=self.words.phrase("summary_foot"),
            accent=summary.accent,
            pages=self._pages(),
            words=self.words.all(),
            subject=title,
            publisher=typography.both(self.publication.publisher),
            house=(combined, *self.setter.counting, *(() if summary.pages else own_numbers(self.publication))),
            keywords=tuple(
                word for one in self.verified.values() for word in (one.content.place.zh, one.content.place.en)
            ),
        )

    def _within(self) -> Both:
        """Where the places lie: as the file says, or what all content files say."""
        if self.summary.within:
            return self.setter.both(self.summary.within, prose=True)
        found = dict.fromkeys(typography.both(one.content.within) for one in self.verified.values())
        return next(iter(found)) if len(found) == 1 else Both("", "")

    def _pages(self) -> tuple[Page, ...]:
        if not self.summary.pages:
            return (Page(1, tuple(self._composed())),)
        return tuple(self._page(i, page) for i, page in enumerate(self.summary.pages))

    def _page(self, at: int, page: model.SummaryPage) -> Page:
        blocks: list[Block] = []
        if page.title:
            blocks.append(PageTitle(self.setter.pair(page.title, ("pages", at, "title"), raised=False)))
        if at == 0 and self.summary.briefs:
            blocks.append(uncited(self.setter, "briefs", self.summary.briefs))
        blocks += self._rows(page.plates, ("pages", at, "plates"))
        if at == 0:
            blocks.append(findings(self.plates, self.summary))
        if at == len(self.summary.pages) - 1 and self.summary.notes:
            blocks.append(uncited(self.setter, "notes", self.summary.notes))
        return Page(at + 1, tuple(blocks))

    def _rows(self, plates: Sequence[model.SummaryPlate], path: tuple[str | int, ...]) -> tuple[PlateRow, ...]:
        made = (self.plates.plate(plate, (*path, i)) for i, plate in enumerate(plates))
        return side_by_side(piece for plate in made for piece in pieces(plate, self.words, MOST_BY_HAND))

    def _composed(self) -> Iterator[Block]:
        """All that there is to show, in the order of a summary."""
        summary, composing = self.summary, Composing(self.plates)
        if summary.briefs:
            yield uncited(self.setter, "briefs", summary.briefs)
        if spans := composing.spans():
            yield from self._plates([("spans", spans)])
        yield from self._findings()
        yield from self._plates(composing.frames())
        yield uncited(self.setter, "notes", summary.notes) if summary.notes else self._imprint()

    def _plates(self, frames: Iterable[tuple[str, Frame]]) -> tuple[PlateRow, ...]:
        made = (self.plates.plate(frame, (COMPOSED, name)) for name, frame in frames)
        return side_by_side(piece for plate in made for piece in pieces(plate, self.words, MOST))

    def _findings(self) -> Iterator[Findings]:
        whole = findings(self.plates, self.summary)
        for i, part in enumerate(whole.cut(MOST_FINDINGS)):
            first = i == 0
            caption = whole.caption if first else continued(whole.caption, self.words)
            yield replace(part, caption=caption, id=whole.id if first else f"{whole.id}-{i + 1}")

    def _imprint(self) -> Briefs:
        """The publication's own, where the summary has no notes."""
        lines = [typography.both(line) for line in self.publication.imprint]
        text = Both("".join(line.zh for line in lines), " ".join(line.en for line in lines))
        return Briefs((Brief(as_pair(self.words.phrase("imprint")), as_pair(text)),), id="notes")
