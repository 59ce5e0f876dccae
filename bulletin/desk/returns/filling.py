"""What a new item needs that a draft does not say: found in the article, by the code that `new` uses; else TODO.

Nothing is guessed. A level, a year or a status is written where somebody typed it or the article's words tell it; a
quote is the clause of the article that holds the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from bulletin.content.library import Library
from bulletin.content.model import Glossary
from bulletin.content.parts import EARLIEST, LATEST
from bulletin.content.yaml_text import parse
from bulletin.desk.worksheet.facts import blank_case, wholes
from bulletin.desk.worksheet.how_far import status_of
from bulletin.desk.worksheet.quotes import Clauses, Quote
from bulletin.edition.words import Words
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Span
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.rules import period
from bulletin.evidence.rules.level import level_of
from bulletin.messages import say
from bulletin.project import Project

from .operations import Cell

TODO = "TODO"
_SAYS = 0.4  # of what a text says, to be said by a sentence of the article
Said = dict[str, Cell]
"""What a new row says, by the names of the content file."""


@dataclass(frozen=True)
class Desk:
    """What lies beside the draft: the house's words and, for a bulletin, its article."""

    words: Words
    glossary: Glossary
    article: Article | None
    glossary_text: str = ""

    @classmethod
    def of(cls, project: Project, text: str, file: str) -> Desk:
        """Raises ContentError where a file cannot be read."""
        words = project.templates / "words.yaml"
        data = parse(text, file).data
        named = [data.get("article"), *(one.get("article") for one in (data.get("articles") or {}).values())]
        paths = [project.seeds / one for one in named if isinstance(one, str)]
        found = [Article.from_bytes(path.name, project.read_bytes(path)) for path in paths if path.is_file()]
        article = Article.together(tuple(found)) if len(found) == 1 else None  # of several, somebody has to say which
        library = Library.of(project, [])
        house = library.sources.get(project.shown(project.content / "glossary.yaml"), "")
        return cls(Words.read(parse(project.read(words), words.name)), library.glossary, article, house)

    @cached_property
    def case(self) -> Case | None:
        return blank_case(self.article, self.glossary) if self.article else None

    @cached_property
    def clauses(self) -> Clauses | None:
        return Clauses(self.case.article, wholes(self.case)) if self.case else None

    # ------------------------------------------------------------------ what cells say

    def is_silent(self, cell: Cell) -> bool:
        """Does it say nothing, or that the article states nothing?"""
        unsaid = self.words.phrase("not_stated")
        return not (cell.zh or cell.en) or {cell.zh, cell.en} <= {unsaid.zh, unsaid.en, ""}

    def level(self, cell: Cell) -> str | None:
        """The level that is typed; None where it is none, or the languages name two."""
        return self._name(cell, ("national", "provincial", "municipal", "county"), self.words.level)

    def status(self, cell: Cell) -> str | None:
        """The status that the cell of the stage says in the house's words."""
        return self._name(cell, tuple(self.words.status), self.words.state)

    def theme(self, kicker: tuple[str, str]) -> str | None:
        """The theme that the line over a title says in the house's words."""
        return self._name(Cell("theme", *kicker), tuple(self.words.themes), self.words.theme)

    def _name(self, cell: Cell, names: Sequence[str], worded: Callable[[str], Any]) -> str | None:
        bare = re.sub(r"^[■▨□·–\s]+", "", cell.zh), cell.en
        typed = [text.strip().lower() for text in bare if text.strip()]
        each = [{n for n in names if text in (worded(n).zh.lower(), worded(n).en.lower())} for text in typed]
        both = set.intersection(*each) if each else set()
        return both.pop() if len(both) == 1 else None

    @staticmethod
    def year(cell: Cell) -> int | None:
        """The year that is typed."""
        found = {re.sub(r"\s*年$", "", text) for text in (cell.zh, cell.en) if text}
        year = found.pop() if len(found) == 1 else ""
        return int(year) if re.fullmatch(r"[12]\d{3}", year) and EARLIEST <= int(year) <= LATEST else None

    # ------------------------------------------------------------------ what the article says

    def spans(self, words: str) -> list[Span]:
        return self.article.find(words) if self.article and words else []

    def bears_year(self, quote: str, year: int) -> bool:
        """Do the article's words for an honor give this year?"""
        return any(self.case is not None and year in period.years_of(self.case, span) for span in self.spans(quote))

    def passage(self, words: str) -> str:
        """The sentence of the article that says most of these words; empty where none says much of them."""
        pairs = set(map("".join, pairwise(re.findall("[\u3400-\u9fff]|\\d+", words))))
        text = self.article.bare.text if self.article else ""
        told = [
            (len({one for one in pairs if one in each}) / max(1, len(pairs)), each) for each in re.split("[。\n]", text)
        ]
        most, found = max(told, default=(0.0, ""))
        return found.strip() if most >= _SAYS else ""

    def quoted(self, span: Span) -> Quote:
        """The clause of these words, as it stands once."""
        assert self.clauses is not None
        return self.clauses.around(span) or self.clauses.pinned(span)


