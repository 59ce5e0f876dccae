"""Article → everything a worksheet holds, before it is written down."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.content.model import Dated, Glossary
from bulletin.desk.worksheet import left, named
from bulletin.desk.worksheet.facts import FactStub, Unusable, blank_case, facts_of, period_of, wholes
from bulletin.desk.worksheet.heading import Heading, heading
from bulletin.desk.worksheet.left import LeftStub
from bulletin.desk.worksheet.named import HonourStub, ProjectStub
from bulletin.desk.worksheet.quotes import Passages
from bulletin.evidence.article import Article
from bulletin.evidence.case import Span

AGAIN = "named again"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What `new` found. Facts are in the order of the article, by id."""

    article: Article
    heading: Heading
    facts: dict[str, FactStub]
    honours: list[HonourStub]
    projects: list[ProjectStub]
    left_out: list[LeftStub]


def sheet(article: Article, glossary: Glossary) -> Sheet:
    """Accounts for every number, honour and project of the article."""
    case = blank_case(article, glossary)
    passages = Passages(article, wholes(case))
    honours = list(named.honours(case, passages))
    projects, again = named.projects(case, passages)
    taken = [*case.bare_names, *(honour.span for honour in honours)]
    numerals = [n for n in article.numerals if not n.soft and not _overlaps((n.start, n.end), taken)]
    may, unused = left.sorted_out(article, numerals)
    found = list(facts_of(case, may, passages))
    facts = [one for one in found if isinstance(one, FactStub)]
    unused += [one for one in found if isinstance(one, Unusable)]
    quotes = [*(fact.quote for fact in facts), *(project.quote for project in projects)]
    taken += [span for quote in quotes for span in article.find(quote.text, quote.prefix, quote.suffix)]
    repeated = [span for span in again if not _overlaps(span, taken)]
    left_out = [*left.left_out(unused, passages), *left.occurrences(repeated, AGAIN, passages)]
    width = max(2, len(str(len(facts))))
    ids = {f"n{i:0{width}}": fact for i, fact in enumerate(facts, 1)}
    top = heading(case, facts)
    if top.dated != "--":  # 今年 is a year only then
        dated = Dated(value=top.dated, stated=top.stated)
        case = replace(case, content=case.content.model_copy(update={"dated": dated}))
    ids = {id: replace(fact, period=period_of(case, fact)) for id, fact in ids.items()}
    return Sheet(article, top, ids, honours, projects, left_out)


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in others)
