"""The six drafts, saved again by LibreOffice and by nobody else, come home without a single operation."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin.build import Builder
from bulletin.project import Project
from bulletin.workshop import Workshop
from tests.conftest import ROOT, tool

NAMES = Workshop(Project.at(ROOT)).names


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every draft as LibreOffice writes it."""
    folder = tmp_path_factory.mktemp("drafts")
    builder = Builder(Workshop(Project.at(ROOT)))
    for name in NAMES:
        for file, data in builder.make(name, ("docx",)).files.items():
            (folder / file).write_bytes(data)
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    command = [tool("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "again")]
    command += [str(folder / f"{name}.docx") for name in NAMES]
    subprocess.run(command, check=True, capture_output=True, timeout=240, env=environment)
    return folder / "again"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_was_changed(name: str, saved_again: Path) -> None:
    draft = saved_again / f"{name}.docx"
    command = [sys.executable, str(ROOT / "generate.py"), "import", str(draft)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().endswith(f"{name}.docx: nothing was changed"), done.stdout
