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
from bulletin.problems import Problem

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
        says = ", ".join(spoken(n) for n in found)
        yield case.problem(NAME, f"the quote says {says} but {key} is {getattr(fact, key)}", path)
    elif len({(n.value, n.date) for n in found}) > 1 and fact.exact is None:
        several = ", ".join(n.text for n in found)
        yield case.problem(
            NAME, f"the quote has several numbers that fit: {several}", path, help="name the one you mean: exact:"
        )


def _nothing(case: Case, id: str, fact: Fact) -> Problem:
    inside = case.inside(case.quoted(fact)[0])
    if not inside:
        return case.problem(NAME, "the quote has no number in it, or cuts one in two", ("facts", id, "quote"))
    says = ", ".join(spoken(n) + _following(case, n) for n in inside)
    if fact.date is not None:
        return case.problem(NAME, f"the quote says {says}, which is no date", ("facts", id, "date"))
    unit = fact.unit.zh if fact.unit else ""
    path = ("facts", id, "unit", "zh") if fact.unit else ("facts", id, "value")
    return Problem(
        "quote-unit", f"no number of the quote stands before {unit}: it says {says}", case.parsed.place(path)
    )


def _no_exact(case: Case, fact: Fact) -> str:
    inside = case.inside(case.quoted(fact)[0])
    says = ", ".join(n.text for n in inside) or "no number"
    return f"{bare(fact.exact or '').text} is no number of the quote before its unit; the quote has {says}"


def _following(case: Case, numeral: Numeral) -> str:
    return f" (before {case.article.bare.text[numeral.end : numeral.end + 3]})" if numeral.date is None else ""


def spoken(numeral: Numeral) -> str:
    """The numeral and what it amounts to: 7.392亿 = 739,200,000."""
    if numeral.date is not None:
        return f"{numeral.text} = {numeral.date}"
    if numeral.value is None:
        return numeral.text
    value = f"{float(numeral.value):,.10g}" if numeral.value.denominator > 1 else f"{numeral.value.numerator:,}"
    return numeral.text if value == numeral.text else f"{numeral.text} = {value}"
