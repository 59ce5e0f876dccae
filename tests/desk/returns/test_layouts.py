"""How an edit is written into the content file, letter for letter: like what stands beside it."""

from __future__ import annotations

import pytest

from bulletin.desk.returns.spans import CannotEdit, YamlText
from bulletin.desk.returns.wrapping import wrap

LIST = "notes:\n  - zh: 甲\n    en: A\n  - zh: 乙\n    en: B\nlast: 1\n"
LONG = "This note is long enough that one line of a content file cannot hold it with its key, so it is folded into two"
MORE = "lines, as is meant."
NEW = {"zh": "丙", "en": "C"}


@pytest.mark.parametrize(
    ("at", "after"),
    [
        (0, "notes:\n  - zh: 丙\n    en: C\n  - zh: 甲\n    en: A\n  - zh: 乙\n    en: B\nlast: 1\n"),
        (1, "notes:\n  - zh: 甲\n    en: A\n  - zh: 丙\n    en: C\n  - zh: 乙\n    en: B\nlast: 1\n"),
        (2, "notes:\n  - zh: 甲\n    en: A\n  - zh: 乙\n    en: B\n  - zh: 丙\n    en: C\nlast: 1\n"),
    ],
)
def test_an_item_is_put_in_with_no_line_more(at: int, after: str) -> None:
    made = YamlText(LIST, "x.yaml")
    made.insert_item(("notes",), at, NEW)
    assert made.text == after


@pytest.mark.parametrize("end", ["", "\n"])
def test_behind_the_last_line_of_a_file(end: str) -> None:
    made = YamlText(f"notes:\n  - zh: 甲\n    en: A{end}", "x.yaml")
    made.insert_item(("notes",), 1, NEW)
    assert made.text == "notes:\n  - zh: 甲\n    en: A\n  - zh: 丙\n    en: C\n"


def test_at_the_very_beginning_of_a_file() -> None:
    made = YamlText("- zh: 甲\n  en: A\n", "x.yaml")
    made.insert_item((), 0, NEW)
    assert made.text == "- zh: 丙\n  en: C\n- zh: 甲\n  en: A\n"


@pytest.mark.parametrize(
    ("english", "lines"),
    [
        ("Short.", ["    en: Short."]),
        ("a: b", ['    en: "a: b"']),
        (f"{LONG} {MORE}", ["    en: >-", f"      {LONG}", f"      {MORE}"]),
        (LONG.replace("key, so it is folded", "key,  so it is  folded"), None),
        (LONG.replace("into two", "into  two") + " lines, as is meant.", None),
        (f"{LONG}\nA second line.", ['    en: "' + LONG + '\\nA second line."']),
        ("x" * 112, ["    en: " + "x" * 112]),
        ("x" * 100 + " " + "y" * 12, ["    en: >-", "      " + "x" * 100 + " " + "y" * 12]),
    ],
)  # fmt: skip
def test_english_is_folded_only_where_it_is_too_long(english: str, lines: list[str] | None) -> None:
    made = YamlText(LIST, "x.yaml")
    made.insert_item(("notes",), 2, {"zh": "丙", "en": english})
    assert made.value(("notes", 2, "en")) == english
    written = made.text.split("  - zh: 丙\n")[1].split("last:")[0].splitlines()
    if lines is None:  # two spaces are no place to fold at, and none is lost
        assert all(len(line) <= 122 for line in written)
    else:
        assert written == lines


