"""Small promises of a draft's way home, each by itself."""

from __future__ import annotations

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.figures import restore
from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.operations import Delete, Insert, Merge, Operation, Set, Split
from bulletin.desk.returns.outcome import Outcome
from bulletin.desk.returns.tokens import tokens
from bulletin.word import Entry
from bulletin.word.look import Lang
from tests.desk.returns.slate import came, kept

BEFORE = kept(
    ("notes.0", "zh", "甲甲甲。"), ("notes.0", "en", "A."), ("notes.1", "zh", "乙乙乙。"), ("notes.1", "en", "B.")
)
FILE = "notes:\n  - {zh: 甲甲甲。, en: A.}\n  - {zh: 丙丙丙。, en: B.}\n"
NOTE = (("notes.1", "zh", "乙乙乙。"), ("notes.1", "en", "B."))


def brought(one: Operation, text: str = FILE) -> Outcome:
    home = bring_home(BEFORE, text, "x.yaml", [one])
    assert home.yaml.text == text, "nothing is written"
    return home.outcomes[0]


@pytest.mark.parametrize(
    "one",
    [
        Delete("notes.1", NOTE),
        Split("notes.1", ("乙乙乙。", "B."), (("乙", "B"), ("乙乙。", "."))),
        Merge("notes.1", ("notes.0",), ("乙乙乙。", "B."), (("甲甲甲。", "A."),), ("乙乙乙。甲甲甲。", "B. A.")),
        Set("notes.1", "zh", "乙乙乙。", "丁丁丁。"),
    ],
)
def test_a_conflict_stands_at_the_place_where_the_text_is_now(one: Operation) -> None:
    found = brought(one)
    assert found.state == "conflict"
    assert found.why.endswith("丙丙丙。")
    assert found.place[:2] == ("notes", 1)


def test_a_note_that_is_there_with_a_reason_is_not_put_in_again() -> None:
    text = FILE + "  - {zh: 丁丁丁。, en: D., allow: {borne: 说明}}\n"
    found = brought(Insert("notes", 1, "丁丁丁。", "D."), text)
    assert (found.state, found.place) == ("there-already", ("notes", 2))
    for zh, en in (("丁丁丁。", "E."), ("戊", "D.")):
        home = bring_home(BEFORE, text, "x.yaml", [Insert("notes", 1, zh, en)])
        assert home.outcomes[0].state == "applied"


@pytest.mark.parametrize(("rows", "share"), [(["甲甲甲。"], 1.0), ([], 0.0)])
def test_of_one_text_all_or_nothing_is_found(rows: list[str], share: float) -> None:
    before = kept(("notes.0", "zh", "甲甲甲。"))
    assert compare(before, came(*(("zh", row) for row in rows))).found == share


def test_what_is_put_in_behind_one_item_stands_in_the_order_of_the_draft() -> None:
    operations = [Insert("notes", 0, "二", "2", 7), Insert("notes", 0, "一", "1", 3), Insert("notes", -1, "零", "0", 9)]
    home = bring_home(BEFORE, FILE, "x.yaml", operations)
    assert [item["zh"] for item in home.yaml.value(("notes",))] == ["零", "甲甲甲。", "一", "二", "丙丙丙。"]
    assert [one.operation for one in home.outcomes] == operations


@pytest.mark.parametrize(
    ("lang", "text", "printed", "typed", "change"),
    [
        ("en", "The <parks> opened.", "three parks", "Now four gardens closed.", "four gardens"),
        ("zh", "今年<parks>开放。", "三个游园", "去岁四座花园关了。", "四座花园"),
        ("zh", "今年<parks>开放。", "3个游园", "去岁4座花园关了。", "4座花园"),
        ("zh", "今年<parks>开放。", "3个游园", "去岁四座花园关了。", ""),  # not the number that was printed
    ],
)
def test_a_figure_is_found_in_a_sentence_that_was_written_anew(
    lang: Lang, text: str, printed: str, typed: str, change: str
) -> None:
    made = restore(Entry("_b", "notes.0", lang, text, (printed,)), [(one, False) for one in tokens(typed)], prose=True)
    assert [(one.printed, one.typed) for one in made.changes] == [(printed, change)]
    assert made.text == (typed.replace(change, "<parks>") if change else typed)
