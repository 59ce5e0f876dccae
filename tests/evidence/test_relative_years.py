"""Which year a word gives to a date, and which dates of another year are printed without one.

The article is of 2018: it tells of May and August 2016, of last March, of July and of 12,000 trees of its own year.
"""

from __future__ import annotations

import pytest

from bulletin.evidence.case import Case
from bulletin.evidence.relative_years import beside, yearless
from tests.conftest import ARTICLE, CONTENT, small_project, workshop

FACTS = """facts:
  begun:
    date: "2016-05"
    label: {zh: 开工, en: start of works}
    quote: 2016年5月开工
    status: achieved
  paved:
    date: "--08"
    label: {zh: 修路, en: paving}
    quote: 当年8月修路
    period: {year: 2016}
    status: achieved
  start:
    date: "--03"
    label: {zh: 启动, en: start}
    quote: 去年3月启动
    period: {year: 2017, stated: false}
    status: achieved
  walk:
    date: "--07"
    label: {zh: 健步走, en: walk}
    quote: 今年7月健步走
    period: {at: "2018-07", stated: false}
    status: achieved
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("years")
    article = ARTICLE.replace("目前,5个", "2016年5月开工,当年8月修路,去年3月启动,今年7月健步走。目前,5个")
    small_project(folder, CONTENT.replace("facts:\n", FACTS), article)
    shop = workshop(folder)
    return shop.case(*shop.library.contents["willow"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("去年<start>启动。", {("去年", "start", True)}),
        ("今年<start>启动。", {("今年", "start", False)}),
        ("明年<start>启动。", {("明年", "start", False)}),
        ("前年<begun>开工。", {("前年", "begun", True)}),
        ("后年<begun>开工。", {("后年", "begun", False)}),
        ("今年<walk>健步走。", {("今年", "walk", True)}),  # a year that the period's day has
        ("去年<walk>健步走。", {("去年", "walk", False)}),
        ("以前年<begun>开工。", set()),  # no 前年
        ("去年，<start>启动。", {("去年", "start", True)}),
        ("去年的<walk>健步走。", {("去年", "walk", False)}),
        ("去年的工程、今年<start>启动。", {("今年", "start", False)}),  # the nearer word
        ("去年停工今年<start>启动。", {("今年", "start", False)}),
        ("去年开工，又过了很久，<walk>健步走。", set()),  # too much between
        ("比今年<start>晚。", set()),  # compared
        ("<walk>（去年）健步走。", {("去年", "walk", False)}),
        ("<walk>健步走，去年启动。", set()),
        ("今年植树<trees>。", {("今年", "trees", True)}),
        ("去年植树<trees>。", {("去年", "trees", False)}),
        ("去年修路，植树<trees>。", set()),  # another clause
        ("植树<trees>（去年）。", set()),  # behind a number it is of what follows
        ("<begun>开工，次年<start>启动。", {("次年", "start", True)}),
        ("次年<start>启动。", {("次年", "start", False)}),
        ("<begun>开工，当年<start>启动。", {("当年", "start", False)}),
        ("<start>启动，当年植树<trees>。", {("当年", "trees", True)}),  # the article's own year, or the one before
        ("<walk>健步走，上年<start>启动。", {("上年", "start", True)}),
    ],
)
def test_a_word_gives_the_year_to_the_date_behind_it(case: Case, text: str, found: set[tuple[str, str, bool]]) -> None:
    assert {(word, one.ref.id, right) for word, one, right in beside(case, text, 0)} == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It started last year in <start>.", {("last year", "start", True)}),
        ("It started in <start> last year.", {("last year", "start", True)}),
        ("It started in <start> of this year.", {("this year", "start", False)}),
        ("It started in <start> next year.", {("next year", "start", False)}),
        ("Last year the subdistrict walked in <walk>.", {("Last year", "walk", False)}),
        ("It paved roads last year and walked in <walk>.", set()),
        ("It walked longer than last year, in <walk>.", set()),
        ("The walk of <walk> was longer than last year.", set()),
        ("It planted <trees> this year.", set()),
        (
            "Works began in <begun>; the following year, in <start>, it started.",
            {("the following year", "start", True)},
        ),
        ("Works began in <begun>; that year, in <start>, it started.", {("that year", "start", False)}),
        ("Works began in <begun>, the year before last.", {("the year before last", "begun", True)}),
        ("It walked in <walk>, the year after next.", {("the year after next", "walk", False)}),
        ("It started in <start>, the previous year.", {("the previous year", "start", True)}),
    ],
)
def test_in_english_it_stands_before_the_date_or_behind_it(
    case: Case, text: str, found: set[tuple[str, str, bool]]
) -> None:
    assert {(word, one.ref.id, right) for word, one, right in beside(case, text, 1)} == found


@pytest.mark.parametrize(
    ("tongue", "text", "found"),
    [
        (0, "<start>启动。", ["start"]),
        (0, "<walk>健步走。", []),  # of the article's own year
        (0, "<begun>开工。", []),  # prints its year
        (0, "去年<start>启动。", []),
        (0, "<start>启动。去年雨多。", ["start"]),  # a word of the next sentence
        (0, "去年雨多。<start>启动。", []),
        (0, "<start>启动，那是2017年。", []),
        (0, "<start>启动，那是2016年。", ["start"]),
        (0, "<start>启动，花了20170元。", ["start"]),  # no year
        (0, "<begun>开工，<start>启动。", ["start"]),  # printed before it, but of another year
        (0, "<begun>开工，<paved>修路。", []),  # printed before it
        (0, "<paved>修路，<begun>开工。", ["paved"]),
        (0, "<start>的年份不明。", []),
        (1, "It started in <start>.", ["start"]),
        (1, "It started in <start> last year.", []),
        (1, "It started in <start>. Last year was wet.", ["start"]),
        (1, "The year of <start> is not stated.", []),
        (1, "It planted <trees>.", []),
    ],
)
def test_a_date_of_another_year_prints_its_year_or_has_it_told(
    case: Case, tongue: int, text: str, found: list[str]
) -> None:
    assert [one.ref.id for one in yearless(case, text, tongue)] == found
