"""The first steps over a whole project: read, parse, validate, verify. Nothing heavy is imported for a check."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from bulletin.content.library import Library
from bulletin.content.model import Publication, Subdistrict, Summary
from bulletin.content.validate import validate
from bulletin.content.whereabouts import place_of
from bulletin.content.yaml_text import Parsed, parse
from bulletin.edition.words import Words
from bulletin.evidence import verify
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.rules import coverage
from bulletin.evidence.silence import Heard, Silenced
from bulletin.evidence.verify import Verified
from bulletin.problems import ContentError, Place, Problem, UsageError
from bulletin.project import SUMMARY, Project


@dataclass
class Findings:
    """What a check found, and the share of each article that is accounted for. `silenced`: allowed where it stands."""

    problems: list[Problem]
    shares: dict[str, coverage.Share]
    sources: dict[str, str] = field(default_factory=dict)
    silenced: list[Silenced] = field(default_factory=list)

    def add(self, heard: Heard) -> None:
        self.problems += heard.standing
        self.silenced += heard.silenced

    def errors(self, strict: bool = False) -> list[Problem]:
        return [problem for problem in self.problems if strict or problem.level == "error"]


class Workshop:
    """One project with its templates; checks and builds what it is asked for."""

    def __init__(self, project: Project, names: list[str] | None = None):
        self.project = project
        every = project.names() + [SUMMARY] * project.summary.is_file()
        unknown = [name for name in names or [] if name not in every]
        if unknown:
            raise UsageError(f"no content file for {', '.join(unknown)}; there are: {', '.join(every) or 'none'}")
        self.all_names = every
        self.names = [name for name in every if not names or name in names]
        self.library = Library.of(project, project.names())
        self._articles: dict[tuple[str, str], Article] = {}

    @cached_property
    def words(self) -> Words:
        """Raises ContentError, with the place, when words.yaml is not as it must be."""
        path = self.project.templates / "words.yaml"
        return validate(Words, parse(self.project.read(path), self.project.shown(path)))

    @cached_property
    def theme(self) -> dict[str, Any]:
        """Colours, faces and sizes; sizes are floats (mm, pt), not the exact decimals of content."""
        return dict(_floats(self._template("theme.yaml")))

    @property
    def publication(self) -> Publication:
        """Raises ContentError when publication.yaml could not be read."""
        if self.library.publication is None:
            raise ContentError(self.library.problems)
        return self.library.publication

    @property
    def summary(self) -> Summary:
        """Raises ContentError when summary.yaml could not be read."""
        if self.library.summary is None:
            raise ContentError(self.library.problems)
        return self.library.summary[1]

    def _template(self, name: str) -> Any:
        path = self.project.templates / name
        return parse(self.project.read(path), self.project.shown(path)).data

    def case(self, parsed: Parsed, content: Subdistrict) -> Case:
        """Raises ContentError when the article cannot be read."""
        article = self._article(parsed, content.article)
        themes, accents = frozenset(self.words.themes), frozenset(self.theme["accents"])
        return Case(
            parsed, content, self.library.glossary, content.facts, article, themes, accents, lock=self.library.lock
        )

    def _article(self, parsed: Parsed, name: str) -> Article:
        """Read once: its numerals are looked for once, for its own file and for the summary."""
        path, place = self.project.seeds / name, parsed.place(("article",))
        data = self.project.read_bytes(path, place)
        try:
            article = Article.from_bytes(name, data)
        except UnicodeDecodeError as error:
            raise ContentError([Problem("read", f"{self.project.shown(path)} is not UTF-8", place)]) from error
        return self._articles.setdefault((name, article.sha256), article)

    def _beside(self) -> dict[str, Case]:
        """The files that the summary rests on, with their articles; what cannot be read is told of elsewhere."""
        cases: dict[str, Case] = {}
        for name, loaded in self.library.contents.items():
            with suppress(ContentError):
                cases[name] = self.case(*loaded)
        return cases

    def texts(self, parsed: Parsed, content: BaseModel) -> Texts:
        """The summary, glossary or publication as text. It may refer to the facts of every file, by full names."""
        contents = self.library.contents.items()
        known = {f"{name}.{id}": fact for name, (_, content) in contents for id, fact in content.facts.items()}
        beside = self._beside() if isinstance(content, Summary) else {}
        return Texts(parsed, content, self.library.glossary, known, lock=self.library.lock, beside=beside)

    def all_texts(self) -> Iterator[tuple[str, Texts]]:
        """The files that were asked for, as texts; with the glossary and the publication when all are.

        Raises ContentError when one of them cannot be read.
        """
        if self.library.problems:
            raise ContentError(self.library.problems)
        for name in self.names:
            if name == SUMMARY and self.library.summary:
                yield name, self.texts(*self.library.summary)
            elif name != SUMMARY:
                yield name, self.texts(*self.library.contents[name])
        if self.names == self.all_names:
            yield from ((texts.stem, texts) for texts in (self.texts(*file) for file in self.library.house))

    def place_of(self, name: str, words: str) -> Place | None:
        """Where the words that a publication prints stand in its content; None where nothing is like them."""
        library = self.library
        own = [library.summary[0]] if library.summary and name == SUMMARY else []
        own += [parsed for each, (parsed, _) in library.contents.items() if name in (each, SUMMARY)]
        return place_of(words, [*own, *(parsed for parsed, _ in library.house)])

    def check(self) -> Findings:
        """Every problem of every file that was asked for, in one run; of the house's files when all are asked for."""
        findings = Findings(list(self.library.problems), {}, self.library.sources)
        prose, read = list[str](), 0
        if SUMMARY in self.names and self.library.summary:
            summary = self.texts(*self.library.summary)
            findings.add(verify.heard_of_summary(summary))
            prose += [text.zh for _, text in summary.pairs]
        for name in self.names:
            if name not in self.library.contents:
                continue
            try:
                case = self.case(*self.library.contents[name])
            except ContentError as error:
                findings.problems += error.problems
                continue
            findings.add(verify.heard(case))
            findings.shares[name] = coverage.share(case)
            read += 1
            prose += [case.article.bare.text, *(text.zh for _, text in case.pairs)]
        if self.names == self.all_names:
            self._check_house(findings, prose if read == len(self.project.names()) else None)
        # a template that is wrong is wrong for every file: said once
        findings.problems = sorted(dict.fromkeys(findings.problems), key=lambda problem: problem.place)
        return findings

    def _check_house(self, findings: Findings, prose: list[str] | None) -> None:
        for parsed, content in self.library.house:
            findings.add(verify.heard_of_house(self.texts(parsed, content), prose))

    def verified(self, name: str) -> Verified:
        """Raises ContentError unless every rule passes."""
        return verify.verify(self.case(*self.library.contents[name]))


def _floats(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _floats(item) for key, item in value.items()}
    return float(value) if isinstance(value, Decimal) else value
