"""Verified contents → the summary's Edition: references only, and what code can count or look up itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bulletin.blocks.briefs.edit import Brief, Briefs, uncited
from bulletin.blocks.findings.edit import make as findings
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.content import model
from bulletin.content.frame import Frame
from bulletin.content.model import Glossary, Publication, Summary
from bulletin.content.yaml_text import Path
from bulletin.edition import typography
from bulletin.edition.blocks import Block, ChartPlate, Edition, Masthead, Page, Plate, PlateRow
from bulletin.edition.bulletin import own_numbers
from bulletin.edition.comparing import COMPOSED, Comparing
from bulletin.edition.composing import Composing
from bulletin.edition.drawing import Drawing
from bulletin.edition.furniture import furnished
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.pieces import MOST, MOST_BY_HAND, pieces
from bulletin.edition.plates import NONE, side_by_side
from bulletin.edition.text import Both, as_pair
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified, full_names
from bulletin.project import SUMMARY
from bulletin.wording import amounts


def summarize(
    summary: Summary,
    verified: Mapping[str, Verified],
    glossary: Glossary,
    publication: Publication,
    words: Words,
    pictures: Mapping[str, tuple[int, int]] = NONE,
    logo: Drawing | None = None,
) -> Edition:
    """The combined summary of the subdistricts that it names; `verified` holds at least these."""
    told = {name: verified[name] for name in summary.order}
    made = _Editor(summary, told, glossary, publication, words, pictures).edition()
    return furnished(made, publication, summary.issue, words, logo)


class _Editor:
    def __init__(
        self,
        summary: Summary,
        verified: Mapping[str, Verified],
        glossary: Glossary,
        publication: Publication,
        words: Words,
        pictures: Mapping[str, tuple[int, int]],
    ):
        self.summary, self.verified, self.words, self.publication = summary, verified, words, publication
        proofs = full_names(verified)
        self.setter = Setter(proofs, Numbering(proofs, []), len(verified))
        self.plates = Comparing(self.setter, words, "content/summary.yaml", verified, glossary, pictures)

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
            house=(combined, *self.setter.counting, *(() if summary.by_hand else own_numbers(self.publication))),
            keywords=tuple(
                word for one in self.verified.values() for word in (one.content.place.zh, one.content.place.en)
            ),
            labelled=tuple(sorted(self.setter.labelled)),
        )

    def _within(self) -> Both:
        """Where the places lie: as the file says, or what all content files say."""
        if self.summary.within:
            return self.setter.both(self.summary.within, prose=True)
        found = dict.fromkeys(typography.both(one.content.within) for one in self.verified.values())
        return next(iter(found)) if len(found) == 1 else Both("", "")

    def _pages(self) -> tuple[Page, ...]:
        """Those by hand, or one that holds everything and is laid out by the program."""
        summary = self.summary
        if not summary.groups:
            return (Page(1, tuple(self._composed()), auto=True, count=summary.count),)
        groups = [self._group(path, group) for path, group in summary.groups]
        groups[0] = [*groups[0], findings(self.plates, summary)]
        if summary.briefs:
            titles = 1 if summary.groups[0][1].title else 0
            groups[0].insert(titles, uncited(self.setter, "briefs", summary.briefs))
        groups[-1] += self._notes()
        if not summary.by_hand:
            return (Page(1, tuple(block for group in groups for block in group), auto=True, count=summary.count),)
        return tuple(Page(at, tuple(group)) for at, group in enumerate(groups, 1))

    def _group(self, path: Path, group: model.SummaryPage) -> list[Block]:
        """The title and the plates of a page or a section."""
        title = [PageTitle(self.setter.pair(group.title, (*path, "title"), raised=False))] if group.title else []
        plates = (self.plates.plate(plate, (*path, "plates", i)) for i, plate in enumerate(group.plates))
        return [*title, *(self._whole(plates) if self.summary.by_hand else self._divided(plates))]

    def _notes(self) -> list[Block]:
        summary = self.summary
        if summary.notes:
            return [uncited(self.setter, "notes", summary.notes)]
        return [] if summary.by_hand else [self._imprint()]

    def _whole(self, plates: Iterable[Plate]) -> tuple[PlateRow, ...]:
        """On pages by hand a plate is cut only where it is too long for one."""
        return side_by_side(piece for plate in plates for piece in pieces(plate, self.words, MOST_BY_HAND))

    def _divided(self, plates: Iterable[Plate]) -> tuple[PlateRow, ...]:
        """Charts in pieces that fill pages; tables the layout divides where a page ends."""
        return side_by_side(
            piece
            for plate in plates
            for piece in (pieces(plate, self.words, MOST) if isinstance(plate, ChartPlate) else (plate,))
        )

    def _composed(self) -> Iterator[Block]:
        """All that there is to show, in the order of a summary."""
        summary, composing = self.summary, Composing(self.plates)
        if summary.briefs:
            yield uncited(self.setter, "briefs", summary.briefs)
        if spans := composing.spans():
            yield from self._plates([("spans", spans)])
        yield findings(self.plates, summary)
        yield from self._plates(composing.frames())
        yield from self._notes()

    def _plates(self, frames: Iterable[tuple[str, Frame]]) -> tuple[PlateRow, ...]:
        return self._divided(self.plates.plate(frame, (COMPOSED, name)) for name, frame in frames)

    def _imprint(self) -> Briefs:
        """The publication's own, where the summary has no notes."""
        lines = [typography.both(line) for line in self.publication.imprint]
        text = Both("".join(line.zh for line in lines), " ".join(line.en for line in lines))
        return Briefs((Brief(as_pair(self.words.phrase("imprint")), as_pair(text)),), id="notes")
