"""What a clause says otherwise than the sentence that bears it best, and true sentences in words of their own.

A line of tests/cases/own_words.txt: `article|Chinese`, of the five articles, written before the model that it tries.
"""

from __future__ import annotations

import re

import pytest

from bulletin.evidence.article import bare
from bulletin.evidence.otherwise import otherwise
from bulletin.evidence.retelling import retelling
from tests.conftest import ROOT

ARTICLE = bare(
    "老师带着孩子到街上认榫头、认石板,请师傅讲水磨的事。她把爷爷的旧船改成了书吧。家庭医生签约居民9400人。"
    "街道逐户评估,装上扶手。外地来的年轻人租下门面,卖起了手作和咖啡。双职工家庭的孩子放学后有人教。"
    "冯寨村的安置房基本具备竣工验收条件。年纪大的学不会操作机床,就去看门。抽查时,居民可以随意点出一盏路灯、到现场看。"
    "有居民担心开挖会毁掉院里的老梧桐,施工方调整路线,42棵梧桐一棵也没有砍。去年底入户走访,收集意见。项目当年开工,正在主体建设。学前教育另有安排。"
).text
WORDS = (ROOT / "tests" / "cases" / "own_words.txt").read_text(encoding="utf-8").splitlines()


def told(clause: str, article: str = ARTICLE, *, denials: bool = True) -> list[str]:
    found = otherwise(bare(clause).text, bare(clause).text, retelling(article), denials=denials)
    return [word for word, _ in found]


@pytest.mark.parametrize(
    ("clause", "word"),
    [
        ("老师带老人上街认榫头、石板", "老人"),
        ("把旧车改成书吧", "车"),
        ("家庭医生签约企业", "企业"),
        ("企业逐户评估装上扶手", "企业"),
        ("年轻人来买手作和咖啡", "买"),
        ("照看双职工家庭放学前的孩子", "学前"),
        ("冯寨村安置房具备竣工验收条件", "具备"),
        ("年纪大的学会机床", "学会"),
        ("居民不可点一盏路灯去现场看", "不可点"),
        ("今年底入户走访", "今年"),
        ("开挖毁掉院里的老梧桐", "毁掉"),
        ("42棵梧桐都砍了", "砍了"),
    ],
)
def test_another_word_in_the_place_of_the_article_s_is_told(clause: str, word: str) -> None:
    assert word in told(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "老师领着孩子上街认榫头、石板",
        "把旧船改成书吧",
        "签约家庭医生的居民",
        "年轻人来卖手作和咖啡",
        "双职工家庭的孩子放学以后有人教",
        "冯寨村安置房大体具备验收条件",
        "年纪大的学不会机床",
        "不收年纪大的学不会操作机床",
        "居民能不能点一盏路灯去现场看",
        "项目在建",
        "居民怕开挖毁掉院里的老梧桐",
        "42棵梧桐都没有砍",
        "别处的事这里没有",
    ],
)
def test_other_words_of_the_same_are_not(clause: str) -> None:
    assert told(clause) == []


def test_a_short_clause_is_looked_for_with_its_sentence() -> None:
    by = retelling(ARTICLE)
    assert [word for word, _ in otherwise("梧桐都砍了", "施工方调整路线,42棵梧桐都砍了", by)] == ["砍了"]
    assert not [*otherwise("梧桐都砍了", "梧桐都砍了", by)]  # by itself it says too little of where it is from


def test_of_a_note_no_denial_is_told() -> None:
    assert told("居民不可点一盏路灯去现场看", denials=False) == []
    assert told("老师带老人上街认榫头、石板", denials=False)


@pytest.mark.parametrize("name", sorted({row.partition("|")[0] for row in WORDS}))
def test_true_sentences_in_words_of_their_own_are_let_pass(name: str) -> None:
    (file,) = (ROOT / "seeds").glob(f"{name}_*.txt")
    by = retelling(bare(file.read_text(encoding="utf-8")).text)
    for row in WORDS:
        article, _, zh = row.partition("|")
        for sentence in re.split("[。；]", zh) if article == name else ():
            for clause in re.split("[，：]", sentence):
                assert [*otherwise(bare(clause).text, bare(sentence).text, by)] == [], clause
