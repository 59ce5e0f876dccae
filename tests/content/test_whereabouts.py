"""Words read off a page are found in the text that shares the longest piece with them, and in none that is unlike."""

from __future__ import annotations

import pytest

from bulletin.content.whereabouts import place_of
from bulletin.content.yaml_text import parse

PARSED = parse("a: 新建游园三个\nb: 新建游园三个，植树\nc: 街道\nd: 建<parks>又植树很多\n", "x.yaml")


def line(words: str, keys: str = "abcd") -> int | None:
    place = place_of(words, [(PARSED, (key,), str(PARSED.data[key])) for key in keys])
    return place.line if place else None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("新建游园三个，植树", 2),
        ("新建游园三个", 1),
        ("新 建-游\n园", 1),
        ("街道", 3),
        ("街", None),
        ("新建游", None),
        ("新建游园", 1),
        ("新建游园四五六七", 1),
        ("新建游园四五六七八", None),
        ("全无干系", None),
        ("又植树很多", 4),
        ("建又植树很多", 4),
    ],
)
def test_words_are_found_where_they_stand(words: str, found: int | None) -> None:
    assert line(words) == found


def test_of_two_alike_the_first_and_of_unequal_ones_the_longer_share_counts() -> None:
    assert line("新建游园三个，植", "ab") == 2
    assert line("新建游园三个，植", "ba") == 2
    assert line("新建游园", "ba") == 2 and line("新建游园", "ab") == 1
    assert place_of("新建游园", []) is None
