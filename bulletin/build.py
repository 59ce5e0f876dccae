"""The steps in order: read, parse, validate, verify, edit, draw, write, publish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import Any

from bulletin.charts.draw import Chart, draw
from bulletin.charts.look import Look

from bulletin.content.library import Library
from bulletin.content.model import Subdistrict
from bulletin.content.yaml_text import Parsed, parse
from bulletin.edition.blocks import ChartPlate, Edition, PlateRow, Story
from bulletin.edition.bulletin import edit
from bulletin.edition.words import Words
from bulletin.evidence import verify
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case
from bulletin.evidence.rules import coverage
from bulletin.evidence.verify import Verified
from bulletin.problems import ContentError, Problem, UsageError
from bulletin.faces import find_faces, matplotlib_faces
from bulletin.project import Project
from bulletin.writers.html import Pages
from bulletin.writers.pdf import Pdf, Typesetter

CHINA = timezone(timedelta(hours=8))


@dataclass
class Findings:
    """What a check found, and the share of each article that is accounted for."""

    problems: list[Problem]
    shares: dict[str, coverage.Share]
    sources: dict[str, str] = field(default_factory=dict)

    def errors(self, strict: bool = False) -> list[Problem]:
        return [problem for problem in self.problems if strict or problem.level == "error"]


class Workshop:
    """One project with its templates; checks and builds what it is asked for."""

    def __init__(self, project: Project, names: list[str] | None = None):
        self.project = project
        every = project.names()
        unknown = [name for name in names or [] if name not in every]
        if unknown:
            raise UsageError(f"no content file for {', '.join(unknown)}; there are: {', '.join(every) or 'none'}")
        self.names = [name for name in every if not names or name in names]
        self.library = Library.of(project, every)

    @cached_property
    def words(self) -> Words:
        return Words.model_validate(self._template("words.yaml"))

    @cached_property
    def theme(self) -> dict[str, Any]:
        return dict(self._template("theme.yaml"))

    def _template(self, name: str) -> Any:
        path = self.project.templates / name
        return parse(self.project.read(path), self.project.shown(path)).data

    def case(self, parsed: Parsed, content: Subdistrict) -> Case:
        """Raises ContentError when the article cannot be read."""
        path = self.project.seeds / content.article
        data = self.project.read_bytes(path, parsed.place(("article",)))
        try:
            article = Article.from_bytes(content.article, data)
        except UnicodeDecodeError as error:
            message = f"{self.project.shown(path)} is not UTF-8"
            raise ContentError([Problem("read", message, parsed.place(("article",)))]) from error
        themes, accents = frozenset(self.words.themes), frozenset(self.theme["accents"])
        return Case(parsed, content, article, self.library.glossary, themes, accents)

    def check(self) -> Findings:
        """Every problem of every file that was asked for, in one run."""
        findings = Findings(list(self.library.problems), {}, self.library.sources)
        for name in self.names:
            if name not in self.library.contents:
                continue
            try:
                case = self.case(*self.library.contents[name])
            except ContentError as error:
                findings.problems += error.problems
                continue
            findings.problems += verify.problems(case)
            findings.shares[name] = coverage.share(case)
        findings.problems.sort(key=lambda problem: problem.place)
        return findings

    def verified(self, name: str) -> Verified:
        """Raises ContentError unless every rule passes."""
        return verify.verify(self.case(*self.library.contents[name]))

    def edition(self, name: str) -> Edition:
        """What the pages of one bulletin show."""
        assert self.library.publication is not None
        return edit(self.verified(name), self.library.publication, self.words)

    def charts(self, edition: Edition) -> dict[str, Chart]:
        """Every chart of an edition by plate id."""
        look = Look.of(self.theme, edition.accent)
        return {plate.id: draw(plate.spec, look, plate.width) for plate in chart_plates(edition)}

    @cached_property
    def typesetter(self) -> Typesetter:
        return Typesetter(self.faces)

    @cached_property
    def faces(self):
        from matplotlib.font_manager import fontManager

        faces = find_faces()
        matplotlib_faces(fontManager, faces)
        return faces

    @cached_property
    def pages(self) -> Pages:
        return Pages(self.project.templates, self.theme)

    @property
    def created(self) -> datetime:
        """The date that the files carry: the publication's, so that the same content gives the same bytes."""
        assert self.library.publication is not None
        return datetime.fromisoformat(self.library.publication.issued).replace(tzinfo=CHINA)

    def pdf(self, edition: Edition, charts: Mapping[str, Chart]) -> Pdf:
        document = self.pages.render(edition, charts)
        return self.typesetter.typeset(document.html, document.resources, title=document.title, created=self.created)


def chart_plates(edition: Edition) -> list[ChartPlate]:
    """The plates of an edition that hold a chart, in order."""
    rows = [row for page in edition.pages for block in page.blocks for row in _plate_rows(block)]
    return [plate for row in rows for plate in row.plates if isinstance(plate, ChartPlate)]


def _plate_rows(block: object) -> tuple[PlateRow, ...]:
    if isinstance(block, Story):
        return block.plates
    return (block,) if isinstance(block, PlateRow) else ()
