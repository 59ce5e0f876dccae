"""A draft, the same draft edited in every way by two editors, and what is found in it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import uuid
from pathlib import Path

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.opened import open_draft
from bulletin.desk.returns.operations import Changes, Figure, Move, Set
from bulletin.word import read
from tests.conftest import missing
from tests.desk.returns.edits import EDITS
from tests.desk.returns.meadow import draft_of, meadow

PYTHON = "/usr/bin/python3"  # the one that has LibreOffice's bridge


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return meadow(tmp_path_factory.mktemp("meadow") / "project")


@pytest.fixture(scope="session")
def draft(project: Path) -> bytes:
    return (project / "reports" / "willow.docx").read_bytes()


@pytest.fixture(scope="session")
def from_office(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every edit of `edits`, made by LibreOffice; and one with tracked changes.

    The draft is the clean copy: Debian's LibreOffice without windows dies where it would draw comments into the margin.
    """
    office = shutil.which("soffice")
    bridge = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True) if Path(PYTHON).exists() else None
    if office is None or bridge is None or bridge.returncode:
        missing("soffice, or its bridge to Python (python3-uno),")
    folder = tmp_path_factory.mktemp("office")
    (folder / "clean.docx").write_bytes(draft_of(project, comments=False))
    tasks = [[edit.name, edit.steps] for edit in EDITS]
    tasks.append(["tracked", [["record"], ["replace", "居民傍晚常来散步", "傍晚", "清晨"]]])
    pipe = f"bulletin{uuid.uuid4().hex[:8]}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp"]
    with subprocess.Popen(command, stdout=-3, stderr=-3, start_new_session=True) as process:
        script = Path(__file__).with_name("office_edits.py")
        command = [PYTHON, str(script), pipe, str(folder / "clean.docx"), str(folder)]
        done = subprocess.run(command, input=json.dumps(tasks).encode(), capture_output=True, timeout=400)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # soffice is a script; the office itself is its child
    assert done.returncode == 0, done.stderr.decode()
    return {name: (folder / f"{name}.docx").read_bytes() for name, _ in tasks}


def found_in(package: bytes, baseline: bytes) -> Changes:
    """What a draft tells; the baseline is read from another copy, as a lost one would be."""
    kept = read(baseline)
    assert kept is not None
    return compare(kept, open_draft(package))


def summary(changes: Changes) -> tuple[str, ...]:
    """Kind and place of every operation."""
    rows = []
    for one in changes.operations:
        more = ""
        if isinstance(one, Set):
            more = f" {one.lang}"
        if isinstance(one, Figure):
            more = f" {one.lang} {one.fact} {one.printed} {one.typed}"
        if isinstance(one, Move):
            more = f" {one.container} {one.after}"
        rows.append(f"{type(one).__name__} {one.path}{more}")
    return tuple(rows)
