"""The first steps over a whole project: read, parse, validate, verify. Nothing heavy is imported for a check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from pydantic import BaseModel

from bulletin.content.house import BAND
from bulletin.content.library import Library
from bulletin.content.model import Publication, Subdistrict, Summary
from bulletin.content.picturing import pictured
from bulletin.content.yaml_text import Parsed, Path
from bulletin.decoding import NotUTF8
from bulletin.edition.drawing import Drawing, read_drawing
from bulletin.edition.order import ordered
from bulletin.edition.themes import read_theme
from bulletin.edition.words import Words
from bulletin.evidence import verify
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.rules import coverage
from bulletin.evidence.silence import Heard, Silenced
from bulletin.evidence.verify import Verified
from bulletin.messages import listed, say
from bulletin.problems import ContentError, Place, Problem, UsageError
from bulletin.project import SUMMARY, Project
from bulletin.told import Told, Verdict


@dataclass
class Checked:
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
    """One project with its templates; checks and builds what it is asked for. Of its content `only` some is read."""

    def __init__(
        self, project: Project, names: list[str] | None = None, *, only: list[str] | None = None, theme: str = ""
    ):
        """`theme`: another than the publication's own."""
        self.project, self.asked_theme = project, theme
        every = project.names() + [SUMMARY] * project.summary.is_file()
        unknown = [name for name in names or [] if name not in every]
        if unknown:
            name = "cli.no_content" if every else "cli.no_content_at_all"
            raise UsageError(say(name, names=listed(unknown), **({"there": listed(every)} if every else {})))
        self.all_names = every
        self.names = [name for name in every if not names or name in names]
        self.library = Library.of(project, None if only is None or SUMMARY in only else only)
        if self.library.summary:
            contents = {name: content for name, (_, content) in self.library.contents.items()}
            parsed, summary = self.library.summary
            self.library.summary = parsed, ordered(summary, project.names(), contents)
        self._articles, self.hearings = dict[tuple[str, str], Article](), verify.Hearings()

    @cached_property
    def words(self) -> Words:
        """Raises ContentError, with the place, when words.yaml is not as it must be."""
        return Words.of(*self._template("words.yaml"))

    @cached_property
    def theme(self) -> dict[str, Any]:
        """Colours, faces and sizes (floats, in mm and pt). Raises ContentError, with the place, for what is none."""
        return read_theme(self.project, self.theme_name, self.in_publication(("theme",)))

    @property
    def theme_name(self) -> str:
        """The theme that was asked for, or the publication's; the house's where that could not be read."""
        return self.asked_theme or (self.library.publication.theme if self.library.publication else BAND)

    def in_publication(self, path: Path) -> Place:
        """A place of publication.yaml; the file, where it could not be read."""
        house = (parsed for parsed, content in self.library.house if content is self.library.publication)
        return parsed.place(path) if (parsed := next(house, None)) else Place("content/publication.yaml")

    @property
    def publication(self) -> Publication:
        """Raises ContentError when publication.yaml could not be read."""
        if self.library.publication is None:
            raise ContentError(self.library.problems)
        return self.library.publication

    @cached_property
    def logo(self) -> Drawing | None:
        """What publication.yaml names. Raises ContentError, at that line, for what cannot be taken."""
        given = self.publication.logo
        return read_drawing(self.project, given.file, self.in_publication(("logo", "file"))) if given else None

    @property
    def summary(self) -> Summary:
        """Raises ContentError when summary.yaml could not be read."""
        if self.library.summary is None:
            raise ContentError(self.library.problems)
        return self.library.summary[1]

    def _template(self, name: str) -> tuple[str, str]:
        """Its text, and the name of the file as it is told."""
        path = self.project.templates / name
        return self.project.read(path), self.project.shown(path)

    def case(self, parsed: Parsed, content: Subdistrict) -> Case:
        """Raises ContentError when the article cannot be read."""
        article = self._articles_of(parsed, content)
        themes, accents = frozenset(self.words.themes), frozenset(self.theme["accents"])
        glossary, lock, beside = self.library.glossary, self.library.lock, self._earlier(content)
        known = content.facts | {
            f"{n}.{id}": fact for n, one in beside.items() for id, fact in one.content.facts.items()
        }
        return Case(parsed, content, glossary, known, article, themes, accents, lock=lock, beside=beside)

    def _earlier(self, content: Subdistrict) -> dict[str, Case]:
        """The issue that this one goes on from, by its name; none where the issues go round in a circle."""
        contents, since, seen = self.library.contents, content.since, {content.name}
        while since in contents and since not in seen:
            seen.add(since)
            since = contents[since][1].since
        before = content.since
        return {before: self.case(*contents[before])} if before in contents and since not in seen else {}

    def _article(self, parsed: Parsed, name: str, at: Path) -> Article:
        """Read once: its numerals are looked for once, for its own file and for the summary."""
        path, place = self.project.seeds / name, parsed.place(at)
        data = self.project.read_bytes(path, place)
        try:
            article = Article.from_bytes(name, data)
        except NotUTF8 as error:
            raise ContentError([self.project.not_utf8(path, error, place)]) from error
        if not article.bare.text:
            raise ContentError([Problem("read", say("read.empty", file=self.project.shown(path)), place)])
        return self._articles.setdefault((name, article.sha256), article)

    def article(self, name: str) -> Article:
        """The articles of a content file, read as one. Raises ContentError when it cannot be read."""
        parsed, content = self.library.contents[name]
        return self._articles_of(parsed, content)

    def _articles_of(self, parsed: Parsed, content: Subdistrict) -> Article:
        further = [(one.article, ("articles", key, "article")) for key, one in content.articles.items()]
        files: list[tuple[str, Path]] = [(content.article, ("article",)), *further]
        return Article.together(tuple(self._article(parsed, name, at) for name, at in files))

    def pictures(self, name: str) -> list[str]:
        """The files in photos/ that a publication prints, each once."""
        return list(dict.fromkeys(file for _, file in pictured(self.content(name)[1])))

    def pictured(self) -> bool:
        """Does a file that was asked for, and could be read, name a picture?"""
        files = [content for name, (_, content) in self.library.contents.items() if name in self.names]
        files += [self.library.summary[1]] if self.library.summary and SUMMARY in self.names else []  # type: ignore[list-item]
        return any(True for content in files for _ in pictured(content))

    def content(self, name: str) -> tuple[Parsed, Subdistrict | Summary]:
        """The file of a publication. Raises ContentError when the summary could not be read."""
        if name != SUMMARY:
            return self.library.contents[name]
        if self.library.summary is None:
            raise ContentError(self.library.problems)
        return self.library.summary

    def _cases(self, names: Iterable[str]) -> tuple[dict[str, Case], dict[str, list[Problem]]]:
        """Content files with their articles, and what keeps the others from being read."""
        cases, unread = dict[str, Case](), dict[str, list[Problem]]()
        for name in names:
            try:
                cases[name] = self.case(*self.library.contents[name])
            except ContentError as error:
                unread[name] = list(error.problems)
        return cases, unread

    def texts(self, parsed: Parsed, content: BaseModel, beside: dict[str, Case] | None = None) -> Texts:
        """The summary, glossary or publication as text. It may refer to the facts of every file, by full names.

        The summary rests on the files `beside` it, with their articles; they are read unless they are given.
        """
        contents = self.library.contents.items()
        known = {f"{name}.{id}": fact for name, (_, content) in contents for id, fact in content.facts.items()}
        if not isinstance(content, Summary):
            beside = {}
        elif beside is None:
            beside, _ = self._cases(self.library.contents)
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

    def check(self, told: Told | None = None) -> Checked:
        """Every problem of every file that was asked for, in one run; of the house's files when all are asked for.

        `told` answers for a file where nothing has changed that its verdict rests on.
        """
        told = told or Told()
        findings = Checked(self._unread(), {}, self.library.sources)
        prose, read = list[str](), 0
        asked = [name for name in self.names if name in self.library.contents]
        with_summary = self.library.summary if SUMMARY in self.names and self._is_whole else None
        cases, unread = self._cases(self.library.contents if with_summary else asked)
        if with_summary:
            summary = self.texts(*with_summary, cases)
            of = [*self._rests_on(with_summary[0]), *self._rest_on_all(cases), str(unread)]
            findings.add(told.of(of, lambda: Verdict(verify.heard_of_summary(summary, not unread))).heard)
            prose += [text.zh for _, text in summary.pairs]
        for name in asked:
            if name in unread:
                findings.problems += unread[name]
                continue
            case = cases[name]
            verdict = told.of(self._case_rests_on(case), partial(self._verdict, case))
            findings.add(verdict.heard)
            findings.shares |= coverage.by_name(name, verdict.shares)
            read += 1
            prose += [case.article.bare.text, *(text.zh for _, text in case.pairs)]
        if self.names == self.all_names and self.library.glossary_is_read:
            self._check_house(findings, told, cases, prose if read == len(self.project.names()) else None)
        # a template that is wrong is wrong for every file: said once
        findings.problems = sorted(dict.fromkeys(findings.problems), key=lambda problem: problem.place)
        return findings

    @property
    def _is_whole(self) -> bool:
        """Could all that the summary refers to be read?"""
        return self.library.glossary_is_read and len(self.library.contents) == len(self.project.names())

    def _unread(self) -> list[Problem]:
        """What could not be read; the first of a file on which others rest says what was not asked for its sake."""
        problems, told = list(self.library.problems), set[str]()
        for i, problem in enumerate(problems):
            rests = self._resting_on(problem.place.file)
            if rests and problem.level == "error" and problem.place.file not in told:
                told.add(problem.place.file)
                note = ("note", say("read.withheld", rules=rests))
                problems[i] = replace(problem, notes=(*problem.notes, note))
        return problems

    def _resting_on(self, file: str) -> str:
        """The rules, or the file, that are not looked at while `file` cannot be read."""
        name = file.removeprefix("content/").removesuffix(".yaml")
        if name == "glossary" and not self.library.glossary_is_read:
            return verify.withheld()
        lost = name in self.project.names() and name not in self.library.contents
        return f"content/{SUMMARY}.yaml" if lost and self.library.summary else ""

    def _check_house(self, findings: Checked, told: Told, cases: Mapping[str, Case], prose: list[str] | None) -> None:
        for parsed, content in self.library.house:
            of = [*self._rests_on(parsed), *self._rest_on_all(cases), str(prose is None)]
            findings.add(told.of(of, partial(self._verdict_on_house, self.texts(parsed, content), prose)).heard)

    @staticmethod
    def _verdict_on_house(texts: Texts, prose: list[str] | None) -> Verdict:
        return Verdict(verify.heard_of_house(texts, prose))

    def _verdict(self, case: Case) -> Verdict:
        return Verdict(self.hearings.heard(case, self.library.glossary_is_read), coverage.shares(case))

    def _rests_on(self, parsed: Parsed) -> list[str]:
        """What a verdict on a file rests on, beside its article and the files that it refers to."""
        house = [self.library.sources.get(f"content/{name}.yaml", "") for name in ("glossary", "publication")]
        return [parsed.file, parsed.text, *house, str(self.library.glossary_is_read), self.library.lock.dump()]

    def _case_rests_on(self, case: Case) -> list[str]:
        """The same of the file of an article, which may go on from an earlier issue."""
        earlier = [part for one in case.beside.values() for part in (one.parsed.text, one.article.sha256)]
        return [*self._rests_on(case.parsed), case.article.sha256, *earlier]

    def _rest_on_all(self, cases: Mapping[str, Case]) -> list[str]:
        """All content files that could be read, and their articles."""
        return [part for name, case in cases.items() for part in (name, case.parsed.text, case.article.sha256)]

    def verified(self, name: str, *, trial: bool = False) -> Verified:
        """Raises ContentError unless every rule passes; for a `trial`, those of facts."""
        case = self.case(*self.library.contents[name])
        return verify.verify(case, verify.heard_of_proofs if trial else self.hearings.heard)
