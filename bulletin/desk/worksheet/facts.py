"""Every number of an article: a fact with a quote that proves it, or a reason why it can be none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pydantic import TypeAdapter, ValidationError

from bulletin.content.model import Fact, Glossary, Moment, Status, Subdistrict, Unit
from bulletin.content.yaml_text import Parsed
from bulletin.desk.worksheet.quotes import Passages, Quote
from bulletin.desk.worksheet.units import UnitGuess, unit_behind
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Span, agrees
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.stages import DONE, words_of
from bulletin.evidence.statuses import Of, sentence, spoken_of

_MOMENT = TypeAdapter(Moment)
_YEAR = re.compile(r"\d{4}")
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
    def value(self) -> Decimal | None:
        return decimal(self.numeral.value)


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
    if numeral.kind == "ordinal":
        return "counts an order, not an amount"
    if numeral.kind == "date":
        return "" if _is_moment(numeral.date) else "a date that no fact can hold"
    if numeral.value is None:
        return "names no one value"
    if decimal(numeral.value) is None:
        return "a fraction that no decimal number can hold"
    if numeral.kind == "percent" and unit is None:
        return "a share whose sign no unit has"
    return ""


def _is_moment(date: str | None) -> bool:
    try:
        _MOMENT.validate_python(date)
    except ValidationError:
        return False
    return True


def decimal(value: Fraction | None) -> Decimal | None:
    """The same number, exactly, or None."""
    if value is None:
        return None
    scaled = value * 10**_DIGITS
    if scaled.denominator != 1:
        return None
    whole, rest = divmod(abs(scaled.numerator), 10**_DIGITS)
    decimals = f".{rest:0{_DIGITS}}".rstrip("0").rstrip(".")
    return Decimal(f"{'-' if value < 0 else ''}{whole}{decimals}")


def _proved(case: Case, numeral: Numeral, unit: UnitGuess | None, passages: Passages) -> FactStub | None:
    """The first quote on which `check` finds this numeral and no other."""
    digits = case.article.bare.text[slice(*numeral.digits)]
    for quote in _quotes(passages, numeral, unit):
        for exact in (None, digits, numeral.text):
            fact = Fact.model_construct(
                value=None if numeral.date else decimal(numeral.value),
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


def status_of(case: Case, numeral: Numeral, of: Of = "number") -> Status:
    """A status that the words bear out; where they leave two, the likelier."""
    text, span = case.article.bare.text, (numeral.start, numeral.end)
    said = spoken_of(text, span, of="date" if numeral.date else of)
    if len(said.statuses) == 1:
        return next(iter(said.statuses))
    if "expected" in said.statuses:
        return "expected" if said.word.endswith("后") else "planned"
    if "under_way" in said.statuses:
        return "under_way"
    told = said.word or words_of(text[sentence(text, span)[0] : span[0]]).keys() & DONE
    return "achieved" if told else "standing"


def period_of(case: Case, numeral: Numeral, clause: Span) -> str | None:
    """The period as a flow map, where the clause names one year and no other."""
    dates = [n for n in case.inside(clause) if n.date and _YEAR.match(n.date) and n != numeral]
    if (
        len({n.date for n in dates}) != 1
        or (numeral.date and _YEAR.match(numeral.date))
        or not _is_moment(dates[0].date)
    ):
        return None
    date, before = str(dates[0].date), case.article.bare.text[max(0, dates[0].start - 2) : dates[0].start]
    if before.endswith(("从", "自")):
        return f'{{since: "{date}"}}'
    if before.endswith(("截至", "截止", "至", "到")):
        return f"{{year: {date[:4]}, to_date: true}}"
    return f"{{year: {date}}}" if len(date) == 4 else f'{{at: "{date}"}}'
