"""A publication tried without a page: what its content, its charts or the templates make impossible, with places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from math import ceil
from typing import Any

from bulletin.album import Seen, stand_ins
from bulletin.charts.shapes import ChartError
from bulletin.content.house import TypeScale
from bulletin.edition import units
from bulletin.edition.blocks import ChartPlate, Edition
from bulletin.edition.provenance import unproved
from bulletin.edition.refused import Refused
from bulletin.edition.themes import SHEET, own
from bulletin.edition.walk import every, walk
from bulletin.editions import Editions, chart_plates
from bulletin.glyphs import CHARTS, lacking, named
from bulletin.locate import Locator
from bulletin.messages import say
from bulletin.pages.html_text import PageText, read_html
from bulletin.pages.sandbox import Folder, read, sheets_of_rooms
from bulletin.pages.sheets import misread
from bulletin.pages.templates import property_names
from bulletin.plates.photo.crop import FINE, INCH
from bulletin.plates.photo.edit import PhotoPlate
from bulletin.problems import ContentError, MissingTool, Place, Problem
from bulletin.proofing import declared
from bulletin.proofread import Proofreader
from bulletin.remembered import Remembered, key_of
from bulletin.sketch import Sketch, Sketcher
from bulletin.variant import LANGUAGES, Language, Variant
from bulletin.workshop import Workshop

CHART, GLYPH, AUDIT, TEMPLATE, PAGE, PRESS, PHOTO = "chart", "glyph", "audit", "template", "page", "press", "photo"
_STEP = re.compile(r"\d+")
_NOT_WORDS = (re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL), re.compile(r"<[^>]*>|&#?\w+;"))
UNREAD = "evidence.html.j2"  # the one page that no audit reads
SHEETS = ("styles/bulletin.css", "styles/single.css", "styles/masthead.css", "styles/press.css")


class Trial:
    """Tries publications of one workshop in the `languages` that they can be made in; for the `press` where asked to.

    `type`: another than the publication's own.
    """

    def __init__(
        self,
        workshop: Workshop,
        remembered: Remembered | None = None,
        program: str = "",
        *,
        press: bool = False,
        type: TypeScale | None = None,
        languages: tuple[Language, ...] = LANGUAGES,
        unsound: bool = False,
    ):
        """`remembered`: what the same `program` has found before; `unsound`: of files whose texts are wrong."""
        remembered = remembered or Remembered()
        self.workshop, self.press, self.type, self.languages = workshop, press, type, languages
        self.editions = Editions(workshop, Seen(remembered, program), trial=unsound)
        self.sketcher = Sketcher(remembered, program)
        self.misdeclared: dict[str, list[tuple[str, str]]] = {}

    def problems(self, name: str) -> list[Problem]:
        """What would keep the publication from being made; each once. Raises MissingTool for a font."""
        try:
            tried = Tried(self, self.editions.edition(name)[0])
            if own := self.editions.own_base:
                from bulletin.word import based

                based(tried.edition, self.workshop.theme, own=own)
            found = [*tried.numbers(), *tried.glyphs()]
            # a drawing or a page would only repeat what a missing glyph does
            return _once([*tried.coarse(), *(found or [*tried.charts(), *tried.rendered()])])
        except Refused as error:
            place = Locator(self.workshop, name).file.place(error.path, error.needle)
            return [Problem(error.rule, error.message, place)]
        except ContentError as error:
            return list(error.problems)
        except MissingTool:
            raise
        except Exception as error:  # what nobody has foreseen would end the build as well: it is told, not thrown
            why = f"{type(error).__name__}: {error}"[:300]
            return [Problem(PAGE, say("gate.unforeseen", why=why), Locator(self.workshop, name).file.place(()))]


def _once(problems: list[Problem]) -> list[Problem]:
    """Each thing at its place once, however many editions it is wrong in."""
    return list({(one.rule, one.message, one.place): one for one in reversed(problems)}.values())[::-1]


def house(workshop: Workshop, *, press: bool = False) -> list[Problem]:
    """What all publications share: style sheets that the engine does not know, numbers typed into templates."""
    folder, theme = workshop.project.templates, workshop.theme["name"]
    sheets = (*SHEETS, *sheets_of_rooms(folder))
    names = [*sheets, *filter(None, (own(folder, theme, name) for name in (*sheets, SHEET)))]
    names += [name for name in Folder(folder, theme).list_templates() if not name.endswith(UNREAD)]
    found: list[Problem] = []
    for name in names:
        try:
            found += _shared(name, read(folder, name), folder.name, workshop.theme, press=press)
        except ContentError as error:
            found += error.problems
    return found


def _shared(name: str, text: str, folder: str, theme: Mapping[str, Any], *, press: bool) -> Iterator[Problem]:
    """`press`: whether what the inks of the theme cannot print is wrong, too."""
    if not name.endswith(".css"):
        yield from _typed(name, text, folder)
        return
    found = [(TEMPLATE, *one) for one in (*misread(text), *declared.formats(text))]
    found += [(AUDIT, *one) for one in declared.numbers(text)]
    found += [(TEMPLATE, *one) for one in declared.unnamed(text, property_names(theme))]
    found += [(PRESS, *one) for one in declared.unprintable(text, theme)] if press else []
    yield from (Problem(rule, line, Place(f"{folder}/{name}", *at)) for rule, at, line in found)


def _typed(name: str, text: str, folder: str) -> Iterator[Problem]:
    """Numbers in a template's own words, which come from no fact. What Jinja and HTML read is blanked, lines stay."""
    for part in _NOT_WORDS:
        text = part.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for line, said in enumerate(text.split("\n"), 1):
        for match in re.finditer(r"\d[\d.,]*", said):
            place = Place(f"{folder}/{name}", line, match.start() + 1, len(match[0]))
            yield Problem(AUDIT, say("audit.orphan", number=match[0]), place)


