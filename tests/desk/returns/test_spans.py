"""Edits of YAML as text: the edited place reads as wanted, everything else stays byte for byte."""

from __future__ import annotations

import difflib
from pathlib import Path as File

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.content.yaml_text import Path, parse
from bulletin.desk.returns.spans import CannotEdit, YamlText

SAMPLE = """# a file in every style that a curator writes
name: willow   # a remark that stays
place: {zh: 柳林街道, en: "Liulin: a subdistrict"}
facts:
  parks:
    value: 3
    label: {zh: '新建游园', en: new pocket parks}

stories:
  # the first story
  - id: green
    title:
      zh: "街边多了\\n游园"
      en: 'More ''pocket'' parks'
    paragraphs:
      # before the first paragraph
      - zh: <since>，街道新建游园<parks>。
        en: >-
          In <since> the subdistrict built <parks> by the street, and planted <trees> along the river, where
          residents walk in the evening; it spent <spent> on all of this together in one year.

      # before the second
      - head: {zh: 社区, en: Communities}
        zh: >-
          社区有居民<households>，老旧楼院占<old>，其中大多数已经改造完成，
          道路、排水、照明一并更新。
        en: plain words that go on
          over two lines
notes:
  - zh: "一则说明" # its remark
    en: |
      A note
      of two lines
  - {zh: 第二则, en: The second}
last: the end"""

AWKWARD = st.sampled_from(
    ["NO", "null", "~", "true", "19:30", "010", "3.10", "- dash", "a: b", "a #b", "#x", "[x]", "{x}", "'", '"', "''",
     "x:", "&a", "*b", "!c", "|", ">", "%x", "@x", "`x", "a\\b", "a\\nb", "”", "? x", "x, y",
     "5400余条", "**粗**，<parks>", "—", "…"]
)  # fmt: skip
WORDS = st.text(st.sampled_from("中文字，。；：“”、 abc ,.:;#-'\"&*{}[]|>!%@`?<>\\5\n"), min_size=1, max_size=300)
VALUES = st.one_of(AWKWARD, WORDS.map(str.strip).filter(bool), st.tuples(AWKWARD, WORDS).map(" ".join).map(str.strip))


def scalars(data: object, path: Path = ()) -> list[Path]:
    """The paths of all texts."""
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in scalars(value, (*path, key))]
    if isinstance(data, list):
        return [found for n, value in enumerate(data) for found in scalars(value, (*path, n))]
    return [path] if isinstance(data, str) else []


PATHS = scalars(parse(SAMPLE, "x.yaml").data)


def test_the_sample_has_texts_in_every_style() -> None:
    values = parse(SAMPLE, "x.yaml").values
    assert {SAMPLE[values[path].start] for path in PATHS} >= set("\"'>|")
    assert len(PATHS) == 19


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(path=st.sampled_from(PATHS), value=VALUES)
def test_a_thousand_edits_change_one_place_and_nothing_else(path: Path, value: str) -> None:
    made = YamlText(SAMPLE, "x.yaml")
    span = made.parsed.values[path]
    end = span.start + len(SAMPLE[span.start : span.end].rstrip())
    made.set(path, value)
    assert made.value(path) == value
    assert made.text.startswith(SAMPLE[: span.start])
    assert made.text.endswith(SAMPLE[end:])
    others = [other for other in PATHS if other != path]
    before = parse(SAMPLE, "x.yaml").data
    assert [made.value(other) for other in others] == [_at(before, other) for other in others]


def _at(data: object, path: Path) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


def test_real_content_is_edited_the_same_way(root: File) -> None:
    text = (root / "content" / "jingchenglu.yaml").read_text(encoding="utf-8")
    made = YamlText(text, "x.yaml")
    path: Path = ("stories", 0, "paragraphs", 0, "en")
    value = f"{made.value(path)} That is all."
    made.set(path, value)
    assert made.value(path) == value
    old, new = text.splitlines(), made.text.splitlines()
    differing = [line for line in new if line not in old]
    assert 1 <= len(differing) <= 2
    assert all(len(line) <= 120 for line in differing)


def test_an_unchanged_leading_line_stays() -> None:
    made = YamlText(SAMPLE, "x.yaml")
    path: Path = ("stories", 0, "paragraphs", 0, "en")
    made.set(path, str(made.value(path)).replace("one year", "a single year"))
    assert (
        "          In <since> the subdistrict built <parks> by the street, and planted <trees> along the river, where\n"
        in made.text
    )


