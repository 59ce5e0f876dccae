"""The account of a draft: what its page says, line by line, and what other programs are told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from bulletin.desk.returns.account import LEFT, Account, Item, for_each
from bulletin.desk.returns.report_page import report_page
from bulletin.messages import say

HOME = Item("home", "a title was changed", "old → new", "content/a.yaml:3", "page 1", "as it was meant\nand said")
HALF = Item("home", "a paragraph was put in", whom="translator")
LEFT_TO_EDIT = Item("left", "a table was put in", place="content/a.yaml:9", whom="editor")
LEFT_TO_NOBODY = Item("left", "something else", where="page 2")
FIGURE = Item("left", "a figure was changed", whom="facts")
SEEN = Item("seen", "a change is tracked")
WHOLE = Account(
    "a.docx",
    "content/a.yaml",
    "WPS",
    [HOME, LEFT_TO_EDIT, HALF, FIGURE, SEEN, LEFT_TO_NOBODY],
    notes=("saved by WPS",),
    diff="- old\n+ new",
    problems=["content/a.yaml:3: a number", "content/a.yaml:4: a word"],
    written=True,
)


def lines(account: Account) -> list[str]:
    """What the body of its page says, an element a line."""
    page = html.fromstring(report_page(account))
    found = page.find(".//main").iter("h1", "h2", "h3", "p", "div", "pre", "summary")
    return [
        f"{one.tag}{'.' + one.get('class') if one.get('class') else ''} {' '.join(one.text_content().split())}"
        for one in found
        if one.get("class") != "sum"
    ]


def test_the_page_says_what_came_home_what_did_not_and_for_whom_it_is_left() -> None:
    assert lines(WHOLE) == [
        f"h1 {say('account.title', file='a.docx')}",
        f"p.quiet {say('account.from', file='content/a.yaml', program='WPS')}",
        "p.quiet saved by WPS",
        f"div.home 2{say('account.home')}",
        f"div.left 4{say('account.left')}",
        f"p {say('account.written', file='content/a.yaml')}",
        f"h2 {say('account.left')}",
        f"h3 {say('whom.editor')}",
        "div a table was put in",
        "div.place content/a.yaml:9",
        "div something else",
        "div.place page 2",
        f"h3 {say('whom.facts')}",
        "div a figure was changed",
        f"h3 {say('whom.translator')}",
        "div a paragraph was put in",
        f"h2 {say('account.home')}",
        "div a title was changed",
        "div.place page 1 · content/a.yaml:3",
        "pre old → new",
        "p.quiet as it was meant",
        "p.quiet and said",
        "div a paragraph was put in",
        f"h2 {say('account.seen')}",
        "div a change is tracked",
        f"summary {say('account.problems')}",
        "pre content/a.yaml:3: a number content/a.yaml:4: a word",
        f"summary {say('account.diff')}",
        "pre - old + new",
    ]


@pytest.mark.parametrize(
    ("items", "state"),
    [
        ([HOME], say("account.unwritten", file="content/a.yaml")),
        ([FIGURE], ""),
        ([], say("account.nothing")),
    ],
)
def test_the_page_says_whether_anything_was_written(items: list[Item], state: str) -> None:
    account = Account("a.docx", "content/a.yaml", "WPS", items)
    said = lines(account)
    assert said[4] == f"p {state}"
    assert not [line for line in said if line.startswith("summary")]
    assert (f"h2 {say('account.left')}" in said) == (items == [FIGURE])


def test_no_words_break_out_of_the_page_and_none_that_markup_cannot_hold_stops_it() -> None:
    page = report_page(replace(WHOLE, draft="<script>\x00.docx", diff="\x0b</pre><b>"))
    assert b"<script>" not in page
    assert b"</pre><b>" not in page
    assert html.fromstring(page).get("lang") == "en"


@pytest.mark.parametrize(
    ("items", "code"), [([HOME, SEEN], 0), ([], 0), ([HALF], LEFT), ([LEFT_TO_NOBODY], LEFT), ([HOME, FIGURE], LEFT)]
)
def test_the_exit_code_says_whether_anything_is_left(items: list[Item], code: int) -> None:
    account = replace(WHOLE, items=items)
    assert account.code == account.data()["exit"] == code


def test_what_is_left_is_sorted_by_whom_it_is_left_for_and_to_the_editor_where_nobody_is_named() -> None:
    assert list(for_each(WHOLE)) == [
        ("editor", [LEFT_TO_EDIT, LEFT_TO_NOBODY]),
        ("facts", [FIGURE]),
        ("translator", [HALF]),
    ]


def test_other_programs_are_told_the_same_without_what_is_empty() -> None:
    data = WHOLE.data()
    assert data["home"] == [
        {
            "what": "a title was changed",
            "text": "old → new",
            "place": "content/a.yaml:3",
            "where": "page 1",
            "why": "as it was meant\nand said",
        },
        {"what": "a paragraph was put in", "whom": "translator"},
    ]
    assert [one["what"] for one in data["left"]] == ["a table was put in", "a figure was changed", "something else"]
    assert data["seen"] == [{"what": "a change is tracked"}]
    assert (data["draft"], data["content"], data["program"], data["written"]) == (
        "a.docx",
        "content/a.yaml",
        "WPS",
        True,
    )
    assert (data["notes"], data["problems"], data["diff"]) == (["saved by WPS"], WHOLE.problems, "- old\n+ new")
