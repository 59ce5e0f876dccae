"""Chart data as words and as table rows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bulletin.charts.look import Look
from bulletin.charts.words import both
from bulletin.edition.specs import Datum
from bulletin.edition.text import Both, Mark

DATUM_HEAD = ("fact", "label_zh", "label_en", "value", "printed_zh", "printed_en", "status")


def number(value: Fraction) -> str:
    """The exact value: 5400, 15.75, or 1/3 where no decimal is exact."""
    if value.denominator == 1:
        return str(value.numerator)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return format(exact.normalize(), "f") if Fraction(exact) == value else str(value)


def datum_row(datum: Datum) -> tuple[str, ...]:
    """The columns of DATUM_HEAD."""
    label, full = datum.label, datum.full
    return (datum.fact, label.zh, label.en, number(datum.value), full.zh, full.en, datum.mark)


def datum_words(look: Look, datum: Datum, named: tuple[tuple[Mark, Both], ...] = ()) -> Both:
    """Label, number and unit, and the status where it is more than that something is so, in the chart's own words."""
    words = both("{}：{}", "{}: {}", datum.label, datum.full)
    if datum.mark in ("done", "standing") and datum.mark not in dict(named):
        return words
    return both("{}（{}）", "{} ({})", words, look.marks(named)[datum.mark])
