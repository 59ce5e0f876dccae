"""derived: our own arithmetic rests on facts of this file, of one unit, period and status, and can be computed.

A sum and a difference are exact to the last digit, so what they rest on must be exact; a ratio is rounded.

Passes:  derived: {ratio: [hazards_fixed, hazards_found]}
Fails:   derived: {sum: [flats, households]}      (two units)
"""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.content.model import Fact
from bulletin.evidence.case import Case
from bulletin.messages import listed, say
from bulletin.problems import Problem

NAME = "derived"


def check(case: Case) -> Iterator[Problem]:
    facts = case.content.facts
    for id, fact in facts.items():
        if fact.derived is None:
            continue
        path = ("facts", id, "derived")
        unknown = [term for term in fact.derived.terms if term not in facts or facts[term].value is None]
        if unknown:
            yield case.problem(NAME, say("derived.unknown", ids=listed(unknown)), path)
            continue
        terms = [facts[term] for term in fact.derived.terms]
        yield from (case.problem(NAME, message, path) for message in _wrong(fact, terms))


def _wrong(fact: Fact, terms: list[Fact]) -> Iterator[str]:
    if len({_unit(term) for term in terms}) > 1:
        yield say("derived.units", units=listed(map(_unit, terms)))
    elif fact.derived and fact.derived.kind != "ratio" and _unit(fact) != _unit(terms[0]):
        yield say("derived.unit", unit=_unit(terms[0]), given=_unit(fact))
    if len({term.period for term in terms if term.period}) > 1:
        yield say("derived.periods")
    if fact.derived and fact.derived.kind != "ratio" and (vague := [term for term in terms if term.approx]):
        yield say("derived.vague", labels=listed(term.called.zh for term in vague))
    if fact.derived and fact.derived.kind == "ratio" and not terms[1].value:
        yield say("derived.zero")


def _unit(fact: Fact) -> str:
    return fact.unit.zh if fact.unit else "–"
