"""The statement as it is printed: a text with its references expanded in both languages, each number known by its fact.

An id aligns the two languages: its nth occurrence in the one is its nth in the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from bulletin.content.model import Both, Fact
from bulletin.content.prose import Form, PlainWords, Ref, pieces
from bulletin.evidence.article import bare
from bulletin.evidence.chinese_dates import same_date
from bulletin.evidence.numerals import Numeral, find_numerals
from bulletin.evidence.texts import FILLER
from bulletin.wording.amounts import chinese, english
from bulletin.wording.fitted import fitted, fitted_zh

_MARKS, _CLAUSE = "，,。;；！!、", re.compile("[,，。;；]")
_IN_FRONT = {"over": "{}余", "nearly": "近{}", "about": "约{}", "at_least": "至少{}", "at_most": "至多{}"}


@dataclass(frozen=True, eq=False)
class Stated:
    """A fact as its own quote states it, whether or not the quote proves it.

    `beside`: the words of the quote between this number and its neighbours; `phrase`: those since the last mark;
    `clause`: those of its clause, # in place of the number.
    """

    fact: Fact
    value: Fraction | None = None
    number: str = ""
    numeral: str = ""
    beside: str = ""
    phrase: str = ""
    later: str = ""
    clause: str = ""

    @classmethod
    def of(cls, fact: Fact, known: Mapping[str, Fact], depth: int = 0) -> Stated:
        """Derived facts are computed; where the quote has another number, the fact's own is written."""
        if fact.derived is not None:
            terms = [
                cls.of(known[id], known, depth + 1).value for id in fact.derived.terms if id in known and depth < 4
            ]
            return cls(fact, computed(fact.derived.kind, [term or Fraction(0) for term in terms]))
        quote = bare(fact.quote or "").text
        value = None if fact.value is None else Fraction(fact.value)
        numerals = find_numerals(quote)
        found = _numeral(quote, numerals, fact, value)
        if found is None:
            number = fact.date or f"{float(value or 0):.12g}"
            return cls(fact, value, _IN_FRONT.get(fact.approx or "", "{}").format(number), number, quote)
        left = max((n.end for n in numerals if n.end <= found.start), default=0)
        phrase = max(quote.rfind(mark, 0, found.start) for mark in _MARKS) + 1
        ends = [at for mark in _MARKS if (at := quote.find(mark, found.end)) >= 0]
        ends += [n.start for n in numerals if n.start >= found.end]
        after = quote[found.end : min(ends, default=len(quote))]
        beside = f"{quote[left : found.start]}。{after}"
        digits = quote[slice(*found.digits)]
        clause = f"{_CLAUSE.split(quote[: found.start])[-1]}#{_CLAUSE.split(quote[found.end :])[0]}"
        return cls(fact, value, found.text, digits, beside, quote[phrase : found.start], found.later, clause)

    @property
    def word(self) -> str:
        """The one English word for it, where the article has 翻番 or 一倍."""
        written = "番" in self.number or "倍" in self.number
        return {2: "doubled", 3: "tripled"}.get(int(self.value or 0), "") if written else ""

    def printed(self, tongue: str, form: Form) -> str:
        """What a reference prints of it."""
        if (tongue, form) not in self._printed:
            self._printed[tongue, form] = chinese(self, form) if tongue == "zh" else english(self, form)
        return self._printed[tongue, form]

    @cached_property
    def _printed(self) -> dict[tuple[str, Form], str]:
        return {}


def _numeral(quote: str, numerals: list[Numeral], fact: Fact, value: Fraction | None) -> Numeral | None:
    """The numeral of a quote that has the fact's value: the one that `exact` names, or that stands before the unit."""
    fits = [
        n for n in numerals if (same_date(n.date or "", fact.date) if fact.date else n.value == value and not n.date)
    ]
    exact = bare(fact.exact or "").text
    unit = bare(fact.unit.zh).text if fact.unit else ""
    fits.sort(key=lambda n: (exact not in (n.text, quote[slice(*n.digits)]), not quote.startswith(unit, n.end)))
    return fits[0] if fits else None


def computed(kind: str, values: list[Fraction]) -> Fraction:
    """What a derived fact comes to; terms that are not there are left out, a ratio to nothing is one to 1."""
    if kind == "sum" or len(values) < 2:
        return sum(values, Fraction(0))
    return values[0] - values[1] if kind == "difference" else values[0] / (values[1] or 1)


class Figures:
    """The facts that a file may refer to, each stated once, when it is asked for; `homes`: those of files beside."""

    def __init__(self, known: Mapping[str, Fact], homes: Mapping[str, Figures]):
        self._known, self._homes = known, homes
        self._stated: dict[str, Stated] = {}

    def get(self, id: str) -> Stated | None:
        if id not in self._stated and id in self._known:
            home, _, own = id.rpartition(".")
            there = self._homes[home].get(own) if home in self._homes else None
            self._stated[id] = there or Stated.of(self._known[id], self._known)
        return self._stated.get(id)


@dataclass(frozen=True, slots=True)
class Shown:
    """One reference in one language: which one of which fact (`key`), how, and where it stands in the printed text."""

    key: tuple[str, int]
    stated: Stated
    form: Form
    start: int
    end: int


@dataclass(frozen=True)
class Side:
    """One language of a statement. `words` has the glossary's phrases covered, of the same length as `text`."""

    text: str
    words: str
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class Statement:
    """A text of the content as a reader reads it."""

    zh: Side
    en: Side
    pairs: tuple[tuple[Shown, Shown], ...] = field(default=())

    @classmethod
    def of(cls, text: Both, blanked: tuple[str, str], figures: Figures) -> Statement:
        """`blanked`: the text with the glossary's phrases blanked out, offsets kept."""
        zh, en = _side("zh", text.zh, blanked[0], figures), _side("en", text.en, blanked[1], figures)
        there = {one.key: one for one in en.shown}
        return cls(zh, en, tuple((one, there[one.key]) for one in zh.shown if one.key in there))


def _side(tongue: str, text: str, blanked: str, figures: Figures) -> Side:
    printed, words, shown, length = list[str](), list[str](), list[Shown](), 0
    for piece in pieces(text):
        stated = figures.get(piece.id) if isinstance(piece, Ref) else None
        if isinstance(piece, Ref) and stated is not None:
            nth = sum(one.key[0] == piece.id for one in shown)
            said = stated.printed(tongue, piece.form)
            fit = fitted if tongue == "en" else fitted_zh
            said = fit(said, stated, "".join(printed), text[piece.start + len(piece.source) :].replace("**", ""))
            shown.append(Shown((piece.id, nth), stated, piece.form, length, length + len(said)))
            covered = said
        elif isinstance(piece, PlainWords):
            said = piece.text
            covered = blanked[piece.start : piece.start + len(said)].replace(FILLER, "某" if tongue == "zh" else "x")
        else:
            said = covered = " "
        printed.append(said)
        words.append(covered)
        length += len(said)
    return Side("".join(printed), "".join(words), tuple(shown))


def covered(text: str, shown: Sequence[Shown], filler: str) -> str:
    """The text with what references print covered, offsets kept."""
    for one in shown:
        text = text[: one.start] + filler * (one.end - one.start) + text[one.end :]
    return text
