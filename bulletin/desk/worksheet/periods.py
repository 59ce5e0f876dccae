"""When a number holds, as its sentence says: one year, a range, up to now, since the year it is held against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from bulletin.content.model import Moment
from bulletin.evidence.case import Case, Span
from bulletin.evidence.numerals import Numeral

_MOMENT = TypeAdapter(Moment)
_YEAR = re.compile(r"\d{4}")
_STOP = re.compile(r"[。；;！!？?]|\n\s*\n")
_TO_NOW = re.compile(r"今年以来|年初以来|开年以来|截至(?:目前|今|当前)|迄今|到目前为止")
_RANGE = re.compile(r"[至到]|[-—–~]{1,2}")
_AGAINST = re.compile(r"[比较]$|[与和同跟]$")
_TIMES = re.compile(r"的?[^,。;]{0,3}倍")


@dataclass(frozen=True, slots=True)
class _Told:
    """A time that the text tells, as a flow map; `against` is one that the number behind it is compared with."""

    span: Span
    period: str
    against: bool = False


def is_moment(date: str | None) -> bool:
    """Can a fact hold this date?"""
    try:
        _MOMENT.validate_python(date)
    except ValidationError:
        return False
    return True


def period_of(case: Case, numeral: Numeral, clause: Span) -> str | None:
    """The period as a flow map, where the clause, or the sentence up to the number, tells one and no other."""
    if numeral.date:
        return None
    told = list(_told(case, numeral, (min(clause[0], _sentence(case, numeral)), clause[1])))
    against = [one for one in told if one.against and clause[0] <= one.span[0] < numeral.start]
    if against:
        return against[-1].period
    inside = [one for one in told if not one.against and clause[0] <= one.span[0]]
    before = [one for one in told if not one.against and one.span[0] < numeral.start]
    periods = {one.period for one in inside or before}
    return periods.pop() if len(periods) == 1 else None


def _sentence(case: Case, numeral: Numeral) -> int:
    """Where the number's sentence begins, in the bare text."""
    article = case.article
    origin = article.bare.origin
    start = max((m.end() for m in _STOP.finditer(article.text, 0, origin[numeral.start])), default=0)
    return next(i for i in range(len(origin)) if origin[i] >= start)


def _told(case: Case, numeral: Numeral, span: Span) -> Iterator[_Told]:
    text = case.article.bare.text
    for match in _TO_NOW.finditer(text, *span):
        yield _Told(match.span(), "{to_date: true}")
    dates = [n for n in case.inside(span) if n.date and n != numeral and is_moment(n.date)]
    while dates:
        first, *dates = dates
        if dates and (link := _RANGE.match(text, first.end)) and link.end() == dates[0].start:
            last, *dates = dates
            yield _Told((first.start, last.end), _range(str(first.date), str(last.date)))
        elif not _TIMES.match(text, first.end):
            yield _one(text, first)


def _range(first: str, last: str) -> str:
    """2018年1月至8月: the year holds for both."""
    if _YEAR.match(first) and last.startswith("--"):
        last = f"{first[:4]}{last[1:]}"
    return f'{{since: "{first}", until: "{last}"}}'


def _one(text: str, numeral: Numeral) -> _Told:
    span, date, before = (numeral.start, numeral.end), str(numeral.date), text[: numeral.start][-2:]
    if _AGAINST.search(before) and (before[-1] in "比较" or text.startswith("相比", numeral.end)):
        return _Told(span, f'{{since: "{date}"}}', against=True)
    if before.endswith(("从", "自")):
        return _Told(span, f'{{since: "{date}"}}')
    if before in ("截至", "截止") and _YEAR.fullmatch(date):
        return _Told(span, f"{{year: {date}, to_date: true}}")
    if before.endswith(("至", "止", "到")):
        return _Told(span, f'{{until: "{date}"}}')
    return _Told(span, f"{{year: {date}}}" if _YEAR.fullmatch(date) else f'{{at: "{date}"}}')