def test_a_deleted_item_leaves_the_comment_of_the_next() -> None:
    made = YamlText(SAMPLE, "x.yaml")
    made.delete_item(("stories", 0, "paragraphs", 0))
    assert "# before the second\n" in made.text
    assert "# before the first paragraph\n" in made.text
    assert len(made.value(("stories", 0, "paragraphs"))) == 1


def test_the_last_item_of_a_list_can_go() -> None:
    made = YamlText("a:\n  - zh: x\n    en: y\nb: 1\n", "x.yaml")
    made.delete_item(("a", 0))
    assert made.text == "a: []\nb: 1\n"


@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_item_is_put_in_like_its_neighbours(at: int) -> None:
    made = YamlText(SAMPLE, "x.yaml")
    new = {"zh": "新的一段：有冒号。", "en": "A new one: with a colon, so long that it has to be folded " * 3 + "end."}
    made.insert_item(("stories", 0, "paragraphs"), at, new)
    assert made.value(("stories", 0, "paragraphs", at)) == new
    lines = made.text.splitlines()
    assert "      - zh: 新的一段：有冒号。" in lines
    assert max(len(line) for line in lines if "so long that" in line) <= 120
    assert all(not line.startswith("- ") for line in difflib.ndiff(SAMPLE.splitlines(), lines))


def test_an_item_is_moved_with_its_lines() -> None:
    made = YamlText(SAMPLE, "x.yaml")
    made.move_item(("stories", 0, "paragraphs", 1), ("stories", 0, "paragraphs"), 0)
    assert "head" in made.value(("stories", 0, "paragraphs", 0))
    assert sorted(made.text.splitlines()) == sorted(SAMPLE.splitlines())


def test_a_key_is_taken_out_wherever_it_stands() -> None:
    made = YamlText(SAMPLE, "x.yaml")
    made.delete_key(("stories", 0, "paragraphs", 1, "head"))
    assert "head" not in made.value(("stories", 0, "paragraphs", 1))
    made.delete_key(("stories", 0, "title", "en"))
    made.delete_key(("place", "en"))
    made.delete_key(("last",))
    assert made.value(("place",)) == {"zh": "柳林街道"}


def test_what_cannot_be_written_is_refused_and_nothing_changes() -> None:
    made = YamlText("a: [{zh: x, en: y}]\n", "x.yaml")
    with pytest.raises(CannotEdit, match="one line"):
        made.insert_item(("a",), 1, {"zh": "z", "en": "w"})
    assert made.text == "a: [{zh: x, en: y}]\n"


def test_numbers_stay_numbers() -> None:
    made = YamlText(SAMPLE, "x.yaml")
    made.set(("facts", "parks", "value"), 5)
    assert "    value: 5\n" in made.text


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (("a",), "a: 1\nb: 2\n", "b: 2\n"),
        (("b",), "a: 1\nb: 2\n", "a: 1\n"),
        (("b",), "a: 1\nb:\n  zh: x\n  en: y\nc: 3\n", "a: 1\nc: 3\n"),
        (("b",), "a: 1\n# stays\nb: 2  # goes\nc: 3", "a: 1\n# stays\nc: 3"),
        (("b",), "a: 1\nb: 2\n# of c\nc: 3\n", "a: 1\n# of c\nc: 3\n"),
        (("m", "a"), "m: {a: 1, b: 2}\n", "m: {b: 2}\n"),
        (("m", "b"), "m: {a: 1, b: 2}\n", "m: {a: 1}\n"),
        (("l", 0, "b"), "l:\n  - a: 1\n    b: 2\n", "l:\n  - a: 1\n"),
        (("l", 0, "a"), "l:\n  - a: 1\n    b: 2\n", "l:\n  - b: 2\n"),
    ],
)
def test_a_key_goes_with_its_line_and_leaves_none_behind(path: Path, before: str, after: str) -> None:
    made = YamlText(before, "x.yaml")
    made.delete_key(path)
    assert made.text == after


@pytest.mark.parametrize("text", ["a: {b: 1}\n", "a:\n  b: 1\n"])
def test_the_only_key_of_a_map_stays_and_that_is_told(text: str) -> None:
    made = YamlText(text, "x.yaml")
    with pytest.raises(CannotEdit, match=r"a\.b cannot be taken out"):
        made.delete_key(("a", "b"))
    assert made.text == text
