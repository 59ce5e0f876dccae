"""Verified contents → the summary's Edition: references only, and what code can count or look up itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bulletin.content import model
from bulletin.content.model import Glossary, Publication, Summary
from bulletin.edition import typography, units
from bulletin.edition.blocks import (
    Block,
    Both,
    Brief,
    Briefs,
    ChartPlate,
    Edition,
    FindingFigure,
    FindingRow,
    Findings,
    Masthead,
    Page,
    PageTitle,
    Plate,
    PlateRow,
    Run,
    StripItem,
    StripPlate,
)
from bulletin.edition.comparisons import UNDONE, Comparisons, date_of, name_and_year, name_of
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.plates import Plates, side_by_side
from bulletin.edition.tables import Tables
from bulletin.edition.words import Words
from bulletin.evidence.verify import Proof, Verified
from bulletin.project import SUMMARY
from bulletin.wording.dates import Moment


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
        self.plates = Plates(self.setter, words, Moment(), "content/summary.yaml", cite=False)
        self.comparisons = Comparisons(verified, self.plates, words)
        self.tables = Tables(verified, self.setter, self.plates, glossary, words)

    def edition(self) -> Edition:
        summary = self.summary
        title = typography.both(summary.title)
        within = typography.both(summary.within)
        return Edition(
            name=SUMMARY,
            masthead=Masthead(
                title,
                within,
                self.words.phrase("combined"),
                self.words.phrase("draft") if self.publication.draft else None,
            ),
            foot=self.words.phrase("summary_foot"),
            accent=summary.accent,
            pages=tuple(self._page(i, page) for i, page in enumerate(summary.pages)),
            words=self.words.all(),
            subject=title,
            keywords=tuple(
                word for one in self.verified.values() for word in (one.content.place.zh, one.content.place.en)
            ),
        )

    def _page(self, at: int, page: model.SummaryPage) -> Page:
        blocks: list[Block] = []
        if page.title:
            blocks.append(PageTitle(self.setter.pair(page.title, ("pages", at, "title"), raised=False)))
        if at == 0 and self.summary.briefs:
            blocks.append(self._briefs("briefs", self.summary.briefs))
        blocks += self._rows(page.plates, ("pages", at, "plates"))
        if at == 0:
            blocks.append(self._findings())
        if at == len(self.summary.pages) - 1 and self.summary.notes:
            blocks.append(self._briefs("notes", self.summary.notes))
        return Page(at + 1, tuple(blocks))

    def _briefs(self, key: str, briefs: Sequence[model.Brief]) -> Briefs:
        return Briefs(
            tuple(
                Brief(
                    self.setter.pair(brief.title, (key, i, "title"), raised=False),
                    self.setter.pair(brief.text, (key, i, "text"), raised=False),
                )
                for i, brief in enumerate(briefs)
            ),
            id=key,
        )

    def _rows(self, plates: Sequence[model.SummaryPlate], path: tuple[str | int, ...]) -> tuple[PlateRow, ...]:
        return side_by_side(self._plate(plate, (*path, i)) for i, plate in enumerate(plates))

    def _plate(self, plate: model.SummaryPlate, path: tuple[str | int, ...]) -> Plate:
        compare: dict[type, Callable[[Any], Any]] = {
            model.Spans: self.comparisons.spans,
            model.Panels: self.comparisons.panels,
            model.Levels: self.comparisons.levels,
            model.Matrix: self.comparisons.matrix,
        }
        table: dict[type, Callable[[Any, Any], Plate]] = {
            model.Table: self.tables.words,
            model.SomeProjects: self.tables.projects,
            model.TermList: self.tables.terms,
            model.Sources: self.tables.sources,
            model.SomeHonours: self.tables.honours,
            model.Apart: self._apart,
        }
        self.plates.path = path
        if type(plate) in compare:
            id = "-".join(map(str, path))
            return ChartPlate(self.plates.caption(plate, path, []), compare[type(plate)](plate), plate.size, id)
        if type(plate) in table:
            return table[type(plate)](plate, path)
        made = self.plates.plate(plate, path)  # type: ignore[arg-type]
        if isinstance(plate, model.Bars) and isinstance(made, ChartPlate):
            return self.comparisons.bars(made, plate.unstated)
        return made

    def _apart(self, plate: model.Apart, path: tuple[str | int, ...]) -> StripPlate:
        """Figures side by side, each under the words for what it counts and the time that it holds."""
        items = tuple(self._kept_apart(item, (*path, "items", i)) for i, item in enumerate(plate.items))
        return StripPlate(self.plates.caption(plate, path, []), items, "-".join(map(str, path)), plate.size)

    def _kept_apart(self, item: model.StripItem, path: tuple[str | int, ...]) -> StripItem:
        label = self.setter.pair(item.label, (*path, "label"), raised=False, prose=False)
        if item.of:
            label = self.plates.doubts.pair(label, [item.of])
            fact, head = self.setter.proofs[item.of].fact, name_and_year(self.verified[item.of.split(".")[0]])
            if fact.status in UNDONE:
                state = self.words.state(fact.status)
                head = Both(f"{head.zh}，{state.zh}", f"{head.en}, {state.en}")
            label = replace(label, zh=(Run(f"{head.zh}："), *label.zh), en=(Run(f"{head.en}: "), *label.en))
        return StripItem(label, replace(self.plates.amount(item.of), row=None) if item.of else None)

    def _findings(self) -> Findings:
        frame = model.Frame(title=self.summary.findings_title, line=self.summary.findings_line)
        rows = tuple(self._finding(i, finding) for i, finding in enumerate(self.summary.findings))
        return Findings(self.plates.caption(frame, ("findings",), []), rows)

    def _finding(self, at: int, finding: model.Finding) -> FindingRow:
        one = self.verified[finding.subdistrict]
        content, date = one.content, date_of(one)
        stated = "article_stated" if content.dated.stated else "article_inferred"
        return FindingRow(
            name_of(one),
            typography.both(content.within),
            self.words.phrase(stated, date.zh, date.en),
            content.accent,
            self.setter.pair(finding.text, ("findings", at, "text"), raised=False),
            tuple(map(self._figure, finding.figures)),
        )

    def _figure(self, figure: model.Datum) -> FindingFigure:
        """The label carries the unit; the Chinese one the whole amount where the notations differ: 8863万元."""
        proof = self.setter.proofs[figure.of]
        label = self.setter.both(figure.label or proof.fact.label)
        amount = self.plates.amount(figure.of)
        more = units.unsaid([amount], [proof.fact.unit], label)
        alone = replace(amount, row=None, unit=Both("", ""))  # said by the label, or a sign
        return FindingFigure(alone, Both(label.zh + more.zh, label.en + more.en), self.comparisons.when(figure.of))
