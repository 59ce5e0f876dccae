"""What one does to another, and what is said of one of several, as the article has it."""

from __future__ import annotations

import pytest

from bulletin.evidence.contrasts import (
    CONTRASTS,
    of_another,
    of_another_level,
    reversed_in,
    said_of,
    turned_in,
    unlimited_in,
)


@pytest.mark.parametrize(
    ("article", "turned"),
    [
        ("大店带动小店。", True),
        ("小店带动大店。", False),
        ("大店带动小店,小店带动大店。", False),  # both ways
        ("老师带动小店。", False),
        ("大店带动老师。", False),
        ("老师带动学生。", False),
        ("小店大店带动小店。", False),
        ("大店和小店带动小店和大店。", False),
        ("大店,带动小店。", False),  # not in one clause
        ("大店帮助小店。", False),  # another word
    ],
)
def test_one_thing_is_turned_round_where_both_stand_on_the_other_side_alone(article: str, turned: bool) -> None:
    assert list(reversed_in("小店带动大店。", article)) == ["带动"] * turned


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("引进省外资金。", ["省外资"]),
        ("引进市外资金。", []),
        ("引进区外资金和市外资金。", ["区外资"]),
        ("省外游客。", []),  # of which the article has no level
        ("城市外资金。", []),  # a city, no level
    ],
)
def test_a_level_is_another_one_s_where_the_article_has_that_alone(text: str, found: list[str]) -> None:
    assert list(of_another_level(text, "引进市外资金3亿元。")) == found


def test_a_level_is_no_other_one_s_where_the_article_has_both() -> None:
    assert list(of_another_level("引进省外资金。", "引进市外资金,也引进省外资金。")) == []


PHASE, OFTEN, _ = CONTRASTS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每天巡逻。", []),
        ("每周巡逻。", ["每周"]),
        ("每周开会。", []),
        ("每天开会。", ["每天"]),
        ("每月植树。", []),  # of which the article says nothing
        ("每天和每周巡逻。", []),  # two of them in one piece
    ],
)
def test_how_often_is_another_thing_s_where_the_article_says_it_of_that_alone(text: str, found: list[str]) -> None:
    article = "街道每天巡逻。社区每周开会。"
    assert list(of_another(text, said_of(article, OFTEN), OFTEN)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("周五开会。", ["周五"]), ("周三开会。", []), ("周五巡逻。", [])],
)
def test_a_day_of_the_week_is_that_of_what_stands_beside_it(text: str, found: list[str]) -> None:
    assert list(of_another(text, said_of("周三开会。周五巡逻。", OFTEN), OFTEN)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("二期种树建亭。", ["二期"]),  # said of the first in its next clause
        ("一期种树建亭。", []),
        ("一期修路铺管。", ["一期"]),
        ("二期工程开工,修路铺管。", []),
    ],
)
def test_what_a_phase_has_is_told_up_to_the_next_phase(text: str, found: list[str]) -> None:
    article = "一期工程开工,种树建亭。二期工程开工,修路铺管。"
    assert list(of_another(text, said_of(article, PHASE), PHASE)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("每周巡逻防火防盗。", ["每周"]), ("每周巡逻河道。", [])],
)
def test_what_is_said_of_one_a_little_and_of_another_much_is_the_other_s(text: str, found: list[str]) -> None:
    article = "街道每天巡逻防火防盗。社区每周巡逻河道。"
    assert list(of_another(text, said_of(article, OFTEN), OFTEN)) == found


TALKS = "开工前征求居民意见,议事时不插话。汛期里街没有进水。"


def test_the_opposite_of_what_the_article_has_is_told() -> None:
    assert list(turned_in("开工后征求意见", TALKS)) == [("后征", "前征")]
    assert list(turned_in("开工前征求意见", TALKS)) == []


def test_no_opposite_is_told_of_what_the_article_has_or_of_a_word_that_names_no_thing() -> None:
    assert list(turned_in("开工后征求意见", f"{TALKS}后征求专家。")) == []
    assert list(turned_in("节日之后", "节日之前")) == []


def test_what_the_article_has_only_denied_is_told() -> None:
    assert list(unlimited_in("议事时插话", TALKS)) == [("插话", "不插话")]
    assert list(unlimited_in("议事时谁也别插话", TALKS)) == []
    assert list(unlimited_in("议事时插话", f"{TALKS}散会时插话。")) == []  # once without
    assert list(unlimited_in("街面上的灯", "账对不上的有三家。")) == []  # 上的 is no word
