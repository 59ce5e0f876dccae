"""Why a character is told, and what is meant by it: a row a kind, with those at its borders that are none."""

from __future__ import annotations

import pytest

from bulletin.content.characters import are_usual, named, why
from bulletin.content.look_alikes import meant


@pytest.mark.parametrize(
    ("char", "reason"),
    [
        ("\u202e", "bidi"),
        ("\u2066", "bidi"),
        ("\u200e", "unseen"),
        ("\x0b", "separator"),
        ("\u2028", "separator"),
        ("\x85", "separator"),
        ("\x00", "control"),
        ("\x7f", "control"),
        ("\ufffc", "lost"),
        ("\ufffd", "lost"),
        ("\u2ff0", "lost"),
        ("\u2fff", "lost"),
        ("\ud800", "none"),
        ("\udfff", "none"),
        ("\ufffe", "none"),
        ("\uffff", "none"),
        ("\U0001ffff", "none"),
        ("\ufdd0", "none"),
        ("\ufdef", "none"),
        ("\ue000", "private"),
        ("\U000f0000", "private"),
        ("\u0378", "none"),
        ("\U00010330", "unset"),
        ("\u2e80", "radical"),
        ("\u2fd5", "radical"),
        ("\ufb01", "narrow"),
        ("\uff76", "narrow"),
        ("a", ""),
        ("字", ""),
        ("é", ""),
        ("，", ""),
        ("\U00020000", ""),
        ("\U0003fffd", ""),
        ("\U00032000", ""),
        ("β", ""),
    ],
)
def test_a_character_is_told_for_what_it_is(char: str, reason: str) -> None:
    assert why(f"甲{char}乙", 1)[0] == reason


def test_a_character_is_named_by_its_number_and_its_name() -> None:
    assert named("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert named("\x00") == "U+0000 NULL"
    assert named("\ue000") == "U+E000"
    assert named("\U0001d400") == "U+1D400 MATHEMATICAL BOLD CAPITAL A"


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("Рark", 0, "P"),
        ("СОР", 0, "C"),
        ("СОР", 2, "P"),
        ("μg", 0, ""),
        ("kΩ", 1, ""),
        ("β", 0, ""),
        ("а", 0, "a"),
        ("Zhengzhоu", 7, "o"),
        ("žаb", 1, "a"),
        ("привет", 1, ""),
        ("郑州カ市", 2, "力"),
        ("カラオケ", 0, ""),
        ("二〇ニ年", 2, "二"),
        ("工a", 0, ""),
        ("甲エb", 1, ""),
        ("甲エ1", 1, "工"),
        ("エ甲", 0, ""),
        ("甲・乙", 1, "·"),
        ("字", 0, ""),
    ],
)
def test_what_stands_in_for_another_is_known_by_its_neighbours(text: str, at: int, said: str) -> None:
    assert meant(text, at) == said


@pytest.mark.parametrize(
    ("text", "usual"), [("2018年，街道 (a)", True), ("甲\u202e乙", False), ("二O一八", False), ("", True)]
)
def test_most_texts_hold_only_what_is_usual(text: str, usual: bool) -> None:
    assert are_usual(text) is usual
