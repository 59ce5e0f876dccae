"""What is taken out of the real content is missed, by its name; and little is taken for a project that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

import pytest

from bulletin.content.model import Fact, Period
from bulletin.evidence import named
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case
from bulletin.evidence.rules import coverage
from tests.evidence.mutate import cases

LEAST = {"honours": 1.0, "projects": 1.0, "facts": 0.98}
"""A year that an honour prints is not missed; nor is a date that is the period of a fact, which is not tried."""
COUNTED = re.compile(r"[0-9]+[余多]?[个户]")
"""Works that the article only counts (改造老旧楼院88个) are a number, and missed as one."""


@pytest.fixture(scope="module")
def content() -> list[Case]:
    """Without what is left out although an entry or a fact has it, which would hide that it is gone."""
    return [_without_doubles(case) for case in cases()]


@pytest.mark.parametrize("key", LEAST)
def test_each_entry_that_is_deleted_is_missed(content: list[Case], key: str) -> None:
    tried, silent = 0, list[str]()
    for case in content:
        before = {problem.message for problem in coverage.check(case)}
        for what, words, without in _deletions(case, key):
            tried += 1
            found = [p.message for p in coverage.check(without) if p.message not in before]
            silent += [f"{case.stem} {what}"] * (not any(_names(message, words) for message in found))
    assert tried > 10
    assert 1 - len(silent) / tried >= LEAST[key], silent


def _without_doubles(case: Case) -> Case:
    double = {p.place.line for p in coverage.check(case) if p.message.startswith("left out here")}
    places = [case.parsed.place(("left_out", i, "quote")).line for i in range(len(case.content.left_out))]
    kept = [one for one, line in zip(case.content.left_out, places, strict=True) if line not in double]
    return replace(case, content=case.content.model_copy(update={"left_out": kept}))


def _period(fact: Fact) -> Period | None:
    return fact.period


def _deletions(case: Case, key: str) -> Iterator[tuple[str, str, Case]]:
    """The entry, the article's words that its loss must be told with, and the content without it."""
    part = getattr(case.content, key)
    for at in list(part) if isinstance(part, dict) else range(len(part)):
        one = part[at]
        if getattr(one, "derived", None):
            continue
        date = getattr(one, "date", None)
        if date and any(p and date in (str(p.year), p.at, p.since, p.until) for p in map(_period, part.values())):
            continue
        rest = {id: fact for id, fact in part.items() if id != at} if isinstance(part, dict) else None
        listed = rest if rest is not None else [other for i, other in enumerate(part) if i != at]
        changed = case.content.model_copy(update={key: listed})
        if key == "projects" and COUNTED.search(one.quote):
            continue
        numeral = case.numeral(one) if key == "facts" else None
        start, end = (numeral.start, numeral.end) if numeral else case.quoted(one)[0]
        yield str(at), case.article.bare.text[start:end], replace(case, content=changed, known=changed.facts)


def _names(message: str, words: str) -> bool:
    """Does it name these words, or a piece of them that tells them apart?"""
    told = message.split(" of the article")[0].split(" ", 2)[2].split(", ")
    longest = [SequenceMatcher(None, one, words, autojunk=False).find_longest_match().size for one in told]
    return any(size >= min(4, len(words), len(one)) for size, one in zip(longest, told, strict=True))


ARTICLE = """
坚持项目带动,推进重点项目建设,签约项目47个,其中10亿元以上项目6个。今年新开工项目不少于80个,确保工程质量,城区还有一批“小”工程。
实施民生工程、惠民工程,加快项目落地,项目审批提速,建立项目台账,打造“安全、有序”的城市环境,打造精品工程。
道路改造后,群众获得感增强,收获满满。新建游园3个,改造老旧小区12个,背街小巷改造完成,城中村改造加快。
"""


def test_what_is_no_name_is_no_project_and_no_honour() -> None:
    article = Article("a.txt", ARTICLE)
    assert [article.bare.text[slice(*one.span)] for one in named.works(article)] == []
    assert named.honours(article) == ()


LISTS = {
    "荣获“甲镇甲”“乙镇乙”,并被评为“丙镇丙”。": ["甲镇甲", "乙镇乙", "丙镇丙"],
    "获得全国文明村、省级卫生先进单位等荣誉称号。": ["全国文明村", "省级卫生先进单位"],
    "先后被授予“全国‘扫黄、打非’先进集体”称号,入选中国传统村落名录,摘得市级金牌。": [
        "全国'扫黄、打非'先进集体",
        "中国传统村落名录",
        "市级金牌",
    ],
    "2019年荣获河南省先进乡(镇、街道),省级平安单位。": ["河南省先进乡(镇、街道)", "省级平安单位"],
    "街道荣获各级荣誉32项。": [],
    "辖区17条道路均被评为红旗道路。": [],
    "被评为了全国文明村,入选了:中国传统村落名录。": ["全国文明村", "中国传统村落名录"],
}


@pytest.mark.parametrize("text", LISTS)
def test_honours_are_told_apart(text: str) -> None:
    article = Article("a.txt", text)
    assert [article.bare.text[slice(*span)] for span in named.honours(article)] == LISTS[text]


WORKS = {
    "对东苑路进行改造。对东苑市场进行改造。": ["东苑市场"],
    "对东苑市场进行了内部改造。": ["东苑市场"],
    "东苑商场改造中。东苑商场正在装修。": ["东苑商场"],
    "新建东苑公园、西苑广场。新建游园3个。": ["东苑公园", "西苑广场"],
    "建成东苑服务中心的同时,修路。建成后的西苑公园。": ["东苑服务中心"],
    "打造东苑文化中心建设。": ["东苑文化中心"],
    "1000平方米的东苑公园。": ["东苑公园"],
    "建设东苑社区等3处。在西苑社区等地建成5处。": ["东苑社区等3处", "西苑社区等地建成5处"],
    "中原路改造项目、西苑路改造项目。": ["中原路改造项目", "西苑路改造项目"],
    "西苑路、东苑路改造项目,南苑路改造项目。": ["西苑路", "东苑路改造项目", "南苑路改造项目"],
    "二期已开工。三期的人。": ["二期"],
    '"东苑"改造工程。重点项目。': ['"东苑"改造工程'],
    "城中村正在改造。美丽乡村正在建设。东苑村庄园正在施工。": [],
}


@pytest.mark.parametrize("text", WORKS)
def test_works_that_have_a_name_are_told_apart(text: str) -> None:
    article = Article("a.txt", text)
    assert [article.bare.text[slice(*one.span)] for one in named.works(article)] == WORKS[text]


AGAIN = [
    ("中原路改造项目。中原路改造项目完工。", ["中原路改造项目"]),
    ("中原路改造项目开工,一期正在施工。", ["中原路改造项目", "一期"]),
    ("中原路一期工程开工,一期正在施工。", ["中原路一期工程"]),
    ("中原路一期工程开工。一期正在施工。", ["中原路一期工程", "一期"]),
    ("中原路改造项目。中原路一期工程。", ["中原路改造项目", "中原路一期工程"]),
    ("东苑市场正在装修。东苑市场新馆正在装修。", ["东苑市场"]),
    ("新建东苑公园。东苑公园项目完工。", ["东苑公园", "东苑公园项目"]),
]


@pytest.mark.parametrize(("text", "names"), AGAIN)
def test_what_is_named_again_is_the_same_works(text: str, names: list[str]) -> None:
    article = Article("a.txt", text)
    known = list[named.Works]()
    for one in named.works(article):
        known += [] if any(named.again(article, one, other) for other in known) else [one]
    assert [article.bare.text[slice(*one.span)] for one in known] == names
