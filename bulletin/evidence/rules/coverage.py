"""coverage: every number, honour and named project of the article is used, or left out with a reason.

Passes:  left_out: [{quote: 规范机动车停放5辆, why: implausibly small; nothing rests on it}]
Fails:   (the article says 5辆 and nothing in the file does)

A number is used by its own fact; an honour and a project by an entry of their own, whatever else quotes the sentence.
What is left out lies within a left-out quote, and is used nowhere else. A number inside a phrase of the glossary or in
the name of a listed honour is part of the name. What is missing is a warning, with `--strict` an error; what is listed
twice is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Literal, TypeVar

from bulletin.content.model import Fact, Honour, Project
from bulletin.evidence import named
from bulletin.evidence.case import Case, Span
from bulletin.evidence.rules import period
from bulletin.evidence.rules.unused import shown
from bulletin.evidence.scan import unseen
from bulletin.messages import listed, say
from bulletin.problems import Problem

NAME = "coverage"
Entry = TypeVar("Entry", Honour, Project)
What = Literal["number", "honour", "project", "unread"]
State = Literal["printed", "evidence", "left_out"]
_STOP = re.compile(r"[。;!?]")
_KEYS = {"number": "facts", "unread": "facts", "honour": "honours", "project": "projects"}


@dataclass(frozen=True)
class Share:
    """What the article states: on the pages, only in the evidence page, left out with a reason, and altogether."""

    printed: int
    evidence: int
    left_out: int
    total: int

    @property
    def used(self) -> int:
        return self.printed + self.evidence + self.left_out

    @property
    def short(self) -> str:
        """27+2+4/33: printed, only in the evidence, left out, of all."""
        return f"{self.printed}+{self.evidence}+{self.left_out}/{self.total}"

    def __str__(self) -> str:
        return say("coverage.share", used=self.used, **vars(self))


@dataclass(frozen=True, slots=True)
class Accounted:
    """What the article states; None where nothing accounts for it. `used`: by a fact, or by an entry of its own."""

    span: Span
    what: What
    state: State | None
    used: bool


def check(case: Case) -> Iterator[Problem]:
    found = stated(case)
    yield from _missing(case, [one for one in found if one.state is None])
    yield from (problem for key in ("honours", "projects") for problem in _twice(case, key))
    for i, part in enumerate(case.content.left_out):
        quote = case.quoted(part)[:1]
        inside = [one for one in found if one.used and _holds(quote, one.span)]
        if inside:
            what = say("coverage.used_as_well", words=_words(case, inside))
            yield case.problem(NAME, what, ("left_out", i, "quote"), level="warning")
    for i, honour in enumerate(case.content.honours):
        if sum(_meet(case.quoted(honour)[:1], one) for one in named.honours(case.article)) > 1:
            yield case.problem(NAME, say("coverage.several_honours"), ("honours", i, "quote"))


def share(case: Case) -> Share:
    """Numbers, honours and projects accounted for, out of all."""
    return _share(stated(case))


def shares(case: Case) -> dict[str, Share]:
    """The same for each article by its file, in order."""
    article, found = case.article, stated(case)
    if not article.parts:
        return {article.name: _share(found)}
    numbers = [article.number(one.span[0]) for one in found]
    return {
        part.name: _share([one for one, at in zip(found, numbers, strict=True) if at == n])
        for n, part in enumerate(article.each)
    }


def by_name(name: str, shares: Mapping[str, Share]) -> dict[str, Share]:
    """A content file's share; one an article where it has several."""
    return {name if len(shares) == 1 else f"{name}, {file}": share for file, share in shares.items()}


def _share(found: list[Accounted]) -> Share:
    states = [one.state for one in found]
    return Share(states.count("printed"), states.count("evidence"), states.count("left_out"), len(states))


@lru_cache(maxsize=16)
def stated(case: Case) -> list[Accounted]:
    """What the article states, in its order."""
    left = [span for part in case.content.left_out for span in case.quoted(part)[:1]]
    honours = named.honours(case.article)
    listed = _matched(case, honours, case.content.honours)
    found = [*_numbers(case, left), *_projects(case, left)]
    found += [_of(span, "honour", "printed" if span in listed else None, span, left) for span in honours]
    return sorted(found, key=lambda one: (one.span, one.what))


def _of(span: Span, what: What, used: State | None, core: Span, left: Sequence[Span]) -> Accounted:
    return Accounted(span, what, used or ("left_out" if _holds(left, core) else None), used is not None)


