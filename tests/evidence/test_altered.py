"""Clauses that are the article's but for one word: what turns them is told, another way of saying the same is not."""

from __future__ import annotations

import pytest

from bulletin.evidence.altered import altered

ARTICLE = (
    "街道成立物业管理科,招聘保洁员。有人舍不得老屋,街坊都要来看。小区基本具备验收条件;收工以前挨家去看,每周开一次会。"
)


@pytest.mark.parametrize(
    ("clause", "passage"),
    [
        ("撤销物业管理科", "成立"),
        ("有人舍得老屋", "不"),
        ("街坊大多要来看", "都"),
        ("小区具备验收条件", "基本"),
        ("收工以后挨家去看", "以前"),
        ("每月开一次会", "每周"),
    ],
)
def test_one_word_that_turns_a_clause_is_told(clause: str, passage: str) -> None:
    ((_, said),) = altered(clause, ARTICLE)
    assert passage in said


@pytest.mark.parametrize(
    "clause",
    [
        "组建物业管理科",
        "街坊全部要来看",
        "物业管理科成立",
        "老屋有人舍不得",
        "每周开会一次",
        "收工之前挨家去看",
        "街坊要不要来看",
        "舍不得老屋的人",
    ],
)
def test_other_words_of_the_same_are_not(clause: str) -> None:
    assert list(altered(clause, ARTICLE)) == []
