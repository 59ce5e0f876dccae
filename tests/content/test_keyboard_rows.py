"""Slips of a Chinese keyboard, line by line: what is told, where, and which lines hold none."""

from __future__ import annotations

import pytest

from bulletin.content.keyboard import slips
from bulletin.content.look_alikes import meant

KEYS = frozenset({"of", "zh", "en", "pages", "facts", "value", "bars", "status"})


@pytest.mark.parametrize(
    ("text", "at", "sign", "meant_"),
    [
        ("value：3\n", 5, "：", ":"),
        ("a: 1\nvalue：3\n", 10, "：", ":"),
        ("value:3\n", None, ":", ": "),
        ("pages: 【green]\n", 7, "【", "["),
        ("pages: [green】\n", 13, "】", "]"),
        ("  pages: [a, b】\n", 14, "】", "]"),
    ],
)
def test_a_slip_is_told_at_its_sign(text: str, at: int | None, sign: str, meant_: str) -> None:
    (slip, *_) = slips(text, KEYS)
    assert slip.sign == sign and slip.type == meant_
    assert at is None or (slip.at == at and text[at] == sign)


@pytest.mark.parametrize(
    "text",
    [
        "value: 3\n",
        "zh: 数量：三个【注】\n",
        "# value：3\n",
        "zh: |\n  value：3\n  pages：[a】\n",
        "pages: [a]] 】\n",
        "pages: [a] # 】\n",
        "",
    ],
)
def test_texts_blocks_and_remarks_hold_what_they_like(text: str) -> None:
    assert slips(text, KEYS) == []


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("оΩ", 0, ""),
        ("Ωо", 1, ""),
        ("μо", 1, ""),
        ("ао", 0, "a"),
        ("zа", 1, "a"),
        ("Zа", 1, "a"),
        ("aо", 1, "o"),
        ("Aа", 1, "a"),
    ],
)
def test_a_letter_of_a_unit_is_what_it_is(text: str, at: int, said: str) -> None:
    assert meant(text, at) == said
