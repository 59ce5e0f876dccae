"""Every number of an article: a fact with a quote that proves it, or a reason why it can be none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from bulletin.content.model import Both, Fact, Glossary, Period, Status, Subdistrict, Unit
from bulletin.content.yaml_text import Parsed
from bulletin.desk.worksheet import periods
from bulletin.desk.worksheet.how_far import is_ahead, status_of, when_counted
from bulletin.desk.worksheet.periods import is_moment
from bulletin.desk.worksheet.quotes import Clauses, Quote
from bulletin.desk.worksheet.units import UnitGuess, unit_behind
from bulletin.desk.worksheet.wording import Wording
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case, Span, agrees
from bulletin.evidence.numerals import Numeral
from bulletin.evidence.rules import owner, period
from bulletin.evidence.set_aside import GRADE

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
    line: int
    period: str | None = None  # a flow map
    others: bool = False  # the words say that it is somebody else's figure
    label: Wording = field(default_factory=Wording)
    when: str = ""  # words of the clause that say when, where no period follows from them

    @property
    def value(self) -> Decimal | str | None:
        value = self.numeral.value
        if self.numeral.kind == "fraction" and value is not None:
            return f"{value.numerator}/{value.denominator}"
        return written(value)

    def fact(self, period: Period | None = None) -> Fact:
        """As far as the rules need it."""
        return Fact.model_construct(
            value=None if self.numeral.date else self.value,
            date=self.numeral.date,
            unit=Unit.model_construct(zh=self.unit.zh) if self.unit else None,
            exact=self.exact,
            approx=self.numeral.approx,
            quote=self.quote.text,
            prefix=self.quote.prefix,
            suffix=self.quote.suffix,
            derived=None,
            period=period,
            status=self.status,
        )


@dataclass(frozen=True, slots=True)
class Unusable:
    """A number that can be no fact, or should be none."""

    numeral: Numeral
    why: str


def blank_case(article: Article, glossary: Glossary) -> Case:
    """A case without content: what the rules need to look at an article."""
    content = Subdistrict.model_construct(
        facts={}, honours=[], projects=[], left_out=[], within=Both.model_construct(zh="", en="")
    )
    return Case(Parsed("", ""), content, glossary, {}, article)


def facts_of(case: Case, numerals: Iterable[Numeral], passages: Clauses) -> Iterator[FactStub | Unusable]:
    """One for each numeral, in order."""
    for numeral in numerals:
        unit = unit_behind(case.article, numeral, case.names)
        why = unusable(numeral, unit) or _of_government(case.article.bare.text, numeral, unit)
        stub = None if why else _proved(case, numeral, unit, passages)
        yield stub or Unusable(numeral, why or "no quote proves this number by itself")


def unusable(numeral: Numeral, unit: UnitGuess | None) -> str:
    """Why it can be no fact; empty when it can."""
    if numeral.why:
        return numeral.why
    if numeral.date:
        return "" if is_moment(numeral.date) else "a date that no fact can hold"
    if numeral.value is None:
        return "names no one value"
    if numeral.kind == "percent" and unit is None:
        return "a share whose sign no unit has"
    return ""


def _of_government(text: str, numeral: Numeral, unit: UnitGuess | None) -> str:
    """市、区两级: which governments, not how many."""
    return GRADE if unit and unit.zh == "级" and text[numeral.start - 1] in "省市区县镇乡村" else ""


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


def _proved(case: Case, numeral: Numeral, unit: UnitGuess | None, passages: Clauses) -> FactStub | None:
    """The first quote on which `check` finds this numeral and no other."""
    digits = case.article.bare.text[slice(*numeral.digits)]
    for quote in _quotes(passages, numeral, unit):
        for exact in (None, digits, numeral.text):
            line = case.article.line_and_column(numeral.start)[0]
            stub = FactStub(numeral, unit, quote, exact, status_of(case, numeral), line)
            if rests_on(case, stub.fact(), numeral):
                return replace(stub, others=bool(owner.others(case, stub.fact())))
    return None


def _quotes(passages: Clauses, numeral: Numeral, unit: UnitGuess | None) -> Iterator[Quote]:
    """The clauses that say one thing; the clause; the numeral's own piece of it; the numeral with its unit."""
    span = (numeral.start, end_with_unit(numeral, unit, passages.article))
    if row := passages.row(span):
        yield row
    if whole := passages.around(span):
        yield whole
    start, end = passages.clause(span)
    before = max((b for _, b in passages.whole if start <= b <= span[0]), default=start)
    after = min((a for a, _ in passages.whole if span[1] <= a <= end), default=end)
    for piece in ((before, after), (before, span[1]), span):
        yield passages.pinned(passages.trimmed(piece))


def end_of(stub: FactStub, article: Article) -> int:
    """Where a number ends with its unit."""
    return end_with_unit(stub.numeral, stub.unit, article)


def end_with_unit(numeral: Numeral, unit: UnitGuess | None, article: Article) -> int:
    """Where a numeral ends with its unit, where that stands behind it."""
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
    return tuple((n.start, end_with_unit(n, unit, case.article)) for n, unit in units)


def timed(case: Case, stub: FactStub) -> FactStub:
    """With its period, and the status that it has by that; what is done of a year that goes on is done so far."""
    if stub.status not in ("planned", "expected") and is_ahead(case, stub.numeral):
        stub = replace(stub, status="planned")
    first = period_of(case, stub)
    status = when_counted(case.article.bare.text, stub.numeral, stub.status, first.period or "")
    return first if status == stub.status else period_of(case, replace(stub, status=status))


def period_of(case: Case, stub: FactStub) -> FactStub:
    """With the first period that the words suggest and the rule lets pass; else with the words that say when."""
    span = (stub.numeral.start, stub.numeral.end)
    if stub.numeral.date:
        yearless = stub.numeral.date[0] == "-" and stub.numeral.date not in ("-- end", "-- start")
        suggested = periods.of_its_year(case, span) if yearless else iter(())
    else:
        suggested = periods.proposed(case, span, stub.status)
    for given in suggested:
        said = periods.period(given)
        if said and not period.misread(case, stub.fact(period=said)):
            flow = (f'{key}: "{v}"' if isinstance(v, str) else f"{key}: {str(v).lower()}" for key, v in given.items())
            return replace(stub, period=f"{{{', '.join(flow)}}}")
    return replace(stub, when=period.unsaid(case, stub.fact()))
