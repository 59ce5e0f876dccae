"""quote: the words under `quote` stand in the article, once.

Passes:  quote: 各级网格共排查各类隐患5400余条
Fails:   quote: 各级网格共排查各类隐患4500余条      (the article says 5400)

White space, full or half width and the style of quotation marks never matter. Where the words stand more than once,
`prefix` and `suffix` tell which are meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "quote"


def check(case: Case) -> Iterator[Problem]:
    keys = (None, *case.content.articles)
    for path, part in quoting(case):
        spans, key = case.quoted(part), getattr(part, "article", None)
        if key not in keys:
            help = say("quote.articles", keys=", ".join(case.content.articles))
            yield case.problem(NAME, say("quote.no_article", key=key), (*path, "article"), help=help)
        elif not spans and (found := case.article.find(part.quote, part.prefix, part.suffix)):  # type: ignore[attr-defined]
            other, file = keys[case.article.number(found[0][0])], case.article.name_at(found[0][0])
            help = say("quote.says_which", key=other) if other else say("quote.says_none")
            yield case.problem(NAME, say("quote.elsewhere", file=file), (*path, "quote"), help=help)
        elif not spans:
            yield missing(case, NAME, (*path, "quote"), part.quote)  # type: ignore[attr-defined]
        elif len(spans) > 1:
            yield case.problem(NAME, say("quote.several", n=len(spans)), (*path, "quote"), help=say("quote.tell_apart"))


def quoting(case: Case) -> Iterator[tuple[Path, object]]:
    """Every part of the content that quotes the article."""
    content = case.content
    yield from ((("facts", id), fact) for id, fact in content.facts.items() if fact.quote)
    for key in ("projects", "honours", "left_out"):
        yield from (((key, i), part) for i, part in enumerate(getattr(content, key)))


def missing(case: Case, rule: str, path: Path, quote: str) -> Problem:
    """Words that the article does not have, with those that come nearest and where they differ."""
    nearest, wanted = case.article.nearest(quote), bare(quote).text
    at = nearest.at
    problem = case.problem(rule, say("quote.unsaid"), path)
    notes = [("nearest", nearest.passage)]
    if at < len(wanted):
        found, here = nearest.passage[at : at + 1], {"n": at + 1, "quote": wanted[at]}
        text = say("quote.differs", article=found, **here) if found else say("quote.ends", **here)
        notes.append(("differs", text))
    return Problem(problem.rule, problem.message, problem.place, notes=tuple(notes))
