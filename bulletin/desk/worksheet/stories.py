"""A first set of stories: one a section of the article, its sentences with their facts placed, the English a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bulletin.content.model import Both
from bulletin.content.prose import references
from bulletin.desk.worksheet.facts import FactStub, end_of
from bulletin.desk.worksheet.quotes import Clauses
from bulletin.desk.worksheet.spoken import Spoken, spoken
from bulletin.desk.worksheet.wording import TODO, Wording, gap, is_clean, wide, wording
from bulletin.evidence.case import Case, Span
from bulletin.evidence.numerals import Numeral

_FULL_STOP = re.compile(r"[。!?](?:\"|')?|;(?=\")|$")
_HEAD = 28
"""Bare characters up to which a line without a full stop is a heading."""
_WRAPPED = 80
"""Characters of the longest line up to which lines end where the paper's did; beyond, a line is a paragraph."""
_ENOUGH = 5
"""Facts from which a story of an article without headings goes on to the next."""
_SENTENCE = 12
"""Bare characters of a sentence that may open an article."""
_BY = re.compile("记者|通讯员|本报讯|来源|编辑|摄影")
_DATELINE = re.compile(r"(?:本报|本网)?(?:讯|消息)\([^)]{2,30}\)|(?:本报|本网)讯|\((?:本报)?记者[^)]{2,24}\)")
_SAID = re.compile('[^,。;:!?"]{2,40}?(?:一边[^。;:!?"]{2,16},一边)?(?:说|表示|告诉|介绍|感慨|坦言|回忆|称赞)')
"""Who says it goes with what is said."""
_NEW_PARAGRAPH = 90
"""Chinese characters from which a paragraph of a story is full."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A story: its heading in the article, paragraphs in both languages, and what somebody says there."""

    heading: Wording
    paragraphs: tuple[Wording, ...]
    spoken: tuple[Spoken, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """Those that stand in it, in order."""
        return tuple(ref.id for text in self.paragraphs for ref in references(text.zh))


def stories(case: Case, passages: Clauses, facts: Mapping[str, FactStub]) -> list[Proposed]:
    """Those of sections that state facts, in the order of the article; the first begins as the article does."""
    found: list[Proposed] = []
    opening, ahead = _opening(case), list[Wording]()
    said = list(spoken(case, passages, facts))
    sections = list(_sections(case, facts))
    headed = any(heading for heading, _ in sections)
    for heading, bodies in sections if headed else _joined(sections, facts):
        texts = [*ahead, *_paragraphs(case, passages, facts, bodies, opening)]
        if not any(references(text.zh) for text in texts):
            ahead = texts
            continue
        ahead = []
        title = wording(case, passages.written(heading)) if heading else Wording()
        there = tuple(one for one in said if any(a <= one.span[0] < b for a, b in bodies))
        found.append(Proposed(title, tuple(texts), there))
    return found


def _opening(case: Case) -> Span | None:
    """The first sentence of the article's own text."""
    text = case.article.bare.text
    for body in pairwise([*sorted({0, *case.article.paragraphs}), len(text)]):
        for span in _sentences(text, body):
            if said := _DATELINE.match(text, *span):
                span = said.end(), span[1]
            words = text[slice(*span)]
            if words[-1:] in "。!?" and len(words) >= _SENTENCE and not _BY.search(words):
                return span
    return None


Section = tuple[Span | None, list[Span]]


def _sections(case: Case, facts: Mapping[str, FactStub]) -> Iterator[Section]:
    """Headings, each with the paragraphs below it; lines above the first paragraph are the article's own head."""
    text = case.article.bare.text
    longest = max(map(len, case.article.text.split("\n")))
    starts = case.article.lines if longest > _WRAPPED else case.article.paragraphs
    edges = [*sorted({0, *starts}), len(text)]
    heading: Span | None = None
    bodies: list[Span] = []
    begun = False
    for span in pairwise(edges):
        if not _is_heading(text[slice(*span)]):
            begun = True
            bodies.append(span)
        elif begun:
            if bodies:
                yield heading, bodies
                bodies = []
            heading = span
    if bodies:
        yield heading, bodies


def _is_heading(line: str) -> bool:
    return len(line) <= _HEAD and not re.search(r"[。;!?,:]\"?$|记者|通讯员", line)


def _joined(sections: list[Section], facts: Mapping[str, FactStub]) -> Iterator[Section]:
    """Without headings: paragraphs in turn, as many as make a story."""
    bodies: list[Span] = []
    for span in (span for _, spans in sections for span in spans):
        bodies.append(span)
        if sum(a <= fact.numeral.start < b for a, b in bodies for fact in facts.values()) >= _ENOUGH:
            yield None, bodies
            bodies = []
    if bodies:
        yield None, bodies


def _paragraphs(
    case: Case, passages: Clauses, facts: Mapping[str, FactStub], bodies: list[Span], opening: Span | None
) -> list[Wording]:
    """The sentences that state facts, joined to paragraphs; and the one that opens the article."""
    texts: list[Wording] = []
    for body in bodies:
        open_text, open_ids = "", list[str]()
        for span in _sentences(case.article.bare.text, body):
            if opening and span[1] == opening[1]:
                span = opening
            ids = [id for id, fact in facts.items() if span[0] <= fact.numeral.start < span[1]]
            zh = _placed(passages, span, {id: facts[id] for id in ids}) if ids or span == opening else ""
            plain = re.sub("<[^<>]*>", "<x>", zh)
            if not zh or not is_clean(case, Both(zh=plain, en=_english(case, plain, ["x"])), compared=False):
                continue
            if open_text and len(open_text) > _NEW_PARAGRAPH:
                texts.append(Wording(open_text, _english(case, open_text, open_ids)))
                open_text, open_ids = "", []
            open_text, open_ids = open_text + zh, open_ids + ids
        if open_text:
            texts.append(Wording(open_text, _english(case, open_text, open_ids)))
    return texts


def _sentences(text: str, body: Span) -> Iterator[Span]:
    start = body[0]
    paired = text.count('"', *body) % 2 == 0
    for match in _FULL_STOP.finditer(text, *body):
        opens = paired and match[0].endswith('"') and text.count('"', body[0], match.start()) % 2 == 0
        end = match.end() - opens  # 近1200人。“吃饭难”曾是…: the mark belongs to what follows
        if end > start and not (not opens and match[0].endswith('"') and _SAID.match(text, end, body[1])):
            yield start, end
            start = end


def _placed(passages: Clauses, span: Span, facts: Mapping[str, FactStub]) -> str:
    """The article's sentence in full width, each number with its unit a reference."""
    pieces, at = list[str](), span[0]
    for id, fact in facts.items():
        start, end = _extent(fact.numeral, end_of(fact, passages.article))
        pieces += [passages.written((at, start)), f"<{id}>"] if start >= at else [f"<{id}>"]
        at = max(at, end)
    return wide("".join([*pieces, passages.written((at, span[1]))]).strip())


def _extent(numeral: Numeral, end: int) -> Span:
    return numeral.start, end


def _english(case: Case, zh: str, ids: list[str]) -> str:
    """References in the order of the Chinese, and the English of its terms."""
    terms = gap(case, re.sub("<[^<>]*>", "", zh)).removeprefix(TODO).strip()
    return " ".join(part for part in (TODO, *(f"<{id}>" for id in ids), f"({terms})" if terms else "") if part)
