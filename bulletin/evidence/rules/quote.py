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
from bulletin.problems import Problem

NAME = "quote"


def check(case: Case) -> Iterator[Problem]:
    for path, part in quoting(case):
        spans = case.quoted(part)
        if not spans:
            yield _missing(case, (*path, "quote"), part.quote)  # type: ignore[attr-defined]
        elif len(spans) > 1:
            yield case.problem(
                NAME,
                f"the quote stands {len(spans)} times in the article",
                (*path, "quote"),
                help="make it longer, or add prefix: or suffix: with the words before or after it",
            )


def quoting(case: Case) -> Iterator[tuple[Path, object]]:
    """Every part of the content that quotes the article."""
    content = case.content
    yield from ((("facts", id), fact) for id, fact in content.facts.items() if fact.quote)
    for key in ("projects", "honours", "left_out"):
        yield from (((key, i), part) for i, part in enumerate(getattr(content, key)))


def _missing(case: Case, path: Path, quote: str) -> Problem:
    nearest, wanted = case.article.nearest(quote), bare(quote).text
    at = nearest.at
    problem = case.problem(NAME, "the article does not say this", path)
    notes = [("nearest", nearest.passage)]
    if at < len(wanted):
        found = nearest.passage[at : at + 1] or "nothing"
        notes.append(("differs", f"character {at + 1}: the quote has {wanted[at]}, the article {found}"))
    return Problem(problem.rule, problem.message, problem.place, notes=tuple(notes))
