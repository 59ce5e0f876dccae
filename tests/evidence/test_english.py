"""Every number of an English text is found, with its value."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

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
        ("Phases I, II and III", ["Phases I 1 ordinal", "II 2 ordinal", "III 3 ordinal"]),
        ("Building 3 and building three", ["Building 3 3 ordinal", "three 3 cardinal"]),
        ("No. 1,200, grade three", ["No. 1,200 1200 ordinal", "grade three 3 ordinal"]),
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
        ("for a decade, over a new century", ["a 1 cardinal", "a 1 over cardinal"]),
        ("a decade and a half", ["a 3/2 cardinal"]),
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


@given(st.integers(2, 10**10))
def test_a_number_that_is_spelled_out_has_its_value(value: int) -> None:
    for written in (num2words(value), f"{value:,}"):
        (number,) = find_numbers(f"they planted {written.replace(',', '' if written[0].isalpha() else ',')} trees")
        assert number.value == value, written


@pytest.mark.parametrize("value", [*range(1, 21), 30, 40, 50, 60, 70, *range(22, 30), 34, 45, 56, 67, 78, 89])
def test_an_ordinal_has_its_value_in_words_and_in_figures(value: int) -> None:
    for form in ("ordinal", "ordinal_num"):
        (number,) = find_numbers(f"it is the {num2words(value, to=form)} of its kind")
        assert (number.value, number.kind, number.label) == (value, "ordinal", True)


DAYS = [date(2017, 1, 3) + timedelta(days=29 * n) for n in range(13)]


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize(
    ("pattern", "form"),
    [
        *(("MMMM d, y", "%Y-%m-%d"), ("d MMMM y", "%Y-%m-%d"), ("MMM d, y", "%Y-%m-%d"), ("MMM. d, y", "%Y-%m-%d")),
        *(("MMMM d", "--%m-%d"), ("d MMMM", "--%m-%d"), ("'the' d'th of' MMMM", "--%m-%d"), ("y-MM-dd", "%Y-%m-%d")),
        *(
            ("MMMM y", "%Y-%m"),
            ("MMMM 'of' y", "%Y-%m"),
            ("'early' MMMM", "--%m early"),
            ("'late' MMM y", "%Y-%m late"),
        ),
        *(("'mid-'MMMM", "--%m mid"), ("'the end of' MMMM y", "%Y-%m end"), ("'the middle of' MMMM", "--%m mid")),
    ],
)
def test_a_date_is_the_same_however_it_is_written(day: date, pattern: str, form: str) -> None:
    written = format_date(day, pattern, "en_US")
    if ". " in written and day.month == 5:
        return  # May is not cut short
    (number,) = find_numbers(f"It was opened in {written}")
    assert number.date == day.strftime(form), written


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        *(("9:30", 570), ("09:05", 545), ("21:30", 570), ("24:00", 0), ("9:30 a.m.", 570), ("9.45 pm", 585)),
        *(("9 p.m.", 540), ("nine o’clock", 540), ("twelve o'clock", 0), ("half past nine", 570)),
        *(("eight-fifteen", 495), ("nine-thirty", 570), ("seven-forty-five", 465), ("half past one", 90)),
    ],
)
def test_a_time_of_day_is_so_many_minutes_after_noon_or_midnight(written: str, minutes: int) -> None:
    (number,) = find_numbers(f"They meet at {written}")
    assert (number.value, number.kind) == (minutes, "time")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        *(("fall 2018", "2018 autumn"), ("the spring term of 2018", "2018 spring")),
        *(("the first quarter of 2018", "2018 Q1"), ("the second quarter", "-- Q2"), ("the 3rd quarter", "-- Q3")),
        *(("the fourth quarter of 2019", "2019 Q4"), ("the last quarter", "-- Q4"), ("the final quarter", "-- Q4")),
        ("the first two quarters", "-- Q1-Q2"),
        *(("the first nine months", "-- Q1-Q3"), ("the first six months of 2018", "2018 first-half")),
        *(("the second half of 2018", "2018 second-half"), ("the second half", "-- second-half")),
        *(("the latter half of the year", "-- second-half"), ("the 1st half", "-- first-half")),
        *(("early 2018", "2018 start"), ("late 2018", "2018 end"), ("mid-2018", "2018 mid"), ("year-end", "-- end")),
        *(("the beginning of 2018", "2018 start"), ("the start of the year", "-- start")),
        *(("the turn of the year", "-- start"), ("the close of last year", "-- end")),
        ("early to mid May", "--05 early to mid"),
    ],
)  # fmt: skip
def test_a_part_of_a_year_is_named(written: str, said: str) -> None:
    (number,) = find_numbers(f"It was done in {written}")
    assert number.date == said


BEFORE = {
    "over": "more than|over|above|exceeding|in excess of|upwards of|greater than|topping|surpassing|beyond|well over",
    "nearly": "nearly|almost|close to|just short of|approaching|nearing|not quite",
    "about": "about|around|roughly|approximately|some|an estimated|in the region of",
    "at_least": "at least|no fewer than|not less than|a minimum of",
    "at_most": "at most|no more than|up to|not exceeding|fewer than|less than|under|below|within|a maximum of",
}
BEHIND = {
    "over": "80-odd trees|80+ trees|80-plus trees",
    "at_least": "80 or more|80 trees or more|aged 80 and above|80 trees at least",
    "at_most": "80 or fewer|80 trees or less|80 trees at most|80 trees at the most",
    "about": "80 or so|80 trees or so",
}


@pytest.mark.parametrize(("approx", "words"), [(a, w) for a, words in BEFORE.items() for w in words.split("|")])
def test_a_word_before_a_number_says_how_exact_it_is(approx: str, words: str) -> None:
    for between in ("", "RMB ", "a total of ", "¥"):
        (number,) = find_numbers(f"{words} {between}80 trees")
        assert (number.value, number.approx) == (80, approx), between
    (number,) = find_numbers(f"{words} trees, 80 of them")
    assert number.approx is None


@pytest.mark.parametrize(("approx", "text"), [(a, t) for a, texts in BEHIND.items() for t in texts.split("|")])
def test_a_word_behind_a_number_says_how_exact_it_is(approx: str, text: str) -> None:
    (number,) = find_numbers(f"there were {text}.")
    assert (number.value, number.approx) == (80, approx)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        *(("one half of them", Fraction(1, 2), "fraction"), ("two thirds of it", Fraction(2, 3), "fraction")),
        *(("three quarters of it", Fraction(3, 4), "fraction"), ("a fifth of it", Fraction(1, 5), "fraction")),
        *(("five sixths of it", Fraction(5, 6), "fraction"), ("seven eighths of it", Fraction(7, 8), "fraction")),
        *(("a tenth of it", Fraction(1, 10), "fraction"), ("one in four", Fraction(1, 4), "fraction")),
        *(("three out of every five", Fraction(3, 5), "fraction"), ("tripled", 3, "multiple")),
        ("doubling", 2, "multiple"),
        *(("trebled", 3, "multiple"), ("quadrupled", 4, "multiple"), ("quintupled", 5, "multiple")),
        *(("tenfold", 10, "multiple"), ("threefold", 3, "multiple"), ("1.5-fold", Fraction(3, 2), "multiple")),
        *(("20 pct", 20, "percent"), ("minus 5 per cent", -5, "percent"), ("5 °C below freezing", -5, "cardinal")),
        *(("5 and a half years", Fraction(11, 2), "cardinal"), ("half a million", 500_000, "cardinal")),
        *(("3k", 3000, "cardinal"), ("3 mln", 3_000_000, "cardinal"), ("3 tn", 3 * 10**12, "cardinal")),
        *(("Phase III", 3, "ordinal"), ("Phase IV", 4, "ordinal"), ("Tier VI", 6, "ordinal"), ("twice", 2, "cardinal")),
        *(("half a dozen", 6, "cardinal"), ("the primary sector", 1, "ordinal"), ("tertiary industry", 3, "ordinal")),
    ],
)  # fmt: skip
def test_what_is_a_part_or_a_multiple_or_has_a_short_word(text: str, value: object, kind: str) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.kind) == (value, kind)


@pytest.mark.parametrize(
    ("size", "value"),
    [
        *(("k", 10**3), ("mn", 10**6), ("mln", 10**6), ("bn", 10**9), ("tn", 10**12), (" dozen", 12)),
        *((" hundred", 100), (" thousand", 10**3), (" million", 10**6), (" billion", 10**9), (" trillion", 10**12)),
    ],
)
def test_a_word_of_size_is_so_many_times_what_stands_before_it(size: str, value: int) -> None:
    assert [one.value for one in find_numbers(f"It paid 5{size} there")] == [5 * value]
    assert [one.value for one in find_numbers(f"It paid RMB 2.5{size} there")] == [Fraction(5, 2) * value]


@pytest.mark.parametrize(("word", "value"), [("dual", 2), ("twin", 2), ("double", 2), ("triple", 3)])
def test_two_in_one_is_two(word: str, value: int) -> None:
    assert [one.value for one in find_numbers(f"a {word} system")] == [value]


@pytest.mark.parametrize("form", ["cardinal", "ordinal"])
def test_every_number_in_words_below_eighty_is_read(form: str) -> None:
    for n in range(1, 80):
        assert [one.value for one in find_numbers(f"the {num2words(n, to=form)} of them")] == [n]
