"""The six drafts, saved again by LibreOffice and by nobody else, come home without a single operation."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, tool
from tests.forked import generate
from tests.real import builder, made

NAMES = builder().workshop.names


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every draft as LibreOffice writes it."""
    folder = tmp_path_factory.mktemp("drafts")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(made(name).files[f"{name}.docx"])
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    command = [tool("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "again")]
    command += [str(folder / f"{name}.docx") for name in NAMES]
    subprocess.run(command, check=True, capture_output=True, timeout=240, env=environment)
    return folder / "again"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_was_changed(name: str, saved_again: Path) -> None:
    draft = saved_again / f"{name}.docx"
    done = generate(ROOT, "import", str(draft))
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().endswith(f"{name}.docx: nothing was changed"), done.stdout
