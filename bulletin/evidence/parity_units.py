"""Units in both languages: what they measure, and how they convert."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """`scale` base units of a dimension (m², m, m³, kg, month, minute, kW, or one of something counted)."""

    dimension: str
    scale: Fraction
    counted: bool = False


_ENGLISH_TABLE: list[tuple[str, int | str, str]] = [
    ("area", 1, r"(?:square|sq\.?)[- ]?(?:met(?:er|re)s?|m\b)|sqm\b|m²|m2\b|㎡"),
    ("area", 10**6, r"(?:square|sq\.?)[- ]?(?:kilomet(?:er|re)s?|km\b)|km²|km2\b"),
    ("area", "2000/3", r"mu\b"),
    ("area", 10**4, r"hectares?\b|ha\b"),
    ("area", "4046.86", r"acres?\b"),
    ("area", "0.092903", r"(?:square|sq\.?)[- ]?(?:feet|foot|ft)\b"),
    ("area", "2589988", r"(?:square|sq\.?)[- ]?miles?\b"),
    ("volume", 1, r"cubic[- ]met(?:er|re)s?|m³|m3\b|cu m\b"),
    ("volume", "0.001", r"lit(?:er|re)s?\b"),
    ("volume", "0.0283", r"cubic[- ]feet"),
    ("length", 1000, r"kilomet(?:er|re)s?\b|km\b|km/h"),
    ("length", "0.01", r"centimet(?:er|re)s?\b|cm\b"),
    ("length", "0.001", r"millimet(?:er|re)s?\b|mm\b"),
    ("length", 1, r"met(?:er|re)s?\b|m\b"),
    ("length", "1609.34", r"miles?\b"),
    ("length", "0.3048", r"feet\b|foot\b|ft\b"),
    ("length", 500, r"li\b"),
    ("mass", 1000, r"(?:metric )?ton(?:ne)?s?\b|t\b"),
    ("mass", 1, r"kilogram(?:me)?s?\b|kilos?\b|kg\b"),
    ("mass", "0.5", r"jin\b|catt(?:y|ies)\b"),
    ("mass", "0.001", r"grams?\b|g\b"),
    ("mass", "0.4536", r"pounds?\b|lbs?\b"),
    ("yuan", 1, r"yuan\b|RMB\b|CNY\b|renminbi\b"),
    ("dollar", 1, r"(?:US )?dollars?\b|USD\b"),
    ("euro", 1, r"euros?\b|EUR\b"),
    ("month", 1, r"months?\b"),
    ("month", 12, r"years?\b(?!-on-year)|yrs?\b"),
    ("month", 120, r"decades?\b"),
    ("month", 1200, r"centur(?:y|ies)\b"),
    ("month", 3, r"quarters\b"),
    ("minute", 1440, r"days?\b"),
    ("minute", 10080, r"weeks?\b"),
    ("minute", 20160, r"fortnights?\b"),
    ("minute", 60, r"hours?\b|hrs?\b"),
    ("minute", 1, r"minutes?\b|mins?\b"),
    ("minute", "1/60", r"seconds\b|(?<=-)second\b"),
    ("power", 1, r"kW\b|kilowatts?\b"),
    ("power", 1000, r"MW\b|megawatts?\b"),
    ("energy", 1, r"kWh\b|kilowatt[- ]hours?"),
]
_CHINESE_TABLE: list[tuple[str, int | str, str]] = [
    ("area", 10**6, r"平方公里|平方千米|km2"),
    ("area", 1, r"平方米|平米|㎡|m2|平方(?!公|千|米)"),
    ("area", 10**4, r"公顷|ha"),
    ("area", "2000/3", r"亩"),
    ("area", "100/3", r"平方丈"),
    ("volume", 1, r"立方米|立方|m3|方(?=土|混凝土|垃圾|水|木)"),
    ("volume", "0.001", r"升"),
    ("length", 1000, r"公里|千米|km"),
    ("length", 500, r"里(?!面|程)|华里"),
    ("length", "0.01", r"厘米|cm"),
    ("length", "0.001", r"毫米|mm"),
    ("length", 1, r"米|m(?![a-z])"),
    ("mass", 1000, r"吨"),
    ("mass", 1, r"公斤|千克|kg"),
    ("mass", "0.5", r"斤"),
    ("mass", "0.001", r"克"),
    ("dollar", 1, r"美元|美金"),
    ("euro", 1, r"欧元"),
    ("yuan", 1, r"元|块钱|人民币"),
    ("month", 1, r"个?[多半]?月(?!日)"),
    ("month", 1200, r"个?世纪(?!\d)"),
    ("month", 12, r"年(?!代|级|报|检)|周年"),
    ("month", 12, r"岁"),
    ("month", 3, r"个?季度"),
    ("minute", 10080, r"周|个?[多半]?星期"),
    ("minute", 1440, r"天|日|个?工作日|个?昼夜"),
    ("minute", 60, r"个?[多半]?小时|个?[多半]?钟头"),
    ("minute", 1, r"分钟"),
    ("minute", "1/60", r"秒"),
    ("power", 1, r"千瓦(?!时)"),
    ("power", 1000, r"兆瓦"),
    ("energy", 1, r"千瓦时|度(?=电)"),
]
_COUNTED = [
    # what is counted, Chinese after the number, English words, English words that mean something else
    (
        "household",
        r"多?户(?!次)",
        r"household|famil(?:y|ies)|homes?\b|occupant",
        r"people|persons?\b|residents?\b(?! famil)|individuals|villagers|villages?\b"
        r"|buildings?\b|apartments\b|compan|inhabitants|communities|homes\b(?<!homes)",
    ),
    (
        "person",
        r"多?(?:名|位|人(?!次|家)|口人|居民|群众|村民|市民|学生|职工)",
        r"people|persons?\b|\w*(?:ers?|ors?|men|women|ists?|ants?"
        r"|ents?|ees?|als|children|staff|members?|cadres|personnel)\b",
        r"households?\b|famil(?:y|ies)\b|homes\b|compan(?:y|ies)\b|buildings\b"
        r"|villages\b|visits\b|times\b|teams\b|firms\b|communities\b|trips\b",
    ),
    (
        "turnout",
        r"多?(?:人次)",
        r"visit|person|participa|trip|time|turnout|attend|place|passenger"
        r"|rider|journey|occasion|instance|case|stay|admission|people|engage",
        r"households?\b|famil(?:y|ies)\b|villages\b|companies\b",
    ),
    (
        "home",
        r"套(?=[^,。;、]{0,4}(?:房|住宅|公寓))|套(?=$|[,。;、])",
        r"homes?\b|apartment|flat|unit|hous|dwelling|set",
        r"buildings?\b|blocks?\b|households?\b|people|rooms?\b|towers?\b|famil(?:y|ies)\b",
    ),
    (
        "building",
        r"栋|幢",
        r"building|block|tower|house|high-rise",
        r"apartments?\b|homes\b|flats?\b|units?\b|floors?\b|households?\b|stor(?:y|ies|eys)\b|rooms?\b",
    ),
    (
        "floor",
        r"层(?!次|面|级)",
        r"floor|stor(?:y|ies|ey)|level|layer",
        r"buildings?\b|meters\b|metres\b|homes\b|rooms\b",
    ),
    ("train", r"列", r"train|set", r"carriages?\b|cars?\b(?!-train)|wagons?\b|vehicles\b"),
    ("car", r"台(?=$|[,。;、])|辆", r"\w", r"trains\b|trainsets\b|buildings\b|people|households?\b"),
    (
        "village",
        r"个(?:行政|自然|贫困)?村(?!民|干|庄?里)",
        r"village",
        r"households?\b|communit(?:y|ies)\b|towns?\b|villagers\b|people\b|cities\b",
    ),
    ("community", r"个社区", r"communit|neighbou?rhood", r"villages?\b|households?\b|towns?\b|people\b|companies\b"),
    (
        "company",
        r"家(?=[^,。;、]{0,8}(?:企业|公司))",
        r"compan|enterprise|firm|business|manufactur|plant|factor|start-?up",
        r"households?\b|famil(?:y|ies)\b|people\b|homes\b|employees\b|workers\b|villages\b",
    ),
    (
        "times",
        r"多?(?:次|场次|场|回|趟)(?!要)",
        r"time|session|event|drill|round|occasion|visit|meeting|activit|inspection|trip|show|\w",
        r"people\b|households?\b|days\b|weeks\b|months\b|participants\b|companies\b|hours\b",
    ),
    ("animal", r"[只头匹](?!要)", r"\w", r"households?\b|people\b"),
]


def _compile(table: list[tuple[str, int | str, str]], flags: int) -> list[tuple[Unit, re.Pattern[str]]]:
    return [(Unit(dimension, Fraction(scale)), re.compile(words, flags)) for dimension, scale, words in table]


_ENGLISH = _compile(_ENGLISH_TABLE, re.I)
_CHINESE = _compile(_CHINESE_TABLE, 0)
_CLASSES = [
    (name, re.compile(zh), re.compile(rf"\b(?:{en})", re.I), re.compile(rf"\b(?:{no})", re.I))
    for name, zh, en, no in _COUNTED
]
_MONEY_BEFORE = [
    (Unit("yuan", Fraction(1)), re.compile(r"(?:RMB|CNY|yuan|¥|￥) ?$", re.I)),
    (Unit("dollar", Fraction(1)), re.compile(r"(?:USD|US\$|(?<!HK)\$) ?$")),
    (Unit("euro", Fraction(1)), re.compile(r"(?:EUR|€) ?$")),
]


def english_unit(before: str, after: str) -> Unit | None:
    """The unit of a number between two texts; None where it counts things."""
    for unit, pattern in _MONEY_BEFORE:
        if pattern.search(before):
            return unit
    rest = re.sub(r"^(?:[- ]?odd|\+| or (?:more|so)|\s*of(?= yuan))?[ -]*", "", after)
    rest = re.sub(
        r"^(?:full|whole|linear|running|more|consecutive|additional|extra|further|working|calendar|US|long)[ -]",
        "",
        rest,
        flags=re.I,
    )
    for unit, pattern in _ENGLISH:
        if pattern.match(rest):
            return unit
    return None


def chinese_unit(after: str) -> Unit | None:
    """The unit that a text begins with; None where the number counts things."""
    rest = after.lstrip(" 余多几来")
    for unit, pattern in _CHINESE:
        if pattern.match(rest):
            return unit
    return None


_HEAD_ENDS = re.compile(r"(?<=\w) (?:for|of|in|to|by|with|at|on|from|were|was|are|is|have|has|had|who|that)\b", re.I)


def counted_wrongly(chinese_after: str, english_after: str) -> str | None:
    """What the Chinese measure word counts, when the English counts something else.

    `english_after` is the phrase behind the number, up to the next number or mark.
    """
    rest, phrase = chinese_after.lstrip(" "), _HEAD_ENDS.split(" ".join(english_after.split()[:6]))[0]
    for name, chinese, right, wrong in _CLASSES:
        if not chinese.match(rest):
            continue
        first = wrong.search(phrase)
        fits = right.search(phrase[: first.start()] + phrase[first.end() :]) if first else None
        if first and (name in ("times", "car", "animal") or not fits or fits.start() > first.start() + 12):
            return name
        return None
    return None
