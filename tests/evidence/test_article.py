"""Where things stand in an article: its lines, its sentences, what a quote is, what comes closest to one."""

from __future__ import annotations

import re

import pytest

from bulletin.evidence.article import Article
from bulletin.evidence.contrasts import CONTRASTS, of_another, reversed_in, said_of
from bulletin.evidence.numerals import Numeral, find_numerals
from bulletin.evidence.passages import reach, said_of_names
from bulletin.evidence.scan import unseen
from bulletin.evidence.set_aside import MARK
from bulletin.evidence.statuses import clause_of, sentence
from tests.evidence.test_approved_verdicts import ARTICLES, _name

_OF_A_NUMBER = re.compile(r"[0-9０-９a-zA-Z.,/\-—–:：一二三四五六七八九十百千万亿零〇第~～至%％‰()（）〔〕\[\]]")


def broken(text: str, width: int) -> str:
    """In lines of so many characters, none of which ends within a number."""
    lines = []
    for line in text.split("\n"):
        while len(line) > width:
            at = width
            while at > 1 and (_OF_A_NUMBER.match(line[at - 1]) or _OF_A_NUMBER.match(line[at])):
                at -= 1
            lines.append(line[:at])
            line = line[at:]
        lines.append(line)
    return "\n".join(lines)


def _read(numeral: Numeral) -> tuple[object, ...]:
    return numeral.text.replace(" ", ""), numeral.value, numeral.date, numeral.approx, numeral.kind, numeral.unit


@pytest.mark.parametrize("width", [27, 34])
@pytest.mark.parametrize("path", ARTICLES, ids=_name)
def test_an_article_says_the_same_however_its_lines_are_broken(width: int, path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    whole, lines = Article("a.txt", text), Article("a.txt", broken(text, width))
    assert [_read(one) for one in lines.numerals] == [_read(one) for one in whole.numerals]
    assert len(unseen(lines)) == len(unseen(whole))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("工作如下。\n1.3个村通水。\n", ["1.3"]),
        ("工作如下。\n1.3个村通水。\n2.4个村通路。\n", ["3", "4"]),
        ("工作如下。\n2.3个村通水。\n", ["2.3"]),
        ("工作如下。\n1.3个村通水。\n2.4个村通路。\n3.5个村通车。\n", ["3", "4", "5"]),
    ],
)
def test_a_number_that_counts_lines_is_one_of_several_in_a_row(text: str, values: list[str]) -> None:
    found = [one for one in Article("a.txt", text).numerals if one.why != MARK]
    assert [one.text for one in found] == values


TWO = Article.together((Article("a.txt", "标题\n\n甲街道。乙街道,\n植树3株"), Article("b.txt", "丙街道。\n丁街道5个")))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("标题", ("a.txt", 1, 1)),
        ("甲街道", ("a.txt", 3, 1)),
        ("乙街道", ("a.txt", 3, 5)),
        ("植树", ("a.txt", 4, 1)),
        ("3株", ("a.txt", 4, 3)),
        ("丙街道", ("b.txt", 1, 1)),
        ("丁街道", ("b.txt", 2, 1)),
        ("5个", ("b.txt", 2, 4)),
    ],
)
def test_each_word_has_its_file_line_and_column(words: str, place: tuple[str, int, int]) -> None:
    ((start, end),) = TWO.find(words)
    assert (TWO.name_at(start), *TWO.line_and_column(start)) == place
    assert TWO.bare.text[start:end] == words


def test_an_article_alone_is_its_own_only_part() -> None:
    alone = TWO.parts[0]
    assert alone.each == (alone,) and alone.number(0) == alone.number(5) == 0
    assert Article.together((alone,)) is alone
    assert (TWO.each, TWO.name) == (TWO.parts, "a.txt, b.txt")
    assert TWO.number(len(TWO.bare.text)) == 1, "behind the end is the last one"


@pytest.mark.parametrize(
    ("prefix", "suffix", "nth"),
    [("", "", [0, 1]), ("新建", "", [0]), ("改建", "", [1]), ("", "，植", [0]), ("", "。", [1]), ("新建", "。", [])],
)
def test_what_stands_before_and_behind_tells_two_quotes_apart(prefix: str, suffix: str, nth: list[int]) -> None:
    article = Article("a.txt", "新建 游园3个，植树。改建游园3个 。")
    every = article.find("游园3个")
    assert article.find("游园3个", prefix, suffix) == [every[i] for i in nth]


def test_nothing_is_found_nowhere() -> None:
    assert TWO.find("") == TWO.find(" \n") == []


@pytest.mark.parametrize(
    ("quote", "passage", "at"),
    [
        ("甲街道。乙街区", "甲街道。乙街道", 6),
        ("植树4株", "植树3株", 2),
        ("标签", "标题", 1),
        ("丁街道5个村", "丁街道5个", 5),
    ],
)
def test_what_comes_closest_to_a_quote_is_told_with_its_first_difference(quote: str, passage: str, at: int) -> None:
    nearest = TWO.nearest(quote)
    assert (nearest.passage, nearest.at) == (passage, at)


