"""Starts a content file from an article: a worksheet whose every quote already proves its number."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from bulletin.content.characters import without_faults
from bulletin.content.library import Library
from bulletin.content.model import Subdistrict, Summary
from bulletin.content.validate import validate
from bulletin.content.yaml_text import Parsed, parse
from bulletin.decoding import NotUTF8
from bulletin.desk.taken.taking import taken
from bulletin.desk.worksheet.chosen import LEAST, filled
from bulletin.desk.worksheet.lines import Themes, written
from bulletin.desk.worksheet.periods import is_moment
from bulletin.desk.worksheet.sheet import Worksheet, sheet
from bulletin.desk.worksheet.tried import tried
from bulletin.edition.words import Words
from bulletin.evidence import gaps as todos
from bulletin.evidence.article import Article
from bulletin.evidence.rules import language
from bulletin.evidence.verify import heard
from bulletin.messages import say
from bulletin.problems import CannotWrite, ContentError, UsageError
from bulletin.project import RESERVED, Project, write
from bulletin.workshop import Workshop

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_KIND = re.compile(r" (?:subdistrict|town|township|community|village|district)s?$", re.IGNORECASE)


class Started(NamedTuple):
    """The content file, what it was made of, and lines on what was taken away from the article's file."""

    path: Path
    found: Worksheet
    taken: list[str] | None = None


def start(project: Project, given: Path, name: str | None = None, dated: str = "") -> Started:
    """Writes content/NAME.yaml. Raises UsageError when it is there, or when no name can be guessed."""
    if name is not None:
        _check_name(name)
    if dated and not is_moment(dated):
        raise UsageError(say("new.dated", dated=dated))
    path, made = taken(project, given)
    article = _article(project, path)
    workshop = Workshop(project)
    found = sheet(article, workshop.library.glossary, dated, name or "")
    if not found.facts:
        raise UsageError(say("new.no_number", article=project.shown(path)))
    name = name or guessed_name(path.stem, found, workshop.library)
    target = project.content / f"{name}.yaml"
    themes, accent = _looks(workshop)

    def file(found: Worksheet) -> str:
        return without_faults(written(name, path.relative_to(project.seeds).as_posix(), found, themes, accent))

    def asked(found: Worksheet) -> tuple[Parsed, set[int]]:
        return _asked(workshop, file(replace(found, figures=filled(found.figures))), project.shown(target))

    found = tried(found, asked)
    _write_new(target, file(found), project.shown(target))
    return Started(target, found, made.told(str(given), project.shown(path)) if made else None)


def _asked(workshop: Workshop, text: str, shown: str) -> tuple[Parsed, set[int]]:
    """The lines of which `check` says more than that they are not finished."""
    parsed = parse(text, shown)
    try:
        content = validate(Subdistrict, parsed)
    except ContentError as error:
        return parsed, {one.place.line for one in error.problems}
    said = heard(workshop.case(parsed, content)).standing
    return parsed, {one.place.line for one in said if one.message != language.unfinished()}


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise UsageError(say("new.name", name=name))
    if name in RESERVED:
        raise UsageError(say("new.reserved", name=name))


def _article(project: Project, path: Path) -> Article:
    data = project.read_bytes(path)
    try:
        return Article.from_bytes(path.name, data)
    except NotUTF8 as error:
        raise ContentError([project.not_utf8(path, error)]) from error


def guessed_name(stem: str, found: Worksheet, library: Library) -> str:
    """Of the place, where the glossary has its English; else of the article's file. Raises UsageError."""
    english = found.heading.place.en
    known = any(term.en == english for term in library.glossary.terms)
    from_place = re.sub(r"[^a-z0-9]+", "_", _KIND.sub("", english).lower()).strip("_") if known else ""
    for name in (from_place, stem.lower()):
        if _NAME.fullmatch(name) and name not in RESERVED:
            return name
    raise UsageError(say("new.no_name"))


def _looks(workshop: Workshop) -> tuple[Themes, str]:
    """The words of the themes, and an accent, that the templates have."""
    words: Words = workshop.words
    return words.told_by(), next(iter(workshop.theme["accents"]))


def _write_new(path: Path, text: str, shown: str) -> None:
    """Never over a file that is there. Raises UsageError when it is, CannotWrite when the folder cannot be written."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise UsageError(say("new.exists", file=shown)) from None
    except OSError as error:
        raise CannotWrite(say("new.cannot_write", path=path, why=error.strerror)) from error
    try:
        write(path, text.encode())
    except CannotWrite:
        path.unlink(missing_ok=True)
        raise


def told(project: Project, started: Started) -> str:
    """What was taken in and found, and what to do next."""
    path, found = started.path, started.found
    name, todo = path.stem, todos.told(todos.gaps(parse(path.read_text(encoding="utf-8"), path.name).data))
    counts = {"honours": len(found.honours), "projects": len(found.projects), "left_out": len(found.left_out)}
    file = project.shown(path)
    joins = say(f"new.{_joining(project)}", name=name)
    said = say("new.told", file=file, facts=len(found.facts), **counts, todo=todo, name=name, joins=joins)
    few = [say("new.few_figures", n=len(found.figures))] if len(found.figures) < LEAST else []
    return "\n".join([*(started.taken or ()), said, *few])


def _joining(project: Project) -> str:
    """How it comes into the summary: by a line of its `order`, by itself, or not yet, for there is none."""
    if not project.summary.is_file():
        return "no_summary"
    loaded = Library.of(project, []).load(project.summary, Summary)
    return "joins_itself" if loaded and not loaded[1].order else "joins_order"
