"""The steps in order: verified → edition → charts → PDF, DOCX, evidence, CSV → audit; and what is up to date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cached_property, partial
from pathlib import Path

from bulletin import word as docx
from bulletin.album import stand_ins
from bulletin.attached import attachments
from bulletin.blocks.contents.edit import LEAST, Contents, names_pages, with_contents
from bulletin.charts.draw import Chart, ready
from bulletin.charts.drawn import Drawer
from bulletin.charts.picture import Picture
from bulletin.content.house import TypeScale
from bulletin.edition.blocks import Block, ChartPlate, Edition, Page
from bulletin.edition.register import RegisterRow
from bulletin.edition.text import Width
from bulletin.edition.typescale import scale
from bulletin.edition.walk import every
from bulletin.editions import Editions, chart_plates
from bulletin.emblem import emblem
from bulletin.faces import Faces, find_faces
from bulletin.facts_csv import facts_csv
from bulletin.ingredients import Ingredients
from bulletin.layout.advice import advice
from bulletin.layout.lay_out import LaidOut, LayOut, is_open, laid_out
from bulletin.layout.measure import PREFIX, Kept
from bulletin.layout.redraw import Redrawing
from bulletin.layout.solved import solvers
from bulletin.locate import Locator
from bulletin.made import Made
from bulletin.manifest import digest
from bulletin.memory import forget
from bulletin.messages import say
from bulletin.pages.anchors import anchored
from bulletin.pages.by_page import ByPage, Leaf
from bulletin.pages.density import fitted
from bulletin.pages.html import Document
from bulletin.pages.pdf import Given, Typesetter
from bulletin.pages.templates import steady
from bulletin.pages.typeset import Measured, Pdf, Section, TypesettingError
from bulletin.press.impose import impose
from bulletin.press.lettering import Letters
from bulletin.press.marks import slug_text
from bulletin.press.press import Slug, press
from bulletin.press.profile import Profile, find_profile
from bulletin.problems import ContentError, Problem
from bulletin.project import SUMMARY
from bulletin.proofing.proved import prove
from bulletin.screens import screen_files
from bulletin.store import Store
from bulletin.variant import ARCHIVE, FILES, FORMATS, OFFICE, Variant
from bulletin.workshop import Workshop

Charts = Mapping[str, Chart]
Pictures = Mapping[str, Picture]
Rows = Sequence[RegisterRow]
PAGE = "page"
CHINA = timezone(timedelta(hours=8))


class Builder(Editions):
    """Makes publications of one workshop, in one edition; keeps fonts and templates open between them."""

    def __init__(
        self,
        workshop: Workshop,
        variant: Variant = OFFICE,
        profile: Path | None = None,
        *,
        comments: bool = True,
        store: Store | None = None,
    ):
        super().__init__(workshop)
        self.store = store  # what was made before
        self.variant, self._profile = variant, profile
        self.comments = comments  # the evidence in the margin of drafts

    @cached_property
    def faces(self) -> Faces:
        """Raises MissingTool."""
        return find_faces()

    @cached_property
    def typesetter(self) -> Typesetter:
        return Typesetter(self.faces, self.store)

    @cached_property
    def draw(self) -> Drawer:
        """Draws a chart, or takes it from the store."""
        return Drawer(self.store)

    def open(self) -> None:
        """Import all that draws and sets, and open the fonts: once, before workers are forked. Raises MissingTool."""
        self.typesetter.open()
        ready()

    @property
    def _type(self) -> TypeScale:
        return self.variant.type or self.workshop.publication.type

    @property
    def created(self) -> datetime:
        """The date that the files carry: the publication's, so that the same content gives the same bytes."""
        return datetime.fromisoformat(self.workshop.publication.issued).replace(tzinfo=CHINA)

    def make(self, name: str, formats: tuple[str, ...] = FORMATS) -> Made:
        """Raises ContentError where content or audit do not pass, or a page cannot be set, with the places."""
        try:
            return self._make(name, formats)
        except TypesettingError as error:
            locator = Locator(self.workshop, name)
            raise ContentError([Problem(PAGE, line, locator.line(line)) for line in error.lines]) from error

    def _make(self, name: str, formats: tuple[str, ...]) -> Made:
        if self.store:
            self.store.made.clear()
        edition, remarks = self.edition(name)
        charts, rows = self.charts(edition), self.register(edition)
        forget()  # what the proof left behind makes room for the pages
        drafted, printed = self.variant.is_whole and "docx" in formats, "pdf" in formats
        laid = None
        if printed or (drafted and names_pages(edition)):
            edition, laid = self._laid(edition, charts)
        files: dict[str, bytes] = {}
        notes: tuple[str, ...] = ()
        pdf = self.pdf(edition, charts, rows, laid) if laid and (printed or names_pages(edition)) else None
        listed = anchored(pdf.data) if pdf and drafted else {}
        pdf = pdf if printed else None
        if pdf and self.variant.output == "press":
            files, notes = self.for_press(edition, pdf)
        elif pdf:
            files[f"{self.variant.stem(name)}.pdf"] = pdf.data
        if self.variant.is_whole:
            if drafted:
                files[FILES["docx"].format(name)] = self.docx(edition, charts, remarks, listed)
            if "evidence" in formats:
                page = self.evidence_pages.write(edition, self.evidence(name), rows)
                files[FILES["evidence"].format(name)] = page
                if len(issues := self.issues(name) if name != SUMMARY else []) > 1:
                    files[ARCHIVE.format(name)] = self.archive.write(issues)
            if "csv" in formats:
                files[FILES["csv"].format(name)] = facts_csv(rows)
            files |= screen_files(self, edition, rows, formats)
        evidence, words = self.evidence(name), self.workshop.words
        language, store = self.variant.language, self.store
        prove(edition, evidence, words, charts, files, remarks, language, listed, pdf=pdf, store=store)
        fit = self.fit(name, pdf) if pdf else ()
        if pdf and laid and (found := advice(edition, laid)):
            place = Locator(self.workshop, name).file.place(found.path)
            notes = (*notes, f"{place.file}:{place.line}: {self.variant.stem(name)}: {found.text}")
        stem, pages = self.variant.stem(name), pdf.pages if pdf else 0
        if not (inputs := self.inputs(name)):
            notes = (*notes, say("build.torn", name=stem))
        return Made(stem, inputs, files, pages, fit, notes, self._kept(files), name)

    def _kept(self, files: Iterable[str]) -> frozenset[str]:
        """The files that were taken as they had been made before."""
        if self.store is None or self.variant.output == "press":
            return frozenset()
        there = {".pdf", ".docx"} - {f".{kind}" for kind in self.store.made}
        return frozenset(file for file in files if Path(file).suffix in there)

    def fit(self, name: str, pdf: Pdf) -> tuple[Section, ...]:
        """How full the pages are; where the program could not lay them out, they are told sheet by sheet."""
        runs_on = name == SUMMARY and not self.workshop.summary.by_hand and len(pdf.sections) == 1
        if pdf.sections and not runs_on:
            return pdf.sections
        return tuple(Section(page.page, 1, page.used) for page in pdf.fill)

    @cached_property
    def profile(self) -> Profile:
        """The press that is printed on: named in the command, or in publication.yaml. Raises MissingTool."""
        shop = self.workshop.publication.press
        return find_profile(self._profile or (self.workshop.project.root / shop.profile if shop else None))

    def for_press(self, edition: Edition, pdf: Pdf) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """The pages in inks, and the sheets to be folded; and what is to be said about them."""
        name = edition.name
        slug = Slug(slug_text(edition.masthead, self.variant.language), Letters(self.faces))
        pages = press(pdf.data, self.workshop.theme, self.profile, slug)
        sheets = impose(pages, self.profile, slug)
        notes = []
        if self.profile.stand_in:
            notes.append(f"no press profile is named; {self.profile.name} stands in: ask the shop for its own")
        if sheets.blanks:
            blank = "1 page is" if sheets.blanks == 1 else f"{sheets.blanks} pages are"
            notes.append(f"{self.variant.imposed(name)}: the last {blank} blank: {pdf.pages} fill no folded sheet")
        return {f"{self.variant.stem(name)}.pdf": pages, self.variant.imposed(name): sheets.data}, tuple(notes)

    def charts(self, edition: Edition) -> dict[str, Chart]:
        """Every chart of an edition by plate id."""
        look = self.look(edition, self.variant)
        return {plate.id: self.draw(plate.spec, look, plate.width) for plate in chart_plates(edition)}

    def _laid(self, edition: Edition, charts: Mapping[str, Chart]) -> tuple[Edition, LaidOut]:
        """The edition, with a list of contents where its pages have one; and on its pages."""
        laid = self.laid_out(edition, charts)
        return with_contents(edition) if any(every(Contents, laid.edition.pages)) else edition, laid

    def laid_out(self, edition: Edition, charts: Mapping[str, Chart]) -> LaidOut:
        """The edition on the pages of this variant; the curator's, where he gave them."""
        if not is_open(edition):
            return LaidOut(edition, charts, {})
        alone, redraw = self.variant.in_one_language, Redrawing(partial(self._drawn, edition), charts)
        kept = Kept(steady(self.workshop.theme, self._type, alone=alone))
        size, high = scale(self.workshop.theme, self._type, alone=alone)["body_zh"]
        line = high or size

        def lay_out(leading: float) -> LayOut:
            measured = partial(self._measured, edition, leading)
            return LayOut(edition, charts, redraw, measured, alone, *solvers(self.store), kept, line * leading)

        found = laid_out(lay_out)
        if edition.outline and len(found.edition.pages) >= LEAST:
            listed = self.laid_out(with_contents(edition), charts)
            if not listed.loose and (found.short or not listed.short):
                return listed
        return replace(found, line=line * found.leading)

    def _drawn(self, edition: Edition, plate: ChartPlate, width: Width, tall: float) -> Chart:
        """Raises ChartError."""
        return self.draw(plate.spec, replace(self.look(edition, self.variant), tall=tall), width)

    def _measured(
        self, edition: Edition, leading: float, blocks: tuple[Block, ...], charts: Mapping[str, Chart]
    ) -> Measured:
        """How tall the blocks are, on one page behind those of an empty bulletin."""
        tall = replace(edition, pages=(Page(1, ()), Page(2, ()), Page(3, blocks)))
        render = partial(self.pages.render, leading=leading, measuring=True, photos=stand_ins(tall))
        document = render(tall, charts, self.variant)
        return self.typesetter.measure(document.html, document.resources, PREFIX)

    def pdf(self, edition: Edition, charts: Charts, rows: Rows, laid: LaidOut | None = None) -> Pdf:
        """The pages as set; in the office edition with the content file, the facts and the chart data inside."""
        laid = laid or self.laid_out(edition, charts)

        def typeset(density: float) -> Pdf:
            document, given = self._document(edition, charts, rows, laid, density)
            return self.typesetter.typeset(document.html, document.resources, **given)

        # what is read through has one size in all publications; only compact ones by hand give way to their pages
        gives = self.variant.in_one_language and self._type == "compact" and not is_open(edition)
        return fitted(typeset) if gives else typeset(1.0)

    def leaves(
        self, edition: Edition, charts: Charts, rows: Rows, laid: LaidOut, by_page: ByPage
    ) -> tuple[Pdf, tuple[Leaf, ...]]:
        """The pages as `pdf` sets them, one by one: of those that `by_page` holds none is set again."""
        document, given = self._document(edition, charts, rows, laid)
        return self.typesetter.leaves(by_page, document.html, document.resources, **given)

    def _document(
        self, edition: Edition, charts: Charts, rows: Rows, laid: LaidOut, density: float = 1.0
    ) -> tuple[Document, Given]:
        text = self.workshop.library.sources[f"content/{edition.name}.yaml"]
        inside = attachments(edition, text, charts, rows) if self.variant.output == "office" else []
        photos = self.photographs(edition.name).printed(laid.edition, lossless=self.variant.output == "press")
        document = self.pages.render(
            laid.edition, laid.charts, self.variant, density, leading=laid.leading, photos=photos
        )
        given = Given(title=document.title, language=self.variant.tag, created=self.created, attachments=inside)
        return document, given

    def docx(
        self, edition: Edition, charts: Pictures, remarks: Mapping[str, str], pages: Mapping[str, int] = docx.NO_PAGES
    ) -> bytes:
        """The draft, with the evidence of each figure as a comment, or as a clean copy. `pages`: see `word.write`."""
        file = f"content/{edition.name}.yaml"
        source = docx.Source(file, digest(self.workshop.library.sources[file].encode()))
        theme, plate = self.workshop.theme, edition.masthead.plate
        if plate and plate.emblem:
            charts = {**charts, docx.EMBLEM: emblem(self.typesetter, plate.emblem, self.created)}
        given = remarks if self.comments else None
        photos = self.photographs(edition.name).drafted(edition)
        own, type = self.own_base, self._type
        write = partial(docx.write, edition, charts, theme, created=self.created, source=source)
        write = partial(write, comments=given, photos=photos, type=type, pages=pages, own=own)
        if self.store is None:
            return write()
        shown = [part for name in sorted(photos) for part in (name, photos[name])]
        drawn = {id: chart for id, chart in charts.items() if isinstance(chart, Chart)}
        rest = (self.created, source, given, type, pages, own)  # the edition has the emblem
        return self.store.of(self.store.key("docx", edition, drawn, theme, *rest, *shown), write)

    def inputs(self, name: str) -> str:
        """The fingerprint of all that the publication is made from; empty where nothing vouches for that."""
        return self.ingredients.fingerprint(name)

    @cached_property
    def ingredients(self) -> Ingredients:
        """What publications are made from. Taken before anything is made."""
        further = [("comments", "none")] if not self.comments else []
        if self.variant.output == "press":
            further.append(("profile", digest(self.profile.data)))
        return Ingredients(self.workshop, further)
