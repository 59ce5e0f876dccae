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
from bulletin.evidence.rules import coverage

_QUOTED = re.compile(
    r'(?:获[得评颁授]?|荣膺|[评认]定?为|授予|命名为|创建为)[^。;!"]{0,12}(?P<all>(?:"[^"]{4,40}"(?:[、和及]|以及)?)+)'
)
_BEFORE = re.compile(r"^[了为过:\"]+|^(?:先后|曾)")
_BEHIND = re.compile(r"(?:等|的)*(?:荣誉称号|荣誉|称号)?[\"”]?[,，:：;(].*$|等?(?:荣誉称号|称号|荣誉)+[\"”]?$|等$")
_LEVELS: tuple[tuple[str, Level], ...] = (
    (r"全国|国家|中国|中央", "national"),
    (r"省", "provincial"),
    (r"[市郑]", "municipal"),
    (r"[区县]", "county"),
)


@dataclass(frozen=True, slots=True)
class HonourStub:
    """An honour; its level is read off the words of its name."""

    name: Wording
    level: Level
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
    for whole, span in sorted(_named(case)):
        name = case.article.bare.text[slice(*span)]
        level: Level = next((level for word, level in _LEVELS if re.search(word, name)), "municipal")
        yield HonourStub(wording(case, passages.written(span)), level, _year(case, whole), passages.pinned(span), span)


def _named(case: Case) -> Iterator[tuple[Span, Span]]:
    """Each honour's place in its list, and its name: 获"A""B",并被评为"C" are three."""
    quoted = [
        (match.start("all") + one.start(1), match.start("all") + one.end(1))
        for match in _QUOTED.finditer(case.article.bare.text)
        for one in re.finditer('"([^"]+)"', match["all"])
    ]
    yield from ((span, span) for span in quoted)
    for whole in coverage.awards(case.article):
        if not any(whole[0] < end and start < whole[1] for start, end in quoted):
            yield whole, _name(case, whole)


def _name(case: Case, span: Span) -> Span:
    """Without the words around the name; all of it when nothing would be left."""
    words = case.article.bare.text[slice(*span)]
    start = match.end() if (match := _BEFORE.search(words)) else 0
    end = match.start() if (match := _BEHIND.search(words, start)) else len(words)
    if end - start < 4:
        start, end = 0, min(len(words), 40)
    return span[0] + start, span[0] + end


def _year(case: Case, span: Span) -> str:
    """2020年被评为…: the year right before the verb."""
    text = case.article.bare.text
    clause = re.search(r"[^,。;!]*$", text[: span[0]])
    start = clause.start() if clause else span[0]
    years = [n.date for n in case.inside((start, span[0])) if n.date and n.date[0] != "-"]
    return years[-1][:4] if years else ""


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
        status = status_of(case, here)
        seen[name] = ProjectStub(wording(case, name), status, passages.pinned(span), span)
    return list(seen.values()), again
