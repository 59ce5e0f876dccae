"""Article → everything a worksheet holds, before it is written down."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.content.model import Both, Dated, Glossary
from bulletin.desk.worksheet import left, named
from bulletin.desk.worksheet.chosen import KeyStub, key_figures
from bulletin.desk.worksheet.facts import FactStub, Unusable, blank_case, facts_of, timed, wholes
from bulletin.desk.worksheet.heading import HEADER, Heading, heading, placed
from bulletin.desk.worksheet.labels import worded
from bulletin.desk.worksheet.left import LeftStub
from bulletin.desk.worksheet.named import HonourStub, ProjectStub
from bulletin.desk.worksheet.quotes import Clauses
from bulletin.desk.worksheet.stories import Proposed, stories
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Span
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.scan import unseen

AGAIN, UNREAD = "named again", "the reader of numerals has not read it"
OWN_DATE = "the date of the article"


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What `new` found. Facts are in the order of the article, by id."""

    article: Article
    heading: Heading
    facts: dict[str, FactStub]
    honours: list[HonourStub]
    honours_more: str
    projects: list[ProjectStub]
    left_out: list[LeftStub]
    stories: list[Proposed]
    figures: list[KeyStub]
    explained: tuple[str, ...]
    """The glossary's terms that it explains."""


def sheet(article: Article, glossary: Glossary, told: str = "", name: str = "") -> Worksheet:
    """Accounts for every number, honour and project.

    `told`: when the article is from, where a person says so; `name`: of the content file, where a person gives one.
    """
    case = placed(blank_case(article, glossary), name)
    passages = Clauses(article, wholes(case))
    honours, listed = named.honours(case, passages)
    projects, again = named.projects(case, passages)
    dated = [(one.span, one.year) for one in honours] + [(span, "") for span in listed]
    numerals = [n for n in article.numerals if not (n.soft or case.in_name(n) or _is_year_of(n, dated))]
    may, unused = left.sorted_out(article, numerals)
    found = list(facts_of(case, may, passages))
    facts = [one for one in found if isinstance(one, FactStub)]
    top = heading(case, facts)
    if told and told != top.dated:
        top = replace(top, dated=told, stated=False)
    case = _dated(case, top)
    honours, listed = named.honours(case, passages)  # 今年5月 is a year now
    unused += [one for one in found if isinstance(one, Unusable)]
    own = [fact for fact in facts if top.stated and fact.numeral.date == top.dated and fact.numeral.end <= HEADER]
    unused += [Unusable(fact.numeral, OWN_DATE) for fact in own]
    left_out = [*left.left_out(unused, passages), *left.occurrences([*listed, *again], AGAIN, passages)]
    left_out += left.occurrences(unseen(article, case.bare_names), UNREAD, passages)
    ids = _worded(case, [fact for fact in facts if fact not in own], top)
    more = named.and_others(case, honours, passages)
    begun = stories(case, passages, ids)
    explained = tuple(term.zh for term in glossary.terms if term.explain)
    key = key_figures(case, ids, begun, top.headline.zh)
    return Worksheet(article, top, ids, honours, more, projects, left_out, begun, key, explained)


def _dated(case: Case, top: Heading) -> Case:
    """今年 is a year once the article's date is known, and 平川 in 平川县 a county's once its district is."""
    known: dict[str, object] = {"within": Both.model_construct(zh=top.within.zh, en=top.within.en)}
    if top.dated != "--":
        known["dated"] = Dated(value=top.dated, stated=top.stated)
    return replace(case, content=case.content.model_copy(update=known))


def _worded(case: Case, facts: list[FactStub], top: Heading) -> dict[str, FactStub]:
    """The facts by id, with their time and their words."""
    width = max(2, len(str(len(facts))))
    return worded(case, {f"n{i:0{width}}": timed(case, fact) for i, fact in enumerate(facts, 1)}, top.place.zh)


def _is_year_of(numeral: Numeral, honours: list[tuple[Span, str]]) -> bool:
    """Of an honour that has it as its year, or that is left out."""
    start, end = numeral.digits
    inside = [year for span, year in honours if span[0] <= start and end <= span[1]]
    return any(not year or (numeral.date or "").startswith(year) for year in inside)
