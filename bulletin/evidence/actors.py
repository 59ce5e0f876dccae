"""Who acts in a clause, in both languages: 由居民 is by residents, not by the subdistrict that it names, too."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ACTORS = [
    row.split(" = ")
    for row in """
居民|群众|住户|村民|业主|市民|老百姓|百姓 = residents?|villagers?|the public
街道|办事处 = subdistrict|subdistrict office
志愿者 = volunteers?
企业|公司 = compan(?:y|ies)|firms?|contractors?
商户|商家|店主|摊主 = shops|traders?|shopkeepers?|stallholders?|merchants?
党员 = members?
社区 = communit(?:y|ies)
老师|教师 = teachers?
孩子|学生|大学生 = children|students?|pupils?
家长 = parents?
医生 = doctors?
专家 = experts?
农户|农民 = farmers?
老人|老年人 = the old|the elderly|old people|the aged
年轻人|青年 = young people|the young
楼长|楼院长 = wardens?|compound heads?
书记 = secretar(?:y|ies)
""".strip().splitlines()
]
_WHO = [(re.compile(zh), re.compile(rf"\b(?:{en})\b")) for zh, en in _ACTORS]
_ANY = "|".join(zh for zh, _ in _ACTORS), "|".join(en for _, en in _ACTORS)
_BY = (
    re.compile(rf"(?:由|被)[^，。]{{0,5}}?({_ANY[0]})"),
    re.compile(rf"\bby (?:the |local |its |all )?(?:\w+ )?({_ANY[1]})\b(?!’)"),
)
_FIRST = (
    re.compile(rf"^[^，。]{{0,6}}?(?<![给为向对和与替把帮请的在])({_ANY[0]})(?![的们里中内代家之、和与])"),
    re.compile(
        rf"^\W*(?:and |but |so that |once )?(?:the |all |most |some |many |local |young |old |\w+ed )?({_ANY[1]})\b"
        r"(?!’|-)(?! (?:is|are|was|were|has been|have been|being|and|or|of)\b)(?= [a-z])"
    ),
)
"""Who acts: by whom it is done, or who is named first."""
_TO_WHOM = re.compile("[给向教劝]|推选|选举|监督")


def names_actors(zh: str, en: str) -> bool:
    """Does one of them say by whom, or to whom?"""
    return bool(_BY[0].search(zh) or _BY[1].search(en) or _TO_WHOM.search(zh))


def actors(zh: str, en: str, around: tuple[str, str]) -> Iterator[tuple[str, str, str]]:
    """Who acts in a clause, where both languages say so: not the one whom the other names beside, or nowhere."""
    by = [pattern.search(text) for pattern, text in zip(_BY, (zh, en), strict=True)]
    first = [pattern.search(text) for pattern, text in zip(_FIRST, (zh, en), strict=True)]
    here, there = (one or other for one, other in zip(by, first, strict=True))
    if not here or not there or not (any(by) or _TO_WHOM.search(zh)):
        return
    mine = [both for both in _WHO if both[0].fullmatch(here[1])]
    its = [both for both in _WHO if both[1].fullmatch(there[1])]
    swapped = any(en_of.search(en) for _, en_of in mine) and any(zh_of.search(zh) for zh_of, _ in its)
    nowhere = not any(of.search(around[1]) for _, of in mine) and not any(of.search(around[0]) for of, _ in its)
    if not {*mine} & {*its} and (swapped or nowhere):
        yield "who", here[1], there[1]
