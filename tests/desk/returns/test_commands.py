"""The commands for drafts, as they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.cli import main

DRAFT = "reports/willow.docx"


@pytest.mark.parametrize("option", ["-o", "--output", "--project"])
@pytest.mark.parametrize(("command", "what"), [("import", DRAFT), ("update", DRAFT), ("export-review", "willow")])
def test_a_folder_without_a_name_is_refused(
    command: str,
    what: str,
    option: str,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(project)
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    given = [] if option == "--project" else ["--project", str(project)]
    assert main([command, what, *given, option, ""]) == 2
    assert "the name of a folder is empty" in capsys.readouterr().err
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before