def test_chinese_is_never_folded_where_it_is_put_in() -> None:
    made = YamlText(LIST, "x.yaml")
    made.insert_item(("notes",), 2, {"zh": "长" * 200, "en": "C"})
    assert f"  - zh: {'长' * 200}\n    en: C\n" in made.text


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("a: x", "y", "a: y"),
        ("a: x  # why", "y", "a: y  # why"),
        ("a: 'x'", "it's", "a: 'it''s'"),
        ('a: "x"', 'say "y"', 'a: "say \\"y\\""'),
        ("a: x", "# y", 'a: "# y"'),
        ("a: x", "y\nz", 'a: "y\\nz"'),
        ("a: x", "\ty", 'a: "\\ty"'),
        ("a: x", "a\\b", "a: a\\b"),
        ("a: x", "\\: \\", 'a: "\\\\: \\\\"'),
        ("a: x", "true", 'a: "true"'),
        ("a: {b: x}", None, None),
        ("a: |\n  x\n  z", "y\nw", "a: |\n  y\n  w"),
        ("a: >-\n  x\n  z", "y w", "a: >-\n  y w"),
        ("a: >-\n    x z\n    w", "x z v", "a: >-\n    x z\n    v"),
        ("a: x\n  z", "y z", "a: y\n  z"),
        ("a: 3", 4, "a: 4"),
    ],
)
def test_a_value_is_written_as_it_was(old: str, new: object, after: str | None) -> None:
    made = YamlText(f"{old}\nlast: 1\n", "x.yaml")
    if after is None:
        made.set(("a", "b"), "y, z")
        assert made.text == 'a: {b: "y, z"}\nlast: 1\n'
        return
    made.set(("a",), new)
    assert made.text == f"{after}\nlast: 1\n"


def test_an_item_is_moved_to_a_list_further_in() -> None:
    made = YamlText("a:\n- zh: 甲\n  en: A\n- zh: 乙\n  en: B\nb:\n  - zh: 丙\n    en: C\n", "x.yaml")
    made.move_item(("a", 0), ("b",), 1)
    assert made.text == "a:\n- zh: 乙\n  en: B\nb:\n  - zh: 丙\n    en: C\n  - zh: 甲\n    en: A\n"
    made.move_item(("b", 1), ("a",), 0)
    assert made.text == "a:\n- zh: 甲\n  en: A\n- zh: 乙\n  en: B\nb:\n  - zh: 丙\n    en: C\n"


def test_the_last_item_of_a_file_without_a_last_line_end_is_moved() -> None:
    made = YamlText("a:\n  - zh: 甲\n  - zh: 乙", "x.yaml")
    made.move_item(("a", 1), ("a",), 0)
    assert made.text == "a:\n  - zh: 乙\n  - zh: 甲\n"
    made.move_item(("a", 0), ("a",), 1)
    assert made.text == "a:\n  - zh: 甲\n  - zh: 乙\n"


def test_nothing_is_moved_into_a_list_that_is_empty_then() -> None:
    made = YamlText("a:\n  - zh: 甲\nb: 1\n", "x.yaml")
    with pytest.raises(CannotEdit):
        made.move_item(("a", 0), ("a",), 0)
    assert made.text == "a:\n  - zh: 甲\nb: 1\n"


@pytest.mark.parametrize("digits", [99, 100])
def test_a_number_of_a_hundred_digits_is_not_written(digits: int) -> None:
    made = YamlText("a: x\n", "x.yaml")
    if digits < 100:
        made.set(("a",), "n" + "7" * digits)
        assert made.text == f"a: n{'7' * digits}\n"
        return
    for number in ("7" * digits, ",".join("7" * digits), f"约{'7' * digits}户"):
        with pytest.raises(CannotEdit, match="100"):
            made.set(("a",), number)
    assert made.text == "a: x\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一" * 30, ["一" * 10, "一" * 10, "一" * 10]),
        ("一" * 9 + "，" + "二" * 5, ["一" * 9 + "，", "二" * 5]),
        ("一" * 10 + "，" + "二" * 5, ["一" * 9, "一，" + "二" * 5]),
        ("一" * 9 + "abcdef", ["一" * 9 + "abcdef"]),
        ("ab cd " * 4 + "ef", ["ab cd ab cd ab cd ab", "cd ef"]),
        ("一" * 8 + "ab " + "二" * 5, ["一" * 8 + "ab", "二" * 5]),
    ],
)
def test_lines_are_cut_between_chinese_signs_and_at_spaces_only(text: str, lines: list[str]) -> None:
    assert wrap(text, [], 20) == lines
