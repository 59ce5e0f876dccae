"""On which day an article was written: what its own lines say, at the head, at the foot and in its source line."""

from __future__ import annotations

import re

from bulletin.content.model import Dated
from bulletin.evidence.article import Article, bare
from bulletin.wording.dates import Moment

_DAY = re.compile(r"((?:19|20)\d\d)\s*[-/.年]?\s*(1[0-2]|0?[1-9])?(?:\s*[-/.月]?\s*(3[01]|[12]\d|0?[1-9]))?(?!\d)")
_TELLS_TODAY = re.compile("截[至止]|本报|报道|记者|讯|[昨今]日|[昨今]天|日前|刊|版|发布|来源")
"""What tells that a date is the article's own, in the words of `where` or right before them."""
_SOURCE = re.compile("原?[载刊][自于]?[《:：]|来源|[报刊][》」”]|第[0-9A-Z一二三四五六七八九十]+版|本报[^,。]{0,6}讯")
"""What tells that a line says where the article was printed."""
_HEAD, _FOOT, _SHORT = 12, 5, 40
"""Lines at the top and at the bottom in which an article is dated, and characters of a line of its own."""


def own_date(article: Article) -> str:
    """The day on which the article was printed, as its source line says it: (原载《…报》2025年11月21日第3版)."""
    lines = [line for line in map(str.strip, article.text.split("\n")) if line]
    for line in (*lines[:_HEAD], *lines[-_FOOT:]):
        day = _DAY.search(line) if len(line) <= _SHORT and _SOURCE.search(line) else None
        if day and day[2] and day[3]:
            return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return ""


def is_said(article: Article, dated: Dated) -> bool:
    """Does a line of the article, or `where` in it, say this date?"""
    wanted = Moment.parse(dated.value)
    return any(_agrees(match, wanted) for line in _lines(article, dated) for match in _DAY.finditer(line))


def _lines(article: Article, dated: Dated) -> list[str]:
    if dated.where:
        text = article.bare.text
        return [
            dated.where
            for start, _ in article.find(dated.where)
            if _TELLS_TODAY.search(text[:start] + bare(dated.where).text, max(0, start - 12))
        ]
    lines = [line.strip() for line in article.text.split("\n") if line.strip()]
    return [*lines[:_HEAD], *(line for line in lines if len(line) <= _SHORT), *lines[-_FOOT:]]


def _agrees(match: re.Match[str], wanted: Moment) -> bool:
    year, month, day = (int(group) if group else None for group in match.groups())
    pairs = ((wanted.year, year), (wanted.month, month), (wanted.day, day))
    return wanted.part is None and all(want is None or want == got for want, got in pairs)
