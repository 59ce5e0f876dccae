"""How exact a number is, in English: at least; fewer than, where the article has 不足; less than of a measure."""

from __future__ import annotations

import re

from bulletin.content.measures import MEASURES
from bulletin.content.model import Fact

_PROSE = {"over": "more than", "nearly": "nearly", "about": "about", "at_least": "at least", "at_most": "at most"}
_NARROW = {**_PROSE, "over": "over"}
_SIGN = {"over": "{}+", "nearly": "nearly {}", "about": "≈ {}", "at_least": "≥ {}", "at_most": "≤ {}"}
_BELOW = re.compile(r"不[到足满]|(?<!不)[低少小]于")


def is_below(fact: Fact, number: str) -> bool:
    """Is the number not reached, as the article has it: 不足3000? 不超过 and 以内 may be.

    `number`: the article's own notation, with its approximation.
    """
    return fact.approx == "at_most" and bool(_BELOW.match(number))


def exactness(fact: Fact, number: str, *, prose: bool = True) -> str:
    """The words in front of a number; empty where it is exact. `prose`: over is short where it is narrow."""
    if is_below(fact, number):
        counted = fact.unit is not None and fact.unit.zh not in MEASURES and not isinstance(fact.value, str)
        return "fewer than" if counted else "less than"
    return (_PROSE if prose else _NARROW).get(fact.approx or "", "")


def sign_of(fact: Fact, number: str) -> str:
    """A number set large with its sign: {}+, < {}."""
    return "< {}" if is_below(fact, number) else _SIGN.get(fact.approx or "", "{}")
