"""characters: what the article holds that nobody sees or no typeface has is pointed out; the article stays as it is.

Passes:  an article of characters, marks and white space of whatever kind
Fails:   an article with U+202E, U+E000 or U+FFFD in it (a warning)

In what is written by hand the same characters are errors, at their place (`bulletin/content/characters.py`).
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.characters import NAME, named
from bulletin.evidence.case import Case
from bulletin.messages import say
from bulletin.problems import Problem

__all__ = ["NAME", "check"]


def check(case: Case) -> Iterator[Problem]:
    """Each character once, with the first place where it stands."""
    told = set[str]()
    for fault in case.article.odd:
        if fault.char not in told:
            told.add(fault.char)
            line = case.article.text.count("\n", 0, fault.at) + 1
            column = fault.at - case.article.text.rfind("\n", 0, fault.at)
            message = say(
                "characters.in_article",
                char=named(fault.char),
                file=f"seeds/{case.article.name}",
                line=line,
                column=column,
            )
            yield case.problem(NAME, message, ("article",), level="warning")
