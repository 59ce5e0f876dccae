"""Which numbers of the two languages are one amount: in every unit and form of it, and up to which digit."""

from __future__ import annotations

import pytest

from bulletin.evidence.parity import disagreements


@pytest.mark.parametrize(
    ("zh", "en", "same"),
    [
        ("20亩", "1.33 hectares", True),
        ("20亩", "1.3 hectares", True),
        ("20亩", "1.34 hectares", True),  # a two-hundredth more
        ("20亩", "1.345 hectares", False),
        ("20亩", "1.32 hectares", False),
        ("20亩", "1 hectare", False),
        ("1.6亩", "0.1 hectares", True),
        ("1.7亩", "0.1 hectares", False),  # the last digit would do, a tenth does not
        ("2亩", "0.1 hectares", False),
        ("30亩", "two hectares", True),
        ("32亩", "two hectares", False),  # words have no last digit
        ("32亩", "2 hectares", True),
        ("500亩", "33.3 hectares", True),
        ("500亩", "33 hectares", True),
        ("500亩", "34 hectares", False),
        ("500亩", "333,000 square meters", True),
        ("500亩", "330,000 square meters", True),
        ("500亩", "300,000 square meters", True),
        ("500亩", "335,000 square meters", True),
        ("500亩", "336,000 square meters", False),
        ("500亩", "400,000 square meters", False),
    ],
)
def test_a_conversion_is_as_exact_as_its_last_digit(zh: str, en: str, same: bool) -> None:
    assert (list(disagreements(f"占地{zh}。", f"It covers {en}.")) == []) is same


@pytest.mark.parametrize(
    ("en", "same"),
    [("1.5 kilometers", True), ("1,500 meters", True), ("1,501 meters", False), ("1.51 kilometers", False)],
)
def test_in_its_own_unit_or_without_a_remainder_a_length_is_the_same_to_the_meter(en: str, same: bool) -> None:
    assert (list(disagreements("全长1500米。", f"It is {en} long.")) == []) is same


@pytest.mark.parametrize(
    ("en", "same"), [("two weeks", True), ("14 days", True), ("15 days", True), ("13 days", False), ("16 days", False)]
)
def test_half_a_month_is_two_weeks_or_fifteen_days(en: str, same: bool) -> None:
    assert (list(disagreements("半个月办结。", f"It was settled in {en}.")) == []) is same


