"""Which stretches of an article speak of what a text says."""

from __future__ import annotations

import pytest

from bulletin.evidence.features import pairs
from bulletin.evidence.passages import beside, passages

ARTICLE = "街道修补道路。社区更换路灯;居民种植树木!学校更换路灯,修补道路?医院"


@pytest.mark.parametrize(
    ("words", "most", "found"),
    [
        ("修补道路", 1, [0]),  # of two the first
        ("修补道路", 2, [0, 3]),
        ("更换路灯", 2, [1, 3]),
        ("修补道路·更换路灯", 1, [3]),
        ("修补道路·更换路灯", 2, [3, 0]),  # half as much is enough
        ("修补道路·更换路灯", 3, [3, 0, 1]),
        ("修补道路·更换路灯·学校", 3, [3]),  # less is not
        ("种植树木", 2, [2]),
        ("医院", 2, [4]),
        ("公园", 2, []),
        ("", 2, []),
    ],
)
def test_what_shares_half_of_what_the_best_shares_is_meant_too(words: str, most: int, found: list[int]) -> None:
    by = passages(ARTICLE)
    assert by.closest(pairs(words), most) == found
    assert by.closest(pairs(words), most) == found, "asked again"


def test_every_position_lies_in_a_stretch_that_ends_with_its_mark() -> None:
    by = passages(ARTICLE)
    assert "".join(by.texts) == ARTICLE
    assert [text[-1] for text in by.texts] == list("。;!?院")
    for at, mark in enumerate(ARTICLE):
        assert mark in by.texts[by.at(at)]
        assert sum(map(len, by.texts[: by.at(at)])) <= at


@pytest.mark.parametrize(
    ("text", "clause", "found"),
    [
        ("街道修补道路，社区更换路灯。", "社区更换路灯", ["街道修补道路"]),
        ("街道修补路，社区更换路灯。", "社区更换路灯", []),  # five characters are too few
        ("街道修补道路。社区更换路灯。", "社区更换路灯", []),
        ("街道修补道路<n>，社区更换路灯。", "社区更换路灯", []),
        ("街道修补道路：社区更换路灯，居民种植树木。", "社区更换路灯", ["街道修补道路", "居民种植树木"]),
        ("街道修补道路。", "社区更换路灯", []),
    ],
)
def test_beside_a_clause_stand_the_long_ones_of_its_sentence(text: str, clause: str, found: list[str]) -> None:
    assert beside(text, clause) == found
