"""What is given on the command line and at the terminal when a draft comes home."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bulletin.content.yaml_text import parse
from bulletin.desk.returns.importing import Wishes, _as_on_disk, _change_facts, ask_at_terminal, pairs
from bulletin.desk.returns.spans import YamlText
from bulletin.problems import UsageError

FACTS = """facts:
  parks: {value: 3, quote: 游园3个}
  since: {date: '2018', quote: 2018年}
  all: {derived: {sum: [a]}}
"""


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (None, {}),
        ([], {}),
        (["parks=5"], {"parks": "5"}),
        ([" parks = 新建游园5个 "], {"parks": "新建游园5个"}),
        (["a=1", "b=x=y"], {"a": "1", "b": "x=y"}),
        (["a=1", "a=2"], {"a": "2"}),
    ],
)
def test_pairs_are_read(given: list[str] | None, read: dict[str, str]) -> None:
    assert pairs(given) == read


@pytest.mark.parametrize("given", ["parks", "=5", "parks=", " =5", "parks= ", "=", ""])
def test_half_a_pair_is_refused_by_its_words(given: str) -> None:
    with pytest.raises(UsageError, match="ID=") as refused:
        pairs(["a=1", given])
    assert given in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5", 5),
        ("1,200", 1200),
        ("1，200", 1200),
        ("2.50", Decimal("2.50")),
        ("-3", -3),
        ("1,200.5", Decimal("1200.5")),
    ],
)
def test_a_fact_gets_the_number_and_the_words_that_say_it(typed: str, value: object) -> None:
    yaml = YamlText(FACTS, "x.yaml")
    _change_facts(yaml, Wishes(facts={"parks": typed}, quotes={"parks": "游园若干个"}))
    assert yaml.parsed.data["facts"]["parks"] == {"value": value, "quote": "游园若干个"}
    assert yaml.text.splitlines()[2:] == FACTS.splitlines()[2:]


def test_a_date_is_one() -> None:
    yaml = YamlText(FACTS, "x.yaml")
    _change_facts(yaml, Wishes(facts={"since": "2019"}, quotes={"since": "2019年"}))
    assert yaml.parsed.data["facts"]["since"] == {"date": "2019", "quote": "2019年"}


@pytest.mark.parametrize(
    ("facts", "quotes", "words"),
    [
        ({"nobody": "5"}, {"nobody": "x"}, "nobody"),
        ({"all": "5"}, {"all": "x"}, "all"),
        ({"parks": "5"}, {}, "--quote"),
        ({"parks": "5"}, {"since": "2018年"}, "--quote"),
        ({"parks": "five"}, {"parks": "x"}, "five"),
        ({"parks": "1.2.3"}, {"parks": "x"}, "1.2.3"),
        ({"parks": ""}, {"parks": "x"}, "number"),
    ],
)
def test_what_cannot_be_a_fact_is_refused_and_nothing_changes(
    facts: dict[str, str], quotes: dict[str, str], words: str
) -> None:
    yaml = YamlText(FACTS, "x.yaml")
    with pytest.raises(UsageError, match=words):
        _change_facts(yaml, Wishes(facts=facts, quotes=quotes))
    assert yaml.text == FACTS
    assert parse(yaml.text, "x.yaml").data == yaml.parsed.data


@pytest.mark.parametrize(
    ("terminals", "answer", "yes"),
    [
        ((True, True), "y", True),
        ((True, True), " YES ", True),
        ((True, True), "是", True),
        ((True, True), "n", False),
        ((True, True), "", False),
        ((True, True), "yesterday", False),
        ((False, True), "y", False),
        ((True, False), "y", False),
    ],
)
def test_only_a_person_at_a_terminal_says_yes(
    terminals: tuple[bool, bool], answer: str, yes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: terminals[0], raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminals[1], raising=False)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or answer)
    assert ask_at_terminal("Write \x1b[2Jit?") is yes
    assert len(asked) == all(terminals)
    assert not any("\x1b" in question for question in asked)
    assert all(question.endswith(" [y/N] ") for question in asked)


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        (b"a\nb\n", b"c\nd\n"),
        (b"a\r\nb\r\n", b"c\r\nd\r\n"),
        (b"\xef\xbb\xbfa\n", b"\xef\xbb\xbfc\nd\n"),
        (b"\xef\xbb\xbfa\r\n", b"\xef\xbb\xbfc\r\nd\r\n"),
        (b"", b"c\nd\n"),
    ],
)
def test_the_file_keeps_its_line_ends_and_its_mark(raw: bytes, written: bytes) -> None:
    assert _as_on_disk(raw, "c\nd\n") == written