FORMS = [
    ("全场八折", "Everything is 20 percent off", True),
    ("全场八折", "Everything is 80 percent off", False),
    ("全场八折", "Everything is at 80 percent of the price", True),
    ("全场八折", "Everything is at 20 percent of the price", False),
    ("全场七五折", "Everything is 25 percent off", True),
    ("全场七五折", "Everything is 20 percent off", False),
    ("盐度为3‰", "Salinity is 0.3 percent", True),
    ("盐度为3‰", "Salinity is 3 percent", False),
    ("盐度为3‰", "Salinity is 3 per mille", True),
    ("盐度为3‰", "Salinity is 0.3 per mille", False),
    ("提高5个百分点", "It rose by 5 percentage points", True),
    ("提高5个百分点", "It rose by 6 percentage points", False),
    ("提高5个百分点", "It rose by 5 percent", False),
    ("提高5%", "It rose by 5 percentage points", False),
    ("三成居民参加", "30 percent of residents took part", True),
    ("三成居民参加", "33 percent of residents took part", False),
    ("三分之一居民参加", "A third of residents took part", True),
    ("四分之一居民参加", "25 percent of residents took part", True),
    ("四分之一居民参加", "24 percent of residents took part", False),
    ("25%居民参加", "A quarter of residents took part", True),
    ("26%居民参加", "A quarter of residents took part", False),
    ("产值增长3倍", "Output grew fourfold", True),
    ("产值增长3倍", "Output grew threefold", False),
    ("产值增长3倍", "Output grew 300 percent", True),
    ("产值增长3倍", "Output grew 400 percent", False),
    ("产值增长3倍", "Output grew by 3 times", True),
    ("产值是去年的3倍", "Output was 3 times that of last year", True),
    ("产值是去年的3倍", "Output was 4 times that of last year", False),
    ("产值增长9倍", "Output grew tenfold", True),
    ("产值增长9倍", "Output grew ninefold", False),
    ("产值增长10倍", "Output grew tenfold", True),  # who says ten means many
    ("产值翻番", "Output doubled", True),
    ("产值翻番", "Output tripled", False),
    ("产值翻了两番", "Output quadrupled", True),
    ("覆盖率100%", "Coverage is full", True),
    ("覆盖率99%", "Coverage is full", False),
    ("获第1名", "It topped the list", True),
    ("获第2名", "It topped the list", False),
    ("24小时值守", "Staff are there around the clock", True),
    ("23小时值守", "Staff are there around the clock", False),
    ("建成1个停车场", "A car park was built", True),
    ("建成2个停车场", "A car park was built", False),
    ("下午3点半开会", "They met at 3:30 p.m.", True),
    ("下午3点半开会", "They met at 3 p.m.", False),
    ("上午9点一刻开会", "They met at 9:15 a.m.", True),
    ("上午9点三刻开会", "They met at 9:45 a.m.", True),
    ("上午9点三刻开会", "They met at 9:15 a.m.", False),
    ("80后党员", "Members born in the 1980s", True),
    ("80后党员", "Members born in the 1990s", False),
    ("00后党员", "Members born in the 2000s", True),
    ("上世纪80年代建成", "It was built in the 1980s", True),
    ("上世纪80年代建成", "It was built in the 1970s", False),
    ("20世纪80年代建成", "It was built in the 1980s", True),
    ("荣立三等功", "It won a third-class merit", True),
    ("荣立三等功", "It won a second-class merit", False),
    ("Ⅳ级响应", "A level IV response", True),
    ("Ⅳ级响应", "A level III response", False),
]


@pytest.mark.parametrize(("zh", "en", "same"), FORMS)
def test_an_amount_is_the_same_in_every_form_of_it_and_no_other_is(zh: str, en: str, same: bool) -> None:
    assert (list(disagreements(f"{zh}。", f"{en}.")) == []) is same


@pytest.mark.parametrize(
    ("zh", "en", "kinds"),
    [
        ("提高5%", "It rose by 5", ["kind"]),
        ("提高5%", "It rose by 6", ["value"]),
        ("提高5%", "It rose by 4", ["value"]),
        ("第5名", "There were 5", ["kind"]),
        ("第5名", "It was fourth", ["value"]),
        ("第5名", "It was sixth", ["value"]),
        ("5层", "It is on the fifth floor", []),
        ("长5公里", "It is 5 miles long", ["unit"]),
        ("长5公里", "It is 5 long", []),  # a unit may be left to the context
        ("长5公里", "It has 5 trees", ["unit"]),
        ("有5家", "It is 5 kilometers", ["unit"]),
        ("长5", "It is 5 kilometers", []),
        ("工期5个月", "It took 5", []),
        ("工期5个月", "It took 5 weeks", ["unit"]),
        ("“12”工程", "The one, two project", []),  # a code is spelled out
        ("建成12个站点", "One park and two trees", ["value"]),
        ("推行“1+6”模式", "The 1 plus 6 model is in use", []),
        ("5月3日开会", "There were 5 rooms and 3 halls", ["date", "extra", "extra"]),
    ],
)
def test_a_number_that_differs_is_told_by_what_differs(zh: str, en: str, kinds: list[str]) -> None:
    assert [one.kind for one in disagreements(f"{zh}。", f"{en}.")] == kinds


@pytest.mark.parametrize("turned", [False, True])
def test_of_equal_numbers_those_are_one_whose_words_agree(turned: bool) -> None:
    rows = [
        ("种树3株", "3 trees were planted"),
        ("超3个社区", "over 3 communities joined"),
        ("建房3套", "3 homes built"),
    ]
    zh = "，".join(zh for zh, _ in rows)
    en = ", ".join(en for _, en in (rows[::-1] if turned else rows))
    assert list(disagreements(f"{zh}。", f"{en}.")) == []
