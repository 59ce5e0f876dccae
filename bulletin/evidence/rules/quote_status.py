"""quote-status: the status does not contradict the words of the quote.

Passes:  quote: 计划用三年时间改造老旧楼院88个     status: planned
Fails:   quote: 计划用三年时间改造老旧楼院88个     status: achieved

Looks at the clause in which the fact's number stands: 计划 拟 将 预计 力争 speak of what is to come, 申请 of what is
applied for, 已 完成 建成 of what is done. A warning, because a word may belong to something else in the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Fact, Status
from bulletin.evidence.case import Case
from bulletin.problems import Problem

NAME = "quote-status"

_COMING = re.compile(
    r"计划(?!生育|外|内|单列)|(?<![模虚草])拟(?!态|定了)|预计|力争|有望|规划(?:建设|面积|总)"
    r"|将(?=于|在|会|达|有|再|新建|建[成设]|实现|完成|投[入资]|陆续|全面)"
)
_APPLIED = re.compile(r"申[请报](?!表|书|人|[^,，]{0,8}的)")
_DONE = re.compile(
    r"(?:已|业已|均已)(?:经)?(?:完成|建成|竣工|拆除|封顶|交付|开业|投入)|(?:圆满|全部|顺利)完成|(?<![待未])建成(?!后)|竣工(?!后)"
)
_MARKS = re.compile(r"[,，。;；:：!！?？]")
_ALLOWED: tuple[tuple[re.Pattern[str], str, frozenset[Status]], ...] = (
    (_APPLIED, "applied for", frozenset({"applied_for", "planned", "expected"})),
    (_COMING, "to come", frozenset({"planned", "expected", "applied_for", "under_way"})),
    (_DONE, "done", frozenset({"achieved", "standing", "under_way"})),
)


def check(case: Case) -> Iterator[Problem]:
    for id, fact in case.content.facts.items():
        found = _contradicted(case, fact) if fact.derived is None else None
        if found:
            word, means, statuses = found
            message = f"the quote says {word}, which is {means}, but status is {fact.status}"
            help = f"one of {', '.join(sorted(statuses))}, or allow: {{{NAME}: why}}"
            yield case.problem(NAME, message, ("facts", id, "status"), level="warning", help=help)


def _contradicted(case: Case, fact: Fact) -> tuple[str, str, frozenset[Status]] | None:
    numeral = case.numeral(fact)
    if numeral is None:
        return None
    found = spoken_of(case.article.bare.text, numeral.start, numeral.end)
    return None if found is None or fact.status in found[2] else found


def spoken_of(text: str, start: int, end: int) -> tuple[str, str, frozenset[Status]] | None:
    """The first telling word of the clause around a number, what it means, and the statuses that go with it."""
    words = clause(text, start, end)
    for pattern, means, statuses in _ALLOWED:
        if match := pattern.search(words):
            return match[0], means, statuses
    return None


def clause(text: str, start: int, end: int) -> str:
    """What stands between the marks around the number."""
    before = max((mark.end() for mark in _MARKS.finditer(text, max(0, start - 60), start)), default=max(0, start - 60))
    after = _MARKS.search(text, end)
    return text[before : after.start() if after else len(text)]
