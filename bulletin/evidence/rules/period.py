"""period: a period, an honour's year and the article's date stand in the article, or are marked as inferred.

Passes:  quote: 新建游园3个    period: {year: 2018}      (the sentence begins with 2018年)
Fails:   quote: 新建游园3个    period: {year: 2017}

What is not `stated: false` stands in the quote or governs it in its sentence; where it stands elsewhere, `where` has
the article's words. An inferred year is that of the article's date. A number whose clause says when needs its period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Dated, Fact, Honour, Moment, Period
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import Article
from bulletin.evidence.article_date import is_said, own_date
from bulletin.evidence.case import Case, Span
from bulletin.evidence.happened import of_an_event
from bulletin.evidence.periods import (
    BEFORE,
    PLAN,
    RELATIVE,
    Reading,
    SaidDate,
    bounds,
    dated_year,
    founded,
    governing,
    reading,
    said_in,
    told_years,
    where_of,
    with_its_year,
)
from bulletin.evidence.statuses import clause_of
from bulletin.messages import say
from bulletin.problems import Problem
from bulletin.wording import dates

NAME = "period"
NONE = "no-period"
"""A number without a period whose clause says when: it may be allowed, where the date belongs to something else."""
_OF_YEAR = re.compile("当年|同年|(?<!安)全年|这一年")
"""In the clause of a number: of one year, not of a stretch."""
WHOLE_YEAR = re.compile("(?<!安)全年|一年[来间]|这一年|当年|年内")
_OWN_YEAR = re.compile("今年|本年")
_ON_AND_ON = re.compile("以来|[^,。;]{0,10}以来|起(?=[,，至])|至今|来(?=,)")
_BEGUN = re.compile("[^。;以]{0,24}?(?:启动|推行|实施)")
_SUMMED, _CUT_OFF = re.compile("以来|累计|至今|迄今|[截到]至?目前"), re.compile("截[至止](?!目前)")
_AWARDED = re.compile("获|评|授|命名|表彰|荣")
_GIVEN = re.compile("获[评得颁]|荣获|被[^,。]{0,20}(?:[评授]|命名|认定)|评为|授予|命名为")


def check(case: Case) -> Iterator[Problem]:
    for id, fact in case.content.facts.items():
        yield from _fact(case, ("facts", id), fact)
    for i, honour in enumerate(case.content.honours):
        yield from _honour(case, ("honours", i), honour)
    further = (("articles", key, "dated") for key in case.content.articles)
    for number, at in enumerate((("dated",), *further)):
        yield from _dated(case, case.content.dates[number], case.article.each[number], at)
    events = case.content.timeline.events if case.content.timeline else []
    for i, event in enumerate(events):
        named = case.known.get(event.at)
        if named is not None and named.date is None and named.period is None:
            yield case.problem(NAME, say("period.event", id=event.at), ("timeline", "events", i, "at"))


def read(case: Case, fact: Fact) -> Reading | None:
    """How a fact's period stands to the words around its number."""
    numeral, period = case.numeral(fact), fact.period
    if numeral is None or period is None:
        return None
    where = where_of(case, period.where, case.quoted(fact)[0]) if period.where else None
    if isinstance(where, str):
        return Reading((where,), ())
    return reading(case, (numeral.start, numeral.end), period, where=where)


def elsewhere(case: Case) -> Iterator[tuple[tuple[str, str | int], tuple[int, str]]]:
    """Where the article says when, of the facts and honours whose quote does not: line and words."""
    places: list[tuple[tuple[str, str | int], Span, list[Span]]] = []
    for id, fact in case.content.facts.items():
        if fact.period is not None and fact.period.stated and (found := read(case, fact)) is not None:
            places.append((("facts", id), case.quoted(fact)[0], list(found.spans)))
    for i, honour in enumerate(case.content.honours):
        quote = case.quoted(honour)[0]
        says = [said for said in governing(case, quote) if honour.year and said.moment.year == honour.year]
        where = case.article.find(honour.where) if honour.where else []
        places.append((("honours", i), quote, where or [(s.start, s.end) for s in says[:1]]))
    for key, quote, spans in places:
        if outside := sorted({span for span in spans if span[0] < quote[0] or span[1] > quote[1]}):
            words = "……".join(case.article.bare.text[slice(*span)] for span in outside)
            yield key, (case.article.line_and_column(outside[0][0])[0], words)


