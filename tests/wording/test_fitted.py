"""A number's English does not say again what the words beside it say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bulletin.content.model import Both, Fact, Unit
from bulletin.evidence.verify import Proof
from bulletin.wording import amounts
from bulletin.wording.fitted import every, fitted, fitted_zh, without_later
from tests.wording.test_amounts import proof

DAYS, HOURS, AGE = Unit(zh="天"), Unit(zh="小时"), Unit(zh="岁")


@pytest.mark.parametrize(
    ("value", "unit", "more", "before", "after", "said"),
    [
        (5, DAYS, {"approx": "at_most"}, "settled within ", ".", "five days"),
        (5, DAYS, {"approx": "at_most"}, "settled in ", ".", "at most five days"),
        (5, DAYS, {"approx": "at_least"}, "within ", ".", "at least five days"),
        (30, DAYS, {"approx": "over"}, "for more than ", ".", "30 days"),
        (30, DAYS, {"approx": "about"}, "for about ", ".", "30 days"),
        (1, HOURS, {"approx": "at_most"}, "within ", " of the order", "one hour"),
        (1, HOURS, {"approx": "over"}, "for ", ".", "more than one hour"),
        (76, AGE, {}, "Zhou, ", " old, said", "76 years"),
        (76, AGE, {}, "Zhou, aged ", ", said", "76"),
        (76, AGE, {}, "Zhou, ", ", said", "76 years of age"),
        (60, AGE, {"approx": "at_least"}, "those aged ", " or over", "60"),
        (1, AGE, {}, "a child ", " old", "one year"),
    ],
)
def test_it_is_said_once(value: int, unit: Unit, more: dict[str, Any], before: str, after: str, said: str) -> None:
    one = proof(value, str(value), unit, **more)
    shown = amounts.english(one)
    assert fitted(shown, one, before, after) == said
    assert said in every(shown, one)


@pytest.mark.parametrize(
    ("approx", "later", "before", "after", "said"),
    [
        ("at_least", "以上", "每天抽检", "，", "40小时以上"),
        ("at_least", "以上", "每天抽检", "以上，", "40小时"),
        ("at_least", "及以上", "", "及以上，", "40小时"),
        ("at_least", "以上", "至少抽检", "，", "40小时"),
        ("at_most", "内", "积水", "退尽", "40小时内"),
        ("at_most", "内", "积水", "内退尽", "40小时"),
        ("at_most", "以内", "在", "的时间内退尽", "40小时"),
        ("at_most", "内", "不超过", "，", "40小时"),
        ("about", "左右", "", "，", "40小时左右"),
        ("about", "左右", "", "左右，", "40小时"),
        ("about", "左右", "大约", "，", "40小时"),
        ("over", "多", "", "，", "40小时多"),
        (None, "以上", "", "，", "40小时"),
    ],
)
def test_the_chinese_says_once_how_exact_a_number_is(
    approx: str | None, later: str, before: str, after: str, said: str
) -> None:
    one = replace(proof(40, "40", HOURS, **{"approx": approx} if approx else {}), later=later)
    shown = amounts.chinese(one)
    assert fitted_zh(shown, one, before, after) == said
    assert said in (shown, without_later(shown, one))


def test_the_end_of_a_month_has_one_article() -> None:
    end = Proof("end", Fact(date="--09 end", label=Both(zh="时", en="when"), quote="9月底", status="achieved"), None)
    shown = amounts.english(end)
    assert fitted(shown, end, "As of the ", ", ") == "end of September"
    assert fitted(shown, end, "As of ", ", ") == shown == "the end of September"
    assert "end of September" in every(shown, end)
