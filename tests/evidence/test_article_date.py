"""On which day an article says that it was printed, and which of its lines may say so."""

from __future__ import annotations

import pytest

from bulletin.content.model import Dated
from bulletin.evidence.article import Article
from bulletin.evidence.article_date import is_said, own_date

BODY = "\n".join(
    ["柳林街道新建了一批游园，居民每天在游园里散步、下棋、唱歌，也在树下看书，孩子们在旁边踢球，老人们在长椅上聊天。"]
    * 20
)
LONG = "这一天，来源不一的居民走进新建的游园，又走回老旧的楼院，再走到街边的树下，看了看2018年11月21日挂上的牌子。"


def article(head: str = "", middle: str = "", foot: str = "") -> Article:
    return Article("a.txt", "\n".join([head, BODY, middle, BODY, foot]))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("(原载《郑州日报》2018年11月21日第3版)", "2018-11-21"),
        ("来源：郑州日报 2018-11-21", "2018-11-21"),
        ("《郑州日报》2018/11/5 第A3版", "2018-11-05"),
        ("本报郑州2018年3月5日讯", ""),  # a place between
        ("本报讯 2018年3月5日", "2018-03-05"),
        ("2018年11月21日", ""),  # a day, of which no word says that it is the article's
        ("来源：郑州日报2018年11月", ""),  # no day
        ("来源：郑州日报2018年", ""),
        (LONG, ""),  # no line of its own
    ],
)
def test_a_source_line_says_on_which_day_an_article_was_printed(line: str, day: str) -> None:
    assert own_date(article(head=line)) == own_date(article(foot=line)) == day
    assert own_date(article(middle=line)) == ""


def dated(value: str, where: str | None = None) -> Dated:
    return Dated.model_validate({"value": value, "stated": True, "where": where})


@pytest.mark.parametrize(
    ("value", "line", "says"),
    [
        ("2018-11-21", "2018年11月21日", True),
        ("2018-11", "2018年11月21日", True),
        ("2018", "2018年11月21日", True),
        ("2018-11-21", "2018年11月", False),
        ("2018-12-21", "2018年11月21日", False),
        ("2017-11-21", "2018年11月21日", False),
        ("2018-11-21", "2018.11.21", True),
        ("2018-01-02", "2018年1月23日", False),
        ("2018 end", "2018年11月21日", False),  # what is the end of a year, no line says
    ],
)
def test_a_line_says_a_date_with_all_that_it_has(value: str, line: str, says: bool) -> None:
    for place in ("head", "middle", "foot"):
        assert is_said(article(**{place: line}), dated(value)) is says, place


def test_a_long_line_dates_an_article_at_its_head_and_foot_alone() -> None:
    date = dated("2018-11-21")
    assert is_said(article(head=LONG), date) and is_said(article(foot=LONG), date)
    assert not is_said(article(middle=LONG), date)


@pytest.mark.parametrize(
    ("middle", "where", "says"),
    [
        ("截至2018年11月21日，共植树。", "截至2018年11月21日", True),
        ("记者昨日（2018年11月21日）到场。", "2018年11月21日", True),
        ("居民在2018年11月21日植树。", "2018年11月21日", False),
        ("记者走了一圈又一圈，看了树又看了花，2018年11月21日植树。", "2018年11月21日", False),  # too far before
        ("截至2018年11月21日，共植树。", "截至2018年11月22日", False),
    ],
)
def test_words_in_the_text_date_it_where_they_tell_of_its_own_day(middle: str, where: str, says: bool) -> None:
    assert is_said(article(middle=middle), dated("2018-11-21", where)) is says
