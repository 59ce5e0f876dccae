"""When a number holds, as its sentence says: in a year, over a stretch, to date, since the year it is held against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bulletin.content.model import Moment
from bulletin.evidence.case import Case, Span
from bulletin.evidence.periods import RANGE, TIMES, SaidDate, governing
from bulletin.evidence.statuses import clause_of, sentence

_MOMENT = TypeAdapter(Moment)
_SO_FAR = re.compile(r"今年以来|[年开]初?以来|截[至止](?:目前|今|当前)|迄今|至今|到目前")
_NOW = re.compile(rf"{_SO_FAR.pattern}|目前|累计")
_AND = re.compile(r"[年月日][和、与及]$")
_FROM, _ON = re.compile(r"[自从]$"), re.compile(r"以来|起|至今")
_TO = re.compile(r"(?<![增升降减涨加提达])[至止到]$")


def is_moment(date: str | None) -> bool:
    """Can a fact hold this date?"""
    try:
        _MOMENT.validate_python(date)
    except ValidationError:
        return False
    return True


def proposed(case: Case, span: Span) -> Iterator[dict[str, Any]]:
    """What the words suggest, the likeliest first: by the nearest date; nothing of 2018年和2019年, which are two."""
    text = case.article.bare.text
    clause, start = clause_of(text, span), sentence(text, span)[0]
    says = [said for said in governing(case, span, compared=True) if not said.is_vague]
    if says and _AND.search(text[: says[0].start][-2:]):
        return
    flags = {"to_date": True} if _SO_FAR.search(text, start, clause[1]) else {}
    in_order = sorted(says, key=lambda said: said.start)
    found = [
        given
        for said in sorted(says, key=lambda said: not said.compared or said.start < clause[0])
        for given in _of(text, said, in_order, flags)
    ]
    now = [{"to_date": True}] if flags or (not says and _NOW.search(text, start, clause[1])) else []
    yield from (*found, *now, *({**given, "stated": False} for given in found))


def _of(text: str, said: SaidDate, says: list[SaidDate], flags: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The stretch that begins or ends with a date, or the date itself; what is only held against it began then."""
    for first, last in pairwise(says):
        if said in (first, last) and RANGE.fullmatch(text, first.end, last.start):
            yield {"since": first.written, "until": last.written}
    before = text[max(0, said.start - 2) : said.start]
    if said.compared:
        if not TIMES.match(text, said.end):
            yield {"since": said.written}
        return
    if _FROM.search(before) or _ON.match(text, said.end):
        yield {"since": said.written}
    if _TO.search(before):
        yield {"until": said.written}
    alone: dict[str, Any] = {"year": int(said.written)} if said.written.isdigit() else {"at": said.written}
    yield {**alone, **flags}
    yield alone
