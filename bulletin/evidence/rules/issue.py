"""issue: an issue is printed when its article has been written, and a later number is not smaller than an earlier one.

Passes:  dated: {value: "2018-03-05", stated: true}    issue: {number: 12, total: 48, printed: "2018-03-09"}
Fails:   dated: {value: "2018-03-05", stated: true}    issue: {number: 12, total: 48, printed: "2018-03-01"}
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.model import Summary
from bulletin.evidence.case import Case, Texts
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "issue"


def check(case: Case | Texts) -> Iterator[Problem]:
    """Printed before the article of a bulletin, or before the latest of a summary's, was written."""
    issue = getattr(case.content, "issue", None)
    if issue is None or issue.printed is None:
        return
    for dated in _dates(case):
        if _is_before(issue.printed, dated):
            message = say("issue.early", printed=issue.printed, dated=dated)
            yield case.problem(NAME, message, ("issue", "printed"))
            return


def _dates(case: Case | Texts) -> list[str]:
    if not isinstance(case.content, Summary):
        return [case.content.dated.value] if isinstance(case, Case) else []
    named = [one for name, one in case.beside.items() if name in case.content.order or not case.content.order]
    return sorted((one.content.dated.value for one in named), reverse=True)


def _is_before(day: str, moment: str) -> bool:
    """As far as the moment is known; never where it names no year."""
    known = moment.partition(" ")[0]
    return not known.startswith("-") and day[: len(known)] < known
