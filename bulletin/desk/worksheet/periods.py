"""When a number holds, as its sentence says: in a year, over a stretch, to date, since the year it is held against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bulletin.content.model import Moment, Period, Status
from bulletin.evidence.case import Case, Span
from bulletin.evidence.happened import of_an_event
from bulletin.evidence.how_far import FUTURE, words_of
from bulletin.evidence.periods import EVENT, RANGE, RELATIVE, TIMES, SaidDate, dated_year, founded, governing
from bulletin.evidence.rules.period import WHOLE_YEAR, year_before
from bulletin.evidence.statuses import clause_of, sentence

_MOMENT = TypeAdapter(Moment)
_SO_FAR = re.compile(r"今年以来|[年开]初?以来|截[至止](?:目前|今|当前)|迄今|至今|到目前")
_NOW = re.compile(rf"{_SO_FAR.pattern}|目前|累计")
_AND = re.compile(r"[年月日][和、与及]$")
_FROM, _ON = re.compile(r"[自从]$"), re.compile(r"以来|起|至今")
_TO = re.compile(r"(?<![增升降减涨加提达])[至止到]$")
_FIRST_MONTHS = re.compile(r"前(?:[0-9一二两三四五六七八九十]+个月|[一二三]个?季度)")
_JUST_NOW = re.compile(r"(?:目前|现在?|当前|眼下|如今|现有)的?(?:约|近)?$")
"""目前的2200份: now, whatever the sentence says of the days to come."""
_RECENT = re.compile(r"近几?年来?")
_THIS_YEAR = re.compile("今年|本年")
_UNTIL_THEN, _SINCE_THEN = (
    re.compile("[由从]$"),
    re.compile("[^,;。0-9]{0,4}(?:[增提降减缩扩发]|上升|下[降调])[^,;。0-9]{0,3}[到至为了]"),
)
_A_YEAR = re.compile("(?:全年|(?<!近)一年[来间]),")
"""2024年,街道推行…。一年来,共召开312场,收集意见1847条: it governs the clauses behind its own."""
_TOLD: frozenset[Status] = frozenset({"achieved", "under_way"})
"""What is counted of a year that goes on is counted so far."""
_OF_NUMBER = re.compile(rf"(?![^,;。]{{1,14}}{EVENT})[^,;。]{{1,14}}的(?=[0-9一二两三四五六七八九十])")
_ASIDE = 20
"""Characters of an aside in parentheses within which its date stands."""
_UNIT = 3
"""Characters of a unit between a number and an aside of its own: 452户(2016年已回迁)."""
_REST = re.compile("另|其余|剩余|余下|还有")
_AS_OF = re.compile("截[至止]")
_OPENING = re.compile(
    r"\"?(?:目前,?)?(?:[\u4e00-\u9fff]{0,10}(?:街道|镇|乡|社区|片区|办事处|党工委|村))?(?:计划|预计|力争|规划|将|拟)?"
    r"[自从在于至到截止]{0,2}(?:目前|今年|本年|去年|[0-9]{4}年)?(?:[0-9年月日季度旬底末]+(?:至|到|[—–~-]{1,2}))?"
)
"""What may stand before a date that governs the clauses behind its own."""
_RATE = re.compile("[每日月年][天日周月年均]|每天")
_DID = re.compile("(?!以来|起|至今|[底末初]?[,;。])[^,;。]")
_EXTENT = re.compile("(?:面积|投资|[全总]长|规模|高|深)(?:约|近|达到?|为)*$")
"""What works measure or cost is not counted since they began."""
_BEGINNING = re.compile("启动|开始|开馆|开业|投用|成立以来|推行|实施[^,]{0,6}以来")


def is_moment(date: str | None) -> bool:
    """Can a fact hold this date?"""
    try:
        _MOMENT.validate_python(date)
    except ValidationError:
        return False
    return True


def period(given: dict[str, Any]) -> Period | None:
    """What a content file can hold of it: no stretch that ends before it begins."""
    try:
        return Period(**given)
    except ValidationError:
        return None


def proposed(case: Case, span: Span, status: Status) -> Iterator[dict[str, Any]]:
    """What the words suggest, the likeliest first: by the nearest date; nothing of 2018年和2019年, which are two."""
    text = case.article.bare.text
    if is_of_now(text, span):
        yield {"to_date": True}
        return
    clause, start = clause_of(text, span), sentence(text, span)[0]
    if _UNTIL_THEN.search(text, clause[0], span[0]) and _SINCE_THEN.match(text, span[1]):
        return  # 诊室由42间增加到96间: how many there were before
    says = [said for said in governing(case, span, compared=True) if not said.is_vague or _is_term(text, said)]
    says = [said for said in says if not founded(text, said)]
    if says and _AND.search(text[: says[0].start][-2:]):
        return
    says = [said for said in says if not _of_its_own(case, said, span, clause) and not _is_narrowed(said, says)]
    says = [said for said in says if not (text.startswith("前", said.end) and ";" in text[said.end : span[0]])]
    if status in (*_TOLD, "standing"):
        says = [said for said in says if not _of_what_is_to_come(text, said, clause)]
    if status == "standing" and any(text.startswith("以来", s.end) and ";" in text[s.end : span[0]] for s in says):
        return  # 今年以来,…;活跃在社区的文艺队38支: a stretch counts nothing that is there
    says = [said for said in says if not of_an_event(text, said, span, status)]
    so_far = bool(_SO_FAR.search(text, start, clause[1]))
    in_order = sorted(says, key=lambda said: (said.start, said.written))
    found = [
        given
        for said in sorted(says, key=lambda said: not said.compared or said.start < clause[0])
        for given in _of(text, said, in_order, span, so_far=so_far, told=status in _TOLD)
    ]
    if not says and (year := year_before(case, span)):
        if WHOLE_YEAR.search(text, *clause):
            yield {"year": year, "stated": False}
        elif _A_YEAR.search(text, start, span[0]):
            yield {"year": year, "where": f"{year}年"}
    yield from (*found, *({**given, "stated": False} for given in found))
    if so_far or (not says and _NOW.search(text, start, clause[1])):
        yield {"to_date": True}
    if not says and _RECENT.search(text, start, span[0]):
        yield {"recent": True}


def is_of_now(text: str, span: Span) -> bool:
    """Does 目前 stand right before it, in a sentence that is of something else?"""
    return bool(_JUST_NOW.search(text, max(0, span[0] - 6), span[0])) and bool(
        words_of(text[slice(*sentence(text, span))]).keys() & FUTURE
    )


def of_its_year(case: Case, span: Span) -> Iterator[dict[str, Any]]:
    """The year of a date that names none: its sentence's, or the article's own."""
    text = case.article.bare.text
    says = [said for said in governing(case, span) if said.moment.year and not said.inferred]
    for said in says[:1]:
        is_named = not RELATIVE.fullmatch(text, said.start, said.end)
        yield {"year": said.moment.year} if is_named else {"year": said.moment.year, "stated": False}
    if year := dated_year(case, span[0]):
        yield {"year": year, "stated": False}


def _of_what_is_to_come(text: str, said: SaidDate, clause: Span) -> bool:
    """预计年底前完工;新建步道3.1公里: a date of another clause, by which something else is to be done."""
    own = clause_of(text, (said.start, said.end))
    return own != clause and bool(words_of(text[slice(*own)]).keys() & FUTURE)


def _is_term(text: str, said: SaidDate) -> bool:
    """年底前, by which something is to be done."""
    return text.startswith("前", said.end)


def _is_narrowed(said: SaidDate, says: list[SaidDate]) -> bool:
    """今年 in 今年6月."""
    return any(other.start == said.end for other in says)


def _of_its_own(case: Case, said: SaidDate, span: Span, clause: Span) -> bool:
    """A date in parentheses, of another number (2020年改造的53个), or inside a clause of its own governs no other."""
    text = case.article.bare.text
    if attributive := _OF_NUMBER.match(text, said.end):
        return attributive.end() < span[0]
    opened = text.rfind("(", max(0, said.start - _ASIDE), said.start)
    if opened > text.rfind(")", 0, said.start) and (closed := text.find(")", said.end)) >= 0:
        return not (opened < span[0] < closed or 0 <= opened - span[1] <= _UNIT)
    if clause[0] <= said.start or "以来" in text[clause[0] : span[0]]:
        return False
    begun = max(
        clause_of(text, (said.start, said.end))[0], *(at for at in (*case.article.lines, 0) if at <= said.start)
    )
    as_of = _AS_OF.match(text, begun, said.start)  # 截至5月底,已整改162处,其余24处正在施工
    return (not as_of and _REST.match(text, clause[0]) is not None) or not _OPENING.fullmatch(text, begun, said.start)


def _of(
    text: str, said: SaidDate, says: list[SaidDate], span: Span, *, so_far: bool, told: bool
) -> Iterator[dict[str, Any]]:
    """The stretch that begins or ends with a date, or the date itself; what is only held against it began then."""
    for first, last in pairwise(says):
        if said in (first, last) and first.start == last.start and text.startswith("以来", said.end):
            yield {"since": first.written}  # “十四五”以来: it has begun, and need not have ended
            return
        if said in (first, last) and (first.start == last.start or RANGE.fullmatch(text, first.end, last.start)):
            yield {"since": first.written, "until": last.written}
    before = text[max(0, said.start - 2) : said.start]
    if said.compared:
        if not TIMES.match(text, said.end):
            yield {"since": said.written}
        return
    this_year = _THIS_YEAR.fullmatch(text, said.start, said.end)
    runs = not this_year and (_FROM.search(before) or _ON.match(text, said.end))
    if runs or _begins(text, said, span):
        yield {"since": said.written}
    if text.startswith("前", said.end):
        yield {"until": said.written}
    is_year = said.written.isdigit()
    named = {"stated": False} if RELATIVE.fullmatch(text, said.start, said.end) else {}  # 今年 names no year
    alone: dict[str, Any] = {"year": int(said.written), **named} if is_year else {"at": said.written}
    of_it_alone = text.startswith("的", said.end)  # 由2021年的27%
    begun = told and this_year and _FIRST_MONTHS.match(text, said.end)  # 今年前10个月
    if is_year and ((so_far and not of_it_alone) or begun):
        yield {**alone, "to_date": True}
    elif is_year and told and this_year:
        yield {**alone, "to_date": True, "stated": False}
    yield alone
    if _TO.search(before):
        yield {"until": said.written}


def _begins(text: str, said: SaidDate, span: Span) -> bool:
    """今年6月,街道启动…,已走访6250户: what is counted behind a beginning is counted since then."""
    if _EXTENT.search(text, said.end, span[0]):
        return False
    return span[0] > clause_of(text, (said.start, said.end))[1] and bool(_BEGINNING.search(text, said.end, span[0]))