def _fact(case: Case, path: Path, fact: Fact) -> Iterator[Problem]:
    at, period = (*path, "period"), fact.period
    if fact.derived is not None:
        terms = [case.content.facts.get(id) for id in fact.derived.terms]
        if period is not None and all(terms) and period not in [term.period for term in terms if term]:
            yield case.problem(NAME, say("period.derived"), at)
    elif period is None:
        if words := unsaid(case, fact):
            message, help = say("no-period.lacks", words=words), say("no-period.how", rule=NONE)
            yield case.problem(NONE, message, path, help=help)
    else:
        help = say("period.how")
        yield from (case.problem(NAME, message, at, help=help) for message in misread(case, fact))


def misread(case: Case, fact: Fact) -> tuple[str, ...]:
    """What a fact's period says that the words do not, or that cannot be inferred; empty where all is well."""
    found = read(case, fact)
    if found is None or fact.period is None:
        return ()
    missing = found.missing if fact.period.stated else tuple(_inferred(case, fact, fact.period))
    goes_on = _goes_on(case, fact, fact.period) if not missing else ()
    return tuple(dict.fromkeys((*missing, *_since_before(case, fact, fact.period), *goes_on)))


def _goes_on(case: Case, fact: Fact, period: Period) -> Iterator[str]:
    """今年以来, 自2012年6月, 累计, the year that is not over: a figure of a stretch is of no one time."""
    numeral, text = case.numeral(fact), case.article.bare.text
    if numeral is None or fact.date or period.since or period.until or period.to_date or period.recent:
        return
    span = (numeral.start, numeral.end)
    clause, dated = clause_of(text, span), case.dated_at(numeral.start)
    now = dates.Moment.parse(dated.value) if dated and not period.stated else None
    if now and now.month and now.year == period.year and fact.status in ("achieved", "under_way"):
        if "全年" not in text[slice(*clause)]:
            yield say("period.goes_on", word="今年")  # the year is not over
        return
    word = (
        match[0] if (match := _SUMMED.search(text, clause[0], span[0])) and not _CUT_OFF.search(text, *clause) else ""
    )
    for said in governing(case, span, compared=True)[:1]:
        start, end = with_its_year(case, said)
        if text.startswith("的", end):
            continue
        if (led := re.search("[自从]$", text[:start])) or PLAN.match(text, said.start):
            word = (led[0] if led else "") + text[start:end]
        elif match := _ON_AND_ON.match(text, end):
            word = text[start : match.end()]
        elif end <= clause[0] and said.moment.month and _BEGUN.match(text, end):
            word = text[start:end]  # 6月启动…,…1120余名
    if word:
        yield say("period.goes_on", word=word)


def _since_before(case: Case, fact: Fact, period: Period) -> Iterator[str]:
    """从2021年起…, 去年168部: a stretch that another clause begins does not hold what its own clause dates."""
    numeral = case.numeral(fact)
    year = dates.Moment.parse(period.since).year if period.since else None
    if numeral is None or year is None or period.where:
        return
    text, span = case.article.bare.text, (numeral.start, numeral.end)
    clause = clause_of(text, span)
    says = governing(case, span, compared=True)  # 比2005年增加
    own = [s for s in says if clause[0] <= s.start < clause[1] and s.moment.year]
    if own and year not in {s.moment.year for s in own} and not any(_ends(case, s) for s in own):
        words = text[own[0].start : own[0].end]
        yield say("period.sentence", what=say("when.since"), want=year, words=words)
    elif not own and (of_year := _OF_YEAR.search(text, clause[0], span[0])):
        yield say("period.sentence", what=say("when.since"), want=year, words=of_year[0])


def _ends(case: Case, said: SaidDate) -> bool:
    """截至今年9月底, 到2018年: the end of a stretch."""
    text = case.article.bare.text
    return bounds(case, said, "until") or bool(
        re.search("截[至止]$|[至到]$", text[max(0, said.start - 2) : said.start])
    )


def unsaid(case: Case, fact: Fact) -> str:
    """The words that say when, in the clause of a number that has no period; empty where none do."""
    numeral = case.numeral(fact)
    if numeral is None or fact.date is not None:
        return ""
    text, quote = case.article.bare.text, case.quoted(fact)[0]
    for said in governing(case, (numeral.start, numeral.end)):
        in_clause = not re.search("[,;:。]", text[min(said.end, numeral.end) : max(said.start, numeral.start)])
        things = founded(text, said) or BEFORE.match(text, said.end)
        event = of_an_event(text, said, (numeral.start, numeral.end), fact.status)
        if (in_clause or quote[0] <= said.start < numeral.start) and not (said.is_vague or things or event):
            return text[said.start : said.end]
    return ""


