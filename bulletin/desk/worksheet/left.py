"""What a bulletin does not use as a number: slogans, orders, page furniture; and the short quotes that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bulletin.desk.worksheet.facts import Unusable
from bulletin.desk.worksheet.quotes import Clauses, Quote
from bulletin.evidence.article import Article
from bulletin.evidence.case import Span
from bulletin.evidence.numerals import Numeral

_QUOTED = re.compile(r'"[^"\n]{1,16}"|“[^“”\n]{1,16}”|「[^「」\n]{1,16}」|『[^『』\n]{1,16}』')
_SPEECH = re.compile(r"^.[,，、。；;：:]|[,，。；;：:].$")
_LATIN = re.compile(r"[A-Za-z0-9]{2}")
_BESIDE = 4
"""Bare characters up to which two numbers share an entry, and by which a quote grows on either side."""
_CLAUSE = 24
"""Bare characters up to which a clause is quoted whole."""
SLOGAN, FURNITURE = "the number of a slogan or a name", "page furniture"


@dataclass(frozen=True, slots=True)
class LeftStub:
    """An entry of left_out."""

    quote: Quote
    why: str


def slogans(article: Article) -> tuple[Span, ...]:
    """Short words between quotation marks, as bare spans."""
    place = {at: i for i, at in enumerate(article.bare.origin)}
    found = [match.span() for match in _QUOTED.finditer(article.text) if not _SPEECH.search(match[0])]
    return tuple((place[a], place[b - 1] + 1) for a, b in found if a in place and b - 1 in place)


def is_furniture(article: Article, numeral: Numeral) -> bool:
    """第13版, 2020-11/18/13: what a web page or a newspaper page says of itself."""
    text = article.bare.text
    before, behind = text[max(0, numeral.start - 3) : numeral.start], text[numeral.end : numeral.end + 3]
    slashed = before[-1:] in ("/", "_") or behind[:1] in ("/", "_")
    page = numeral.kind == "ordinal" and behind.startswith("版")
    return slashed or page or before.endswith("一版") or behind.startswith("下一版")


def sorted_out(article: Article, numerals: Iterable[Numeral]) -> tuple[list[Numeral], list[Unusable]]:
    """Those that may be facts, and the slogans and the furniture."""
    quoted, may, not_used = slogans(article), list[Numeral](), list[Unusable]()
    for numeral in numerals:
        if is_furniture(article, numeral):
            not_used.append(Unusable(numeral, FURNITURE))
        elif any(a <= numeral.start and numeral.end <= b for a, b in quoted):
            not_used.append(Unusable(numeral, SLOGAN))
        else:
            may.append(numeral)
    return may, not_used


def left_out(unused: Sequence[Unusable], passages: Clauses) -> list[LeftStub]:
    """One entry for numbers that stand side by side for the same reason."""
    quoted = slogans(passages.article)
    spans: list[tuple[Span, str]] = []
    for one in sorted(unused, key=lambda one: one.numeral.start):
        span = _grown((one.numeral.start, one.numeral.end), passages, quoted)
        if spans and spans[-1][1] == one.why and _joins(spans[-1][0], span, passages):
            spans[-1] = ((spans[-1][0][0], max(span[1], spans[-1][0][1])), one.why)
        else:
            spans.append((span, one.why))
    return [LeftStub(passages.pinned(span), why) for span, why in spans]


def _joins(before: Span, span: Span, passages: Clauses) -> bool:
    between = [w for w in passages.whole if before[1] <= w[0] and w[1] <= span[0]]
    return span[0] - before[1] <= _BESIDE and not between


def _grown(span: Span, passages: Clauses, quoted: Iterable[Span]) -> Span:
    """The slogan with its marks; or some characters more on both sides, not into another number."""
    for words in quoted:
        if words[0] <= span[0] and span[1] <= words[1]:
            return words
    text = passages.article.bare.text
    first, last = passages.clause(span)
    first = max([first, *(b for _, b in passages.whole if b <= span[0])])
    last = min([last, *(a for a, _ in passages.whole if a >= span[1])])
    start, end = max(first, span[0] - _BESIDE), min(max(last, span[1]), span[1] + _BESIDE)
    if last - first <= _CLAUSE:  # cut anywhere it may lose a 不
        start, end = first, max(last, end)
    while first < start and _LATIN.fullmatch(text, start - 1, start + 1):
        start -= 1
    while end < last and _LATIN.fullmatch(text, end - 1, end + 1):
        end += 1
    start, end = passages.trimmed((start, end))
    start, end = min(start, span[0]), max(end, span[1])
    others = (n for n in passages.article.numerals if n.end <= span[0] or span[1] <= n.start)
    return span if any(start < n.end and n.start < end for n in others) else (start, end)


def occurrences(spans: Iterable[Span], why: str, passages: Clauses) -> Iterator[LeftStub]:
    """An entry for each of these spans."""
    yield from (LeftStub(passages.pinned(span), why) for span in spans)
