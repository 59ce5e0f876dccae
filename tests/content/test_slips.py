"""A slip in YAML is told at its own line and column, wherever in the file it stands."""

from __future__ import annotations

import pytest

from bulletin.content import look_alikes
from bulletin.content.yaml_text import parse
from bulletin.problems import ContentError

HEAD = "first: 1\nsecond: 2\n"


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("title: {zh: 甲 #1 楼, en: b}\n", 1, 15, "the text ends before this #"),
        ("x: [甲 #1]\n", 1, 7, "the text ends before this #"),
        ("zh: 一期 #二期\n  和三期\n", 1, 8, "the text ends before this #"),
        ('zh: "一期\nen: b\n', 1, 5, "never closed"),
        ("zh: '一期\nen: b\n", 1, 5, "never closed"),
        ('zh: "一期"二期\n', 1, 9, "words stand behind the closing quotation mark"),
        ('zh: "一期"\t二期\n', 1, 10, "words stand behind the closing quotation mark"),
        ('zh:\t"一期" 二期\n', 1, 10, "words stand behind the closing quotation mark"),
        ("a:\n  zh: |\n    一期\nb：1\n", 4, 2, "full-width colon"),
        ("a:\n  zh: |\n    一期\n b： 1\n", 4, 3, "full-width colon"),
        ("a:\n  - b\n - c\n", 3, 2, ""),
        ("a:\n  b: 1\n c: 2\n", 3, 2, ""),
        ("a:\n\tb: 1\n", 2, 1, "tab"),
        ("a: @b\n", 1, 4, ""),
        ("a: `b`\n", 1, 4, ""),
        ("a: %b\n", 1, 4, ""),
        ("a: b: c\n", 1, 5, "this colon makes no key here"),
        ('a: "\\q"\n', 1, 5, "no escape"),
        ("a: [b\nc: d\n", 1, 4, "never closed"),
        ("a: *\n", 1, 4, ""),
    ],
)
@pytest.mark.parametrize("head", ["", HEAD])
def test_a_slip_is_told_where_it_stands(head: str, text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse(head + text, "x.yaml")
    problem = caught.value.problems[0]
    assert said in problem.message
    assert (problem.place.line - head.count("\n"), problem.place.column) == (line, column), problem.message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("二O一八", [(1, "O", "〇")]),
        ("二0一八", [(1, "0", "〇")]),
        ("二○一○年", [(1, "○", "〇")]),
        ("新区O一八", []),
        ("O一八", []),
        ("甲──乙", [(1, "──", "——")]),
        ("甲─乙", [(1, "─", "——")]),
        ("甲乙───丙", [(2, "───", "——")]),
        ("──乙", []),
        ("a──乙", []),
        ("甲──b", []),
    ],
)
def test_what_stands_for_a_nought_or_a_dash_is_told_where_it_begins(
    text: str, found: list[tuple[int, str, str]]
) -> None:
    assert list(look_alikes.among(text)) == found


MEANT = {
    "⺁": "厂",
    "⻳": "龟",
    "⼀": "一",
    "\u2fd5": "龠",
    "\uf900": "豈",
    "\uf902": "車",
    "\U0002f800": "丽",
    "\ufad9": "龎",
}
NONE_MEANT = ("\ufa0e", "车", "a", "⺀", "\u2fe0", "\ufb00", "\U0002fa20", "\u2e7f", "\uf8ff")


@pytest.mark.parametrize(("char", "meant"), [*MEANT.items(), *((char, "") for char in NONE_MEANT)])
def test_a_radical_or_a_compatibility_form_has_the_character_that_is_meant(char: str, meant: str) -> None:
    assert look_alikes.ideograph(char) == meant