def _inferred(case: Case, fact: Fact, period: Period) -> Iterator[str]:
    """A sentence may not say another year, and an inferred year is the article's."""
    numeral = case.numeral(fact)
    assert numeral is not None
    dated = dated_year(case, numeral.start)
    span = (numeral.start, numeral.end)
    text = case.article.bare.text
    says = [s for s in governing(case, span) if s.moment.year is not None and not BEFORE.match(text, s.end)]
    own = [said for said in says if said.start >= clause_of(case.article.bare.text, span)[0]]
    for year in _years(period):
        if (own or (says and year != dated)) and year not in [said.moment.year for said in own or says]:
            words = case.article.bare.text[says[0].start : says[0].end]
            yield say("period.sentence", what=say("when.year"), want=year, words=words)
        elif not says and year != dated and not (_is_whole_year(case, span) and year == year_before(case, span)):
            yield say("period.inferred", year=year, dated=dated) if dated else say("period.inferred_undated", year=year)


def _is_whole_year(case: Case, span: Span) -> bool:
    text = case.article.bare.text
    return bool(WHOLE_YEAR.search(text[slice(*clause_of(text, span))]))


def year_before(case: Case, span: Span) -> int | None:
    """The year that the article named last before: 2024年…. …全年完成产值3.2亿元; its own, where 今年 came after."""
    named = [n for n in case.article.numerals if n.date and n.date[0] != "-" and n.end <= span[0]]
    if _OWN_YEAR.search(case.article.bare.text, named[-1].end if named else 0, span[0]):
        return dated_year(case, span[0])
    return int(named[-1].date[:4]) if named and named[-1].date else None


def _years(period: Period) -> Iterator[int]:
    if period.year:
        yield period.year
    moments: tuple[Moment | None, ...] = (period.at, period.since, period.until)
    yield from (year for moment in moments if moment and (year := dates.Moment.parse(moment).year))


def _honour(case: Case, path: Path, honour: Honour) -> Iterator[Problem]:
    spans = case.quoted(honour)
    if len(spans) != 1:
        return
    inside = {said.moment.year for said in said_in(case, spans[0])} - {None}
    if honour.year is None:
        if inside:
            yield case.problem(NAME, say("period.honour_lacks", year=min(filter(None, inside))), path)
    elif honour.year not in years_of(case, spans[0], honour.where):
        other = say("period.honour_other", year=honour.year, said=min(filter(None, inside))) if inside else ""
        message = other or say("period.honour_unsaid", year=honour.year)
        yield case.problem(NAME, message, (*path, "year"), help=say("period.honour_how"))


def years_of(case: Case, quote: Span, where: str | None = None) -> set[int]:
    """The years in an award's words, in `where`, or the last one before of which the award is told: 2020年被评为…."""
    return {said.moment.year or 0 for said in _awarded(case, quote, where)}


def inferred(case: Case) -> frozenset[int]:
    """The honours whose year no words name: 今年10月 is one of the article's own date, which is inferred."""
    found = set[int]()
    for i, honour in enumerate(case.content.honours):
        for quote in case.quoted(honour)[:1]:
            told = [said for said in _awarded(case, quote, honour.where) if said.moment.year == honour.year]
            found |= {i} if told and all(said.inferred for said in told) else set()
    return frozenset(found)


def _awarded(case: Case, quote: Span, where: str | None) -> list[SaidDate]:
    if inside := [said for said in said_in(case, quote) if said.moment.year]:
        return inside
    if where:
        span = where_of(case, where, quote)
        return [] if isinstance(span, str) else said_in(case, span)
    text = case.article.bare.text
    says = [said for said in governing(case, quote) if said.moment.year and said.end <= quote[0]][:1]
    given = _GIVEN.search(text, *quote)
    return [
        s
        for s in says
        if (given or _AWARDED.search(text[s.end : quote[0]]) or quote[0] - s.end <= 2)
        and not RELATIVE.search(text, s.end, quote[0])
    ]


def _dated(case: Case, dated: Dated, article: Article, at: Path) -> Iterator[Problem]:
    wanted = dates.Moment.parse(dated.value)
    if not dated.stated:
        if said := own_date(article):
            yield case.problem(NAME, say("period.dated_is_said", date=said), at)
        elif wanted.year and wanted.year not in told_years(article):
            yield case.problem(NAME, say("period.dated_inferred", year=wanted.year), at)
    elif dated.where and not article.find(dated.where):
        yield case.problem(NAME, say("period.where_unsaid"), (*at, "where"))
    elif not is_said(article, dated):
        message = say("period.dated_unsaid", date=dated.value)
        yield case.problem(NAME, message, at, help=say("period.dated_how"))
