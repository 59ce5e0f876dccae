"""Every number of an article: a fact with a quote that proves it, or a reason why it can be none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bulletin.content.model import Fact, Glossary, Status, Subdistrict, Unit
from bulletin.content.yaml_text import Parsed
from bulletin.desk.worksheet.periods import is_moment, period_of
from bulletin.desk.worksheet.quotes import Passages, Quote
from bulletin.desk.worksheet.units import UnitGuess, unit_behind
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Span, agrees
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.rules import quote_status

_DIGITS = 24
"""Decimal places up to which a value can be written down."""


@dataclass(frozen=True, slots=True)
class FactStub:
    """A fact that the quote proves; label and English are the curator's."""

    numeral: Numeral
    unit: UnitGuess | None
    quote: Quote
    exact: str | None
    status: Status
    period: str | None
    line: int

    @property
    def value(self) -> Decimal | str | None:
        return written(self.numeral.value)


@dataclass(frozen=True, slots=True)
class Unusable:
    """A number that can be no fact, or should be none."""

    numeral: Numeral
    why: str


def blank_case(article: Article, glossary: Glossary) -> Case:
    """A case without content: what the rules need to look at an article."""
    content = Subdistrict.model_construct(facts={}, honours=[], projects=[], left_out=[])
    return Case(Parsed("", ""), content, glossary, {}, article)


def facts_of(case: Case, numerals: Iterable[Numeral], passages: Passages) -> Iterator[FactStub | Unusable]:
    """One for each numeral, in order."""
    for numeral in numerals:
        unit = unit_behind(case.article, numeral, case.names)
        why = unusable(numeral, unit)
        stub = None if why else _proved(case, numeral, unit, passages)
        yield stub or Unusable(numeral, why or "no quote proves this number by itself")


def unusable(numeral: Numeral, unit: UnitGuess | None) -> str:
    """Why it can be no fact; empty when it can."""
    if numeral.why:
        return numeral.why
    if numeral.kind == "date":
        return "" if is_moment(numeral.date) else "a date that no fact can hold"
    if numeral.value is None:
        return "names no one value"
    if numeral.kind == "percent" and unit is None:
        return "a share whose sign no unit has"
    return ""


def written(value: Fraction | None) -> Decimal | str | None:
    """The same number, exactly: a decimal number where one can hold it, else a vulgar fraction."""
    if value is None:
        return None
    scaled = value * 10**_DIGITS
    if scaled.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    whole, rest = divmod(abs(scaled.numerator), 10**_DIGITS)
    decimals = f".{rest:0{_DIGITS}}".rstrip("0").rstrip(".")
    return Decimal(f"{'-' if value < 0 else ''}{whole}{decimals}")


def _proved(case: Case, numeral: Numeral, unit: UnitGuess | None, passages: Passages) -> FactStub | None:
    """The first quote on which `check` finds this numeral and no other."""
    digits = case.article.bare.text[slice(*numeral.digits)]
    for quote in _quotes(passages, numeral, unit):
        for exact in (None, digits, numeral.text):
            fact = Fact.model_construct(
                value=None if numeral.date else written(numeral.value),
                date=numeral.date,
                unit=Unit.model_construct(zh=unit.zh) if unit else None,
                exact=exact,
                approx=numeral.approx,
                quote=quote.text,
                prefix=quote.prefix,
                suffix=quote.suffix,
                derived=None,
            )
            if rests_on(case, fact, numeral):
                clause = passages.clause((numeral.start, numeral.end))
                line = case.article.line_and_column(numeral.start)[0]
                status, period = status_of(case, numeral), period_of(case, numeral, clause)
                return FactStub(numeral, unit, quote, exact, status, period, line)
    return None


def _quotes(passages: Passages, numeral: Numeral, unit: UnitGuess | None) -> Iterator[Quote]:
    """The clause; the numeral's own piece of it; the numeral with its unit."""
    span = (numeral.start, _end(numeral, unit, passages.article))
    if whole := passages.around(span):
        yield whole
    start, end = passages.clause(span)
    before = max((b for _, b in passages.whole if start <= b <= span[0]), default=start)
    after = min((a for a, _ in passages.whole if span[1] <= a <= end), default=end)
    for piece in ((before, after), (before, span[1]), span):
        yield passages.pinned(passages.trimmed(piece))


def _end(numeral: Numeral, unit: UnitGuess | None, article: Article) -> int:
    behind = unit.zh if unit and article.bare.text.startswith(unit.zh, numeral.end) else ""
    return numeral.end + len(behind)


def rests_on(case: Case, fact: Fact, numeral: Numeral) -> bool:
    """Would `check` accept the fact, and take this very numeral for its proof?"""
    if len(case.quoted(fact)) != 1:
        return False
    found = case.candidates(fact)
    several = len({(n.value, n.date) for n in found}) > 1
    first = next((n for n in found if agrees(n, fact)), None)
    return first == numeral and (fact.exact is not None or not several)


def wholes(case: Case) -> tuple[Span, ...]:
    """Every numeral with its unit: where no quote may be cut."""
    units = ((n, unit_behind(case.article, n, case.names)) for n in case.article.numerals)
    return tuple((n.start, _end(n, unit, case.article)) for n, unit in units)


def status_of(case: Case, numeral: Numeral) -> Status:
    """What the words of the clause say: to come, applied for, under way; else achieved."""
    text = case.article.bare.text
    found = quote_status.spoken_of(text, numeral.start, numeral.end)
    if found and found[1] == "applied for":
        return "applied_for"
    if found and found[1] == "to come":
        return "expected" if found[0] in ("预计", "有望") else "planned"
    clause = quote_status.clause(text, numeral.start, numeral.end)
    return "under_way" if not found and re.search(r"正在|在建|推进中|施工中", clause) else "achieved"
