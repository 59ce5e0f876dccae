"""Which unit stands behind a numeral, and its English where there is no doubt about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.evidence.article import Article
from bulletin.evidence.case import sharing
from bulletin.evidence.number_words import LATIN_UNITS, MEASURE_WORDS
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.texts import Names


@dataclass(frozen=True, slots=True)
class UnitGuess:
    """`one` and `other` are empty where the English depends on what is counted; alone, `one` never changes."""

    zh: str
    one: str = ""
    other: str = ""
    short: str = ""
    guessed: bool = False


_KNOWN = (
    "平方公里/square_kilometer/square_kilometers/km² 平方千米/square_kilometer/square_kilometers/km² "
    "平方米/square_meter/square_meters/m² 平方公尺/square_meter/square_meters/m² m²/square_meter/square_meters/m² "
    "km²/square_kilometer/square_kilometers/km² m³/cubic_meter/cubic_meters/m³ km/kilometer/kilometers/km "
    "立方米/cubic_meter/cubic_meters/m³ 公里/kilometer/kilometers/km 千米/kilometer/kilometers/km "
    "米/meter/meters/m 厘米/centimeter/centimeters/cm 公顷/hectare/hectares/ha 亩/mu 吨/metric_ton/metric_tons/t "
    "公斤/kilogram/kilograms/kg 千瓦/kilowatt/kilowatts/kW 元/RMB 人民币/RMB 块钱/RMB 美元/US_dollar/US_dollars "
    "%/percent 成/percent 百分之/percent ‰/per_thousand 千分之/per_thousand "
    "个百分点/percentage_point/percentage_points 倍/times °C/degree_Celsius/degrees_Celsius/°C "
    "摄氏度/degree_Celsius/degrees_Celsius/°C 千瓦时/kilowatt-hour/kilowatt-hours/kWh 公尺/meter/meters/m "
    "周年/anniversary/anniversaries 周岁/year_of_age/years_of_age 兆瓦/megawatt/megawatts/MW 人/person/people "
    "人次/turn/turns 户次/household_visit/household_visits 世纪/century/centuries 个世纪/century/centuries "
    "年/year/years 个月/month/months 天/day/days 小时/hour/hours 个小时/hour/hours 月/month/months "
    "分钟/minute/minutes 周/week/weeks 岁/year_of_age/years_of_age 栋/building/buildings 幢/building/buildings "
    "层/floor/floors 套/flat/flats 株/plant/plants 棵/tree/trees 次/time/times 批次/batch/batches "
    "批/batch/batches 辆/vehicle/vehicles"
)
UNITS = {
    zh: UnitGuess(zh, *(word.replace("_", " ") for word in words[:3]))  # type: ignore[arg-type]
    for zh, *words in (entry.split("/") for entry in _KNOWN.split())
}
_DOUBTFUL = frozenset("套 株 次 批 批次 辆 栋 幢 人次".split())  # noqa: SIM905 - words, not a list
_MEASURES = sorted({*UNITS, *MEASURE_WORDS}, key=len, reverse=True)
_LATIN = re.compile(rf"(?:{LATIN_UNITS})(?![A-Za-z])")
_NOUN = re.compile(r"(?![的是为在与和于至到已将被版期、])[\u4e00-\u9fff]{1,2}")
_COUNTER = re.compile(r"[个名家条处座项位所支]")
_BUSINESS = re.compile(r"企业|主体|工商户|商户|个体|公司|店")
_HOUSEHOLD = re.compile(
    r"居民|村民|群众|农|家庭|住户|人口|贫困|脱贫|低保|搬迁|拆迁|征迁|安置|惠及|受益|受灾|危房|改[水厕]|[户楼院]|户均"
)
_NEAR = 14
"""Bare characters around 户 in which the noun stands."""


def unit_behind(article: Article, numeral: Numeral, names: Names) -> UnitGuess | None:
    """The unit of a numeral that is no date; what shares one (1.7、2.2个百分点) has it behind the last."""
    if numeral.unit:
        return UNITS.get(numeral.unit, UnitGuess(numeral.unit))
    if numeral.kind != "cardinal" or numeral.why:
        return None
    other = sharing(article, numeral)
    return unit_behind(article, other, names) if other else _behind(article.bare.text, numeral.end, names)


def _behind(text: str, at: int, names: Names) -> UnitGuess | None:
    measure = next((word for word in _MEASURES if text.startswith(word, at)), None)
    if measure is None and (latin := _LATIN.match(text, at)):
        return UNITS.get(latin[0], UnitGuess(latin[0]))
    if measure is None:
        noun = _NOUN.match(text, at)
        return UnitGuess(noun[0], guessed=True) if noun else None
    if measure == "户":
        return _households(text, at)
    if measure in UNITS:
        known = UNITS[measure]
        return UnitGuess(known.zh, known.one, known.other, known.short, measure in _DOUBTFUL)
    term = _COUNTER.fullmatch(measure) and names.zh.match(text, at + len(measure))
    if not term or names.terms[term[0]].kind != "term":
        return UnitGuess(measure)
    english = names.terms[term[0]].en
    return UnitGuess(measure, english, plural(english), guessed=True)


def _households(text: str, at: int) -> UnitGuess:
    """户 are businesses or households: the noun beside it decides, or the curator."""
    before = re.split("[,。;:!?、]", text[max(0, at - _NEAR) : at])[-1]
    behind = re.split("[,。;:!?、\\d]", text[at + 1 : at + 5])[0]
    for words in (before, behind, text[max(0, at - 2 * _NEAR) : at]):
        if _BUSINESS.search(words):
            return UnitGuess("户", "business", "businesses", guessed=True)
        if _HOUSEHOLD.search(words):
            return UnitGuess("户", "household", "households", guessed=True)
    return UnitGuess("户", guessed=True)


def plural(noun: str) -> str:
    """Good enough for a guess: community → communities."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|ch|sh)$", noun) else "s")
