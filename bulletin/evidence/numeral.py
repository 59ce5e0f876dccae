"""A number in a Chinese text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bulletin.evidence.number_words import Approx

Naming = Literal["ordinal", "name", "ratio", "unreadable"]
Kind = Literal["cardinal", "percent", "fraction", "multiple", "date"] | Naming


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. `text[end:]` begins with its unit, unless `unit` names the one that it holds (%, 两年半).

    `digits` is the span without approximation (5400 of 5400余, 7.392亿, 千万). `value` is the number before the sign
    for a percentage and None for a date; `date` is in the form of `chinese_dates`. `soft` says that the word need not
    count anything: 一 before a measure word (一个, 一批), 百年, 年底. `later` are the words behind its unit that say
    how exact it is: 以上 of 40批次以上, 内 of 5天内. `why` says why no fact can rest on it.
    """

    start: int
    end: int
    text: str
    digits: tuple[int, int]
    value: Fraction | None
    approx: Approx | None
    kind: Kind
    date: str | None = None
    soft: bool = False
    unit: str = ""
    later: str = ""
    why: str = ""
