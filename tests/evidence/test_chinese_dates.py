"""A month that is written in words is January only where the words beside it say so."""

from __future__ import annotations

import pytest

from bulletin.evidence.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("一月", []),
        ("一月一评", []),
        ("每一月评比", []),
        ("2018年一月", ["2018-01"]),
        ("年一月", ["--01"]),
        ("至一月", ["--01"]),
        ("到一月", ["--01"]),
        ("12月-一月", ["--12", "--01"]),
        ("一月份", ["--01"]),
        ("一月底", ["--01 end"]),
        ("二月", ["--02"]),
        ("十二月", ["--12"]),
        ("1月", ["--01"]),
        ("三日", []),
        ("3日", ["---03"]),
        ("5月3日", ["--05-03"]),
    ],
)
def test_one_month_is_january_where_a_word_says_so(text: str, dates: list[str]) -> None:
    assert [one.date for one in find_numerals(text) if one.date] == dates
