"""When, how often and how much, as one language says it and the other does not: 每周 or 部分 lost, 今年 as last year.

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
只(?=[有在是写见能限招收许准留够管剩])|(?<!不)仅(?=[有在供限见次剩0-9<])|唯一 = \bonly|just|alone|sole|merely|nothing|nobody|\bno\b|none|exclus|limit|\bbut\b|except|single|simply|never|unless|until|confin|restrict|\bx\b|\bone\b
(?<![大全内干])部分(?!的|地)|一些|若干|个别|少数(?!民)|(?<![\u4e00-\u9fff])有(?:[的些]|(?:人|家长|路段|小区|居民|住户|老人)(?=[\u4e00-\u9fff])(?![口士楼院区点委所处活一二三四五六七八九十百千万两数约近共多某])) = \bsome|\bif\b|\bparts?\b|\bpartly|\bpartial|\bfew\b|several|certain|one or two|\bone (?:s?he )?[a-z]+s\b|handful|\bothers?\b|number|various|individual|\bany|minorit|not all|there (?:are|were|is|was)|nobody|no one|many|those|selected|occasional|varied|variety|majorit|most|\bor\b|portion|selection|people (?:who|with)|\braised|object|complain
各(?=自|家|户|人|个)|逐(?=[户个栋家])|每(?=[户个家餐人名栋]) = \beach|every|\ball\b|\bown\b|respective|\bper\b|\bevery|individual|apiece|throughout|\bany|\bboth|\w+ by \w+|door|wide\b|differ|various|particular|\ba (?:meal|head|household|family|person|time|building|month|day)|whole|respect|separate|share|always|\bno\b|none|average|\ban?\b|in turn
大多数?(?!元)|(?<!少)多数|(?:大|绝大)部分 = \bmost|major|largely|mainly|more|bulk|mass|overwhelm|nine|eight|usual|general|many|chiefly
(?<!无)基本(?=[具统完建实满清形成协一达恢消解到改修稳绝掌]) = largely|most|basic|more or less|general|essential|nearly|almost|all but|in the main|broad|substantial|virtual|much of|main|practical|bulk|\bwell\b|as good as
几乎|差不多 = almost|nearly|all but|virtual|practical|hardly|scarcely|close to|about|most|few|near
常常|经常|时常|往往|通常|有时(?!段|候|间)|偶尔 = often|usual|general|frequent|regular|sometimes|at times|always|tend|mostl?y?|occasion|common|habit|would|time|typical|now and|ever|\bmany\b|routin|keep|kept|constant|as a rule|seldom|again
逐步|逐渐|渐渐|日益 = gradual|\bstep|steadi|increas|slow|stage|phase|over time|over the|more and more|little by little|bit by bit|progress|\bone by one|one after|year by year|continu|further|\bmore\b|\bgrow|becom|\bturn|\w+ by \w+|\bbeing|\bbeg[aiu]n|\bstart|evolv|\bever\b|successi|in turn|rolling|\bwiden|\bmoving|\byears
、[^，。；、：\n]{1,14}等(?![待候级于了着到在会奖功为次级，。]|问题|方面|工作|基本|服务)(?=[\u4e00-\u9fff]) = others?\b|such as|includ|among|like|example|instance|etc|and so on|so on|more|various|rang|all\b|elsewhere|sort|kind|as well as|\bx\b|beside|from .* to|\bthese|\bor\b|whole|whether
""".strip().splitlines()
    )
]
"""Chinese that says when, how often or of how many: where none of the English stands there, it is lost."""
_YEARS = (
    (re.compile("今年|本年|年内|当年|明年底前"), re.compile(r"\bthis year\b|\bcurrent year\b")),
    (re.compile("去年|上年|上一?年|前一?年|同比"), re.compile(r"\blast year\b")),
    (re.compile("明年|来年|下一?年|次年"), re.compile(r"\bnext year\b")),
)


def tells_time(zh: str) -> bool:
    """Can any clause of a sentence lose what it says of time?"""
    return any(said.search(zh) for said, _ in _LOST)


def times_lost(zh: str, en: str) -> Iterator[Claim]:
    """What the Chinese of a sentence says of time and amount, and no word of its English."""
    for said, rendered in _LOST:
        found = said.search(zh)
        if found and not rendered.search(en):
            yield "time", found[0], "", say("parity.lost", zh=found[0])


def another_year(zh: str, en: str) -> Iterator[Claim]:
    """今年 as "last year": the English names a year by a word that the Chinese has not, and lacks its own."""
    said = [bool(one.search(zh)) for one, _ in _YEARS]
    meant = [one.search(en) for _, one in _YEARS]
    for at, found in enumerate(meant):
        if found and not said[at] and any(here and not there for here, there in zip(said, meant, strict=True)):
            yield "time", "", found[0], say("parity.extra", en=found[0])