class Tried:
    def __init__(self, trial: Trial, edition: Edition):
        self.trial, self.edition, self.workshop = trial, edition, trial.workshop
        self.drawn: dict[Language, dict[str, Sketch]] = {language: {} for language in trial.languages}

    @cached_property
    def locator(self) -> Locator:
        return Locator(self.workshop, self.edition.name)

    @cached_property
    def plates(self) -> list[ChartPlate]:
        return chart_plates(self.edition)

    @cached_property
    def photos(self) -> dict[str, bytes]:
        return stand_ins(self.edition)

    def numbers(self) -> Iterator[Problem]:
        """Numbers and quotes that nothing accounts for."""
        for one in unproved(self.edition, self.trial.editions.evidence(self.edition.name), self.workshop.words):
            yield Problem(AUDIT, f"{one.what}: {one.text}", self.locator.text(one.text))

    def glyphs(self) -> Iterator[Problem]:
        """Characters that no face has; in a chart those of one family only."""
        drawn = "".join(_texts([plate.spec for plate in self.plates]))
        chars = lacking(drawn, CHARTS) + lacking("".join(_texts(self.edition)))
        yield from self._without_glyph(list(dict.fromkeys(chars)))

    def _without_glyph(self, chars: list[str]) -> Iterator[Problem]:
        for char in chars:
            for place in self.locator.all_of(char):
                yield Problem(GLYPH, say("glyph.missing", char=char, code=named(char)), place)

    def charts(self) -> Iterator[Problem]:
        """Charts that cannot be drawn."""
        for language in self.trial.languages:
            look = self.trial.editions.look(self.edition, Variant(language=language, type=self.trial.type))
            for plate in self.plates:
                try:
                    self.drawn[language][plate.id] = self.trial.sketcher.sketch(plate, look)
                except ChartError as error:
                    yield self._undrawn(plate, error)

    def coarse(self) -> Iterator[Problem]:
        """Photographs that have too few pixels for their size on paper: a shop asks about them, and prints them."""
        for plate in every(PhotoPlate, self.edition.pages):
            for n, shot in enumerate(plate.shots):
                if (dpi := plate.dpi(shot)) < FINE:
                    wide, high = (ceil(mm / INCH * FINE) for mm in plate.mm)
                    within = ("pictures", n) if len(plate.shots) > 1 else ()
                    place = self.locator.file.place((*_path(plate.id), *within, "file"), str(shot.file))
                    message = say("photo.coarse", dpi=int(dpi), fine=FINE, wide=wide, high=high)
                    yield Problem(PHOTO, message, place, "warning")

    def _undrawn(self, plate: ChartPlate, error: ChartError) -> Problem:
        path = _path(plate.id)
        facts = [datum.fact for datum in units.data(plate.spec)]
        text = max(error.texts, key=len, default="")
        place = self.locator.text(text, path, facts) if text else self.locator.file.place((*path, "title"))
        notes = (("help", say("chart.roomier" if re.match(r"[¥−-]?\d", text) else "chart.shorten")),) if text else ()
        return Problem(CHART, str(error), place, notes=notes)

    def rendered(self) -> Iterator[Problem]:
        """Templates that fail, name what is not there, hold characters that no face has, or leave out a number."""
        for language, charts in self.drawn.items():
            if len(charts) == len(self.plates):
                yield from self._page(language, charts)
        rows = self.trial.editions.register(self.edition)
        try:
            self.trial.editions.evidence_pages.write(
                self.edition, self.trial.editions.evidence(self.edition.name), rows
            )
        except ContentError as error:
            yield from error.problems

    @cached_property
    def _proofreader(self) -> Proofreader:
        return Proofreader(self.edition, self.locator)

    def _page(self, language: Language, charts: Mapping[str, Sketch]) -> Iterator[Problem]:
        variant = Variant(language=language, type=self.trial.type)
        try:
            document = self.trial.editions.pages.render(self.edition, charts, variant, photos=self.photos)
        except ContentError as error:
            yield from error.problems
            return
        page = read_html(document.html)
        yield from self._amiss(page, frozenset(document.resources))
        if page.language != variant.tag:
            place = Place(f"{self.workshop.project.templates.name}/{variant.template}")
            yield Problem(TEMPLATE, say("template.language", tag=variant.tag), place)
        yield from self._without_glyph(lacking("".join(page.texts)))
        yield from self._proofreader.page(page.texts, charts, language)

    def _amiss(self, page: PageText, resources: frozenset[str]) -> Iterator[Problem]:
        for url in page.amiss(resources):
            for place in self.locator.all_of(url):
                yield Problem(TEMPLATE, say("template.url", url=url), place)
        yield from self._styles(list(dict.fromkeys(page.styles)))
        for paint in dict.fromkeys(page.paints if self.trial.press else ()):
            for _, why in declared.unprintable(f"* {{ {paint} }}", self.workshop.theme):
                colour = paint.partition(": ")[2]
                yield from (Problem(PRESS, why, place) for place in self.locator.all_of(colour))

    def _styles(self, styles: list[str]) -> Iterator[Problem]:
        """What is wrong with those of a page; what the engine took all of is remembered."""
        known = self.trial.sketcher.remembered
        key = key_of("styles", self.trial.sketcher.program, self.trial.press and self.workshop.theme, styles)
        found = [] if key in known else [(style, wrong) for style in styles for wrong in self._misdeclared(style)]
        if not found:
            known.add([key])
        for style, (rule, why) in found:
            yield from (Problem(rule, why, place) for place in self.locator.all_of(style))

    def _misdeclared(self, style: str) -> list[tuple[str, str]]:
        """What is wrong with rules or declarations that stand in the page itself; most stand in many pages."""
        if style not in (known := self.trial.misdeclared):
            sheet = style if "{" in style else f"* {{ {style} }}"
            found = [(TEMPLATE, why) for _, why in misread(sheet)] + [
                (AUDIT, why) for _, why in declared.numbers(sheet)
            ]
            unprinted = declared.unprintable(sheet, self.workshop.theme) if self.trial.press else ()
            known[style] = found + [(PRESS, why) for _, why in unprinted]
        return known[style]


def _path(id: str) -> tuple[str | int, ...]:
    """The place of a plate in its content file."""
    return tuple(int(step) if _STEP.fullmatch(step) else step for step in id.split("-"))


def _texts(value: object) -> Iterator[str]:
    """Every string of the edition that a page may show."""
    for node in walk(value):
        for field in fields(node):  # type: ignore[arg-type]  # a dataclass
            yield from _strings(getattr(node, field.name))


def _strings(value: object) -> Iterator[str]:
    """Texts that stand in the part itself, or in a row of it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _strings(item)
