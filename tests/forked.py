"""`generate.py` in a process of its own, forked from one that has imported all of it and has set a page before.

To start Python and to import what sets pages takes longer than to build a small publication. Each process that runs
tests has one such server; it imports nothing of the tests but `conftest`, and sees nothing
of what a test patches.
"""

from __future__ import annotations

import atexit
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parent.parent


def generate(
    project: Path, *arguments: str, code: str = "", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs the command on a project, in its folder; `code` is run first, where all can be imported."""
    words = [*arguments, "--project", str(project)]
    with tempfile.TemporaryDirectory() as folder:
        files = {name: str(Path(folder, name)) for name in ("out", "err")}
        order = {"words": words, "code": code, "cwd": str(project), "environment": dict(environment or os.environ)}
        done = _server().asked(order | files)
        out, err = (Path(file).read_bytes().decode("utf-8", "replace") for file in files.values())
    return subprocess.CompletedProcess(["generate.py", *words], done, out, err)


class Server:
    """Answers orders, one line of JSON each, until nothing more comes in."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.forked"]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.owner = os.getpid()
        atexit.register(self.close)

    def asked(self, order: dict[str, object]) -> int:
        """The exit code; below zero the signal that ended it."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        if os.getpid() == self.owner:
            self.process.communicate()


@cache
def _started(owner: int) -> Server:
    return Server()


def _server() -> Server:
    return _started(os.getpid())  # a process that was forked from this one has its own


# ---------------------------------------------------------------------------------------------- in the server


def main() -> int:
    """Warms up, then does what it is told."""
    before = dict(os.environ)
    orders, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    command = _command()
    _warm()
    ours = {name: value for name, value in os.environ.items() if before.get(name) != value}
    for line in orders:
        print(_done(json.loads(line), command, ours), file=answers, flush=True)
    return 0


def _command() -> Any:
    """The module that `generate.py` is."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _warm() -> None:
    """One publication is checked and made: everything is imported, and every font open."""
    from bulletin import cli, gate, session
    from bulletin.build import Builder
    from bulletin.remembered import Remembered
    from tests.conftest import small_project, workshop

    assert cli and session
    with tempfile.TemporaryDirectory() as folder:
        project = small_project(Path(folder, "project"))
        gate.check(workshop(project), Remembered(Path(folder, "sound")))
        Builder(workshop(project)).make("willow")


def _done(order: Mapping[str, Any], command: Any, ours: Mapping[str, str]) -> int:
    pid = os.fork()
    if not pid:
        _become(order, command, ours)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _become(order: Mapping[str, Any], command: Any, ours: Mapping[str, str]) -> None:
    """In the child: in a session of its own, with these streams, as if it had been started so."""
    code = 70
    try:
        os.setsid()
        os.chdir(order["cwd"])
        os.environ.clear()
        os.environ.update({**order["environment"], **ours})
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(order[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        sys.stdin, sys.stdout, sys.stderr = _stream(0, "r"), _stream(1, "w"), _stream(2, "w")
        sys.argv = [str(ROOT / "generate.py"), *order["words"]]
        exec(order["code"], {"__name__": "spoilt"})
        code = command.main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _stream(number: int, mode: str) -> IO[str]:
    return open(number, mode, encoding="utf-8", closefd=False)


if __name__ == "__main__":
    sys.exit(main())
