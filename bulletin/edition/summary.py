"""Verified contents → the summary's Edition: references only, and what code can count or look up itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bulletin.blocks.briefs.edit import uncited
from bulletin.blocks.findings.edit import make as findings
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.content import model
from bulletin.content.model import Glossary, Publication, Summary
from bulletin.edition import typography
from bulletin.edition.blocks import Block, Edition, Masthead, Page, PlateRow
from bulletin.edition.comparing import Comparing
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.plates import side_by_side
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof, Verified
from bulletin.project import SUMMARY
from bulletin.wording import amounts


def summarize(
    summary: Summary, verified: Mapping[str, Verified], glossary: Glossary, publication: Publication, words: Words
) -> Edition:
    """The combined summary of the subdistricts that it names; `verified` holds at least these."""
    return _Editor(summary, {name: verified[name] for name in summary.order}, glossary, publication, words).edition()


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
        self.setter = Setter(proofs, Numbering(proofs, []))
        self.plates = Comparing(self.setter, words, "content/summary.yaml", verified, glossary)

    def edition(self) -> Edition:
        summary = self.summary
        title = typography.both(summary.title)
        within = typography.both(summary.within)
        count = amounts.counted(len(self.verified))
        combined = self.words.phrase("combined", count.zh, count.en)
        return Edition(
            name=SUMMARY,
            masthead=Masthead(
                title,
                within,
                combined,
                self.words.phrase("draft") if self.publication.draft else None,
            ),
            foot=self.words.phrase("summary_foot"),
            accent=summary.accent,
            pages=tuple(self._page(i, page) for i, page in enumerate(summary.pages)),
            words=self.words.all(),
            subject=title,
            publisher=typography.both(self.publication.publisher),
            house=(combined,),
            keywords=tuple(
                word for one in self.verified.values() for word in (one.content.place.zh, one.content.place.en)
            ),
        )

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
        return side_by_side(self.plates.plate(plate, (*path, i)) for i, plate in enumerate(plates))
