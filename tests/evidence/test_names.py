"""Names: what is read as one, what is told of those that the Chinese or the article has not, and what is let be.

`python -m tests.evidence.test_names` prints how many lies about names are seen; `-v` lists those that slip through.
Before the names were held, 11 of 362 of those in both languages were.
"""

from __future__ import annotations

import random
import sys
from functools import cache

import pytest

from bulletin.content.model import Both
from bulletin.evidence.case import Case
from bulletin.evidence.romanised import unborne, unsaid
from bulletin.evidence.rules import borne, parity
from tests.conftest import ROOT, workshop
from tests.evidence.plant import Lie, Sheet
from tests.evidence.plant_bed import SEED, _fewest_twice
from tests.evidence.plant_names import NAMES
from tests.evidence.test_turned import NAMES as UNFITTED
from tests.evidence.test_turned import _of_text, said, sound

MOST = 60
LEAST = {
    "another place or firm, English": (60, 0.97),
    "another place or firm, Chinese": (60, 0.85),
    "another place or firm, both languages": (60, 0.97),
    "another person, English": (15, 1.0),
    "another person, Chinese": (15, 1.0),
    "another person, both languages": (15, 1.0),
}
"""How many are planted, and the share that is seen."""


@cache
def contents() -> tuple[tuple[Sheet, Case], ...]:
    """The contents of the project, and those that nobody fitted."""
    bench = workshop(ROOT)
    own = [(name, bench.case(*one)) for name, one in bench.library.contents.items()]
    cases = [*own, *((name, sound(name)) for name in UNFITTED)]
    return tuple((Sheet(n, c.parsed, c.article.bare.text, {n: c.parsed.data}, ()), c) for n, c in cases)


def lies(name: str) -> list[tuple[Case, Lie]]:
    """From every content in turn, no part twice while there are others."""
    rows = []
    for sheet, case in contents():
        told = {path for path, text in case.told if isinstance(text, Both)}
        found = [lie for lie in NAMES[name](sheet) if all(path[:-1] in told for path in lie.edits)]
        random.Random(f"{SEED} {name} {sheet.name}").shuffle(found)
        rows += [(i, case, lie) for i, lie in enumerate(_fewest_twice(found))]
    return [(case, lie) for _, case, lie in sorted(rows, key=lambda row: row[0])[:MOST]]


def is_seen(case: Case, lie: Lie) -> bool:
    """Is anything told of its text that was not told before?"""
    at = next(iter(lie.edits))[:-1]
    text = dict(case.told)[at]
    new = text.model_copy(update={str(path[-1]): value for path, value in lie.edits.items()})
    before, after = (_of_text(case, at, one) for one in (text, new))
    return bool(set(said((parity, borne), after)) - set(said((parity, borne), before)))


@pytest.mark.parametrize("name", NAMES)
def test_the_share_of_lies_about_names_that_are_seen_is_held(name: str) -> None:
    seen = [is_seen(*lie) for lie in lies(name)]
    least, share = LEAST[name]
    assert len(seen) >= least
    assert sum(seen) >= share * len(seen)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("旅顺口区、吕梁、女娲路", "Lüshunkou District, Lyuliang, Nuwa Road"),
        ("吕明说，卢晓明也来", "Lu Ming said that Lu Xiaoming was coming, too"),
        ("吕明", "Lv Ming"),
        ("陈　岚", "Chen Lan"),
        ("西安、延安、长安街", "Xi’an, Yan'an and Chang’an Street"),
        ("陕西、山西", "Shaanxi and Shanxi"),
        ("郑州日报", "Zhengzhou Daily"),
        ("黄河", "Huang He, the Yellow River"),
        ("李晓明能来", "Can Li Xiaoming come?"),
        ("单小平、区明、任长霞", "Shan Xiaoping, Ou Ming, Ren Changxia"),
        ("六安、厦门、荥阳、番禺", "Lu’an, Xiamen, Xingyang, Panyu"),
        ("阿卜杜拉·买买提", "Abudula Maimaiti"),
        ("京广铁路、豫剧", "Beijing–Guangzhou Railway, Henan opera"),
        ("香港、内蒙古、西藏、清华", "Hong Kong, Inner Mongolia, Tibet, Tsinghua"),
        ("太极、功夫、风水、普通话", "Tai Chi, Kung Fu, Feng Shui, Mandarin"),
        ("一期，党支部", "Phase 1 of the Party branch"),
        ("舞蹈、家园、小巷", "Dance, Home, Lane, Hanging, Change, Banana, Sun, Fan, Long"),
        ("珍妮、黛安娜、苏珊", "Jane, Diana, Susan and Anna of China"),
        ("记者龘明、𠮷晓", "reporters Da Ming and Ji Xiao"),
        ("管城回族区“周氏”祠", "Guancheng Hui District, Zhoushi Hall"),
        ("甲、乙", "Li/Ming"),  # single syllables with a mark between them
    ],
)
def test_a_name_is_what_its_characters_read(zh: str, en: str) -> None:
    assert list(unborne(zh, en, "")) == []


