"""bare-unit: a measure, a currency or a share stands with its number, in both languages.

Passes:  en: the subdistrict’s GDP was <gdp>
Passes:  en: a hall of <length:number> by <width>                   (40 by 20 meters)
Fails:   en: the subdistrict’s GDP was <gdp:number>                 (was 400 million)

A reference without its unit is followed at once by one to a figure in the same unit that has it, or by the unit in
words; a classifier's noun may be any words of the sentence, and is held by other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.measures import MEASURES
from bulletin.content.prose import Ref, references
from bulletin.evidence.case import Texts
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "bare-unit"
_NEAR = 12
"""Characters between a number and what has its unit: " meters long by ", 米、宽."""

_APART = re.compile(r"\bof\b|[,，；;] ?(?:其中|which)")
"""12, of which <site>: no list of two that share a unit."""
_AGES = ("岁", "周岁")
"""English has none: those aged 60 or over."""


def check(case: Texts) -> Iterator[Problem]:
    for path, text in case.finished:
        for language, words in (("zh", text.zh), ("en", text.en)):
            for ref in references(words):
                if (unit := _lost(case, words, ref, language)) is not None:
                    yield case.problem(NAME, say("bare-unit.lost", ref=ref.source, unit=unit), (*path, language))


def _lost(case: Texts, words: str, ref: Ref, language: str) -> str | None:
    """The unit that stands nowhere behind the number; None where it does, or where none is asked for."""
    measure = _measure(case, ref)
    if measure is None or ref.form == "full" or (language == "en" and measure in _AGES):
        return None
    rest = words[ref.start + len(ref.source) :]
    near = [
        one
        for one in references(rest)
        if one.start <= _NEAR and one.form == "full" and not _APART.search(rest, 0, one.start)
    ]
    if any(_measure(case, other) == measure for other in near):
        return None
    found = MEASURES[measure]
    nouns = (found.one, found.other, found.short) if language == "en" else (measure, found.zh)
    there = any(noun and _has(rest[: _NEAR + len(noun)], noun.replace("_", " ")) for noun in nouns)
    return None if there else measure if language == "zh" else found.other.replace("_", " ")


def _has(text: str, noun: str) -> bool:
    """No "t" of "vegetables"."""
    return bool(re.search(rf"(?<![A-Za-z]){re.escape(noun)}(?![A-Za-z])", text))


def _measure(case: Texts, ref: Ref) -> str | None:
    """The measure's name, of a figure that has one."""
    fact = case.known.get(ref.id)
    return fact.unit.zh if fact is not None and fact.unit and fact.unit.zh in MEASURES else None
