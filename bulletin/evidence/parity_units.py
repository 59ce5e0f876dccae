"""Units as they stand behind a number in either language: what they measure, how they convert, what they count."""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from bulletin.content.measures import MEASURES
from bulletin.evidence.number_words import MEASURE_WORDS


@dataclass(frozen=True, slots=True)
class ScaledUnit:
    """`scale` base units of a dimension."""

    dimension: str
    scale: Fraction


_MORE_ENGLISH = """
area 1 sqm|sq m|square metre|square metres|m2 · area 1000000 sq km|square kilometre|square kilometres|km2
area 4046.86 acre|acres · area 0.092903 square feet|square foot|sq ft · area 2589988 square mile|square miles
volume 1 cubic metre|cubic metres|m3|cu m · volume 0.001 litre|litres · volume 0.0283 cubic feet|cubic foot
length 1000 kilometre|kilometres|km/h · length 1 metre|metres · length 1609.34 mile|miles · length 0.3048 feet|foot|ft
mass 1000 ton|tons|tonne|tonnes|metric tonne|metric tonnes · mass 1 kilo|kilos|kilogramme|kilogrammes
mass 0.5 catty|catties · mass 0.4536 pound|pounds|lb|lbs · yuan 1 yuan|CNY|renminbi · dollar 1 dollar|dollars|USD
euro 1 EUR · month 12 yr|yrs · month 120 decade|decades · minute 20160 fortnight|fortnights · minute 60 hr|hrs
minute 1 min|mins · celsius 1 degree|degrees|degree centigrade|degrees centigrade
fahrenheit 1 degree F|degrees F|°F · power 1 kilowatts · energy 1 kilowatt hour|kilowatt hours
"""
_MORE_CHINESE = """
area 100/3 平方丈 · month 1 个多月|多月|个半月|半月 · minute 60 个多小时|多小时|个半小时|半小时|个多钟头|个半钟头
volume 1 方土|方混凝土|方垃圾|方水|方木 · fahrenheit 1 °F · celsius 1 度
"""
_NOT_BEHIND = {
    "里": "面程外头弄长坊",
    "担": "任当保负架心忧",
    "米": "面粉饭",
    "升": "级入旗学到至温降空",
    "分": "别布头工担散批类为成给发享管",
    "吨": "位",
    "斤": "斤",
    "天": "然空气",
    "亩": "均",
    "年": "代级报检轻纪货味糕",
    "月": "日",
    "千瓦": "时",
    "平方": "公千米",
    "克": "服扣难",
    "元": "旦宵素气老",
    "周": "年岁边围到末全",
    "度": "假过电日",
}
_NO_UNITS = frozenset(["成", "百分之", "%", "％", "‰", "千分之", "倍", "个百分点", "百分点", "圆"])


def _units() -> tuple[dict[str, ScaledUnit], dict[str, ScaledUnit]]:
    """The house's table of measures and what else is met, by what a text has in lower case."""
    chinese = {zh: one for zh, one in MEASURES.items() if zh not in _NO_UNITS and "/" not in zh}
    english = {name: one for one in chinese.values() for name in (one.one, one.other, one.short)}
    units = [
        {name.lower(): ScaledUnit(one.dimension, one.scale) for name, one in each.items()}
        for each in (english, chinese)
    ]
    for found, table in zip(units, (_MORE_ENGLISH, _MORE_CHINESE), strict=True):
        for row in re.split(r" · |\n", table.strip()):
            dimension, scale, words = row.split(" ", 2)
            found.update((word.lower(), ScaledUnit(dimension, Fraction(scale))) for word in words.split("|"))
    del units[0][""], units[0]["second"]
    return {name.replace("-", " "): unit for name, unit in units[0].items()}, units[1]


_ENGLISH, _CHINESE = _units()
_LONGEST = max(map(len, _ENGLISH))
_MONEY_BEFORE = re.compile(r"(?:(RMB|CNY|yuan|¥|￥)|(USD|US\$|(?<!HK)\$)|(EUR|€)) ?$", re.I)
_MONEY = [ScaledUnit(name, Fraction(1)) for name in ("yuan", "dollar", "euro")]
_BETWEEN = re.compile(
    r"^(?: and a half)?(?:[- ]?odd|\+| or (?:more|so)|\s*of(?= yuan))?[ -]*"
    r"(?:(?:full|whole|linear|running|more|consecutive|additional|extra|further|calendar|US|long)[ -])?",
    re.I,
)