# ---------------------------------------------------------------------------------------------- new items


def filled(container: str, cells: Sequence[Cell], desk: Desk | None) -> tuple[dict[str, Any], list[str]]:
    """A new item as the content file writes it, and what is to be known of it."""
    said = {cell.field: cell for cell in cells}
    if container == "projects":
        return _project(said, desk)
    if container == "honours":
        return _honour(said, desk)
    if container == "briefs":
        return {field: _both(said[field]) if field in said else {"zh": TODO, "en": TODO} for field in _BRIEF}, []
    return {"cells": [_both(said[field]) for field in sorted(said, key=lambda one: int(one.partition(".")[2]))]}, []


_BRIEF = ("title", "text")


def _both(cell: Cell) -> dict[str, str]:
    return {"zh": cell.zh or TODO, "en": cell.en or TODO}


def _quote(name: Cell, desk: Desk | None) -> tuple[dict[str, str], Span | None, list[str]]:
    """The keys of the quote, where it stands, and what is to be told."""
    spans = desk.spans(name.zh) if desk else []
    if desk is None or not spans:
        told = [say("import.not-named", words=name.zh or name.en)] if desk and desk.article else []
        return {"quote": TODO}, None, told
    quote = desk.quoted(spans[0])
    keys = {"quote": quote.text, "prefix": quote.prefix, "suffix": quote.suffix}
    return {key: text for key, text in keys.items() if text}, spans[0], [say("import.found-quote", words=quote.text)]


def _honour(said: Said, desk: Desk | None) -> tuple[dict[str, Any], list[str]]:
    name = said["name"]
    keys, span, told = _quote(name, desk)
    typed = desk.level(said["level"]) if desk and "level" in said else None
    tells = level_of(keys["quote"], {}) if span else None
    made: dict[str, Any] = {"name": _both(name), "level": typed or tells or TODO}
    if span and typed and typed != tells:
        made["level_why"] = TODO
    if desk and (cell := said.get("year")) and (year := desk.year(cell)):
        if span and desk.bears_year(keys["quote"], year):
            made["year"] = year
        else:
            told.append(say("import.no-year", year=year))
    return made | keys, told


def _project(said: Said, desk: Desk | None) -> tuple[dict[str, Any], list[str]]:
    keys, span, told = _quote(said["name"], desk)
    status = desk.status(said["stage"]) if desk and "stage" in said else None
    if desk and desk.case and span and status is None:
        status = status_of(desk.case, Numeral(*span, said["name"].zh, span, None, None, "cardinal"), "work")
    silent = [field for field in ("size", "done", "plan") if not (cell := said.get(field)) or _silent(cell, desk)]
    made: dict[str, Any] = {"name": _both(said["name"]), "status": status or TODO}
    lacking = [field for field in silent if not (field == "plan" and status == "achieved")]
    if lacking:
        made["unstated"] = {field: [TODO] for field in lacking}
    made |= {field: _both(said[field]) for field in ("size", "done", "plan") if field in said and field not in silent}
    return made | keys, told


def _silent(cell: Cell, desk: Desk | None) -> bool:
    return desk.is_silent(cell) if desk else not (cell.zh or cell.en)


def unfinished(value: Any, path: str = "") -> Iterator[str]:
    """The places in a value that are left to somebody."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from unfinished(one, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from unfinished(one, f"{path}.{n}")
    elif value == TODO:
        yield path
