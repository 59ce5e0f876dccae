"""A name in pinyin is spelled by the Chinese characters beside it."""

from __future__ import annotations

import pytest

from bulletin.evidence.contrasts import turned_in, unlimited_in
from bulletin.evidence.spelled import misspelled


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("名门天隆商场", "Mingmen Tianlong Mall"),
        ("永安路", "Yong’an Road"),
        ("长沙县", "Changsha County"),
        ("荥阳市京城路", "Jingchenglu in Xingyang"),
        ("西安绿化", "Xi’an; Change the lamps, Women of the Landing"),
        ("柳塘街道", "Liutang Subdistrict of Lanchuan"),
    ],
)
def test_a_name_that_the_chinese_spells_is_let_be(zh: str, en: str) -> None:
    assert list(misspelled(zh, en, "Lanchuan")) == []


@pytest.mark.parametrize(
    ("zh", "en", "name"),
    [
        ("冯寨村的住户", "residents of Kangzhai", "Kangzhai"),
        ("夏长根说", "says Xia Changgui", "Changgui"),
        ("闻伯年", "Wen Lanchuan", "Lanchuan"),
    ],
)
def test_a_name_that_it_does_not_spell_is_told(zh: str, en: str, name: str) -> None:
    assert list(misspelled(zh, en, "Lanchuan")) == [name]


ARTICLE = "开工前征求居民意见,议事时不插话。汛期里街没有进水。"


def test_the_opposite_of_what_the_article_has_is_told() -> None:
    assert list(turned_in("开工后征求意见", ARTICLE)) == [("后征", "前征")]
    assert list(turned_in("开工前征求意见", ARTICLE)) == []


def test_what_the_article_has_only_denied_is_told() -> None:
    assert list(unlimited_in("议事时插话", ARTICLE)) == [("插话", "不插话")]
    assert list(unlimited_in("议事时谁也别插话", ARTICLE)) == []
