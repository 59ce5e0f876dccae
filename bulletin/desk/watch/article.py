"""The article beside the page: its lines, cut where a quote, a number or what is left out begins or ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bulletin.content.model import Fact, Honour, LeftOut, Project
from bulletin.evidence.article import SEAM, Article
from bulletin.evidence.case import Case, Span
from bulletin.evidence.rules import coverage
from bulletin.problems import ContentError
from bulletin.project import SUMMARY
from bulletin.workshop import Workshop

Quoting = Fact | Honour | Project | LeftOut


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in which nothing changes. `at`: where they begin in the articles' text, in characters.

    `claims` are the ids of what quotes them: a fact's own, `honours.0`, `projects.1`, `left_out.2`. `look`: `number` is
    what a fact rests on, `left_out`, `open` what nothing accounts for.
    """

    at: int
    text: str
    claims: tuple[str, ...] = ()
    look: str = ""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A line that is not blank, by its number in its file. `file`: where one begins."""

    number: int
    stretches: tuple[Stretch, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands beside the pages. `share`: how much of the article is accounted for; `left`: how much is not."""

    lines: tuple[ArticleLine, ...] = ()
    share: str = ""
    left: int = 0


def panel(workshop: Workshop, name: str) -> Panel:
    """The articles that a publication rests on. Raises ContentError where one of them cannot be read."""
    library = workshop.library
    if name != SUMMARY:
        if name not in library.contents:
            raise ContentError(library.problems)
        return _of(workshop.case(*library.contents[name]))
    found = [_of(workshop.case(*library.contents[each]), f"{each}.") for each in workshop.summary.order]
    return Panel(tuple(line for one in found for line in one.lines), "", sum(one.left for one in found))


def _of(case: Case, before: str = "") -> Panel:
    stated = coverage.stated(case)
    looks = [(one.span, "left_out" if one.state == "left_out" else "open") for one in stated if not _is_told(one)]
    looks += [(span, "number") for fact in case.content.facts.values() if (span := _number(case, fact))]
    claims = [(span, f"{before}{id}") for id, part in _parts(case) for span in case.quoted(part)[:1]]
    lines = tuple(_lines(case.article, claims, looks))
    return Panel(lines, str(coverage.share(case)), sum(look == "open" for _, look in looks))


def _is_told(one: coverage.Accounted) -> bool:
    return one.state in ("printed", "evidence")


def _number(case: Case, fact: Fact) -> Span | None:
    found = None if fact.derived else case.numeral(fact)
    return (found.start, found.end) if found else None


def _parts(case: Case) -> Iterator[tuple[str, Quoting]]:
    content = case.content
    yield from ((id, fact) for id, fact in content.facts.items() if fact.derived is None)
    yield from ((f"honours.{i}", honour) for i, honour in enumerate(content.honours))
    yield from ((f"projects.{i}", project) for i, project in enumerate(content.projects))
    yield from ((f"left_out.{i}", left) for i, left in enumerate(content.left_out))


def _lines(article: Article, claims: list[tuple[Span, str]], looks: list[tuple[Span, str]]) -> Iterator[ArticleLine]:
    quoted = [(*_place(article, span), id) for span, id in claims]
    looking = [(*_place(article, span), look) for span, look in looks]
    start = 0
    for part in article.each:
        told, at = False, start
        for number, line in enumerate(part.text.split("\n"), 1):
            if line.strip():
                stretches = tuple(_stretches(article.text, at, at + len(line.rstrip()), quoted, looking))
                yield ArticleLine(number, stretches, "" if told else part.name)
                told = True
            at += len(line) + 1
        start += len(part.text) + len(SEAM)


def _place(article: Article, span: Span) -> Span:
    """Of the bare text in the text as received."""
    origin = article.bare.origin
    return origin[span[0]], origin[span[1] - 1] + 1


def _stretches(
    text: str, start: int, end: int, quoted: list[tuple[int, int, str]], looking: list[tuple[int, int, str]]
) -> Iterator[Stretch]:
    edges = {edge for a, b, _ in (*quoted, *looking) for edge in (a, b) if start < edge < end}
    for a, b in pairwise(sorted({start, end} | edges)):
        claims = tuple(id for first, last, id in quoted if first <= a < last)
        look = next((look for first, last, look in reversed(looking) if first <= a < last), "")
        yield Stretch(a, text[a:b], claims, look)