@pytest.mark.parametrize(
    ("zh", "en", "name"),
    [
        ("北京中路", "Nanjing Middle Road", "Nanjing"),
        ("铜陵", "Anqing", "Anqing"),
        ("西安", "Xi’ning", "Xi’ning"),
        ("吕梁", "Lüda", "Lüda"),
        ("李晓明", "Wang Xiaoming", "Wang Xiaoming"),
        ("李明", "Li Ning’s", "Li Ning"),
        ("山西", "Shaanxi", "Shaanxi"),
        ("北京大学", "Tsinghua University", "Tsinghua"),
        ("京广铁路", "Shanghai–Guangzhou Railway", "Shanghai"),
        ("万达广场", "Wanke Plaza", "Wanke"),
        ("万达广场", "Wanda Hefei Plaza", "Hefei"),  # of two the one that is not there
        ("铜陵", "Lu\u0308da", "Lüda"),  # the two dots may be a character of their own
        ("铜陵", "Lyuliang", "Lyuliang"),
        ("李明", "Lv Ming", "Lv Ming"),
        ("李说明天来", "Li Ming", "Li Ming"),  # two characters that do not stand together
    ],
)
def test_a_name_of_which_the_chinese_has_no_reading_is_told(zh: str, en: str, name: str) -> None:
    assert list(unborne(zh, en, "")) == [name]


def test_what_lies_around_a_text_may_be_named_for_clearness() -> None:
    assert list(unborne("全市", "the whole of Wuhan", "武汉市")) == []
    assert list(unborne("全市", "the whole of Wuhan", "合肥市")) == ["Wuhan"]
    assert list(unborne("全区", "the whole of Hong Kong", "香港")) == []
    assert list(unborne("全区", "the whole of Hong Kong", "澳门")) == ["Hong Kong"]


@pytest.mark.parametrize(
    ("zh", "en", "made_up"),
    [
        ("合肥的路", "a road of Hefei", []),
        ("南京的路", "a road of Nanjing", ["南京"]),
        ("王晓明说", "Wang Xiaoming said", ["王晓明"]),
        ("建设路", "Jianshe Road", ["建设路"]),
        ("和平路街头", "in Heping Road", []),
        ("南京市今年开工", "Hefei breaks ground this year", ["南京市"]),
        ("全市今年开工", "Hefei breaks ground this year", []),
    ],
)
def test_a_name_that_the_article_has_not_is_told(zh: str, en: str, made_up: list[str]) -> None:
    assert list(unsaid(zh, en, "合肥市加快建设，李晓明说，和平路通了。")) == made_up


def test_a_place_that_the_article_has_may_stand_where_the_english_names_another() -> None:
    article = "合肥市加快建设，南京市来学习。"
    assert list(unsaid("南京市今年开工", "Hefei breaks ground this year", article)) == []
    assert list(unsaid("芜湖市今年开工", "Hefei breaks ground this year", article)) == ["芜湖市"]


if __name__ == "__main__":
    for _name in NAMES:
        _seen = [(lie, is_seen(case, lie)) for case, lie in lies(_name)]
        print(f"{_name:<46} {len(_seen):>3} {sum(seen for _, seen in _seen):>3}")
        for _lie, _told in _seen if "-v" in sys.argv else ():
            if not _told:
                print(f"    {_lie.file} {_lie.what[:160]}")
