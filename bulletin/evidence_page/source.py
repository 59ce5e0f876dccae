"""An article as the page shows it: its lines, cut where a quote, a number or a slogan begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bulletin.evidence.article import SEAM, Article, bare
from bulletin.evidence.numerals import find_numerals
from bulletin.evidence.verify import Verified
from bulletin.evidence_page.claims import CheckItem, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line in which nothing changes. `claims` rest on it, `begins` are those whose quote starts here.

    `look`: number (a fact rests on it), left_out, slogan, open (a number that nothing accounts for); `title` says why.
    """

    text: str
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    look: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the article's file that is not blank; `number` counts from 1. `file`: where one of several begins."""

    number: int
    segments: tuple[Segment, ...]
    file: str = ""


@dataclass
class _Layer:
    """Marks over the characters of the article as received."""

    claims: list[set[str]]
    begins: dict[int, list[str]] = field(default_factory=dict)
    look: dict[int, dict[str, str]] = field(default_factory=dict)
    cuts: set[int] = field(default_factory=set)


def source_lines(verified: Verified, claims: Sequence[CheckItem], *, whole: bool = True) -> tuple[SourceLine, ...]:
    """`whole`: the claims account for all of the article, so what is left open is marked too."""
    article = verified.article
    layer = _Layer([set() for _ in article.text])
    for claim in claims:
        _lay_claim(layer, article, claim)
    slogans = list(_slogans(verified))
    for span, english in slogans:
        _lay_look(layer, article, span, "slogan", english)
    if whole:
        closed = [span for span, _ in slogans] + [claim.number for claim in claims if claim.number]
        closed += [claim.span for claim in claims if claim.span and claim.kind in ("left_out", "honour")]
        for numeral in article.numerals:
            span = (numeral.start, numeral.end)
            if not numeral.soft and not any(span[0] < end and start < span[1] for start, end in closed):
                _lay_look(layer, article, span, "open", "")
    return tuple(_numbered(article, _lines(article.text, layer)))


def _numbered(article: Article, lines: Iterator[SourceLine]) -> Iterator[SourceLine]:
    """Of several articles, each has its own numbers; what stands between them is left away."""
    if not article.parts:
        yield from lines
        return
    starts, at = [], 1
    for part in article.parts:
        starts.append((at, at + part.text.count("\n"), part.name))
        at += part.text.count("\n") + SEAM.count("\n")
    told = set[str]()
    for line in lines:
        for first, last, name in starts:
            if first <= line.number <= last:
                yield replace(line, number=line.number - first + 1, file="" if name in told else name)
                told.add(name)


def _lay_claim(layer: _Layer, article: Article, claim: CheckItem) -> None:
    if claim.span is None:
        return
    start, end = _place(article, claim.span)
    for at in range(start, end):
        layer.claims[at].add(claim.id)
    layer.begins.setdefault(start, []).append(claim.id)
    layer.cuts |= {start, end}
    if claim.number:
        _lay_look(layer, article, claim.number, "number", "")
    if claim.kind == "left_out":
        _lay_look(layer, article, claim.span, "left_out", claim.title.zh or claim.title.en)


def _lay_look(layer: _Layer, article: Article, span: Span, look: str, title: str) -> None:
    start, end = _place(article, span)
    for at in range(start, end):
        layer.look.setdefault(at, {})[look] = title
    layer.cuts |= {start, end}


def _place(article: Article, span: Span) -> Span:
    origin = article.bare.origin
    return origin[span[0]], origin[span[1] - 1] + 1


def _slogans(verified: Verified) -> Iterator[tuple[Span, str]]:
    """Phrases of the glossary that are slogans, or whose numbers count nothing, the longest first."""
    text, taken = verified.article.bare.text, set[int]()
    forms = {bare(form).text: term for term in verified.glossary.terms for form in (term.zh, *term.zh_also)}
    for form, term in sorted(forms.items(), key=lambda item: (-len(item[0]), item[0])):
        if term.kind != "slogan" and not any(not numeral.soft for numeral in find_numerals(form)):
            continue
        start = text.find(form)
        while start >= 0:
            span = range(start, start + len(form))
            if not taken & set(span):
                taken |= set(span)
                yield (start, start + len(form)), term.en
            start = text.find(form, start + 1)


def _lines(text: str, layer: _Layer) -> Iterator[SourceLine]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield SourceLine(number, tuple(_segments(text, layer, start, start + len(line.rstrip()))))
        start += len(line) + 1


def _segments(text: str, layer: _Layer, start: int, end: int) -> Iterator[Segment]:
    cuts = sorted({start, end} | {cut for cut in layer.cuts if start < cut < end})
    for a, b in pairwise(cuts):
        look = layer.look.get(a, {})
        title = next((title for title in look.values() if title), "")
        yield Segment(text[a:b], tuple(sorted(layer.claims[a])), tuple(layer.begins.get(a, ())), tuple(look), title)