def english_unit(before: str, after: str) -> ScaledUnit | None:
    """The unit of a number between two texts; None where it counts things."""
    if money := _MONEY_BEFORE.search(before[-5:]):
        return _MONEY[(money.lastindex or 1) - 1]
    rest = after[_BETWEEN.match(after).end() :].lower().replace("-", " ")  # type: ignore[union-attr]
    ends = (at for at in range(min(len(rest), _LONGEST), 0, -1) if not rest[at : at + 1].isalnum())
    return next((_ENGLISH[rest[:at]] for at in ends if rest[:at] in _ENGLISH), None)


def chinese_unit(after: str) -> ScaledUnit | None:
    """The unit that a text begins with; None where the number counts things."""
    rest = after.lower().lstrip(" 余多几来")
    for words in (rest[:length] for length in range(5, 0, -1)):
        if words in _CHINESE and (rest[len(words) : len(words) + 1] or " ") not in _NOT_BEHIND.get(words, ""):
            return _CHINESE[words]
    return None


COUNTED = re.compile(rf"^(?:{'|'.join(sorted(MEASURE_WORDS, key=len, reverse=True))})")
"""The measure word or unit that a Chinese text begins with."""
_PEOPLE = (
    r"people|persons?|\w*(?:ers?|ors?|men|women|ists?|ants?|ents?|ees?|als|children|staff|members?|cadres|personnel)"
)
_HOMES = r"households?|famil(?:y|ies)"
_COUNTED = rf"""
household  多?户(?!次)  {_HOMES}|homes?|occupants?  people|persons?|residents?(?! famil)|individuals|villagers?|villages?|buildings?|apartments|compan\w+|inhabitants|communities
person  多?(?:名|位|人(?!次|家)|口人|居民|群众|村民|市民|学生|职工)  {_PEOPLE}  {_HOMES}|homes|compan(?:y|ies)|buildings|villages|visits|times|teams|firms|communities|trips
turnout  多?人次  $^  {_HOMES}|villages|companies
home  套(?=[^,。;、]{{0,4}}(?:房|住宅|公寓)|$|[,。;、])  homes?|apartments?|flats?|units?|hous\w+|dwellings?|sets?  buildings?|blocks?|{_HOMES}|people|rooms?|towers?
building  栋|幢  buildings?|blocks?|towers?|houses?|high-rises?  apartments?|homes|flats?|units?|floors?|households?|stor(?:y|ies|eys)|rooms?
floor  层(?!次|面|级)  floors?|stor(?:y|ies|eys?)|levels?|layers?  buildings?|meters|metres|homes|rooms
train  列  trains?|sets?  carriages?|cars?(?!-train)|wagons?|vehicles
car  台(?=$|[,。;、])|辆  $^  trains|trainsets|buildings|people|households?
village  个(?:行政|自然|贫困)?村(?!民|干|庄?里)  villages?  households?|communit(?:y|ies)|towns?|villagers|people|cities
community  个社区  communit\w+|neighbou?rhoods?  villages?|households?|towns?|people|companies
company  家(?=[^,。;、]{{0,8}}(?:企业|公司))  compan\w+|enterprises?|firms?|business\w*|manufactur\w+|plants?|factor\w+|start-?ups?  {_HOMES}|people|homes|employees|workers|villages
times  多?(?:次|场次|场|回|趟)(?!要)  $^  people|households?|days|weeks|months|participants|companies|hours
animal  [只头匹](?!要)  $^  households?|people
"""
"""What is counted, the Chinese behind the number, English words for it, and English words for something else."""
_CLASSES = [
    (name, re.compile(zh), re.compile(rf"\b(?:{right})\b", re.I), re.compile(rf"\b(?:{wrong})\b", re.I))
    for name, zh, right, wrong in (line.split("  ") for line in _COUNTED.strip().splitlines())
]
_BUSINESSES = re.compile(r"(?:企业|经营主体|市场主体|商户|个体(?:工商)?户|单位|店铺|门店)[^,，。;；、]{0,6}$")
_HEAD_ENDS = re.compile(r"(?<=\w) (?:for|of|in|to|by|with|at|on|from|were|was|are|is|have|has|had|who|that)\b", re.I)


def counted_wrongly(lead: str, chinese_after: str, english_after: str) -> str | None:
    """What the Chinese counts, when the English counts something else; both as they stand behind the number.

    `lead` stands before the Chinese number: 企业2.3万户 are businesses.
    """
    rest, phrase = chinese_after.lstrip(" "), _HEAD_ENDS.split(" ".join(english_after.split()[:6]))[0]
    for name, chinese, right, wrong in _CLASSES:
        if not chinese.match(rest):
            continue
        if name == "household" and _BUSINESSES.search(lead):
            return "business" if re.search(rf"\b(?:{_HOMES})\b", phrase) else None
        first = wrong.search(phrase)
        fits = right.search(phrase[: first.start()] + phrase[first.end() :]) if first else None
        return name if first and (not fits or fits.start() > first.start() + 12) else None
    return None