def _numbers(case: Case, left: Sequence[Span]) -> Iterator[Accounted]:
    """A date is also used as the year of an honour (2017年先进单位), or as a period that has no year (前三季度)."""
    facts = [(id, fact) for id, fact in case.content.facts.items() if fact.derived is None]
    resting = {n: id for id, fact in reversed(facts) if (n := case.numeral(fact))}
    years = [(str(one.year), case.quoted(one)[:1]) for one in case.content.honours]
    periods = {fact.period.at for _, fact in facts if fact.period and (fact.period.at or "").startswith("-- ")}
    printed = shown(case)
    when = {span for _, fact in facts for span in _periods(case, fact)}
    for n in case.article.numerals:
        used: State | None = None
        if n in resting:
            used = "printed" if resting[n] in printed else "evidence"
        elif n.soft or case.in_name(n):
            continue
        elif n.date and (n.date in periods or any(y == n.date[:4] and _holds(at, n.digits) for y, at in years)):
            used = "printed"
        one = _of((n.start, n.end), "number", used, n.digits, left)
        told = any(_holds([span], one.span) for span in when) or n.end <= case.article.masthead
        yield replace(one, state="evidence") if one.state is None and told else one
    for span in unseen(case.article, case.bare_names):
        yield _of(span, "unread", None, span, left)


def _periods(case: Case, fact: Fact) -> list[Span]:
    """The dates of a fact's quote that are its period already."""
    found = period.read(case, fact) if fact.period and fact.period.stated else None
    return [span for span in found.spans if _holds(case.quoted(fact)[:1], span)] if found and not found.missing else []


def _projects(case: Case, left: Sequence[Span]) -> Iterator[Accounted]:
    """Each project once; where it is named again, by the same name, nothing more is asked."""
    works, entries = named.works(case.article), case.content.projects
    listed = _matched(case, [one.span for one in works if one.own], entries)
    for one in works:
        on = next((entry for entry in entries if not one.own and _meet(case.quoted(entry)[:1], one.span)), None)
        listed |= {one.span: on} if on else {}
    known = [one for one in works if one.span in listed or _holds(left, one.span)]
    for one in works:
        if one in known or not any(named.again(case.article, one, other) for other in known):
            known.append(one)
            entry = listed.get(one.span)
            used: State | None = ("printed" if entry.tracked else "evidence") if entry else None
            yield _of(one.span, "project", used, one.span, left)


def _matched(case: Case, spans: Sequence[Span], entries: Sequence[Entry]) -> dict[Span, Entry]:
    """The entry of each span that its quote meets, no entry twice: the quote that ends first is given away first."""
    free = sorted(((span[1], i) for i, entry in enumerate(entries) for span in case.quoted(entry)[:1]))
    found = dict[Span, Entry]()
    for span in sorted(spans):
        first = next((one for one in free if _meet(case.quoted(entries[one[1]])[:1], span)), None)
        if first:
            free.remove(first)
            found[span] = entries[first[1]]
    return found


def _missing(case: Case, found: list[Accounted]) -> Iterator[Problem]:
    """One problem for what one sentence leaves open of one kind."""
    text = case.article.bare.text
    for (what, _), group in groupby(found, key=lambda one: (one.what, len(_STOP.findall(text, 0, one.span[0])))):
        missing = list(group)
        first, last = missing[0].span[0], missing[-1].span[1]
        line, column = case.article.line_and_column(first)
        key = next((key for key in (_KEYS[what], "left_out") if getattr(case.content, key)), "facts")
        context = f"…{text[max(0, first - 12) : last + 10]}…   (seeds/{case.article.name_at(first)}:{line}:{column})"
        lacks = say(f"coverage.{what}", n=len(missing), words=_words(case, missing))
        yield Problem(NAME, lacks, case.parsed.key_place((key,)), "warning", (("article", context),))


def _twice(case: Case, key: str) -> Iterator[Problem]:
    """By the same words of the article; an honour also by its name, or by what it quotes of a list, in one year."""
    seen = set[object]()
    for i, part in enumerate(getattr(case.content, key)):
        spans: list[Span] = case.quoted(part)[:1]
        same = set[object](spans)
        if isinstance(part, Honour):
            listed = [one for one in named.honours(case.article) if _meet(spans, one)]
            same |= {(what, part.year) for what in (part.name.zh, *listed)}
        if same & seen:
            yield case.problem(NAME, say("coverage.twice", name=part.name.zh), (key, i))
        seen |= same


def _words(case: Case, found: Sequence[Accounted]) -> str:
    return listed(case.article.bare.text[slice(*one.span)] for one in found)


def _holds(spans: Sequence[Span], inner: Span) -> bool:
    return any(start <= inner[0] and inner[1] <= end for start, end in spans)


def _meet(spans: Sequence[Span], other: Span) -> bool:
    return any(start < other[1] and other[0] < end for start, end in spans)
