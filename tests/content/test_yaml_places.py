"""Each thing that a YAML file may not hold, where it is told, and what to do; a row a refusal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bulletin.content.model import Subdistrict
from bulletin.content.validate import validate
from bulletin.content.yaml_text import parse
from bulletin.problems import ContentError, Problem
from tests.conftest import CONTENT


def refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        parse(text, "x.yaml")
    return caught.value.problems


DEEP = "a: " + "[" * 60 + "]" * 60

ROWS = [
    ("a: *x\n", "aliases (*name) are not used here", 1, 4),
    ("b: 1\na: &x 1\n", "anchors (&name) are not used here", 2, 4),
    ("a: !!str 1\n", "tags", 1, 4),
    ("a: 1\n---\nb: 2\n", "more than one document in one file", 2, 1),
    (DEEP, "nested too deep", 1, None),
    (f"a: 1\nb: {'9' * 200}\n", "a number of more than", 2, 4),
    ("# nothing\n", "the file is empty", 1, None),
    ("a: 1\nb: 2\na: 3\n", "stands twice; first on line 1", 3, 1),
    ("x:\n  a: 1\n  b: 2\n  b: 3\n", "stands twice; first on line 3", 4, 3),
    ("? {a: 1}\n: 1\n", "a key is a word", 1, None),
    ("a: 1\nzh: 一期 #二期\n", "the text ends before this #", 2, None),
    ('a: "x\n', "never closed", 1, None),
    ("a: [1,\n", "", None, None),
    ("a: {b: 1\n", "", None, None),
    ("a: 1\n  b: 2\n", "", None, None),
    ("a: 1\nb\nc: 2\n", "", None, None),
]


@pytest.mark.parametrize(
    ("text", "said", "line", "column"), ROWS, ids=[row[1][:30] + str(n) for n, row in enumerate(ROWS)]
)
def test_what_may_not_stand_in_a_file_is_told_where_it_stands(
    text: str, said: str, line: int | None, column: int | None
) -> None:
    problem = refused(text)[0]
    assert problem.rule == "yaml" and problem.level == "error"
    assert said in problem.message
    assert line is None or problem.place.line == line
    assert column is None or problem.place.column == column


def test_every_fault_of_a_file_is_told_in_order() -> None:
    found = refused(f"a: 1\na: 2\nb: {'9' * 200}\nb: 3\n")
    assert [problem.place.line for problem in found] == [2, 3, 4]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("-0.5", Decimal("-0.5")),
        ("9" * 15, int("9" * 15)),
        ("false", False),
        ("zh # 尾", "zh"),
        ("|\n  一\n  二\n", "一\n二"),
        (">\n  one\n  two\n", "one two"),
        ('"a\\nb"', "a\nb"),
        ("'it''s'", "it's"),
        ("[1, 2]", [1, 2]),
        ("{}", {}),
        ("", None),
        ("5.", "5."),
        (".5", ".5"),
        ("+5", "+5"),
        ("5 400", "5 400"),
    ],
)
def test_a_value_is_what_was_typed(typed: str, read: object) -> None:
    data = parse(f"key: {typed}\n", "x.yaml").data
    assert data == {"key": read}
    assert type(data["key"]) is type(read)


def test_the_place_of_a_value_is_that_of_its_nearest_parent_where_it_is_not_there() -> None:
    parsed = parse("a:\n  b:\n    - x: 街道有5个\n    - y\n", "x.yaml")
    assert (parsed.place(("a", "b", 0, "x")).line, parsed.place(("a", "b", 0, "x")).column) == (3, 10)
    assert parsed.place(("a", "b", 0, "z")).line == 3
    assert parsed.place(("a", "b", 7)).line == 3
    assert parsed.place(("a", "b", 1)).line == 4
    assert parsed.place(("a", "b", 0, "x"), "5个").column == 13
    assert parsed.place(("a", "b", 0, "x"), "没有").column == 10, "a needle that is not there"
    key = parsed.key_place(("a", "b"))
    assert (key.line, key.column, key.length) == (2, 3, 1)


@pytest.mark.parametrize(
    ("path", "needle", "nth", "place"),
    [
        ((), "甲", 0, (1, 1, 1)),
        ((), "没有", 0, (1, 1, 7)),
        (("甲",), "园", 0, (1, 5, 1)),
        (("甲",), "园", 1, (1, 7, 1)),
        (("甲",), "园", 2, (1, 5, 1)),
        (("乙",), "", 0, (2, 4, 1)),
        (("乙",), "二行", 0, (4, 4, 2)),
        (("丙",), "b", 0, (5, 7, 1)),
        (("丁", 0), "", 0, (7, 5, 5)),
        (("丁",), "", 0, (7, 3, 7)),
        (("戊",), "", 0, (8, 4, 1)),
    ],
)
def test_a_needle_is_found_inside_its_value(
    path: tuple[str | int, ...], needle: str, nth: int, place: tuple[int, int, int]
) -> None:
    text = "甲: 公园有园\n乙: |\n  第一行\n  第二行\n丙: a, b, b\n丁:\n  - a: 12\n戊: 7\n"
    found = parse(text, "x.yaml").place(path, needle, nth)
    assert (found.line, found.column, found.length) == place


# ---------------------------------------------------------------------------------------------- what the model says

MODEL = [
    ("value: 3\n", "value: [3]\n", "value", None),
    ("status: achieved\n  trees", "status: don\n  trees", "status must be achieved or standing or under_way", None),
    ("kind: bars", "kind: bar", "kind must be bars or dots or ", None),
    ("article: willow.txt\n", "article: [willow.txt]\n", "article must be text, not a list", None),
    ("article: willow.txt\n", "article: {a: 1}\n", "article must be text, not a map", None),
    ("article: willow.txt\n", "article:\n", "article must be text, not nothing", None),
    ("article: willow.txt\n", "article: true\n", "article must be text, not true", None),
    ("article: willow.txt\n", "article: 7\n", "article must be text, not 7", None),
    ("article: willow.txt\n", "article: ''\n", "article is empty", None),
    ("stated: false", "stated: 'no'", "stated must be true or false, not 'no'", None),
    ("stated: false", "stated: 0", "stated must be true or false, not 0", None),
    ("  - of: [parks]\n  - of: [trees]\n", "", "key_figures needs at least 3", None),
    ("  - of: [trees]\n", "  - of: [trees]\n" * 4, "key_figures takes 5 at most", None),
    ("  - of: [parks]\n", "  - of: [Parks]\n", "a fact is named hazards_found", None),
    ("period: {year: 2018}", "period: {year: two}", "year must be a whole number, not 'two'", None),
    ("period: {year: 2018}", "period: {yeer: 2018}", "there is no key yeer here", "did you mean year?"),
    ("period: {year: 2018}", "period: 2018", "period must be a map of keys, not 2018", None),
    ("facts:\n", "facts: []\nfakts:\n", "facts must be a map of keys, not a list", None),
    ("name: willow", "name: 柳林", "name: a name is a-z, 0-9 and _, a letter first", None),
    ('{value: "2018",', '{value: "2018-1",', "a date is written 2018, 2018-09", None),
    ("value: 12000\n", "value: 12，000\n", "value must be a number", "type 12000"),
    ("value: 25\n", "value: 25％\n", "value must be a number", "type 25"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said", "help"), MODEL, ids=[row[1].strip()[:30] for row in MODEL])
def test_what_is_no_content_is_told_with_the_key_and_what_stands_there(
    old: str, new: str, said: str, help: str | None
) -> None:
    text = CONTENT.replace(old, new, 1)
    assert text != CONTENT
    with pytest.raises(ContentError) as caught:
        validate(Subdistrict, parse(text, "x.yaml"))
    found = [problem for problem in caught.value.problems if said in problem.message]
    assert found, [problem.message for problem in caught.value.problems]
    assert help is None or ("help", help) in found[0].notes


def test_a_key_that_is_missing_is_told_at_its_parent() -> None:
    trees = "    quote: 植树1.2万余株\n    period: {year: 2018}\n"
    text = CONTENT.replace(f"{trees}    status: achieved\n", trees)
    with pytest.raises(ContentError) as caught:
        validate(Subdistrict, parse(text, "x.yaml"))
    (problem,) = caught.value.problems
    assert problem.message == "the key status is missing"
    assert text.splitlines()[problem.place.line - 1] == "  trees:"


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        (f"a: {'9' * 18}\n", True),
        (f"a: {'9' * 19}\n", False),
        ("a: " + "[" * 40 + "]" * 40, True),
        ("a: " + "[" * 41 + "]" * 41, False),
        (f"a: b\n{'#' * 999_994}\n", True),
        (f"a: b\n{'#' * 999_995}\n", False),
    ],
    ids=["18 digits", "19 digits", "40 deep", "41 deep", "a million", "one more"],
)
def test_a_file_may_be_as_large_as_a_content_file_ever_is_and_no_larger(text: str, sound: bool) -> None:
    if sound:
        assert "a" in parse(text, "x.yaml").data
    else:
        assert len(refused(text)) == 1
