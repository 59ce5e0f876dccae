"""Units as they stand behind a number in either language: what they measure, how they convert, what they count."""

# ruff: noqa: E501 - a row of a table is one line

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from bulletin.content.measures import MEASURES
from bulletin.evidence.number_words import MEASURE_WORDS


@dataclass(frozen=True, slots=True)
class Unit:
    """`scale` base units of a dimension."""

    dimension: str
    scale: Fraction


_MORE_ENGLISH = """
area 1 sqm|sq m|square metres?|m2|㎡ · area 1000000 sq km|square kilometres?|km2 · area 4046.86 acres?
area 0.092903 square f[eo]+t|sq ft · area 2589988 square miles? · volume 1 cubic metres?|m3|cu m · volume 0.001 litres?
volume 0.0283 cubic f[eo]+t · length 1000 kilometres?|km/h · length 1 metres? · length 1609.34 miles?
length 0.3048 f[eo]+t|ft · mass 1000 tons?|tonnes?|metric tonnes? · mass 1 kilos?|kilogrammes? · mass 0.5 catt(?:y|ies)
mass 0.4536 pounds?|lbs? · yuan 1 yuan|CNY|renminbi · dollar 1 dollars?|USD · euro 1 euros?|EUR · month 12 yrs?
month 120 decades? · minute 20160 fortnights? · minute 60 hrs? · minute 1 mins? · celsius 1 degrees?(?! F)(?: centigrade)?
fahrenheit 1 degrees? Fahrenheit|°F · power 1 kilowatts? · energy 1 kilowatt hours?
"""
_MORE_CHINESE = """
area 100/3 平方丈 · month 1 个?[多半]月 · month 1200 个?世纪(?!\\d) · minute 1440 个?昼夜 · minute 60 个?[多半](?:小时|钟头)
volume 1 方(?=土|混凝土|垃圾|水|木) · fahrenheit 1 ℉|°F|华氏度 · energy 1 度(?=电) · celsius 1 度(?!假|过|电)
"""
_NOT_BEHIND = {
    "里": "面程",
    "年": "代级报检",
    "月": "日",
    "千瓦": "时",
    "平方": "公千米",
    "克": "服",
    "元": "旦宵",
    "周": "年岁边",
}
_NO_UNITS = frozenset(["成", "百分之", "%", "％", "‰", "千分之", "倍", "个百分点", "百分点", "圆"])


def _rows() -> tuple[list[tuple[Unit, str]], list[tuple[Unit, str]]]:
    """The house's table of measures and what else is met, each language the longest first."""
    english, chinese = [], []
    for zh, measure in MEASURES.items():
        unit = Unit(measure.dimension, measure.scale)
        if zh in _NO_UNITS or "/" in zh:
            continue
        chinese.append((unit, re.escape(zh) + (f"(?![{_NOT_BEHIND[zh]}])" if zh in _NOT_BEHIND else "")))
        names = {measure.one, measure.other, measure.short} - {"", "second"}
        english += [(unit, re.escape(name)) for name in names]
    for rows, table in ((english, _MORE_ENGLISH), (chinese, _MORE_CHINESE)):
        for row in re.split(r" · |\n", table.strip()):
            dimension, scale, words = row.split(" ", 2)
            rows.append((Unit(dimension, Fraction(scale)), words))
    return english, chinese


def _compiled(rows: list[tuple[Unit, str]], behind: str) -> tuple[re.Pattern[str], list[Unit]]:
    """One pattern, for lower case, with a group for each row: the number of the group that matched is the row's."""
    ordered = sorted(rows, key=lambda row: -len(row[1]))
    words = "|".join(f"((?:{words}){behind})".replace("\\ ", " ").replace(" ", "[- ]") for _, words in ordered)
    return re.compile(words.lower()), [unit for unit, _ in ordered]


_ENGLISH_ROWS, _CHINESE_ROWS = _rows()
_ENGLISH, _ENGLISH_UNITS = _compiled(_ENGLISH_ROWS, r"(?!\w)")
_CHINESE, _CHINESE_UNITS = _compiled(_CHINESE_ROWS, "")
_MONEY_BEFORE = re.compile(r"(?:(RMB|CNY|yuan|¥|￥)|(USD|US\$|(?<!HK)\$)|(EUR|€)) ?$", re.I)
_MONEY = [Unit(name, Fraction(1)) for name in ("yuan", "dollar", "euro")]
_BETWEEN = re.compile(
    r"^(?: and a half)?(?:[- ]?odd|\+| or (?:more|so)|\s*of(?= yuan))?[ -]*"
    r"(?:(?:full|whole|linear|running|more|consecutive|additional|extra|further|calendar|US|long)[ -])?",
    re.I,
)


def english_unit(before: str, after: str) -> Unit | None:
    """The unit of a number between two texts; None where it counts things."""
    if money := _MONEY_BEFORE.search(before[-5:]):
        return _MONEY[(money.lastindex or 1) - 1]
    match = _ENGLISH.match(after.lower(), _BETWEEN.match(after).end())  # type: ignore[union-attr]
    return _ENGLISH_UNITS[match.lastindex - 1] if match and match.lastindex else None


def chinese_unit(after: str) -> Unit | None:
    """The unit that a text begins with; None where the number counts things."""
    match = _CHINESE.match(after.lower().lstrip(" 余多几来"))
    return _CHINESE_UNITS[match.lastindex - 1] if match and match.lastindex else None


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
