"""A number's English among the words around it, which may say a part of it already: within five days, 76 years old."""

from __future__ import annotations

import re

from bulletin.content.model import Fact
from bulletin.wording.amounts import Stated
from bulletin.wording.exactness import exactness, is_below

_SAYS = {
    "at_most": r"within|under|(?:no|not) more than|at most|up to|less than|fewer than|no later than|below",
    "below": r"less than|fewer than|under|below|not (?:quite|even)",
    "at_least": r"at least|(?:no|not) (?:less|fewer) than|a minimum of",
    "over": r"more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of",
    "nearly": r"nearly|almost|close to|just under",
    "about": r"about|around|roughly|approximately|some",
}
"""Words in front of a number that say how exact it is."""
_BEHIND = {
    "at_least": re.compile(r"(?: years?)? (?:or|and) (?:more|above|over|older|up)\b"),
    "at_most": re.compile(r"(?: years?)? (?:or|and) (?:less|fewer|below|under|younger)\b"),
}
"""Words behind a number that say the same: aged 60 or over."""
_WORD = r"(?:[及或]?以[上下]|[之以]?内|左右|上下|多)"
_ENDS = re.compile(rf"{_WORD}$")
LATER = re.compile(rf"(?:的?时间|的?范围)?{_WORD}")
"""Words behind a Chinese number and its unit that say how exact it is."""
_SAID_ZH = {
    "at_least": re.compile(r"(?:至少|最少|起码|不[得能应]?[少低小]于)[^\W\d_]{0,6}$"),
    "at_most": re.compile(r"(?:[至最]多|不[得能应]?(?:超过?|[多高大]于)|不[到足满]|(?<!不)[低少小]于)[^\W\d_]{0,6}$"),
    "about": re.compile(r"(?:大?约[为合占达需有]?|大[概致])$"),
}
"""What the Chinese around a number says of how exact it is: 至少40批次, 40批次以上, 5天的时间内."""
_THE = re.compile(r"\bthe $", re.I)
"""As of the <end> is no "as of the the end of September"."""
_SAID = {approx: re.compile(rf"\b(?:{words}) $", re.I) for approx, words in _SAYS.items()}
_AGES = ("岁", "周岁")
_OF_AGE, _OLD = re.compile(r" years? of age$"), re.compile(r"[ -]old\b")
_AGED = re.compile(r"\b(?:aged|age) $", re.I)


def fitted(said: str, stated: Stated, before: str, after: str) -> str:
    """What `amounts.english` says of a number, without what `before` or `after` say of it."""
    said = said.removeprefix("the ") if _THE.search(before) else said
    return _aged(_once(said, stated, before, after), stated.fact, before, after)


def fitted_zh(said: str, stated: Stated, before: str, after: str) -> str:
    """What `amounts.chinese` says of a number, without the words behind it where the text says them."""
    return without_later(said, stated) if LATER.match(after) or said_before(stated, before) else said


def said_before(stated: Stated, before: str) -> bool:
    """Does the Chinese in front of a number say how exact it is: 至少抽检?"""
    told = _SAID_ZH.get(stated.fact.approx or "")
    return bool(told and told.search(before))


def without_later(said: str, stated: Stated) -> str:
    """40批次, where the fact is 40批次以上: all that may become of it."""
    return _ENDS.sub("", said) if stated.fact.approx else said


def every(said: str, stated: Stated) -> set[str]:
    """All that may become of it."""
    texts = {said, said.removeprefix("the "), _without(said, stated)}
    return texts | {_OF_AGE.sub(more, text) for text in texts for more in ("", _years(text)) if _is_age(stated.fact)}


def _once(said: str, stated: Stated, before: str, after: str) -> str:
    """Within five days, where the fact is at most five days; 60 or over, where it is at least 60."""
    approx = "below" if is_below(stated.fact, stated.number) else stated.fact.approx
    if approx is None:
        return said
    behind = _BEHIND.get(approx)
    told = _SAID[approx].search(before) or (behind and behind.match(after))
    return _without(said, stated) if told else said


def _without(said: str, stated: Stated) -> str:
    words = exactness(stated.fact, stated.number)
    return re.sub(rf"^{words} ", "", said, flags=re.I) if words else said


def _is_age(fact: Fact) -> bool:
    return fact.unit is not None and fact.unit.zh in _AGES


def _aged(said: str, fact: Fact, before: str, after: str) -> str:
    """76 years old, aged 76: the words that follow or lead say that it is an age."""
    if not _is_age(fact):
        return said
    if _AGED.search(before) or after.startswith(("-year", " year")):
        return _OF_AGE.sub("", said)
    return _OF_AGE.sub(_years(said), said) if _OLD.match(after) else said


def _years(said: str) -> str:
    return " year" if said.endswith(" year of age") else " years"
