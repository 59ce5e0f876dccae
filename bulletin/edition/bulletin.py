"""Verified content → Edition: the blocks of a bulletin, page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bulletin.content import model
from bulletin.content.model import Publication
from bulletin.content.prose import references
from bulletin.edition import typography
from bulletin.edition.beside import Beside
from bulletin.edition.blocks import (
    Block,
    Both,
    Brief,
    Briefs,
    Edition,
    HonourRow,
    Honours,
    KeyFigure,
    KeyFigures,
    Mark,
    Masthead,
    Notes,
    Page,
    Pair,
    Paragraph,
    PlateRow,
    Run,
    Story,
    TermEntry,
    Terms,
    Tracker,
    TrackerRow,
    as_pair,
)
from bulletin.edition.lines import Numbering, Setter
from bulletin.edition.plates import MARKS, Plates
from bulletin.edition.proofs import evidence
from bulletin.edition.words import Words
from bulletin.evidence.verify import Verified
from bulletin.wording.dates import Moment, worded

EVIDENCE = "evidence"
NOTHING = Pair((), ())
_LEGEND: tuple[Mark, ...] = ("done", "under_way", "planned", "unstated")


def own_numbers(publication: Publication) -> tuple[Both, ...]:
    """The words of the imprint in which numbers are allowed, with a reason."""
    return tuple(typography.both(text) for text in publication.imprint if "typed-number" in text.allow)


def edit(verified: Verified, publication: Publication, words: Words) -> Edition:
    """The bulletin of one article. Pages are built in order, so evidence rows are numbered as a reader meets them."""
    return _Editor(verified, publication, words).edition()


class _Editor:
    def __init__(self, verified: Verified, publication: Publication, words: Words):
        self.content, self.verified = verified.content, verified
        self.publication, self.words = publication, words
        self.numbering = Numbering(verified.proofs, [row.facts for row in verified.content.rows])
        self.setter = Setter(verified.proofs, self.numbering)
        self.beside = Beside(verified.glossary.terms)
        self.dated = Moment.parse(self.content.dated.value)
        self.plates = Plates(self.setter, words, self.dated, f"content/{self.content.name}.yaml")
        self.makers: Mapping[str, Callable[[], Block]] = {
            "key_figures": self._key_figures,
            "briefs": self._briefs,
            "projects": self._tracker,
            "timeline": self._timeline,
            "terms": self._terms,
            "honours": self._honours,
            "notes": self._notes,
        }

    def edition(self) -> Edition:
        content = self.content
        # evidence comes last, wherever it stands: by then every figure of the pages and notes has its row
        made = {id: self._block(id) for page in content.pages for id in page if id != EVIDENCE}
        made[EVIDENCE] = evidence(self.numbering, content.rows, self.words)
        pages = tuple(Page(i, tuple(made[id] for id in ids)) for i, ids in enumerate(content.pages, 1))
        title = self.publication.title
        return Edition(
            name=content.name,
            masthead=Masthead(
                Both(content.place.zh + title.zh, f"{content.place.en} {title.en}"),
                typography.both(content.within),
                self.when(),
                self.words.phrase("draft") if self.publication.draft else None,
            ),
            foot=self.words.phrase("foot"),
            accent=content.accent,
            pages=pages,
            words=self.words.all(),
            subject=typography.both(content.source.headline),
            keywords=(content.place.zh, content.place.en, content.within.zh, content.within.en),
            house=own_numbers(self.publication),
        )

    def when(self) -> Both:
        """The line that says when the facts are from. An undated article is never given a date, only a marked guess."""
        date = worded(self.dated)
        return self.words.phrase("facts_of" if self.content.dated.stated else "dated_inferred", date.zh, date.en)

    def _block(self, id: str) -> Block:
        maker = self.makers.get(id)
        return maker() if maker else self._story(id)

    def _story(self, id: str) -> Story:
        at = next(i for i, story in enumerate(self.content.stories) if story.id == id)
        story, path = self.content.stories[at], ("stories", at)
        paragraphs = tuple(
            Paragraph(
                self.setter.pair(self.beside.add(text), (*path, "paragraphs", i)),
                self.setter.pair(text.head, (*path, "paragraphs", i, "head")) if text.head else None,
            )
            for i, text in enumerate(story.paragraphs)
        )
        title = self.setter.pair(story.title, (*path, "title"), raised=False)
        plates = self.plates.rows(story.plates, (*path, "plates"))
        return Story(id, self.words.theme(story.theme), title, paragraphs, plates, lead=self._leads(id))

    def _leads(self, id: str) -> bool:
        return id in self.content.pages[0]

    def _key_figures(self) -> KeyFigures:
        return KeyFigures(tuple(self._key_figure(i, item) for i, item in enumerate(self.content.key_figures)))

    def _key_figure(self, at: int, item: model.KeyFigure) -> KeyFigure:
        label = item.label or self.verified.proofs[item.of[0]].fact.label
        path = ("key_figures", at, "label") if item.label else ("facts", item.of[0], "label")
        return self.plates.key_figure(item.of, self.setter.pair(label, path, raised=False))

    def _briefs(self) -> Briefs:
        return Briefs(
            tuple(
                Brief(
                    self.setter.pair(brief.title, ("briefs", i, "title"), raised=False),
                    self.setter.pair(self.beside.add(brief.text), ("briefs", i, "text")),
                )
                for i, brief in enumerate(self.content.briefs)
            )
        )

    def _tracker(self) -> Tracker:
        tracker = self.content.tracker
        assert tracker is not None
        heads = [self.words.phrase(name) for name in ("project", "size", "stage", "done_and_under_way", "planned_head")]
        if tracker.name:
            heads[0] = typography.both(tracker.name)
        if tracker.done:
            heads[3] = typography.both(tracker.done)
        rows = tuple(self._project(i, project) for i, project in enumerate(self.content.projects) if project.tracked)
        used = {mark for row in rows for mark in row.marks}
        legend = tuple((mark, self.words.mark(mark)) for mark in _LEGEND if mark in used)
        return Tracker(self.plates.caption(tracker, ("tracker",), []), tuple(heads), rows, legend)

    def _project(self, at: int, project: model.Project) -> TrackerRow:
        path = ("projects", at)
        texts = {key: getattr(project, key) for key in ("size", "done", "plan")}
        facts = [ref.id for text in texts.values() if text for ref in references(text.zh)]
        name, rows = self.setter.pair(project.name, (*path, "name"), raised=False), self.setter.raised(facts)
        set_ = {
            key: self.setter.pair(text, (*path, key), raised=False, prose=False) if text else None
            for key, text in texts.items()
        }
        if project.status == "achieved" and set_["plan"] is None:
            set_["plan"] = NOTHING  # what is done has no plan, and lacks none
        marks: tuple[Mark, ...] = tuple(project.stage.marks) if project.stage else (MARKS[project.status],)
        stage = typography.both(project.stage.label) if project.stage else self.words.state(project.status)
        return TrackerRow(
            Pair(name.zh + rows, name.en, name.path),
            None,
            set_["size"],
            marks,
            self.plates.doubts.state(stage, project),
            set_["done"],
            set_["plan"],
        )

    def _timeline(self) -> PlateRow:
        timeline = self.content.timeline
        assert timeline is not None
        return PlateRow((self.plates.plate(timeline, ("timeline",)),))

    def _terms(self) -> Terms:
        by_zh = {term.zh: term for term in self.verified.glossary.terms}
        chosen = [by_zh[zh] for zh in self.content.terms]
        entries = tuple(
            TermEntry(typography.both(model.Both(zh=term.zh, en=term.en)), typography.both(term.explain))
            for term in chosen
            if term.explain
        )
        return Terms(self.words.phrase("terms_title"), self.words.phrase("terms_by"), entries)

    def _honours(self) -> Honours:
        title = self.content.honours_title
        words = self.words.phrase("honours_title")
        rows = tuple(
            HonourRow(
                self.setter.pair(honour.name, ("honours", i, "name"), raised=False),
                self.words.level(honour.level),
                Both(str(honour.year), str(honour.year)) if honour.year else self.words.phrase("not_stated"),
            )
            for i, honour in enumerate(self.content.honours)
        )
        made = self.setter.pair(title, ("honours_title",), raised=False) if title else as_pair(words)
        if self.content.honours_more:
            more = self.words.phrase("honours_more", "", "")
            made = replace(made, zh=(*made.zh, Run(more.zh)), en=(*made.en, Run(more.en)))
        return Honours(made, tuple(self.words.phrase(name) for name in ("honour", "level", "year")), rows)

    def _notes(self) -> Notes:
        notes = tuple(self.setter.pair(note, ("notes", i)) for i, note in enumerate(self.content.notes))
        return Notes(self.words.phrase("notes_title"), notes, self.words.phrase("sources_title"), self._sources())

    def _sources(self) -> tuple[Both, ...]:
        source = self.content.source
        parts = [part for part in (source.headline, source.byline, source.published) if part]
        return (
            *map(typography.both, parts),
            Both(self.verified.article.signature, ""),
            *map(typography.both, self.publication.imprint),
        )
