"""A word in the slot of another, an office without its 副, and words that are given to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bulletin.evidence.slots import Turned, other_member, other_noun, other_office
from bulletin.evidence.speakers import given_to_another, speakers

OfSlot = Callable[[str, str], Iterator[Turned]]

ARTICLE = (
    "外借图书94万册,其中少儿读物占46%。持证居民占常住人口的27%。街道征求群众意见。下一步把书屋开进园区和地铁站。"
    "在去年全市公共服务满意度测评中,全区得分92分。全省公共服务示范项目有两个。"
    '"通借通还以后,书真正流动起来了。"馆长陶敬之说。读者在手机上点单。区里免费送书。网上点单2万件。志愿者有540人。'
    "大学生何一帆每周给孩子讲故事。活动要提前预约。文化局副局长郑岚表示,下一步将把书屋开进工业园区。"
    "社区党委书记、居委会主任何丽萍和区城市管理局局长陈国栋到会。"
)


@pytest.mark.parametrize(
    ("zh", "told"),
    [
        ("外借图书<loans>，其中成人读物占<share>", [("成人", "少儿")]),
        ("持证居民占户籍人口的<share>", [("户籍", "常住")]),
        ("书屋要开进园区和火车站。", [("火车", "地铁")]),
        ("外借图书<loans>，其中少儿读物占<share>", []),
        ("外借图书<loans>，少儿读物约占<share>", []),
        ("先征求居民意见，再动工", []),  # who is meant is the same
        ("书屋要开进工业园区", []),
        ("下一步在园区和地铁站开书屋", []),
    ],
)
def test_a_noun_in_the_slot_of_another(zh: str, told: list[Turned]) -> None:
    assert list(other_noun(zh, ARTICLE)) == told


@pytest.mark.parametrize(
    ("of_slot", "zh", "told"),
    [
        (other_member, "在去年全省公共服务满意度测评中", [("全省", "全市")]),
        (other_member, "在今年全市公共服务满意度测评中", [("今年", "去年")]),
        (other_member, "在去年全市公共服务满意度测评中", []),
        (other_member, "全省公共服务示范项目", []),
        (other_member, "全市读者", []),  # too little says which is meant
        (other_office, "文化局局长郑岚说", [("局长郑岚", "副局长郑岚")]),
        (other_office, "副馆长陶敬之说", [("副馆长陶敬之", "馆长陶敬之")]),
        (other_office, "副局长郑岚、馆长陶敬之", []),
        (other_office, "局长王海", []),
        (other_office, "社区主任何丽萍", []),  # one of her two
        (other_office, "社区经理何丽萍", [("经理何丽萍", "主任何丽萍")]),
        (other_office, "市城市管理局局长陈国栋", [("市城市管理局", "区城市管理局")]),
        (other_office, "区城市管理局局长陈国栋", []),
    ],
)
def test_a_territory_a_year_and_an_office_are_the_articles(of_slot: OfSlot, zh: str, told: list[Turned]) -> None:
    assert list(of_slot(zh, ARTICLE)) == told


def test_who_speaks_a_quotation_that_ends_before_the_name() -> None:
    assert set(speakers(ARTICLE).values()) == {"陶敬之", "郑岚"}


@pytest.mark.parametrize(
    ("zh", "told"),
    [
        ("馆长陶敬之说，下一步把书屋开进工业园区", [("陶敬之", "郑岚")]),
        ("郑岚说，通借通还以后，书流动起来了", [("郑岚", "陶敬之")]),
        ("何一帆说，下一步将把书屋开进工业园区", [("何一帆", "郑岚")]),
        ("副局长郑岚说，书屋下一步开进工业园区", []),
        ("陶敬之说，通借通还以后，书流动起来了", []),
        ("何一帆说，孩子爱听故事", []),
    ],
)
def test_words_are_told_by_who_said_them(zh: str, told: list[tuple[str, str]]) -> None:
    assert list(given_to_another(zh, ARTICLE)) == told
