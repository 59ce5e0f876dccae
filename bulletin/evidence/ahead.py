"""What lies ahead of an article's own date: whatever its verb, nothing of 2027 is achieved in a paper of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bulletin.content.model import Dated, Status
from bulletin.content.prose import Ref, references
from bulletin.evidence.article_date import is_said
from bulletin.evidence.case import Case, Span, Texts
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.periods import OFFSET, RELATIVE, SaidDate, governing, named_years
from bulletin.evidence.statuses import Spoken, clause_of
from bulletin.wording.dates import Moment

_THING = re.compile("的|[以之]?[前后]?(?:毕业|入学|出生|出厂|生产)")
"""明年的赛事招募志愿者300名: the date is that of a thing, not of the number."""


def ahead(case: Case, span: Span, date: str | None = None) -> tuple[str, bool] | None:
    """The words of the date behind the article's own that governs a number, and whether its own clause says it.

    `date`: of what stands at `span`, where it is a date itself.
    """
    today = _today(case, case.article.number(span[0]))
    if today is None or today.year is None:
        return None
    text = case.article.bare.text
    if date is not None:
        moment = _with_year(text, span[0], Moment.parse(date), today.year)
        return (text[slice(*span)], True) if _is_behind(moment, today) else None
    clause = clause_of(text, span)
    if _NOW.search(text, clause[0], span[0]):
        return None
    for said in governing(case, span):
        if said.start >= span[1] and _ONWARD.search(text, span[1], said.start):
            continue
        if said.is_vague or (said.end <= span[0] and _THING.match(text, said.end)):
            continue
        own = clause[0] <= said.start < clause[1]
        moment = _with_year(text, said.start, said.moment, today.year)
        if moment.year is None:
            continue  # 12月: of which year, the words do not say
        return (_words(text, said), own) if _is_behind(moment, today) else None
    return None


_NOW = re.compile("(?:目前|现在|现有|如今)的?[^,;0-9]{0,6}$")
_ONWARD = re.compile("[0-9到至增减升降]")
"""由目前的2200份增至明年的3000份: the date is that of the second number."""


@lru_cache(maxsize=64)
def _today(case: Case, number: int) -> Moment | None:
    """When an article was written; a wrong date of it is told once, where it stands."""
    dates: tuple[Dated, ...] = getattr(case.content, "dates", ())
    if not dates:
        return None
    dated, article = dates[number], case.article.each[number]
    today = Moment.parse(dated.value)
    known = is_said(article, dated) if dated.stated else today.year in named_years(article)
    return today if known else None


def _with_year(text: str, start: int, moment: Moment, year: int) -> Moment:
    """明年9月: the year of the word right before it."""
    if moment.year is None:
        for led in RELATIVE.finditer(text, max(0, start - 6), start):
            if led.end() == start or text[led.end() : start] == "的":
                return moment.with_year(year + OFFSET[str(led.lastgroup)])
    return moment


def _is_behind(moment: Moment, today: Moment) -> bool:
    return moment.year is not None and moment.span()[0] >= today.span()[1]


def _words(text: str, said: SaidDate) -> str:
    return text[said.start : said.end]


def in_time(case: Case, numeral: Numeral, said: Spoken) -> Spoken:
    """What the words bear out, of a figure in its time: what lies ahead is planned or expected, whatever the verb."""
    found = ahead(case, (numeral.start, numeral.end), numeral.date)
    if found is None or said.statuses <= _COMING | {"applied_for"} or (said.firm and not found[1]):
        return said
    return Spoken(said.statuses & _COMING or _COMING, found[0], firm=True)


_COMING: frozenset[Status] = frozenset({"planned", "expected"})
_CLAUSE = re.compile(r"[.;:!?—](?=\s|$)|,(?= )|—")
_PAST = re.compile(
    r"\b(?:was|were|ha(?:s|ve|d)(?: all| both| since| already)?(?: been)?(?= \w+(?:ed|en|t|n)\b))\b", re.I
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|to be|to have|plan\w*|expect\w*|due|aim\w*|hop\w*|goals?|target\w*|"
    r"schedul\w*|set|intend\w*|propos\w*|promis\w*|pledg\w*|slated|forecast\w*|estimat\w*|agreed|asked|told|urged|until|not)\b",
    re.I,
)
_AT = re.compile(r"\b(?:by|in|on|at|before|during|within|early|late|mid|end of)(?: the)?[ -]$", re.I)


_HAS = re.compile(r"\b(?:has|have)(?: got)? $", re.I)


def told_too_soon(case: Texts, en: str) -> Iterator[tuple[str, Ref]]:
    """What a clause has that is planned; its past tense, where its date lies ahead: was put to use by September."""
    for ref in references(en):
        fact, home = case.known.get(ref.id), case.home(ref.id)
        has = _HAS.search(en[: ref.start]) if fact and fact.status in _COMING and not fact.date else None
        if has and not _TO_COME.search(
            en, max((m.end() for m in _CLAUSE.finditer(en, 0, ref.start)), default=0), ref.start
        ):
            yield has[0].strip(), ref
            continue
        numeral = home.numeral(fact) if home and fact and fact.date else None
        if home is None or numeral is None or not ahead(home, (numeral.start, numeral.end), numeral.date):
            continue
        start = max((m.end() for m in _CLAUSE.finditer(en, 0, ref.start)), default=0)
        stop = _CLAUSE.search(en, ref.start + len(ref.source))
        clause = en[start : stop.start() if stop else len(en)]
        past = _PAST.search(en, start, ref.start)
        if past and _AT.search(en, start, ref.start) and not _TO_COME.search(clause):
            yield past[0], ref
