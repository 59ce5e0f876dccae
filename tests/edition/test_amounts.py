"""Numbers in English lose no digit and no sign."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bulletin.edition.amounts import figures


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(0), "0"),
        (Fraction(5400), "5,400"),
        (Fraction("-1.9"), "−1.9"),
        (Fraction("0.87"), "0.87"),
        (Fraction("8.06"), "8.06"),
        (Fraction(739_200_000), "739.2 million"),
        (Fraction(38_652_000_000), "38.652 billion"),
        (Fraction(-1_300_000), "−1.3 million"),
    ],
)
def test_figures(value: Fraction, shown: str) -> None:
    assert figures(value) == shown
