"""characters: what the article holds that nobody sees or no typeface has is pointed out; the article stays as it is.

Passes:  an article of characters, marks and white space of whatever kind
Fails:   an article with U+202E, U+E000 or U+FFFD in it (a warning)

In what is written by hand the same characters are errors, at their place (`bulletin/content/characters.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.characters import NAME, named
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case
from bulletin.messages import say
from bulletin.problems import Problem

__all__ = ["NAME", "check"]


def check(case: Case) -> Iterator[Problem]:
    """Each character once, with the first place where it stands."""
    for key, article in zip((None, *case.content.articles), case.article.each, strict=True):
        path: Path = ("articles", key, "article") if key else ("article",)
        told = set[str]()
        for fault in article.odd:
            if fault.char not in told:
                told.add(fault.char)
                line = article.text.count("\n", 0, fault.at) + 1
                column = fault.at - article.text.rfind("\n", 0, fault.at)
                message = say(
                    "characters.in_article",
                    char=named(fault.char),
                    file=f"seeds/{article.name}",
                    line=line,
                    column=column,
                )
                yield case.problem(NAME, message, path, level="warning")
