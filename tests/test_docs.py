"""The pages of docs/: in both languages, led to by the index, short, and with commands that work as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bulletin.cli import main
from bulletin.project import RESERVED
from tests.conftest import ROOT
from tests.places import write_places

DOCS = ROOT / "docs"
INDEX = (DOCS / "README.md").read_text(encoding="utf-8")
PAGES = ["problems", "fitting", "printing", "fortnight", "summary", "themes", "colleague", "desk"]
"""Whose commands are run here; those of first.md have a test of their own."""
SHORT = 150
_COMMAND = re.compile(r"^(?: *- run: )?python3? (?:\./)?generate\.py(?: (.*?))?(?:   .*)?$", re.MULTILINE)
_SUBJECT = {
    "linshanzhai": "NAME",
    "jingchenglu": "NAME",
    "名称": "NAME",
    "稿件.docx": "FILE",
    "文件.docx": "FILE",
    "FILE.docx": "FILE",
}


def halves(page: str) -> tuple[str, str]:
    zh, _, en = (DOCS / f"{page}.md").read_text(encoding="utf-8").partition("## English")
    return zh, en


def commands(text: str) -> list[list[str]]:
    """Each command that stands in a block, without what a shell does with its output."""
    blocks = "\n".join(re.findall(r"```\w*\n(.*?)```", text, re.DOTALL))
    return [(found[1] or "").partition(" > ")[0].split() for found in _COMMAND.finditer(blocks)]


def neutral(words: list[str]) -> list[str]:
    return [_SUBJECT.get(word, "AUTHOR" if before in ("--accept", "--reject") else word)
            for before, word in zip(["", *words], words, strict=False)]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_give_the_same_commands(page: str) -> None:
    zh, en = halves(page)
    assert [neutral(words) for words in commands(zh)] == [neutral(words) for words in commands(en)]
    assert commands(zh)


@pytest.mark.parametrize("page", [*PAGES, "first"])
def test_a_page_is_short_has_a_picture_and_its_links_lead_somewhere(page: str) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= SHORT
    for half in halves(page):
        assert "](#" in half or "![" in half
    assert "![" in text
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (DOCS / link).is_file(), link


def test_the_index_leads_to_every_page_and_the_readme_to_the_index() -> None:
    linked = set(re.findall(r"\]\((\w+\.md)\)", INDEX))
    there = {path.name for path in DOCS.glob("*.md")} - {"README.md", "photographs.md"}  # which fitting.md leads to
    assert linked == there
    assert "(docs/README.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_workflow_of_ci_can_be_read_and_is_one() -> None:
    for half in halves("fortnight"):
        (text,) = re.findall(r"```yaml\n(.*?)```", half, re.DOTALL)
        flow = yaml.safe_load(text)
        assert next(step["run"] for step in flow["jobs"]["build"]["steps"] if "run" in step) == "make set-up"
        assert flow[True]["schedule"][0]["cron"].split()[2] == "1,15"  # `on` is true in YAML 1.1


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two places and a summary, built: what the pages speak of is there."""
    root = tmp_path_factory.mktemp("docs") / "project"
    root.mkdir()
    write_places(root, 2)
    glossary = root / "content" / "glossary.yaml"
    terms = glossary.read_text(encoding="utf-8").splitlines(keepends=True)
    glossary.write_text("".join(line for line in terms if "平安单位" not in line), encoding="utf-8")
    assert main(["--project", str(root)]) == 0
    return root


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if page != "desk"])
def test_every_command_of_a_page_works(
    page: str, project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    name = next(path.stem for path in sorted((project / "content").glob("*.yaml")) if path.stem not in RESERVED)
    for words in commands(halves(page)[1]):
        if "AUTHOR" in neutral(words):  # who must have tracked something
            continue
        given = [str(project / "reports" / f"{name}.docx") if word == "FILE" else
                 name if word == "NAME" else word for word in neutral(words)]  # fmt: skip
        own = [] if given[:1] in (["explain"], ["doctor"], ["completion"]) else ["--project", str(project)]
        code = main([*given, *own])
        assert code == 0, f"{given}: {capsys.readouterr()}"
