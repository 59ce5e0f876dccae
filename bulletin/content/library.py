"""Every content file of a project, read, parsed and validated; what is wrong is gathered over all files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from bulletin.content import said, translations
from bulletin.content.model import Glossary, Publication, Subdistrict, Summary
from bulletin.content.partly import Partly, partly
from bulletin.content.translations import Lock
from bulletin.content.validate import validate
from bulletin.content.yaml_text import Parsed, parse
from bulletin.messages import spoken
from bulletin.problems import ContentError, Problem
from bulletin.project import Project

Model = TypeVar("Model", bound=BaseModel)


@lru_cache(maxsize=64)
def _loaded(kind: type[Model], text: str, file: str, language: str) -> tuple[Parsed, Model, tuple[Problem, ...]]:
    """A file and its problems, worded in a language. A process that goes on reads again what has changed alone.

    Raises ContentError.
    """
    parsed = parse(text, file)
    content = validate(kind, parsed)
    return parsed, content, tuple(said.problems(parsed))


@dataclass
class Library:
    """What could be read. `problems` holds what could not; `sources` the text of every file, for messages."""

    project: Project
    problems: list[Problem]
    sources: dict[str, str]
    glossary: Glossary
    publication: Publication | None
    contents: dict[str, tuple[Parsed, Subdistrict]]
    summary: tuple[Parsed, Summary] | None = None
    lock: Lock = field(default_factory=Lock)
    glossary_is_read: bool = True
    partly: dict[str, Partly] = field(default_factory=dict)  # what could be read of the files that have faults
    house: list[tuple[Parsed, BaseModel]] = field(default_factory=list)  # glossary and publication, as files

    @classmethod
    def of(cls, project: Project, only: list[str] | None = None) -> Library:
        """Reads glossary, publication, and all content files with the summary; or `only` these and their issues."""
        library = cls(project, [*project.strangers()], {}, Glossary(terms=[]), None, {})
        glossary = library.load(project.content / "glossary.yaml", Glossary)
        publication = library.load(project.content / "publication.yaml", Publication)
        library.glossary = glossary[1] if glossary else library.glossary
        library.glossary_is_read = glossary is not None
        library.publication = publication[1] if publication else None
        library.house = [loaded for loaded in (glossary, publication) if loaded]
        library.lock = library.load_lock()
        names = project.names()
        library.load_contents(names if only is None else only, names)
        if project.summary.is_file() and only is None:
            library.summary = library.load(project.summary, Summary)
        return library

    def beside(self, project: Project, only: list[str], names: Iterable[str]) -> Library:
        """Another of the same project, with these content files and their issues; `names` are all that there are."""
        library = replace(
            self, project=project, problems=[], sources=dict(self.sources), contents={}, partly={}, summary=None
        )
        library.load_contents(only, names)
        return library

    def load_contents(self, wanted: Iterable[str], names: Iterable[str]) -> None:
        """Reads these content files, and the issues that they go on from."""
        known, waiting = frozenset(names), [*wanted]
        for name in waiting:
            path = self.project.content / f"{name}.yaml"
            if not (loaded := self.load(path, Subdistrict)):
                text = self.sources.get(self.project.shown(path), "")
                if part := partly(text, self.project.shown(path)):
                    self.partly[name] = part
            else:
                self.contents[name] = loaded
                since = loaded[1].since
                if since in known and since not in waiting:
                    waiting.append(since)

    def load_lock(self) -> Lock:
        """The translations that somebody has looked at; none where there is no lock."""
        path = self.project.content / translations.NAME
        try:
            return Lock.parse(self.project.read(path), self.project.shown(path)) if path.is_file() else Lock()
        except ContentError as error:
            self.problems += error.problems
            return Lock()

    def load(self, path: Path, kind: type[Model]) -> tuple[Parsed, Model] | None:
        """One file; its problems are kept and None comes back."""
        try:
            text = self.project.read(path)
            file = self.project.shown(path)
            self.sources[file] = text
            parsed, content, problems = _loaded(kind, text, file, spoken())
            self.problems += problems
            return parsed, content
        except ContentError as error:
            self.problems += error.problems
            return None
