"""A figure in a text that somebody has edited: still itself, changed, gone, or elsewhere; the words around it stay."""

from __future__ import annotations

import pytest

from bulletin.desk.returns.figures import markup, restore
from bulletin.desk.returns.tokens import tokens
from bulletin.word import Entry
from bulletin.word.look import Lang


def now(text: str, figures: tuple[str, ...], typed: str, lang: Lang = "zh") -> tuple[str, list[tuple[str, str, str]]]:
    """The text as the content file would have it, and the figures that were changed: fact, printed, typed."""
    entry = Entry("_b_1", "notes.0", lang, text, figures)
    made = restore(entry, [(token, False) for token in tokens(typed)], prose=True)
    return made.text, [(one.fact, one.printed, one.typed) for one in made.changes]


TREES, SPENT = "1.2万余株", "近90万元"


@pytest.mark.parametrize(
    ("typed", "text", "changes"),
    [
        ("植树1.2万余株，投资近90万元。", "植树<trees>，投资<spent>。", []),
        ("投资近90万元，植树1.2万余株。", "投资<spent>，植树<trees>。", []),
        ("2019年植树1.2万余株，投资近90万元。", "2019年植树<trees>，投资<spent>。", []),
        ("植树1.2万余株、1.2万余株，投资近90万元。", "植树1.2万余株、<trees>，投资<spent>。", []),
        ("植树1.3万余株，投资近90万元。", "植树<trees>，投资<spent>。", [("trees", TREES, "1.3万余株")]),
        ("植树1.2万余棵，投资近90万元。", "植树<trees>，投资<spent>。", [("trees", TREES, "1.2万余棵")]),
        ("植树一万多株，投资近90万元。", "植树<trees>，投资<spent>。", [("trees", TREES, "一万多株")]),
        ("种了1.2万余株树，投资约90万元。", "种了<trees>树，投资<spent>。", [("spent", SPENT, "约90万元")]),
        ("植树12000株，投资900000元。", "植树<trees>，投资<spent>。",
         [("trees", TREES, "12000株"), ("spent", SPENT, "900000元")]),
        ("植树1.2万株，投资90万元。", "植树<trees>，投资<spent>。",
         [("trees", TREES, "1.2万株"), ("spent", SPENT, "90万元")]),
        ("植树，投资近90万元。", "植树，投资<spent>。", [("trees", TREES, "")]),
        ("植树许多，投资近90万元。", "植树许多，投资<spent>。", [("trees", TREES, "")]),
        ("植树1.2万余株。", "植树<trees>。", [("spent", SPENT, "")]),
        ("全部重写了，没有数字。", "全部重写了，没有数字。", [("trees", TREES, ""), ("spent", SPENT, "")]),
        ("", "", [("trees", TREES, ""), ("spent", SPENT, "")]),
    ],
)  # fmt: skip
def test_two_figures_of_a_sentence(typed: str, text: str, changes: list[tuple[str, str, str]]) -> None:
    assert now("植树<trees>，投资<spent>。", (TREES, SPENT), typed) == (text, changes)


@pytest.mark.parametrize(
    ("typed", "text", "changes"),
    [
        ("The four parks opened; 4,000 homes remain.", "The <parks> opened; <homes> remain.",
         [("parks", "three parks", "four parks")]),
        ("The several parks opened; 4,100 homes remain.", "The <parks> opened; <homes> remain.",
         [("parks", "three parks", "several parks"), ("homes", "4,000 homes", "4,100 homes")]),
        ("The parks opened; 4,000 homes remain.", "The parks opened; <homes> remain.", [("parks", "three parks", "")]),
        ("Now 4,000 homes remain, and the three parks opened.", "Now <homes> remain, and the <parks> opened.", []),
    ],
)  # fmt: skip
def test_figures_in_english(typed: str, text: str, changes: list[tuple[str, str, str]]) -> None:
    assert now("The <parks> opened; <homes> remain.", ("three parks", "4,000 homes"), typed, "en") == (text, changes)


@pytest.mark.parametrize(
    ("typed", "text", "changes"),
    [
        ("3个4个", "<a><b>", []),
        ("4个3个", "<b><a>", []),
        ("5个4个", "<a><b>", [("a", "3个", "5个")]),
        ("3个5个", "<a><b>", [("b", "4个", "5个")]),
        ("5个6个", "<a><b>", [("a", "3个", "5个"), ("b", "4个", "6个")]),
    ],
)
def test_figures_that_touch(typed: str, text: str, changes: list[tuple[str, str, str]]) -> None:
    assert now("<a><b>", ("3个", "4个"), typed) == (text, changes)


@pytest.mark.parametrize(
    ("typed", "text", "changes"),
    [
        ("建4个，又建3个。", "建<parks>，又建<parks>。", [("parks", "3个", "4个")]),
        ("建3个，又建4个。", "建<parks>，又建<parks>。", [("parks", "3个", "4个")]),
        ("建3个。", "建<parks>。", [("parks", "3个", "")]),
    ],
)
def test_a_figure_that_is_printed_twice(typed: str, text: str, changes: list[tuple[str, str, str]]) -> None:
    assert now("建<parks>，又建<parks>。", ("3个", "3个"), typed) == (text, changes)


@pytest.mark.parametrize(
    ("items", "bold", "text"),
    [
        ([("楼院", False), ("全部", True), ("换新", False)], True, "楼院**全部**换新"),
        ([("楼院", False), ("全部", True), ("换新", False)], False, "楼院全部换新"),
        ([("全", True), ("部", True)], True, "**全部**"),
        ([("all", True), (" ", False), ("of", True)], True, "**all of**"),
        ([(" all ", True), ("of", False)], True, "**all** of"),
        ([("一", False), ("，", True), ("二", False)], True, "一，二"),
        ([("一", True), ("\n", True), ("二", True)], True, "**一**\n**二**"),
        ([("一  \t二", False)], True, "一 二"),
        ([("一 ", False), ("\n", False), (" 二 ", False)], True, "一\n二"),
        ([], True, ""),
    ],
)
def test_bold_stands_between_stars_and_covers_words(items: list[tuple[str, bool]], bold: bool, text: str) -> None:
    assert markup(items, bold) == text
