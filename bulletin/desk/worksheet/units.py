"""Which unit stands behind a numeral, and its English where there is no doubt about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bulletin.content.counted import plural, refusal
from bulletin.content.measures import MEASURES
from bulletin.evidence.article import Article, bare
from bulletin.evidence.case import sharing
from bulletin.evidence.number_words import LATIN_UNITS, MEASURE_WORDS
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.rules.unit import beside, holders
from bulletin.evidence.texts import Names


@dataclass(frozen=True, slots=True)
class UnitGuess:
    """A measure has no English here: it is the house's. What is counted has its noun, where one is known."""

    zh: str
    one: str = ""
    other: str = ""
    guessed: bool = False


_COUNTED = (
    "户/household/households 人/person/people 人次// 户次/household_visit/household_visits "
    "栋/building/buildings 幢/building/buildings 层/floor/floors 套/flat/flats 株/plant/plants 棵/tree/trees "
    "台次// 架次// 车次// 班次// 亩次// 例次// 册次/loan/loans 次/time/times "
    "批次/batch/batches 批/batch/batches 辆/vehicle/vehicles"
)
UNITS = {zh: UnitGuess(zh) for zh in MEASURES} | {
    zh: UnitGuess(zh, one.replace("_", " "), other.replace("_", " "))
    for zh, one, other in (entry.split("/") for entry in _COUNTED.split())
}
_DOUBTFUL = frozenset("套 株 次 批 批次 辆 栋 幢 人次".split())  # noqa: SIM905 - words, not a list
_MEASURES = sorted({*UNITS, *MEASURE_WORDS}, key=len, reverse=True)
_SIGNS = {bare(zh).text: zh for zh in reversed(MEASURES) if bare(zh).text != zh}
"""How a sign is printed that the bare article has in plain letters: m² → ㎡."""
_LATIN = re.compile(rf"(?:{LATIN_UNITS})(?![A-Za-z])")
_NOUN = re.compile(r"(?![的是为在与和于至到已将被版期、])[\u4e00-\u9fff]{1,2}")


def unit_behind(article: Article, numeral: Numeral, names: Names) -> UnitGuess | None:
    """The unit of a numeral that is no date; what shares one (1.7、2.2个百分点) has it behind the last."""
    if numeral.unit:
        return UNITS.get(numeral.unit, UnitGuess(numeral.unit))
    if numeral.kind != "cardinal" or numeral.why:
        return None
    other = sharing(article, numeral)
    return unit_behind(article, other, names) if other else _behind(article.bare.text, numeral, names)


def _behind(text: str, numeral: Numeral, names: Names) -> UnitGuess | None:
    measure = next((word for word in _MEASURES if text.startswith(word, numeral.end)), None)
    if measure is None and (latin := _LATIN.match(text, numeral.end)):
        return UNITS.get(latin[0], UnitGuess(latin[0]))
    if measure is None:
        noun = _NOUN.match(text, numeral.end)
        return UnitGuess(noun[0], guessed=True) if noun else None
    if measure == "户":
        return _held(text, numeral)
    if measure in UNITS:
        return replace(UNITS[measure], zh=_SIGNS.get(measure, measure), guessed=measure in _DOUBTFUL)
    term = names.terms.get(beside(text, names, numeral.start, numeral.end + len(measure)))
    if term is None or len(measure) > 1 or term.kind != "term" or refusal(measure, term.en):
        return UnitGuess(measure)
    return UnitGuess(measure, term.en, plural(term.en), guessed=True)


def _held(text: str, numeral: Numeral) -> UnitGuess:
    """户 are businesses or households; where the words beside them say neither, a person has to."""
    said = holders(text, numeral)
    if said == ["household"]:
        return UNITS["户"]
    return (
        UnitGuess("户", "business", "businesses", guessed=True) if said == ["firm"] else UnitGuess("户", guessed=True)
    )
