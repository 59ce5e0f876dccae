"""instead: what the article says of one — a name, a phase, how often, who — no text says of another.

Passes:  zh: 普乐天地正建主体                   (普乐天地…正在主体建设;…苑陵商场正在进行内部装修)
Fails:   zh: 苑陵商场正建主体
Fails:   zh: 每月巡查                          (每天巡查、每周督查)
Fails:   zh: 开工后征求意见                      (开工前征求居民意见)
Fails:   zh: 成人读物占<share>                  (少儿读物占46%)
Fails:   zh: 局长郑岚说                        (副局长郑岚)
Fails:   zh: 小门店带动大单位                   (由大的生产经营单位带动周边小门店)

Of a name, or a phase, the article says what stands in its clauses, up to where another is named; of the rest, what
stands in the same piece. Rare words count most. Who does something to whom is not turned round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import fsum

from bulletin.content.model import Both
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.contrasts import (
    CONTRASTS,
    Member,
    of_another,
    of_another_level,
    phases,
    reversed_in,
    said_of,
    turned_in,
    unlimited_in,
)
from bulletin.evidence.features import pairs
from bulletin.evidence.passages import said_of_names
from bulletin.evidence.rules.around import CLAUSE, REF
from bulletin.evidence.rules.unstated import articles
from bulletin.evidence.slots import other_member, other_noun, other_office
from bulletin.evidence.speakers import given_to_another
from bulletin.messages import say
from bulletin.problems import Level, Problem

NAME = "instead"
_LOOSE = re.compile(
    "逐[步渐]|日[趋渐益]|周[边围]|附近|一带|已经|正在|目前|以来|同时|以及|分别|进行|开展|继续|进一步|为了|其中"
)
"""Of these nothing can be said that is not said of another."""


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.told:
        ones = articles(case, path, text) if path[-1] != "line" else []
        if len(ones) == 1:
            yield from _contrasted(case, ones[0], path, text)
            for clause in CLAUSE.split(text.zh) if path[0] not in ("facts", "honours") else ():
                for piece in _pieces(case, REF.sub("·", clause)):
                    yield from _of_another(case, ones[0], path, piece)


def _contrasted(case: Texts, one: Case, path: Path, text: Both) -> Iterator[Problem]:
    """A phase, how often, who: the article says it of another."""
    article = one.article.bare.text
    for of_slot in (other_noun, other_member, other_office):
        for word, its in of_slot(text.zh, article):
            level: Level = "warning" if of_slot is other_noun else "error"
            yield case.problem(NAME, say("instead.turned", word=word, its=its), (*path, "zh"), word, level=level)
    for name, whose in given_to_another(text.zh, article):
        message = say("instead.of_another", other=whose, name=name) if whose else say("instead.not_of_it", word=name)
        yield case.problem(NAME, message, (*path, "zh"), name)
    named = [form for form, term in case.names.terms_in(text.zh) if term.kind == "name" and not [*phases(form)]]
    zh = bare(_blanked(REF.sub("·", text.zh), named)).text
    counted = _phases_of(article)
    for start, end, member in phases(zh):
        if member not in counted and member[0] in {series for series, _ in counted}:
            yield case.problem(NAME, say("instead.unsaid", word=zh[start:end]), (*path, "zh"))
    for word in reversed_in(zh, article):
        yield case.problem(NAME, say("instead.reversed", word=word), (*path, "zh"), word)
    for word, its in turned_in(zh, article):
        yield case.problem(NAME, say("instead.turned", word=word, its=its), (*path, "zh"), word)
    for clause in CLAUSE.split(zh):
        for word, its in list(unlimited_in(clause, article))[:1]:
            yield case.problem(NAME, say("instead.turned", word=word, its=its), (*path, "zh"), word)
    for word in of_another_level(zh, article):
        yield case.problem(NAME, say("instead.unsaid", word=word), (*path, "zh"), word)
    for contrast in CONTRASTS:
        for word in of_another(zh, said_of(article, contrast), contrast):
            yield case.problem(NAME, say("instead.not_of_it", word=word), (*path, "zh"), word)


def _blanked(zh: str, forms: Iterable[str]) -> str:
    for form in sorted(forms, key=len, reverse=True):
        zh = zh.replace(form, "·")
    return zh


@lru_cache(maxsize=32)
def _phases_of(article: str) -> frozenset[Member]:
    return frozenset(member for *_, member in phases(article))


def _pieces(case: Texts, clause: str) -> list[str]:
    """A clause, cut where it lists; names alone go with what follows them."""
    found = [""]
    for piece in clause.split("、"):
        if pairs(case.names.blank_zh(found[-1])):
            found.append("")
        found[-1] += piece
    return found


def _of_another(case: Texts, one: Case, path: Path, piece: str) -> Iterator[Problem]:
    """The names in a piece: the article has them, and what is said of them it does not say of another."""
    terms = [(form, term) for form, term in case.names.terms_in(piece) if term.kind == "name"]
    around = one.article.bare.text + one.content.place.zh + one.content.within.zh
    for form, term in terms:
        if not any(known in around for known in (term.zh, *term.zh_also)):
            yield case.problem(NAME, say("instead.unsaid", word=form), (*path, "zh"), form)
    said = _of_names(one) if terms else {}
    names = [term.zh for _, term in terms if term.zh in said]
    words = pairs(_LOOSE.sub("·", _blanked(piece, [form for form, _ in terms]))) if names else ()
    if not words:
        return
    own = max(fsum(said[name].get(pair, 0) for pair in words) for name in names)
    share, other = max((fsum(rare.get(pair, 0) for pair in words), name) for name, rare in said.items())
    if share >= (0.9 if own == 0 else 3 * own + 1):
        message = say("instead.of_another", other=other, name=names[0])
        yield case.problem(NAME, message, (*path, "zh"), next(form for form, term in terms if term.zh == names[0]))


@lru_cache(maxsize=8)
def _of_names(case: Case) -> dict[str, dict[str, float]]:
    place = case.content.place.zh + case.content.within.zh
    named = (
        (term.zh, frozenset({term.zh, *term.zh_also} - {form for form in (term.zh, *term.zh_also) if form in place}))
        for term in case.glossary.terms
        if term.kind == "name"
    )
    return _said(case.article.bare.text, tuple(named))


@lru_cache(maxsize=32)
def _said(article: str, named: tuple[tuple[str, frozenset[str]], ...]) -> dict[str, dict[str, float]]:
    return said_of_names(article, {name: forms for name, forms in named if any(form in article for form in forms)})