def test_a_line_that_a_newspaper_prints_over_its_article_is_no_part_of_it() -> None:
    head = "郑州日报2018年3月5日星期一第12版"
    assert Article("a.txt", f"{head}\n街道植树3株").masthead == len(head)
    assert Article("a.txt", f"街道\n{head}").masthead == 0, "it stands in one line, the first"
    assert Article("a.txt", f"标\n{head[2:]}").masthead == 0
    assert Article("a.txt", "街道植树3株").masthead == 0


def test_a_line_begins_a_paragraph_behind_an_empty_one_or_one_that_is_not_full() -> None:
    article = Article("a.txt", "春天的街道\n街道植树三百余株,新建游园,\n改造楼院。\n\n社区居民拍手称快,纷纷来到\n广场")
    starts = {article.bare.text[at : at + 2] for at in article.paragraphs}
    assert starts == {"街道", "社区"}
    assert {article.bare.text[at : at + 2] for at in article.lines} == {"春天", "街道", "改造", "社区", "广场"}


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("乙", "乙,植树3株"),
        ("甲", "甲"),
        ("甲。乙", "甲。乙,植树3株"),
        ("丙", "丙;丁"),
        ("戊", "戊"),
    ],
)
def test_the_sentence_around_words_begins_where_they_do(words: str, whole: str) -> None:
    text = "甲。乙,植树3株!丙;丁?戊"
    start = text.index(words)
    assert text[slice(*sentence(text, (start, start + len(words))))] == whole


@pytest.mark.parametrize(
    ("words", "clause"),
    [("乙", "乙,"), ("3株", "植树3株"), ("丙", "丙;"), ("丁", "丁"), ("乙,植", "乙,植树3株")],
)
def test_the_clause_around_words_ends_with_its_mark(words: str, clause: str) -> None:
    text = "甲。乙,植树3株!丙;丁?戊"
    start = text.index(words)
    assert text[slice(*clause_of(text, (start, start + len(words))))] == clause


@pytest.mark.parametrize(
    ("clauses", "named", "at", "far"),
    [
        (["东苑植树,"], [{"东"}], 0, range(1)),
        (["东苑植树,", "建园,", "西苑修路。"], [{"东"}, set(), {"西"}], 0, range(2)),
        (["去年,", "东苑植树。", "建园。"], [set(), {"东"}, set()], 1, range(2)),
        (["西苑修路,", "去年,", "东苑植树,", "建园。"], [{"西"}, set(), {"东"}, set()], 2, range(1, 4)),
    ],
)
def test_what_is_named_is_spoken_of_up_to_what_else_is_named(
    clauses: list[str], named: list[set[str]], at: int, far: range
) -> None:
    assert reach(clauses, named, at) == far


def test_of_a_name_is_said_what_stands_in_its_clauses_and_no_more_where_it_only_acts() -> None:
    said = said_of_names("东苑植树,修路。由西苑投资建园,通车。", {"东苑": ["东苑"], "西苑": ["西苑"]})
    assert {"植树", "修路"} <= said["东苑"].keys() and "建园" not in said["东苑"]
    assert "建园" in said["西苑"] and "通车" not in said["西苑"]
    assert said_of_names("街道植树", {"东苑": ["东苑"]}) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("二期粉刷外墙疏通管道", ["二期"]),  # of it the article says 粉刷, of the first all the rest
        ("二期粉刷外墙", ["二期"]),
        ("二期围栏外墙疏通", []),
        ("二期粉刷围栏疏通", []),
        ("二期粉刷", []),
        ("二期更换电梯", ["二期"]),
        ("一期更换电梯", []),
        ("一期、二期更换电梯", []),
        ("三期种花", []),
        ("二期,更换电梯", []),
    ],
)
def test_of_a_phase_nothing_is_said_that_is_said_of_another(text: str, found: list[str]) -> None:
    article = "一期粉刷外墙疏通管道更换电梯;二期粉刷围栏;三期动工。"
    phases = CONTRASTS[0]
    assert list(of_another(text, said_of(article, phases), phases)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("小店带动大店。", ["带动"]),
        ("大店带动小店。", []),
        ("外乡人教老人,小店帮助大店。", []),
        ("小店,带动大店。", []),
        ("小店带动。", []),
    ],
)
def test_who_does_it_to_whom_is_not_turned_round(text: str, found: list[str]) -> None:
    assert list(reversed_in(text, "大店带动小店。老人教外乡人,外乡人教老人。")) == found


def test_a_list_mark_at_the_beginning_of_a_text_without_lines_is_none() -> None:
    assert [one.text for one in find_numerals("1.3个村通水,2.4个村通路")] == ["1.3", "2.4"]
