"""The words of a clause in both languages: English that no Chinese allows, and one of a family in the other's place.

An English word is allowed by its own clause or by one beside it that does not say it, too. The members of a family
exclude one another (社区 is no subdistrict, 玻璃 no brick): what a clause names in Chinese alone, and another in English
alone, has been exchanged; a free translation leaves a member out or brings one along, and seldom both.
"""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from bulletin.evidence.parity_words import licensed_in
from bulletin.evidence.patterns import Pattern, Rows
from bulletin.messages import say

Claim = tuple[str, str, str, str]
Part = tuple[str, str]
"""A clause in Chinese and in English, the English in lower case."""

_FAMILIES = r"""
居民|群众|住户|村民|业主|百姓|街坊|邻 = residents?|villagers?|the public|neighbou?rs?|households?|rural
干部|官员|领导|科员|公务员 = officials?|cadres?|leaders?
企业|公司|创业 = compan(?:y|ies)|firms?|contractors?|business(?:es)?|enterprises?
志愿|义工 = volunteer\w*
老师(?!傅)|教师 = teachers?
学生|学员 = students?|pupils?|trainees?|graduates?
医生|大夫 = doctors?
专家 = experts?
农户|农民 = farm\w*|rural|households?
民警|警察|公安 = police\w*
商户|商家|店主|摊主|商贩 = traders?|shopkeepers?|stallholders?|merchants?|vendors?|business(?:es)?
司机 = drivers?

小区|楼院|家属院|院落 = compounds?|courtyards?|estates?
社区 = communit(?:y|ies)
(?<!乡)村(?!民) = villages?
街道|办事处|辖区 = subdistricts?(?! says)
镇 = towns?
(?<!城)市(?!场|民)|城市|全城 = cit(?:y|ies)

老|旧|古|多年 = old(?:er|est)?|elderly
新 = new(?:ly)?
青年|年轻 = young(?:er)?

大型|大批|大量|最大 = large(?:r|st)?|big(?:ger|gest)?
小型|小微|微型|最小 = small(?:er|est)?|tiny

玻璃 = glass
砖 = bricks?|tiles?
瓦 = tiles?|tilers?
石 = stones?|stone\w+|flagstones?
木 = wood(?:en)?|timber|carpenters?
钢 = steel
竹 = bamboo

巷|胡同 = lanes?|alleys?
桥 = bridges?
河|江 = rivers?
湖 = lakes?
山 = hills?|mountains?

学校|小学|中学 = schools?
医院|卫生院 = hospitals?
公园|游园 = parks?
公厕|厕所|旱厕 = toilets?|latrines?
食堂 = canteens?
图书馆 = librar(?:y|ies)
博物馆 = museums?
幼儿园 = kindergartens?

公积金 = provident
养老金|退休金 = pensions?
贷款 = loans?
税 = tax(?:es)?

停车 = parking
规划 = planning
绿化 = greening

先进 = advanced|progressive|model
文明 = civili[sz]ed|civility|model|courte\w*
示范 = model|demonstration|exemplary|pilot
模范|标兵|楷模 = model|exemplary
优秀|优良 = excellent|outstanding|fine
平安 = safe|peaceful|security
先锋 = pioneer\w*|vanguard
一流|一等 = first-class|first-rate

外 = outwards?|outside|outer|external|exterior|outdoors?
内 = inwards?|inside|inner|internal|interior|indoors?

便宜|廉 = cheap(?:er|est)?
贵 = dear(?:er|est)?|expensive

拓宽|加宽 = widen\w*
缩窄|变窄 = narrowed|narrowing

买|购 = buy(?:s|ing)?|bought|purchas\w*
卖|售 = sells?|selling|sold|sale
租 = rent\w*|leas\w*
借 = borrow\w*|lent|lend\w*

春 = springs?
夏|暑 = summers?
秋 = autumns?
冬 = winters?

饭|餐 = meals?|diners?|dining|eat\w*
茶 = tea\w*
酒 = wine|liquor

船|渡 = boats?|ferr(?:y|ies)|ferrym[ae]n|boatm[ae]n
公交|班车 = bus(?:es)?
地铁 = metro|trains?|subway
铁路|火车 = rail\w*|trains?
"""
"""Chinese = English; an empty line between families."""
_ROWS = [
    (family, row.split(" = "))
    for family, rows in enumerate(_FAMILIES.strip().split("\n\n"))
    for row in rows.splitlines()
]
_ZH, _EN = (Rows(Pattern(zh) for _, (zh, _) in _ROWS), Rows(Pattern(rf"\b(?:{en})\b") for _, (_, en) in _ROWS))


_MARK = re.compile("[，：；。！？,:;!?]")


def is_apart(zh: str, en: str) -> bool:
    """Can a clause of two sentences say what the sentences as a whole do not show?"""
    words = [found for found, _ in licensed_in(en, True)]
    if words and (len(_MARK.findall(zh)) > 2 or any(en.count(word) > 1 for word in words)):
        return True
    here = {i for i, _ in _ZH.within(zh)}
    return bool(here) and any(
        i != j and _ROWS[i][0] == _ROWS[j][0] for i, j in product(here, [j for j, _ in _EN.within(en)])
    )


def _near(parts: Sequence[Part], at: int, word: str) -> str:
    """The Chinese of a clause, and of those by it that do not say the English word, too: English turns their order."""
    beside = [*parts[max(0, at - 2) : at], *parts[at + 1 : at + 3]]
    return "\n".join((parts[at][0], *(zh for zh, en in beside if word not in en)))


def exchanged(parts: Sequence[Part]) -> Iterator[Claim]:
    """The members of a family that stand in each other's place in a clause."""
    for at, (zh, en) in enumerate(parts):
        here = dict(_ZH.within(zh))
        there = dict(_EN.within(en)) if here else here
        told = {there[i] for i in here if i in there}
        extra = {_ROWS[i][0]: (i, word) for i, word in there.items() if i not in here and word not in told}
        for i, said in here.items() if extra else ():
            which, word = extra.get(_ROWS[i][0], (i, ""))
            if i not in there and word and which not in dict(_ZH.within(_near(parts, at, word))):
                yield "exchanged", said, word, say("parity.exchanged", zh=said, en=word)


_HAN, _SENTENCE, _FEW = re.compile("[\u4e00-\u9fff]"), 14, 4
"""How many characters tell something, whatever stands beside it (what is shorter is a label); how few tell nothing."""
_ANYWHERE = frozenset({"one", "some"})
"""What stands anywhere in a sentence, as often as its style wants it."""
_AGAIN = re.compile("county|district|city|provinc(?:e|ial)|town|village|subdistrict|sa(?:ys?|id)|tells?|only", re.I)
"""Whose Chinese may stand further up: a subject or a limit that English says again, and who says what follows."""


def unsaid(parts: Sequence[Part], sentence: str, whole: str) -> Iterator[Claim]:
    """English that no word of the Chinese allows."""
    is_told = len(_HAN.findall(whole)) >= _SENTENCE
    for at, (_, en) in enumerate(parts):
        for found, (allowing, _) in licensed_in(en, is_told):
            near = _near(parts, at, found)
            near = sentence if len(_HAN.findall(near)) < _FEW or found in _ANYWHERE else near
            again = _AGAIN.fullmatch(found) or (f"the {found}" in en and any(found in told for _, told in parts[:at]))
            if not allowing.search(whole if again or len(_HAN.findall(near)) < _FEW else near):
                yield "extra words", "", found, say("parity.extra", en=found)
