"""What was meant by a value, a key or a file that a Chinese office gives: told as it is to be typed, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin import gate
from bulletin.content.intended import chosen_word, intended
from bulletin.content.model import Subdistrict
from bulletin.content.validate import validate
from bulletin.content.yaml_text import parse
from bulletin.messages import either, speak
from bulletin.problems import ContentError, Problem
from tests.conftest import CONTENT, small_project, workshop


@pytest.mark.parametrize(
    ("name", "given", "meant"),
    [
        ("model.day", "2026年11月5日", "2026-11-05"),
        ("model.day", "2026/11/25", "2026-11-25"),
        ("model.day", "２０２６．１１．２５", "2026-11-25"),
        ("model.day", "2026 年 11 月 25 号", "2026-11-25"),
        ("model.date", "2018年", "2018"),
        ("model.date", "2018年9月", "2018-09"),
        ("model.date", "2018-9-3", "2018-09-03"),
        ("model.day", "2026年13月1日", ""),
        ("model.day", "2026-02-30", ""),
        ("model.date", "去年", ""),
        ("model.date", "9月3日", ""),
        ("model.number", "1.2万", "12000"),
        ("model.number", "1.2万余株", "12000"),
        ("model.number", "7.392亿元", "739200000"),
        ("model.number", "3个", "3"),
        ("model.number", "１２，０００", "12000"),
        ("model.number", "25％", "25"),
        ("model.number", "三个", ""),
        ("model.number", "近90万元", ""),
        ("model.whole", "2018年", "2018"),
        ("model.truth", "是", "true"),
        ("model.truth", "否", "false"),
        ("model.truth", "NO", "false"),
        ("model.truth", "也许", ""),
        ("model.number", True, ""),
        ("model.number", ["3"], ""),
        ("model.number", "9" * 61, ""),
    ],
)
def test_a_value_is_told_as_it_is_to_be_typed(name: str, given: object, meant: str) -> None:
    assert intended(name, given) == meant


@pytest.mark.parametrize(
    ("key", "given", "word"),
    [
        ("status", "已完成", "achieved"),
        ("status", "计划", "planned"),
        ("level", "市级", "municipal"),
        ("approx", "约", "about"),
        ("approx", "市级", ""),
        ("theme", "已完成", ""),
        ("status", "", ""),
        ("status", 3, ""),
    ],
)
def test_a_chinese_word_is_the_one_of_the_key_that_says_the_same(key: str, given: object, word: str) -> None:
    assert chosen_word(key, given) == word


def test_one_or_the_other_in_both_languages() -> None:
    words = ["a", "b", "c"]
    assert [either(words[:n]) for n in range(4)] == ["", "a", "a or b", "a or b or c"]
    speak("zh")
    try:
        assert [either(words[:n]) for n in range(4)] == ["", "a", "a或b", "a、b或c"]
        assert "status 只能是 已实现（achieved）、" in told("status: achieved", "status: 做完了")[0].message
    finally:
        speak("en")


def told(old: str, new: str) -> list[Problem]:
    assert old in CONTENT
    with pytest.raises(ContentError) as caught:
        validate(Subdistrict, parse(CONTENT.replace(old, new, 1), "x.yaml"))
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("      en: More pocket", "      EN: More pocket", [("there is no key EN here", "did you mean en?")]),
        ("    label: {zh: 新建", "    lable: {zh: 新建", [("there is no key lable here", "did you mean label?")]),
        ("    status: achieved\n", "    状态: achieved\n", [("there is no key 状态 here", "did you mean status?")]),
        ("    status: achieved\n", "    foo: 3\n",
         [("the key status is missing", ""), ("there is no key foo here", "")]),
        ("    status: achieved\n", "", [("the key status is missing", "")]),
    ],
)  # fmt: skip
def test_a_key_that_is_misspelled_is_told_once(old: str, new: str, said: list[tuple[str, str]]) -> None:
    assert [(one.message, "".join(text for _, text in one.notes)) for one in told(old, new)] == said


def first(project: Path) -> tuple[str, int, str]:
    """The first problem of the project: what, in which line, and the help."""
    problem = min(gate.check(workshop(project)).problems, key=lambda one: one.place)
    return problem.message, problem.place.line, "".join(text for _, text in problem.notes)


OTHERS = {b"PK\x03\x04\x14": "DOCX", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "DOC", b"%PDF-1.7": "PDF", b"{\\rtf1": "RTF"}


@pytest.mark.parametrize("begin", OTHERS)
@pytest.mark.parametrize("file", ["content/willow.yaml", "seeds/willow.txt"])
def test_a_file_of_another_program_is_named_by_its_kind(begin: bytes, file: str, tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project / file).write_bytes(begin + b"\0\x91\xf7" * 90)
    message, _, help = first(project)
    assert message.startswith(f"{file} is a {OTHERS[begin]}")
    assert "UTF-8" in help


def test_a_line_of_another_encoding_is_told_by_its_number(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    words = "街边今年多了游园，居民可以在家门口散步"
    data = CONTENT.encode().replace("街边多了游园".encode(), words.encode("gbk"), 1)
    (project / "content" / "willow.yaml").write_bytes(data)
    message, line, help = first(project)
    assert "but line 66 is GB18030" in message
    assert (line, help) == (66, "type this line anew and save the file as UTF-8")


@pytest.mark.parametrize(
    ("given", "there"), [("willow.TXT", "willow.txt"), ("wilow.txt", "willow.txt"), ("柳林.txt", "oak.txt, willow.txt")]
)
def test_beside_a_file_that_is_missing_those_that_are_there_are_named(given: str, there: str, tmp_path: Path) -> None:
    project = small_project(tmp_path, CONTENT.replace("article: willow.txt", f"article: {given}"))
    (project / "seeds" / "oak.txt").write_text("橡树", encoding="utf-8")
    assert first(project)[2] == f"there are: {there}"
