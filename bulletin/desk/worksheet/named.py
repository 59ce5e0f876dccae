"""Honours and named projects, as the coverage rule finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.content.model import Level, Status
from bulletin.desk.worksheet.facts import status_of
from bulletin.desk.worksheet.quotes import Passages, Quote
from bulletin.desk.worksheet.wording import Wording, wording
from bulletin.evidence.case import Case, Span
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.rules import coverage, period
from bulletin.evidence.rules.level import level_of

_BEFORE = re.compile(r"^[了为过:\"]+|^(?:先后|曾)")
_BEHIND = re.compile(r"(?:等|的)*(?:荣誉称号|荣誉|称号)?[\"”]?[,，:：;(].*$|等?(?:荣誉称号|称号|荣誉)+[\"”]?$|等$")


@dataclass(frozen=True, slots=True)
class HonourStub:
    """An honour; its level is read off the words of its name, where they tell it."""

    name: Wording
    level: Level | None
    year: str
    quote: Quote
    span: Span


@dataclass(frozen=True, slots=True)
class ProjectStub:
    """A project where it is first named."""

    name: Wording
    status: Status
    quote: Quote
    span: Span


def honours(case: Case, passages: Passages) -> Iterator[HonourStub]:
    """One for each item of a list of honours."""
    for whole in coverage.awards(case.article):
        span = _name(case, whole)
        name = case.article.bare.text[slice(*span)]
        years = [str(year) for year in sorted(period.years_of(case, span))]
        said = wording(case, passages.written(span))
        yield HonourStub(said, level_of(name, {}), "".join(years[:1]), passages.pinned(span), span)


def _name(case: Case, span: Span) -> Span:
    """Without the words around the name; all of it when nothing would be left."""
    words = case.article.bare.text[slice(*span)]
    start = match.end() if (match := _BEFORE.search(words)) else 0
    end = match.start() if (match := _BEHIND.search(words, start)) else len(words)
    if end - start < 4:
        start, end = 0, min(len(words), 40)
    return span[0] + start, span[0] + end


def projects(case: Case, passages: Passages) -> tuple[list[ProjectStub], list[Span]]:
    """Each named project once, and the spans where it is named again."""
    seen: dict[str, ProjectStub] = {}
    again: list[Span] = []
    for span in coverage.projects(case.article):
        name = case.article.bare.text[slice(*span)]
        if name in seen:
            again.append(span)
            continue
        here = Numeral(*span, name, span, None, None, "cardinal")
        status = status_of(case, here, "work")
        seen[name] = ProjectStub(wording(case, name), status, passages.pinned(span), span)
    return list(seen.values()), again
