"""pulled: words that are quoted letter for letter stand in the article, in whole clauses, as their speaker's.

Passes:  text: {zh: 3个游园都在街边，走几步就到。, en: …}     of: [near]     by: {zh: 居民王芳, en: …}
Fails:   text: {zh: 3个游园都在街边，走几步就有。, en: …}     (the article: 走几步就到)
Fails:   text: {zh: 游园都在街边, en: …}                     (it begins in the middle of a clause)

White space, width and the style of quotation marks do not matter; nothing else may differ. A quote may hold the
article's numbers: they are no words of ours. Each is the number of a fact under `of`, which leads it to the evidence,
and the English has it as well (rule parity). Who is named by `by` is named so in the article, near these words; what
somebody says there names who says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.model import Quoted
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case, Span
from bulletin.evidence.rules.quote import missing
from bulletin.messages import say
from bulletin.plates.pull_quote.model import PullQuote
from bulletin.problems import Problem

NAME = "pulled"
NEAR = 60
"""Characters of the article between the words and the name of who says them."""
_EDGES = frozenset(",。;:!?、\"'…—()《》【】")


def check(case: Case) -> Iterator[Problem]:
    for path, part in case.parts:
        if isinstance(part, Quoted) and not case.article.find(part.zh):
            yield missing(case, NAME, (*path, "zh"), part.zh)
        elif isinstance(part, PullQuote) and (spans := case.article.find(part.text.zh)):
            # where the article says it twice, it is meant where it is right
            yield from min((list(_amiss(case, path, part, span)) for span in spans), key=len)


def _amiss(case: Case, path: Path, part: PullQuote, span: Span) -> Iterator[Problem]:
    at, text = (*path, "text", "zh"), case.article.bare.text
    if not _is_whole(case, span):
        around = text[max(0, span[0] - 6) : span[1] + 6]
        yield case.problem(NAME, say("pulled.cut", around=around), at, help=say("pulled.whole"))
    yield from _numbers(case, path, part, span)
    if part.by is None and _is_spoken(case, span):
        yield case.problem(NAME, say("pulled.unnamed"), at, help=say("pulled.by"))
    if part.by and (named := case.article.find(part.by.zh)):
        far = min(max(one[0] - span[1], span[0] - one[1], 0) for one in named)
        if far > NEAR:
            yield case.problem(NAME, say("pulled.far", name=part.by.zh), (*path, "by", "zh"))


def _is_spoken(case: Case, span: Span) -> bool:
    """Do the words stand in what somebody says: behind a colon, between quotation marks of the same line?"""
    text = case.article.bare.text
    line = text[max((start for start in case.article.lines if start <= span[0]), default=0) : span[0]]
    return line.count('"') % 2 == 1 and line[: line.rindex('"')].endswith(":")


def _is_whole(case: Case, span: Span) -> bool:
    """Do the words begin and end where a clause of the article does? Half a clause can say the opposite."""
    text, lines = case.article.bare.text, case.article.lines
    begins = span[0] in lines or text[span[0] - 1] in _EDGES
    return begins and (span[1] in lines or span[1] == len(text) or bool({text[span[1] - 1], text[span[1]]} & _EDGES))


def _numbers(case: Case, path: Path, part: PullQuote, span: Span) -> Iterator[Problem]:
    """Each number is a fact's that the plate names, and the plate names no other."""
    resting = {id: case.numeral(case.known[id]) for id in part.of if id in case.known}
    for numeral in case.inside(span):
        if numeral not in resting.values() and not (numeral.soft or case.in_name(numeral)):
            message = say("pulled.number", number=numeral.text)
            yield case.problem(NAME, message, (*path, "text", "zh"), numeral.text, help=say("pulled.of"))
    for n, id in enumerate(part.of):
        if id in resting and resting[id] not in case.inside(span):
            yield case.problem(NAME, say("pulled.elsewhere", id=id), (*path, "of", n))
