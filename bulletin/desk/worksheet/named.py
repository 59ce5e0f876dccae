"""Honours and named projects, as the coverage rule looks for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.content.model import Level, Status
from bulletin.desk.worksheet.facts import status_of
from bulletin.desk.worksheet.quotes import Clauses, Quote
from bulletin.desk.worksheet.wording import Wording, wording
from bulletin.evidence import named
from bulletin.evidence.case import Case, Span
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.rules import period
from bulletin.evidence.rules.doubt import AND_OTHERS
from bulletin.evidence.rules.level import told_at


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


def honours(case: Case, passages: Clauses) -> tuple[list[HonourStub], list[Span]]:
    """One for each item of a list of honours, and the spans where one is named again."""
    stubs: dict[str, HonourStub] = {}
    again: list[Span] = []
    for span in named.honours(case.article):
        name = case.article.bare.text[slice(*span)]
        said = wording(case, re.sub(r"^(?:19|20)\d\d年度?(?=[^,]{4})", "", passages.written(span)))
        stub = HonourStub(
            said, told_at(case.article.bare.text, span, {}), year_of(case, span), passages.pinned(span), span
        )
        if stubs.setdefault(name, stub) is not stub:
            again.append(span)
    return list(stubs.values()), again


def year_of(case: Case, span: Span) -> str:
    """The year of an honor, where the words tell it; 今年 is one once the article's date is known."""
    name = case.article.bare.text[slice(*span)]
    years = [str(year) for year in sorted(period.years_of(case, span))]
    return next((year for year in years if year in name or not _is_of_another(case, span, year)), "")


def _is_of_another(case: Case, span: Span, year: str) -> bool:
    """Is the year a part of the name of an honor that is listed before? 2023年先进街道, …, 示范社区."""
    text = case.article.bare.text
    before = [one for one in named.honours(case.article) if one[1] <= span[0]]
    at = text.rfind(year, 0, span[0])
    return any(start <= at < end for start, end in before)


def and_others(case: Case, stubs: list[HonourStub], passages: Clauses) -> str:
    """The article's words that its list of honors is not complete, 等荣誉称号; empty where it does not say so."""
    ends = (AND_OTHERS.match(case.article.bare.text, one.span[1]) for one in stubs)
    return next((passages.written(end.span("words")) for end in ends if end), "")


def projects(case: Case, passages: Clauses) -> tuple[list[ProjectStub], list[Span]]:
    """Each named project once, and the spans where other works are called by the same words."""
    seen: list[named.Works] = []
    stubs: dict[str, ProjectStub] = {}
    again: list[Span] = []
    for one in named.works(case.article):
        name = case.article.bare.text[slice(*one.span)]
        if any(named.again(case.article, one, other) for other in seen):
            continue
        seen.append(one)
        if name in stubs:
            again.append(one.span)
            continue
        status = status_of(case, Numeral(*one.span, name, one.span, None, None, "cardinal"), "work")
        stubs[name] = ProjectStub(wording(case, name), status, passages.pinned(one.span), one.span)
    return list(stubs.values()), again
