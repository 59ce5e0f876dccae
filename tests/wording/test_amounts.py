"""Numbers in words: no digit lost, plurals by CLDR, approximation kept, small numbers spelled out in prose only."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.content.model import Both, Fact, Plural, Unit
from bulletin.evidence.verify import Proof
from bulletin.wording import amounts

HAZARDS = Unit(zh="条", en=Plural(one="hazard", other="hazards"))
MONEY = Unit(zh="元")
PERCENT = Unit(zh="%")
AREA = Unit(zh="平方米")


def proof(value: int | Decimal | str, number: str, unit: Unit | None = None, **more: Any) -> Proof:
    fact = Fact(value=value, unit=unit, label=Both(zh="项", en="item"), quote=number, status="achieved", **more)
    return Proof("item", fact, Fraction(value), number=number, numeral=number.strip("余近约多上"))


@pytest.mark.parametrize(
    ("one", "zh", "en"),
    [
        (proof(5400, "5400余", HAZARDS, approx="over"), "5400余条", "more than 5,400 hazards"),
        (proof(739200000, "约7.392亿", MONEY, approx="about"), "约7.392亿元", "about 739.2 million yuan"),
        (proof(10000000, "近千万", MONEY, approx="nearly"), "近千万元", "nearly 10 million yuan"),
        (proof(10, "几十", HAZARDS, approx="over"), "几十条", "tens of hazards"),
        (proof(100000, "数十万", HAZARDS, approx="over"), "数十万条", "hundreds of thousands of hazards"),
        (proof(10, "10余", HAZARDS, approx="over"), "10余条", "more than 10 hazards"),
        (proof(1, "1", HAZARDS), "1条", "one hazard"),
        (proof(8, "8", HAZARDS), "8条", "eight hazards"),
        (proof(10, "10", HAZARDS), "10条", "10 hazards"),
        (proof(2, "2", AREA), "2平方米", "2 square meters"),
        (proof(Decimal("96.8"), "96.8%", PERCENT), "96.8%", "96.8 percent"),
        (proof(4200000000, "42亿", MONEY), "42亿元", "4.2 billion yuan"),
        (proof(Decimal("15.75"), "15.75", AREA), "15.75平方米", "15.75 square meters"),
        (proof(30, "百分之三十", Unit(zh="百分之")), "百分之三十", "30 percent"),
        (proof("1/3", "三分之一"), "三分之一", "one-third"),
        (proof("3/4", "四分之三"), "四分之三", "three-quarters"),
        (proof("1/2", "二分之一"), "二分之一", "half"),
        (proof("1/2", "一半以上", approx="at_least"), "一半以上", "at least half"),
        (proof("1/2", "过半数", approx="over"), "过半数", "more than half"),
        (proof("2/3", "近三分之二", approx="nearly"), "近三分之二", "nearly two-thirds"),
        (proof(Decimal("0.5"), "半", Unit(zh="小时")), "半小时", "half an hour"),
        (proof(Decimal("0.5"), "半", Unit(zh="年"), approx="at_most"), "半年", "at most half a year"),
        (proof(Decimal("0.5"), "0.5", Unit(zh="小时")), "0.5小时", "0.5 hours"),
        (proof(1, "一", Unit(zh="年"), approx="over"), "一年", "more than one year"),
        (proof(Decimal("2.5"), "两年半", Unit(zh="年")), "两年半", "2.5 years"),
        (proof(6, "6个多", Unit(zh="小时"), approx="over"), "6个多小时", "more than six hours"),
        (proof(3000, "不足3000", HAZARDS, approx="at_most"), "不足3000条", "fewer than 3,000 hazards"),
        (proof(3000, "低于3000", AREA, approx="at_most"), "低于3000平方米", "less than 3,000 square meters"),
        (proof(3000, "不超过3000", HAZARDS, approx="at_most"), "不超过3000条", "at most 3,000 hazards"),
        (proof(3000, "不低于3000", HAZARDS, approx="at_least"), "不低于3000条", "at least 3,000 hazards"),
        (proof("1/2", "不到一半", approx="at_most"), "不到一半", "less than half"),
        (proof(60, "60%以上", PERCENT, approx="at_least"), "60%以上", "at least 60 percent"),
        (proof(2, "翻番"), "翻番", "doubled"),
        (proof(4, "翻两番", approx="nearly"), "翻两番", "nearly quadrupled"),
    ],
)
def test_the_chinese_keeps_its_notation_and_the_english_its_digits(one: Proof, zh: str, en: str) -> None:
    assert amounts.chinese(one) == zh
    assert amounts.english(one) == en


def test_a_part_of_a_whole_is_set_large_in_words_in_each_language_its_own() -> None:
    one = proof("1/2", "一半以上", approx="at_least")
    assert amounts.compact(one) == "at least half"
    assert amounts.compact_unit(one).zh == "一半以上"
    assert amounts.drawn(one) == ("at least half", "一半以上")
    assert amounts.compact(proof("1/3", "三分之一")) == "one-third"


def test_a_bound_that_is_not_reached_is_set_large_with_its_sign() -> None:
    assert amounts.compact(proof(3000, "不足3000", HAZARDS, approx="at_most")) == "< 3,000"
    assert amounts.compact(proof(3000, "不超过3000", HAZARDS, approx="at_most")) == "≤ 3,000"


def test_a_number_that_opens_a_sentence_has_a_capital() -> None:
    assert amounts.english(proof(16, "16", HAZARDS), opens=True) == "Sixteen hazards"
    assert amounts.english(proof(5400, "5400余", HAZARDS, approx="over"), opens=True) == "More than 5,400 hazards"


def test_forms() -> None:
    one = proof(5400, "5400余", HAZARDS, approx="over")
    assert [amounts.chinese(one, form) for form in ("full", "number", "value")] == ["5400余条", "5400余", "5400"]
    assert amounts.english(one, "number") == "more than 5,400"
    assert amounts.english(one, "value") == "5,400"


def test_tables_use_figures_symbols_and_the_short_word() -> None:
    assert amounts.english(proof(8, "8", HAZARDS), prose=False) == "8 hazards"
    assert amounts.english(proof(400, "400余", AREA, approx="over"), prose=False) == "over 400 m²"


@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999999999"), places=2, allow_nan=False))
def test_no_digit_is_lost(value: Decimal) -> None:
    shown = amounts.figures(Fraction(value))
    number, _, word = shown.partition(" ")
    scale = {"": 1, "million": 10**6, "billion": 10**9}[word]
    assert len(number.partition(".")[2]) <= 4
    assert Fraction(number.replace(",", "")) * scale == Fraction(value)
