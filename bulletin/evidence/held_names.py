"""The names that an English text spells, held against its Chinese, and those of the Chinese against the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bulletin.content.model import Both, Term
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.romanised import unborne, unsaid
from bulletin.messages import say
from bulletin.problems import Problem

_HEADING = 60
"""Characters of a line that is no heading any more."""


def misread(rule: str, case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """Names of the English that the Chinese has not, and no head of its article: the glossary's are the glossary's."""
    for name in unborne(text.zh, case.names.blank_en(text.en, text.zh), _heads(case)):
        yield case.problem(rule, say("names.misread", name=name), (*path, "en"), name if name in text.en else "")


def misread_terms(rule: str, case: Texts, terms: Sequence[Term]) -> Iterator[Problem]:
    """Terms whose English spells another name than their Chinese."""
    for i, term in enumerate(terms):
        for name in (
            one for en in (term.en, *term.also) for one in unborne(" ".join((term.zh, *term.zh_also)), en, "")
        ):
            yield case.problem(rule, say("names.misread", name=name), ("terms", i), name)


def made_up(rule: str, case: Texts, path: Path, text: Both) -> Iterator[Problem]:
    """Names of the Chinese that the article has not, nor is the place one, or what it lies within."""
    for name in unsaid(text.zh, text.en, _said(case)) if path[-1] != "credit" else ():  # who took the photograph
        yield case.problem(rule, say("names.made_up", name=name), (*path, "zh"), name if name in text.zh else "")


@lru_cache(maxsize=64)
def _heads(case: Texts) -> str:
    """What a reader knows before the first sentence: places, newspapers, titles, reporters."""
    found = [_heads(one) for one in case.beside.values()]
    if isinstance(case, Case):
        content = case.content
        found += _places(case)
        for source in content.sources if hasattr(content, "source") else ():  # a worksheet has none at first
            found += [part.zh for part in (source.headline, source.byline, source.published) if part]
        found += [line for one in case.article.each for line in _headings(one)]
    return "\n".join(found)


def _places(case: Case) -> list[str]:
    """A worksheet does not know them at first."""
    known = (getattr(case.content, key, None) for key in ("place", "within"))
    return [one.zh for one in known if one]


def _headings(article: Article) -> Iterator[str]:
    for line in article.text.split("\n"):
        if len(line) > _HEADING:
            return
        yield line


@lru_cache(maxsize=64)
def _said(case: Texts) -> str:
    found = [_said(one) for one in case.beside.values()]
    if isinstance(case, Case):
        found += [case.article.bare.text, *_places(case)]
    return "\n".join(found)
