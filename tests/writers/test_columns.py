"""Columns as wide as what they hold: no place name breaks in a table of words, no short text takes four lines."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bulletin.edition.text import Pair, Run
from bulletin.pages.lines import LEAST, LETTER_WIDE, USUAL, columns, shared
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


def project(size: str, done: str, plan: str) -> Any:
    return SimpleNamespace(size=pair(size, ""), done=pair(done, ""), plan=pair(plan, "") if plan else None)


def test_columns_that_hold_their_texts_on_a_line_stay_as_they_are() -> None:
    assert shared([project("150个座位", "开门", "明年启用")]) is None


def test_longer_texts_have_the_room_of_a_column_that_is_half_empty() -> None:
    found = shared([project("约4.5亩，日产能8000份餐", "完成选址", ""), project("一", "开门", "预计2027年6月投入使用")])
    assert found is not None
    assert sum(found) == pytest.approx(sum(USUAL))
    assert found[0] > USUAL[0] and found[2] > USUAL[2]


def test_no_column_vanishes_beside_a_long_one() -> None:
    found = shared([project("一" * 60, "二", "")])
    assert found is not None and min(found) >= LEAST
