"""Where a raised number stands: behind the word that a figure counts; behind its last digit it reads as a power.

Where no word is surely the one, it stays behind the figure; it is never moved over another figure, nor over a mark but
the one behind a month.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import replace

from bulletin.content.measures import MEASURES
from bulletin.content.parts import Unit
from bulletin.edition.text import Figure, Inline, Line, Run
from bulletin.evidence.verify import Proof

_WORDS_BETWEEN = 3
_CLASSIFIERS = "个条户名人家处座栋套项次所辆件亩米支只块台份场批届间篇部艘宗起株棵"
_WHOLE_WORD = r"(?![A-Za-z’-])"
_PLURAL = re.compile(rf"(?: [a-z-]+)?? [a-z]{{2,}}(?<!s)s{_WHOLE_WORD}")
_NO_NOUN = re.compile(
    "was|has|does|its|his|this|thus|plus|versus|across|towards|besides|always|of|in|for|from|to|and|or|by|at|on|with|an?"
    "|the|were|are|is|have|had|be|been|more|than|that|who|which|per|percent|until|since|after|before|when|while|but|as"
    "|it|they|not|also|over|under|about|nearly|only|into|out|up|down|each|every|all|both"
)
"""Words that are no noun, and that a noun which the figure counts does not stand behind."""
_ENDS = re.compile(r"[0-9+]$")
_MONTH = re.compile(rf"\b(?:{'|'.join(calendar.month_name[1:])})$")
_MARKS = ",.;:"
_CLAUSE = re.compile(r"(?:[^,.;:!?()“”—]|“[^“”]*”)+?(?:(?<=[A-Za-z”])(?=[,.;:!?])|(?<=[,.]”))")


def behind_words(line: Line, language: str, proofs: Mapping[str, Proof]) -> Line:
    """The line with each raised number that has to move told how far."""
    made: list[Inline] = []
    for piece, following in zip(line, (*line[1:], None), strict=True):
        if isinstance(piece, Figure) and piece.row is not None and isinstance(following, Run):
            fact = proofs[piece.fact].fact
            if fact.date is not None:
                piece = replace(piece, behind=_of_month(piece.text, following.text) if language == "en" else 0)
            else:
                find = _chinese if language == "zh" else _english
                piece = replace(piece, behind=find(piece.text, following.text, fact.unit))
        made.append(piece)
    return tuple(made)


def _chinese(figure: str, words: str, unit: Unit | None) -> int:
    """Behind the unit that follows, or the classifier."""
    if unit and words.startswith(unit.zh):
        return len(unit.zh)
    if not _ENDS.search(figure) and not figure.endswith(("余", "多")):
        return 0
    if measure := next((name for name in sorted(MEASURES, key=len, reverse=True) if words.startswith(name)), ""):
        return len(measure)
    return 1 if words[:1] and words[0] in _CLASSIFIERS else 0


def _english(figure: str, words: str, unit: Unit | None) -> int:
    """Behind the noun of the unit, over the words that qualify it; or behind a plural, with one word before it."""
    if not _ENDS.search(figure):
        return 0
    for noun in _nouns(unit):
        between = rf"(?: [A-Za-z’-]+){{0,{_WORDS_BETWEEN}}}?"
        if found := re.match(rf"{between} {re.escape(noun)}{_WHOLE_WORD}", words):
            return found.end()
    found = _PLURAL.match(words)
    return found.end() if found and not any(map(_NO_NOUN.fullmatch, found[0].split())) else 0


def _of_month(date: str, words: str) -> int:
    """Behind a month alone it reads as its day: at the end of the clause, or behind the mark that follows at once."""
    if not _MONTH.search(date):
        return 0
    if words[:1] in _MARKS:
        return len(words[:1])
    found = _CLAUSE.match(words)
    return found.end() if found else 0


def _nouns(unit: Unit | None) -> list[str]:
    if unit is None:
        return []
    return [unit.en] if isinstance(unit.en, str) else [unit.en.other, unit.en.one]
