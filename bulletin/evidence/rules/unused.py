"""unused: nothing stands in a file that nothing uses.

Passes:  terms: [两学一做]      (and a text of the file says 两学一做)
Fails:   terms: [两学一做, 两学一做]

A fact that no page prints says why (`unprinted: a step of the calculation`): the evidence page and the CSV hold it, but
being there is not being printed. A warning: a row's words for facts that no page prints, a term that is explained twice
or that no text uses, and, over all files, a term of the glossary that neither a text nor an article has; many
of them in one line. A glossary of which most is not used is the house's, made for other articles, too: nothing is said
of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from bulletin.content.model import Glossary, Subdistrict
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.case import Case, Texts
from bulletin.messages import listed, say
from bulletin.problems import Problem

NAME = "unused"
FEW, HOUSE = 5, 20
"""Terms that are told one by one; those from which on, if most are not used, the glossary is the house's."""
UNPRINTED = "unprinted"
"""The finding about facts; it has its own reason field, and cannot be silenced."""


def check(case: Case) -> Iterator[Problem]:
    printed = shown(case)
    for i, row in enumerate(case.content.rows):
        if not printed & set(row.facts):
            yield case.problem(NAME, say("unused.row"), ("rows", i), level="warning")
        elif len(set(row.facts)) < 2:
            yield case.problem(NAME, say("unused.single"), ("rows", i), level="warning")
    for id, fact in case.content.facts.items():
        if id not in printed and not fact.unprinted:
            lacks, help = say("unprinted.lacks", id=id), say("unprinted.how")
            yield case.problem(UNPRINTED, lacks, ("facts", id), help=help, at_key=True)
        elif id in printed and fact.unprinted:
            yield case.problem(UNPRINTED, say("unprinted.printed", id=id), ("facts", id, "unprinted"))
    yield from _terms(case)


def _terms(case: Case) -> Iterator[Problem]:
    units = [fact.unit.zh for fact in case.content.facts.values() if fact.unit]
    prose = "\n".join([text.zh for _, text in case.pairs] + units)
    forms = {term.zh: (term.zh, *term.zh_also) for term in case.glossary.terms}
    for i, term in enumerate(case.content.terms):
        if term in case.content.terms[:i]:
            yield case.problem(NAME, say("unused.twice", term=term), ("terms", i), level="warning")
        elif not any(form in prose for form in forms.get(term, (term,))):
            yield case.problem(NAME, say("unused.term", term=term), ("terms", i), level="warning")


def check_glossary(glossary: Texts, prose: Iterable[str]) -> Iterator[Problem]:
    """Terms that none of these texts has; white space does not matter."""
    assert isinstance(glossary.content, Glossary)
    everything, terms = "".join("\n".join(prose).split(" ")), glossary.content.terms
    found = {
        i: term.zh
        for i, term in enumerate(terms)
        if not any(form.replace(" ", "") in everything for form in (term.zh, *term.zh_also))
    }
    if len(found) > HOUSE and len(found) > len(terms) / 2:
        return
    if len(found) > FEW:
        said = say("unused.many", n=len(found), terms=listed(found.values()))
        yield glossary.problem(NAME, said, ("terms", min(found), "zh"), level="warning")
        return
    for i, term in found.items():
        yield glossary.problem(NAME, say("unused.glossary", term=term), ("terms", i, "zh"), level="warning")


def shown(texts: Texts) -> set[str]:
    """The facts that the pages print: named by key figures, plates and time line, or in prose that is set."""
    content = texts.content
    ids = {id for path, id in texts.named if _is_set(content, path)}
    prose = (text for path, text in texts.pairs if _is_set(content, path))
    return ids | {ref.id for text in prose for ref in references(text.zh) if ref.id in texts.known}


def _is_set(content: BaseModel, path: Path) -> bool:
    """Rows, labels and notes of facts, claims, how an article was dated and what no tracker lists stand on no page.

    A span of the summary prints the period of its fact alone.
    """
    if path[0] == "projects" and isinstance(content, Subdistrict):
        return content.projects[int(path[1])].tracked and path[2] in ("name", "size", "done", "plan")
    return path[0] not in ("facts", "rows", "dated") and not {"claim", "spans"} & {*path}
