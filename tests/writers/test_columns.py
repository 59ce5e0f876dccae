"""Columns as wide as what they hold: no place name breaks in a table of words."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bulletin.edition.text import Pair, Run
from bulletin.pages.lines import LETTER_WIDE, columns
from bulletin.variant import Language


def pair(zh: str, en: str) -> Pair:
    return Pair((Run(zh),), (Run(en),))


def row(*texts: tuple[str, str]) -> Any:
    return tuple(SimpleNamespace(text=pair(*text)) for text in texts)


ROWS = [
    row(("京城路", "Jingchenglu"), ("改造", "flats rebuilt and handed over")),
    row(
        ("路", "road"),
    ),
]


@pytest.mark.parametrize(("language", "longest"), [("bilingual", 11), ("en", 11), ("zh", 0)])
def test_a_column_holds_its_longest_word_and_the_widest_gives_the_room(language: Language, longest: int) -> None:
    assert columns((0.2, 0.8), ROWS, language) == [(0.2, longest * LETTER_WIDE), (0.8, None)]
