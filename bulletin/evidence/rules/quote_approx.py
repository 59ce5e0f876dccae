"""quote-approx: the approximation is the quote's: 余 多 上 over, 近 nearly, 约 about; and none where it has none.

Passes:  quote: 排查各类隐患5400余条   approx: over
Fails:   quote: 排查各类隐患5400余条   (no approx)
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.evidence.case import Case
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "quote-approx"


def check(case: Case) -> Iterator[Problem]:
    for id, fact in case.content.facts.items():
        numeral = case.numeral(fact) if fact.derived is None else None
        if numeral is None or numeral.approx == fact.approx:
            continue
        path = ("facts", id, "approx" if fact.approx else "value" if fact.date is None else "date")
        said = {"number": numeral.text, "said": say(f"approx.{numeral.approx or 'exact'}")}
        given = say(f"approx.{fact.approx}") if fact.approx else ""
        message = say("quote-approx.other", given=given, **said) if given else say("quote-approx.lacks", **said)
        yield case.problem(NAME, message, path)
