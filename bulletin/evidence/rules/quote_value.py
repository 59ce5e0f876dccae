"""quote-value: the value is the quote's number, before the fact's unit.

Passes:  quote: 一期项目总投资约7.392亿元   value: 739200000   unit 元
Fails:   quote: 一期项目总投资约7.392亿元   value: 73920000

Where the quote has several numbers before the same unit, `exact` names the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.model import Fact
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case, agrees
from bulletin.evidence.numerals import Numeral
from bulletin.messages import listed, say
from bulletin.problems import Problem
from bulletin.wording.amounts import is_fraction

NAME = "quote-value"


def check(case: Case) -> Iterator[Problem]:
    for id, fact in case.content.facts.items():
        if fact.derived is None and len(case.quoted(fact)) == 1:
            yield from _one(case, id, fact)


def _one(case: Case, id: str, fact: Fact) -> Iterator[Problem]:
    key = "date" if fact.date is not None else "value"
    path = ("facts", id, key)
    found = case.candidates(fact)
    matching = [n for n in found if agrees(n, fact)]
    if fact.exact is not None and not found:
        yield case.problem(NAME, _no_exact(case, fact), ("facts", id, "exact"))
    elif not found:
        yield _nothing(case, id, fact)
    elif not matching:
        says = listed(spoken(n) for n in found)
        yield case.problem(NAME, say("quote-value.other", says=says, key=key, given=getattr(fact, key)), path)
    elif (part := matching[0]).kind == "fraction" and not is_fraction(fact) and part.value is not None:
        meant = f"{part.value.numerator}/{part.value.denominator}"
        yield case.problem(NAME, say("quote-value.fraction", number=part.text, meant=meant), path)
    elif len({(n.value, n.date) for n in found}) > 1 and fact.exact is None:
        several = listed(n.text for n in found)
        yield case.problem(NAME, say("quote-value.several", numbers=several), path, help=say("quote-value.exact"))


def _nothing(case: Case, id: str, fact: Fact) -> Problem:
    inside = case.inside(case.quoted(fact)[0])
    if not inside:
        return case.problem(NAME, say("quote-value.none"), ("facts", id, "quote"))
    says = listed(_before(case, n) for n in inside)
    if fact.date is not None:
        return case.problem(NAME, say("quote-value.no_date", says=says), ("facts", id, "date"))
    unit = fact.counted
    path = ("facts", id, "unit", "zh") if fact.unit else ("facts", id, "value")
    return Problem("quote-unit", say("quote-unit.other", unit=unit, says=says), case.parsed.place(path))


def _no_exact(case: Case, fact: Fact) -> str:
    inside = case.inside(case.quoted(fact)[0])
    exact, numbers = bare(fact.exact or "").text, listed(n.text for n in inside)
    if not numbers:
        return say("quote-value.exact_none", exact=exact)
    return say("quote-value.exact_other", exact=exact, numbers=numbers)


def _before(case: Case, numeral: Numeral) -> str:
    """The numeral with what it amounts to and with what follows it."""
    if numeral.date is not None:
        return spoken(numeral)
    after = case.article.bare.text[numeral.end : numeral.end + 3]
    return say("quote-unit.before", number=spoken(numeral), after=after)


def spoken(numeral: Numeral) -> str:
    """The numeral and what it amounts to: 7.392亿 = 739,200,000."""
    if numeral.date is not None:
        return f"{numeral.text} = {numeral.date}"
    if numeral.value is None:
        return numeral.text
    value = f"{float(numeral.value):,.10g}" if numeral.value.denominator > 1 else f"{numeral.value.numerator:,}"
    return numeral.text if value == numeral.text else f"{numeral.text} = {value}"
