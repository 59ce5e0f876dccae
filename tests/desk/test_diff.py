"""`diff`: what differs between two states of a content file, figures first; earlier states come from git."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bulletin import cli
from bulletin.content.yaml_text import parse
from bulletin.desk.compared import compared

OLD = """\
name: elm
facts:
  trees: {value: 120, unit: {zh: 株, en: {one: tree, other: trees}}, quote: 植树120株, status: achieved}
  lamps: {value: 8, unit: {zh: 盏, en: {one: lamp, other: lamps}}, quote: 路灯8盏, status: achieved}
stories:
  - id: green
    theme: growth
    title: {zh: 街上种了树, en: Trees along the street}
    paragraphs:
      - {zh: 街道种树<trees>。, en: "The subdistrict planted <trees>."}
      - {zh: 路灯<lamps>也亮了。, en: "<lamps> are lit."}
"""


def account(*changes: tuple[str, str]) -> list[str]:
    """The account of OLD and of what it becomes when each text is replaced by the next."""
    new = OLD
    for was, now in changes:
        assert new.count(was) == 1, was
        new = new.replace(was, now)
    return compared(parse(OLD, "old"), parse(new, "new"))


def test_nothing_differs_whatever_the_layout() -> None:
    assert account(("name: elm\n", "# a remark\nname:   'elm'\n\n")) == ["Nothing differs."]


def test_figures_come_first_then_texts_then_the_rest() -> None:
    told = account(
        ("theme: growth", "theme: streets"),
        ("街道种树<trees>。", "街道新种树<trees>。"),
        ("value: 120", "value: 130"),
        ("植树120株", "植树130株"),
    )
    assert told == [
        "Figures: 1",
        "  ~ trees  new:3",
        "      value: 120 → 130",
        "      quote: 植树120株 → 植树130株",
        "",
        "Texts: 1",
        "  ~ stories[green].paragraphs  new:10",
        "      - 街道种树<trees>。",
        "      + 街道新种树<trees>。",
        "",
        "The rest: 1",
        "  ~ stories[green].theme  new:7",
        "      - growth",
        "      + streets",
    ]


def test_what_is_new_and_what_is_gone_is_told_with_its_line() -> None:
    lamp = OLD[OLD.index("  lamps:") : OLD.index("stories:")]
    told = account((lamp, "  walls: {date: '2018', quote: 2018年砌墙, status: achieved}\n"))
    assert told == ["Figures: 2", "  - lamps  8盏  路灯8盏  old:4", "  + walls  2018  2018年砌墙  new:4"]


def test_a_paragraph_put_before_another_is_not_the_other_one_changed() -> None:
    first = "      - {zh: 街道种树"
    told = account((first, "      - {zh: 工地已围好。, en: The site is fenced.}\n" + first), ("种树<", "新种树<"))
    assert told[:3] == ["Texts: 2", "  + stories[green].paragraphs  new:10", "      + 工地已围好。"]
    assert told[4:] == [
        "  ~ stories[green].paragraphs  new:11",
        "      - 街道种树<trees>。",
        "      + 街道新种树<trees>。",
    ]


def test_a_text_that_was_moved_is_told_once() -> None:
    one, two = OLD.splitlines(keepends=True)[-2:]
    told = account((one + two, two + one))
    assert told == ["Texts: 1", "  moved: stories[green].paragraphs → stories[green].paragraphs  new:10"]


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with a change that is not committed."""
    folder = tmp_path / "repository" / "project"
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "elm.yaml").write_text(OLD, encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    (folder / "content" / "elm.yaml").write_text(OLD.replace("8盏", "9盏"), encoding="utf-8")
    return folder


@pytest.mark.skipif(shutil.which("git") is None, reason="git")
@pytest.mark.parametrize("older", ["HEAD:elm", "HEAD:content/elm.yaml"])
def test_a_revision_is_held_against_the_file(kept: Path, capsys: pytest.CaptureFixture[str], older: str) -> None:
    assert cli.main(["--messages", "zh", "diff", older, "elm", "--project", str(kept)]) == 0
    told = capsys.readouterr().out
    assert told == "数字：1 处\n  ~ lamps  content/elm.yaml:4\n      quote: 路灯8盏 → 路灯9盏\n"
    assert (
        cli.main(["--messages", "en", "diff", str(kept / "content" / "elm.yaml"), "elm", "--project", str(kept)]) == 0
    )
    assert capsys.readouterr().out == "Nothing differs.\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git")
@pytest.mark.parametrize("older", ["v9:elm", "HEAD:ash", "--help:elm", "HEAD:../../elm.yaml"])
def test_what_git_does_not_have_is_a_wrong_call(kept: Path, capsys: pytest.CaptureFixture[str], older: str) -> None:
    assert cli.main(["--messages", "en", "diff", "--project", str(kept), "--", older, "elm"]) == 2
    assert capsys.readouterr().err.startswith(f"generate.py: git does not have {older}: ")


def test_without_git_it_is_told(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert cli.main(["--messages", "en", "diff", "HEAD:elm", "elm", "--project", str(kept)]) == 3
    assert "needs git, which is not on this machine" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--messages", "en", "diff", "ash", "elm", "--project", str(kept)]) == 1
    assert "ash.yaml" in capsys.readouterr().err
