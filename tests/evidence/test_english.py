"""Every number of an English text is found, with its value."""

from __future__ import annotations

import pytest

from bulletin.evidence.english import EnglishNumber, find_numbers


def _short(number: EnglishNumber) -> str:
    parts = [number.text.strip(), number.date or str(number.value), number.approx, number.kind]
    return " ".join(str(part) for part in parts if part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 5,400 hazards", ["5,400 5400 over cardinal"]),
        ("RMB 739.2 million", ["739.2 million 739200000 cardinal"]),
        ("RMB 42bn", ["42bn 42000000000 cardinal"]),
        ("over RMB 10m", ["10m 10000000 over cardinal"]),
        ("500m of road", ["500 500 cardinal"]),
        ("two thousand three hundred people", ["two thousand three hundred 2300 cardinal"]),
        ("ninety-nine hundred", ["ninety-nine hundred 9900 cardinal"]),
        ("two hundred and five homes", ["two hundred and five 205 cardinal"]),
        ("eight villages and 13 communities", ["eight 8 cardinal", "13 13 cardinal"]),
        ("half a million, one and a half years", ["half a million 500000 cardinal", "one 3/2 cardinal"]),
        ("a dozen, hundreds of people", ["a dozen 12 cardinal", "hundreds of 100 over cardinal"]),
        ("one-third, two thirds of", ["one-third 1/3 fraction", "two thirds 2/3 fraction"]),
        ("revenue doubled, then tripled", ["doubled 2 multiple", "tripled 3 multiple"]),
        ("up 5.8 per cent", ["5.8 per cent 29/5 percent"]),
        ("from 85 to 97 percent", ["85 85 percent", "97 percent 97 percent"]),
        ("2.1 percentage points", ["2.1 percentage points 21/10 cardinal"]),
        ("the 11th, the second", ["11th 11 ordinal", "second 2 ordinal"]),
        ("Phase II, Line 2, No. 3", ["Phase II 2 ordinal", "Line 2 2 ordinal", "No. 3 3 ordinal"]),
        ("on November 11, 2016", ["November 11, 2016 2016-11-11 date"]),
        ("on 11 November", ["11 November --11-11 date"]),
        ("in Nov. 2018 and in September", ["Nov. 2018 2018-11 date", "September --09 date"]),
        ("at the end of 2018", ["end of 2018 2018 end date"]),
        ("in late May", ["late May --05 late date"]),
        ("in the first three quarters", ["the first three quarters -- Q1-Q3 date"]),
        ("in the first half of 2018", ["the first half of 2018 2018 first-half date"]),
        ("September 18–20", ["September 18 --09-18 date", "20 ---20 date"]),
        ("It may march on", []),
        ("PM2.5 and 5G at once", []),
        ("at 9.30 a.m.", ["9.30 a.m. 570 time"]),
        ("since the 1980s", ["1980s 1980 decade"]),
        (
            "at least 30, up to 40, some 50",
            ["30 30 at_least cardinal", "40 40 at_most cardinal", "50 50 about cardinal"],
        ),
    ],
)
def test_numbers_are_read(text: str, expected: list[str]) -> None:
    assert [_short(number) for number in find_numbers(text)] == expected


def test_endless_digits_are_no_number() -> None:
    assert find_numbers("1" * 5000) == []
