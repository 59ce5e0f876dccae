"""A draft may have as much as the limit says, and one more is refused; so is comparing without end."""

from __future__ import annotations

import pytest
from lxml import etree

from bulletin.desk.returns.extent import LONGEST, NESTED, PARAGRAPHS, SIGNS, measure
from bulletin.desk.returns.tokens import TooDifferent, bounded, has_number, likeness, spend, steps, tidy, tokens
from bulletin.word import NoDocx
from bulletin.word.ox import name


def body(tag: str, count: int, text: str = "") -> etree._Element:
    root = etree.Element(name("w:body"))
    for _ in range(count):
        node = etree.SubElement(root, name(tag))
        if text:
            etree.SubElement(node, name("w:t")).text = text
    return root


@pytest.mark.parametrize(
    ("tag", "most", "words"),
    [
        ("w:p", PARAGRAPHS, "5000 paragraphs"),
        ("w:comment", 5000, "5000 comments"),
        ("w:bookmarkStart", 20_000, "20000 bookmarks"),
        ("wp:docPr", 500, "500 pictures"),
        ("a:blip", 500, "500 pictures"),
        ("c:chart", 500, "500 pictures"),
        ("w:ins", 10_000, "10000 tracked changes"),
        ("w:rPrChange", 10_000, "10000 tracked changes"),
    ],
)
def test_a_limit_is_the_last_number_that_passes(tag: str, most: int, words: str) -> None:
    measure(body(tag, most))
    with pytest.raises(NoDocx, match=words):
        measure(body(tag, most + 1))


def test_a_paragraph_and_all_of_them_have_a_longest_length() -> None:
    measure(body("w:p", 1, "字" * LONGEST))
    with pytest.raises(NoDocx, match="one of its paragraphs"):
        measure(body("w:p", 1, "字" * (LONGEST + 1)))
    each = LONGEST // 2
    measure(body("w:p", SIGNS // each, "字" * each))
    with pytest.raises(NoDocx, match=f"more than {SIGNS} characters"):
        measure(body("w:p", SIGNS // each + 1, "字" * each))


def test_the_words_of_a_paragraph_count_together_and_those_outside_any_too() -> None:
    root = body("w:p", 1)
    for tag in ("w:t", "w:delText"):
        etree.SubElement(root[0], name(tag)).text = "字" * (LONGEST // 2 + 1)
    with pytest.raises(NoDocx, match="one of its paragraphs"):
        measure(root)
    loose = etree.Element(name("w:body"))
    etree.SubElement(loose, name("w:t")).text = "字" * (LONGEST + 1)
    with pytest.raises(NoDocx, match="one of its paragraphs"):
        measure(loose)


def test_text_boxes_stand_in_text_boxes_only_so_deep() -> None:
    root = node = etree.Element(name("w:body"))
    for _ in range(NESTED + 1):
        node = etree.SubElement(node, name("w:p"))
    measure(root)
    etree.SubElement(node, name("w:p"))
    with pytest.raises(NoDocx, match="nested more than 4 deep"):
        measure(root)


def test_all_comparisons_share_one_amount_of_work() -> None:
    with bounded(10):
        spend(4)
        spend(6)
        with pytest.raises(TooDifferent):
            spend(1)
    spend(10**12)  # outside nothing is counted


def test_comparing_takes_of_it_what_the_texts_have_in_common() -> None:
    with bounded(100):
        steps(list("abcd"), list("efgh"))
    with bounded(1000), pytest.raises(TooDifferent):
        steps(["a"] * 200, ["a"] * 200)


def test_likeness_goes_from_nothing_to_the_same() -> None:
    assert likeness("甲乙", "甲乙") == 1.0
    assert likeness("", "甲") == likeness("甲", "") == 0.0
    assert likeness("甲乙丙丁", "戊己庚辛") == 0.0
    assert likeness("甲乙丙丁", "甲乙丙戊") == 0.75
    assert likeness("甲乙丙丁戊己庚辛壬癸", "甲") == 0.0  # too little in common to be looked at
    assert 0 < likeness("甲乙丙丁戊", "丁戊己庚辛") <= 0.4


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("植树<trees>，", ["植", "树", "<trees>", "，"]),
        ("<homes:number> homes", ["<homes:number>", " ", "homes"]),
        ("4,000 户", ["4,000", " ", "户"]),
        ("**粗** x", ["**", "粗", "**", " ", "x"]),
        ("don’t-do  it", ["don’t-do", "  ", "it"]),
        ("a\nb\u2029c", ["a", "\n", "b", "\u2029", "c"]),
        ("<>5.", ["<", ">", "5", "."]),
    ],
)
def test_tokens_lose_nothing(text: str, pieces: list[str]) -> None:
    assert tokens(text) == pieces
    assert "".join(tokens(text)) == text


def test_what_a_word_processor_changes_by_itself_is_no_change() -> None:
    assert tidy("  一\t 二\u200b ") == "一 二"


@pytest.mark.parametrize("text", ["3", "三", "twenty", "Thousands of", "half", "一些", "both"])
def test_words_that_count_are_numbers(text: str) -> None:
    assert has_number(text)


@pytest.mark.parametrize("text", ["", "游园", "parks", "onerous", "tent"])
def test_other_words_are_none(text: str) -> None:
    assert not has_number(text)
