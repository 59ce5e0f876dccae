"""A build that has nothing to do knows it at once, and only as long as nothing has changed."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from bulletin import lock, standing, transaction
from bulletin.faces import cache_folder
from bulletin.project import LARGEST, Project
from tests.conftest import ROOT, small_project

SAID = f"0 files written, 1 publication up to date, {standing.SECONDS} s\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one file of each kind, with a folder of reports, built as it stands."""
    for name in ("content/a.yaml", "seeds/a.txt", "templates/blocks/a.css", "photos/a.jpg", "logo.svg"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in ("a.pdf", "a.docx", "manifest.json", standing.LOCK):
        (reports / name).write_text(name, encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "argv", ["generate.py", "build"])
    monkeypatch.chdir(tmp_path)
    _keep(tmp_path, standing.inputs(str(tmp_path)))
    return tmp_path


def _keep(project: Path, before: str) -> None:
    read = {str(path): sha256(path.read_bytes()).hexdigest() for path in (project / "logo.svg",)}
    out = ["a.pdf", "a.docx", "manifest.json"]
    standing.keep(str(project), str(project / "reports"), before, read, out, SAID)


def test_the_same_command_on_the_same_files_says_what_a_build_without_work_says(project: Path) -> None:
    assert standing.nothing_to_do() == SAID


def _rewrite(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8")[::-1], encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a content file": lambda at: _rewrite(at / "content/a.yaml"),
    "an article": lambda at: _rewrite(at / "seeds/a.txt"),
    "a template": lambda at: _rewrite(at / "templates/blocks/a.css"),
    "a photograph": lambda at: _rewrite(at / "photos/a.jpg"),
    "a file that publication.yaml names": lambda at: _rewrite(at / "logo.svg"),
    "a content file more": lambda at: (at / "content/b.yaml").touch(),
    "a content file less": lambda at: (at / "content/a.yaml").unlink(),
    "a content file under another name": lambda at: (at / "content/a.yaml").rename(at / "content/b.yaml"),
    "a PDF": lambda at: _rewrite(at / "reports/a.pdf"),
    "a PDF less": lambda at: (at / "reports/a.pdf").unlink(),
    "a file more in reports": lambda at: (at / "reports/.a.pdf.x.tmp").touch(),
    "a draft that was edited": lambda at: _rewrite(at / "reports/a.docx"),
    "the ledger": lambda at: _rewrite(at / "reports/manifest.json"),
    "files half written by a build that was killed": lambda at: (at / "reports" / standing.STAGE).mkdir(),
    "another command": lambda at: sys.argv.append("--force"),
    "another working folder": lambda at: os.chdir(at / "seeds"),
    "no lock": lambda at: (at / "reports" / standing.LOCK).unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_has_changed_is_looked_at(project: Path, change: str) -> None:
    CHANGES[change](project)
    assert standing.nothing_to_do() is None


@pytest.mark.parametrize("name", standing.SPOKEN)
def test_another_language_is_another_command(project: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "another")
    assert standing.nothing_to_do() is None


def test_another_program_or_library_is_looked_at(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = project / "site-packages"
    packages.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    _keep(project, standing.inputs(str(project)))
    assert standing.nothing_to_do() == SAID
    (packages / "another").mkdir()
    assert standing.nothing_to_do() is None
    monkeypatch.setattr(standing, "HERE", project / "seeds")
    assert standing.nothing_to_do() is None


def test_a_folder_in_which_somebody_builds_is_left_to_the_build_that_will_say_so(project: Path) -> None:
    with (project / "reports" / standing.LOCK).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert standing.nothing_to_do() is None


def test_what_changed_while_it_was_built_is_not_taken_as_built(project: Path) -> None:
    before = standing.inputs(str(project))
    _rewrite(project / "content/a.yaml")
    _keep(project, before)
    assert standing.nothing_to_do() is None


def test_a_note_that_is_none_is_as_good_as_none(project: Path) -> None:
    (note,) = (project / "cache/bulletin/standing").iterdir()
    for text in ("", "[]", "{}", '{"out": 1}', "[" * 10_000):
        note.write_text(text, encoding="utf-8")
        assert standing.nothing_to_do() is None


def test_its_names_are_those_of_the_modules_that_it_does_without(project: Path) -> None:
    assert (standing.LOCK, standing.STAGE, standing.LARGEST) == (lock.NAME, transaction.STAGE, LARGEST)
    assert [*standing.READ, *standing.SEEN] == [
        folder.name for at in (Project.at(project),) for folder in (at.content, at.seeds, at.templates, at.photos)
    ]
    assert (cache_folder() / "standing").is_dir()


def test_what_is_no_file_is_not_opened(project: Path) -> None:
    os.mkfifo(project / "content/pipe.yaml")
    (project / "content/round").symlink_to(project / "content/round")
    _keep(project, standing.inputs(str(project)))
    assert standing.nothing_to_do() == SAID


def test_a_build_with_nothing_to_do_imports_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = small_project(tmp_path / "project")
    command = [sys.executable, "-X", "importtime", str(ROOT / "generate.py"), "build", "--to", "csv"]
    command += ["--project", str(project)]
    runs = [subprocess.run(command, capture_output=True, text=True) for _ in range(2)]
    assert [run.returncode for run in runs] == [0, 0]
    assert "0 files written" in runs[1].stdout and "up to date" in runs[1].stdout
    imported = [set(re.findall(r"\| +([\w.]+)$", run.stderr, re.MULTILINE)) for run in runs]
    assert {"pydantic", "yaml", "typer"} <= imported[0]
    assert not imported[1] & {"pydantic", "yaml", "typer", "rich", "matplotlib", "weasyprint", "bulletin.cli"}
