"""LibreOffice, driven from outside: it opens a draft, does what it is told, and saves it as Word would have it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.conftest import missing

PYTHON = "/usr/bin/python3"  # the one that has LibreOffice's bridge


def by_office(draft: bytes, tasks: Sequence[Sequence[Any]], folder: Path) -> dict[str, bytes]:
    """The draft as each task leaves it: a name, and steps of `office_edits`. It may hold no comments.

    Debian's LibreOffice without windows dies where it would draw comments into the margin.
    """
    office = shutil.which("soffice")
    bridge = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True) if Path(PYTHON).exists() else None
    if office is None or bridge is None or bridge.returncode:
        missing("soffice, or its bridge to Python (python3-uno),")
    (folder / "clean.docx").write_bytes(draft)
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
    return {name: (folder / f"{name}.docx").read_bytes() for name, *_ in tasks}
