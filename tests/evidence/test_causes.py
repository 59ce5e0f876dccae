"""Why something is so and by whom it is done: other words of the same are let pass."""

from __future__ import annotations

import pytest

from bulletin.evidence.causes import other_cause, other_doer
from bulletin.evidence.retelling import retelling

BY = retelling(
    "今年接到的投诉,因管道泄漏引起的占六成。因涉及地铁10号线施工,淮河路段1.2公里管道今年未能更换。"
    "换热站无人值守。由于暖气片老化,部分住户室温仍偏低。其余资金由热力公司自筹,特困家庭的采暖费由区民政局全额补贴。"
    "平台由街道办事处牵头管理。由于人手不够,夜间值守由志愿者轮流承担。"
)


@pytest.mark.parametrize(
    ("zh", "told"),
    [
        ("因资金不足，淮河路段<length>管道今年未能更换。", ["因资金不足"]),
        ("由于管道泄漏，部分住户室温仍偏低。", ["由于管道泄漏"]),
        ("因地铁10号线施工，淮河路段<length>管道今年未能更换。", []),
        ("暖气片老化等原因使部分住户室温偏低；由于暖气片老化，部分住户室温仍低。", []),
        ("因资金不足，学校放假。", []),  # of what the article does not tell, nothing is known here
    ],
)
def test_a_cause_stands_where_the_article_has_its_effect(zh: str, told: list[str]) -> None:
    assert [word for word, _ in other_cause(zh, BY)] == told


@pytest.mark.parametrize(
    ("zh", "told"),
    [
        ("其余由街道自筹。", [("由街道自筹", "由热力公司自筹")]),
        ("采暖费由热力公司全额补贴。", [("由热力公司全额", "由区民政局全额")]),
        ("其余由公司自筹。", []),
        ("平台由街道牵头管理。", []),
        ("夜间由义工轮流承担。", []),  # the same by another word
        ("费用由财政分担。", []),
    ],
)
def test_who_does_what_is_done(zh: str, told: list[tuple[str, str]]) -> None:
    assert list(other_doer(zh, BY)) == told
