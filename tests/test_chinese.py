"""What the program says in Chinese: the same problems as in English, and all of it Chinese."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.cli import main
from bulletin.desk.translated import record
from bulletin.evidence.parity import disagreements
from bulletin.messages import Language, catalogue, say, speak
from bulletin.problems import Problem
from tests.conftest import ARTICLE, CONTENT, GLOSSARY, ROOT, small_project, workshop
from tests.evidence.told import changed

FOLDER = ROOT / "tests" / "cases" / "rules"
_QUOTED = re.compile(r"“[^“”]*”|<[^<>]*>|\{[^{}]*\}|\[[^\[\]]*\]|（[a-z_]+）")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,;]+[A-Za-z][A-Za-z'’-]*){3,}")
_QUOTES = {"article", "nearest"}
"""Notes that hold words of the article."""
_HALF_WIDTH = re.compile("(?<=[\u4e00-\u9fff])[,;:?!()](?=[\u4e00-\u9fff ])")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


def problems(folder: Path, language: Language) -> list[Problem]:
    speak(language)
    return workshop(folder).check().problems


def where(found: list[Problem]) -> list[tuple[object, ...]]:
    return [(one.rule, one.place, one.level, getattr(one.message, "name", "")) for one in found]


def is_chinese(text: str) -> bool:
    """Chinese words and marks; English only between quotation marks, and keys."""
    plain = _QUOTED.sub("“”", text)
    return not _ENGLISH.search(plain) and not _HALF_WIDTH.search(plain)


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_every_case_of_a_rule_is_told_in_chinese(file: str, tmp_path: Path) -> None:
    for i, case in enumerate(yaml.safe_load((FOLDER / f"{file}.yaml").read_text(encoding="utf-8"))):
        folder = tmp_path / str(i)
        folder.mkdir()
        texts = [(CONTENT, "content"), (ARTICLE, "article"), (GLOSSARY, "glossary")]
        if case.get("lock"):
            small_project(folder)
            record(workshop(folder))
        small_project(folder, *(changed(text, case.get(key, {})) for text, key in texts))
        found, english = problems(folder, "zh"), problems(folder, "en")
        assert where(found) == where(english), case["why"]
        for problem, same in zip(found, english, strict=True):
            assert re.search("[\u4e00-\u9fff]", problem.message), problem
            told = [
                text for (_, text), (label, _) in zip(problem.notes, same.notes, strict=True) if label not in _QUOTES
            ]
            assert [text for text in (problem.message, *told) if not is_chinese(text)] == [], problem


def test_the_catalogue_itself_is_chinese() -> None:
    assert [name for name, text in catalogue().items() if not is_chinese(text["zh"])] == []


@pytest.mark.parametrize("file", ["number_pairs", "parity_new", "parity_more"])
def test_what_two_languages_do_not_agree_on_is_told_in_chinese(file: str) -> None:
    cases = json.loads((FOLDER.parent / f"{file}.json").read_text(encoding="utf-8"))
    wrong = [(one["zh"], one["en"]) for one in cases if not one["consistent"]]
    assert len(wrong) > 50
    for zh, en in wrong:
        speak("en")
        english = [one.kind for one in disagreements(zh, en)]
        speak("zh")
        found = disagreements(zh, en)
        assert [one.kind for one in found] == english
        assert [one.message for one in found if not is_chinese(one.message)] == []


@pytest.mark.parametrize(
    ("arguments", "says", "but"),
    [
        (["new", "seeds/again.txt", "--name", "again"], "接下来：", "python3 generate.py"),
        (["check"], "0 个错误、0 个警告", ""),
        (["status"], "文件", ""),
        (["translated"], "处文字", ""),
        (["doctor"], "生成所", "site-packages"),
    ],
)
def test_commands_answer_in_chinese(
    arguments: list[str], says: str, but: str, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "seeds" / "again.txt").write_bytes((small / "seeds" / "willow.txt").read_bytes())
    where = [] if arguments == ["doctor"] else ["--project", str(small)]
    assert main(["--messages", "zh", *arguments, *where]) in (0, 3)
    assert says in (out := capsys.readouterr().out)
    assert [line for line in out.splitlines() if not is_chinese(line) and not (but and but in line)] == []


def test_a_worksheet_gives_its_reasons_in_chinese(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "seeds" / "order.txt").write_text("第13版。落实“四个一”,改造第二批楼院5个。", encoding="utf-8")
    assert main(["--messages", "zh", "new", "seeds/order.txt", "--name", "order", "--project", str(small)]) == 0
    written = (small / "content" / "order.yaml").read_text(encoding="utf-8")
    assert re.findall('why: "(.*?)"  # guessed', written) == [
        "版面、网页上的编号",
        "口号或专名里的数字",
        "序数，不是数量",
    ]


def test_what_is_no_chinese_is_seen() -> None:
    assert not is_chinese("原文说 there is no such word 在此")
    assert not is_chinese("原文,没有")
    assert is_chinese("英文里没有它的译法“a very long name of a body”")


def test_the_option_and_the_locale_give_the_same_codes_and_places(small: Path) -> None:
    text = CONTENT.replace("value: 3\n", "value: 4\n").replace("植树<trees>", "植树<tree>")
    small_project(small, text)
    seen: list[list[dict[str, Any]]] = []
    clean = {key: value for key, value in os.environ.items() if key not in ("BULLETIN_LANG", "LC_ALL", "LC_MESSAGES")}
    for arguments, environment in (
        (["--messages", "zh"], {"LANG": "C.UTF-8"}),
        ([], {"LANG": "zh_CN.UTF-8"}),
        ([], {"LANG": "C.UTF-8", "BULLETIN_LANG": "zh"}),
        (["--messages", "en"], {"LANG": "zh_CN.UTF-8"}),
    ):
        command = [sys.executable, "-m", "bulletin", "check", "--format", "json", "--project", str(small), *arguments]
        command[1:3] = ["generate.py"]
        done = subprocess.run(command, cwd=ROOT, env=clean | environment, capture_output=True, check=False)
        assert done.returncode == 1
        seen.append(json.loads(done.stdout))
    assert seen[0] == seen[1] == seen[2]
    codes = [[(one["rule"], one["place"], one["level"], one["name"]) for one in found] for found in seen]
    assert codes[0] == codes[3]
    assert all(one["name"].split(".")[0] == one["rule"] for one in seen[0])
    assert [one["message"] for one in seen[0]] != [one["message"] for one in seen[3]]


def test_a_message_keeps_its_name_in_another_process() -> None:
    said = pickle.loads(pickle.dumps(say("count.errors", n=2)))
    assert (said, said.name) == ("2 errors", "count.errors")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--nope"], "没有 --nope 这个选项"),
        (["new"], "缺少参数 article"),
        (["build", "--jobs", "none"], "--jobs 要是"),
        (["check", "--format"], "--format 后面要写一个值"),
        (["check", "--strict=1"], "--strict 后面不写值"),
        (["new", "one", "two"], "多出了这些：two"),
        (["build", "--to", "odt"], "不能是 odt"),
    ],
)
def test_a_wrong_call_is_told_in_chinese(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--messages", "zh", *arguments]) == 2
    assert says in (error := capsys.readouterr().err)
    assert is_chinese(error.removeprefix("generate.py: "))


def test_every_help_page_is_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    pages = dict[str, str]()
    for name in (key.partition(".")[2] for key in catalogue() if key.startswith("command.")):
        for language in ("zh", "en"):
            asked = ["--help"] if name == "bulletin" else [name, "--help"]
            assert main(["--messages", language, *asked]) == 0
            pages[language] = capsys.readouterr().out
        assert len(re.findall("[\u4e00-\u9fff]", pages["zh"])) > 20, name
        words = re.sub(r"^  generate\.py .*?  ", "", pages["zh"], flags=re.MULTILINE)
        assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", words), name
        assert not re.search("[\u4e00-\u9fff]", pages["en"]), name
        options = re.compile(r"^  (?:-\w, )?(--\w[\w-]*)", re.MULTILINE)
        assert options.findall(pages["zh"]) == options.findall(pages["en"])


def test_the_first_help_page_tells_each_command_in_whole_words_and_has_examples_that_are_calls(
    capsys: pytest.CaptureFixture[str],
) -> None:
    known = {key.partition(".")[2] for key in catalogue() if key.startswith("command.")} - {"bulletin"}
    for language in ("zh", "en"):
        assert main(["--messages", language, "--help"]) == 0
        page = capsys.readouterr().out
        assert "..." not in page.partition("\n\n")[2]
        listed, _, examples = page.partition(str(catalogue()["help-page.examples"][language]))
        told = dict(re.findall(r"^  ([a-z][\w-]*)  +(\S.*)$", listed, re.MULTILINE))
        assert set(told) == known and next(iter(told)) == "new" and "TODO" not in str(told)
        called = re.findall(r"^  generate\.py (?:--messages \w\w )?([a-z-]+)", examples, re.MULTILINE)
        assert len(called) > 4 and set(called) <= known
