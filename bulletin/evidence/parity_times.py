"""When and how often, as one language of a sentence says it and the other does not: 每周 that is lost, 今年 as last year.

A row is one line: Chinese = the English of which some must stand there. Data, and the two ways in which they differ.
"""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.messages import say

Claim = tuple[str, str, str, str]

_LOST = [
    (re.compile(zh), re.compile(en))
    for zh, en in (
        row.split(" = ")
        for row in r"""
每[天日](?![期历])|天天|每[晚早]|日均 = (?<!same )(?<!that )\bda(?:y|ys|ily)\b|night|evening|morning|24|clock|always|\w+ly\b.*\bmeals
每个?(?:周|星期)|每逢?周[一二三四五六日末] = week|\bmon(?:days?)?\b|\btue|\bwed|\bthu|\bfri|\bsat|\bsun
每个?月|月月|按月|月(?=巡查|督查|评|例会) = month
每个?季 = quarter|season|every three months
每年|年年(?![份底初末]) = year|annual|\bannum
常态化 = regular|routine|normal|every|each|ongoing|standing|continu|constant|always|usual|week|month|da[iy]
定期 = regular|period|every|each|schedul|routine|\bweek|month|quarter|time to time|\bset\b
上半年 = half|\bjune\b|six months
(?<![“‘\"])今年|本年度 = year|(?:19|20)\d\d|\bso far\b|\bnow\b|\btoday\b|\bdate\b|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|spring|summer|autumn|winter|season|recent
(?<![“‘\"])(?:去年|上年) = year|(?:19|20)\d\d|\bprevious\b|\bbefore\b|\bearlier\b|\blast\b|annual
""".strip().splitlines()
    )
]
"""Chinese that says when or how often: where none of the English stands there, it is lost."""
_YEARS = (
    (re.compile("今年|本年|年内|当年|明年底前"), re.compile(r"\bthis year\b|\bcurrent year\b")),
    (re.compile("去年|上年|上一?年|前一?年|同比"), re.compile(r"\blast year\b")),
    (re.compile("明年|来年|下一?年|次年"), re.compile(r"\bnext year\b")),
)


def tells_time(zh: str) -> bool:
    """Can any clause of a sentence lose what it says of time?"""
    return any(said.search(zh) for said, _ in _LOST)


def times_lost(zh: str, en: str) -> Iterator[Claim]:
    """What the Chinese of a sentence says of time, and no word of its English."""
    for said, rendered in _LOST:
        if (found := said.search(zh)) and not rendered.search(en):
            yield "time", found[0], "", say("parity.lost", zh=found[0])


def another_year(zh: str, en: str) -> Iterator[Claim]:
    """今年 as "last year": the English names a year by a word that the Chinese has not, and lacks its own."""
    said = [bool(one.search(zh)) for one, _ in _YEARS]
    meant = [one.search(en) for _, one in _YEARS]
    for at, found in enumerate(meant):
        if found and not said[at] and any(here and not there for here, there in zip(said, meant, strict=True)):
            yield "time", "", found[0], say("parity.extra", en=found[0])
