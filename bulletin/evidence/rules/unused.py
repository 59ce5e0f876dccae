"""unused: nothing stands in a file that nothing uses.

Passes:  terms: [两学一做]      (and a text of the file says 两学一做)
Fails:   terms: [两学一做, 两学一做]

A fact is always shown: the evidence page and the CSV hold all of them. So this looks at what has no such place: a row's
words for facts that no page prints, a term that is explained twice or that no text uses, and, over all files, a term of
the glossary that neither a text nor an article has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin.content.model import Glossary
from bulletin.content.prose import references
from bulletin.evidence.case import Case, Texts
from bulletin.evidence.rules.reference import named
from bulletin.problems import Problem

NAME = "unused"


def check(case: Case) -> Iterator[Problem]:
    printed = shown(case)
    for i, row in enumerate(case.content.rows):
        if not printed & set(row.facts):
            what = "no page prints any of these facts, so the row is never set"
            yield case.problem(NAME, what, ("rows", i), level="warning")
        elif len(set(row.facts)) < 2:
            what = "a row of one fact groups nothing; the fact has its label"
            yield case.problem(NAME, what, ("rows", i), level="warning")
    yield from _terms(case)


def _terms(case: Case) -> Iterator[Problem]:
    units = [fact.unit.zh for fact in case.content.facts.values() if fact.unit]
    prose = "\n".join([text.zh for _, text in case.pairs] + units)
    forms = {term.zh: (term.zh, *term.zh_also) for term in case.glossary.terms}
    for i, term in enumerate(case.content.terms):
        if term in case.content.terms[:i]:
            yield case.problem(NAME, f"{term} is explained twice", ("terms", i), level="warning")
        elif not any(form in prose for form in forms.get(term, (term,))):
            yield case.problem(NAME, f"no text of this file says {term}", ("terms", i), level="warning")


def check_glossary(glossary: Texts, prose: Iterable[str]) -> Iterator[Problem]:
    """Terms that none of these texts has; white space does not matter."""
    assert isinstance(glossary.content, Glossary)
    everything = "".join("\n".join(prose).split(" "))
    for i, term in enumerate(glossary.content.terms):
        if not any(form.replace(" ", "") in everything for form in (term.zh, *term.zh_also)):
            what = f"no text and no article has {term.zh}"
            yield glossary.problem(NAME, what, ("terms", i, "zh"), level="warning")


def shown(case: Case) -> set[str]:
    """The facts that the pages print: named by plates, key figures, time line and prose."""
    content = case.content
    ids = {id for path, id in named(content) if path[0] != "rows"}
    prose = (text for path, text in case.pairs if path[0] not in ("facts", "rows"))
    return ids | {ref.id for text in prose for ref in references(text.zh)}
