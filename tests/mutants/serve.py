"""Runs tests on demand: `.venv/bin/python -m tests.mutants.serve`, in a copy of the checkout.

One line of JSON comes in, one goes out. The libraries are imported once; nothing of bulletin is. Every run is a process
of its own, forked here, which imports bulletin as it is then.
"""

from __future__ import annotations

import importlib
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

LIBRARIES = (
    *("babel.dates", "babel.numbers", "docx", "jinja2", "lxml.etree", "lxml.html", "matplotlib.font_manager"),
    *("matplotlib.path", "matplotlib.textpath", "matplotlib.backends.backend_agg", "num2words", "numpy", "pikepdf"),
    *("PIL.Image", "pydantic", "pypdfium2", "rich.console", "typer", "weasyprint", "yaml", "fontTools.ttLib"),
    *("fontTools.subset", "tinycss2", "pdfminer.high_level", "unittest.mock", "xml.dom.minidom", "asyncio"),
)


# What tests start writes no compiled code either: another mutant may be as long and as old. In a folder of our own,
# for in the common one it would clear away what others left.
OPTIONS = ["-q", "-x", "-p", "no:cacheprovider", "--hypothesis-seed=0", f"--basetemp={Path.cwd().parent / 'temp'}"]


class First:
    """Tells the first test that fails through a pipe."""

    def __init__(self, pipe: int):
        self.pipe = pipe
        self.failed = False

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed and not self.failed:
            self.failed = True
            os.write(self.pipe, f"{report.nodeid}\n".encode())


def libraries() -> None:
    """Imports them."""
    for name in LIBRARIES:
        importlib.import_module(name)


def quiet() -> None:
    """Nothing is read or written from here on, and no compiled code."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


def supervised(work: Callable[[int], int], seconds: float) -> dict[str, object]:
    """A process of its own does this: its exit code, -1 where it does not end in time; and the first line it writes."""
    reading, writing = os.pipe()
    if not (pid := os.fork()):
        done = 70
        try:
            os.close(reading)
            os.setsid()
            quiet()
            done = work(writing)
        finally:
            os._exit(done)
    os.close(writing)
    code = _ended(pid, seconds)
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)  # those that it has left behind, too
    if code is None:
        os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as pipe:
        failed = pipe.read().decode().splitlines() if select.select([pipe], [], [], 5)[0] else []
    return {"code": -1 if code is None else code, "failed": failed[0] if failed else None}


def _ended(pid: int, seconds: float) -> int | None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    return None


def main() -> int:
    """Answers until nothing comes in."""
    libraries()
    for line in sys.stdin:
        order = json.loads(line)

        def work(pipe: int, tests: list[str] = order["tests"]) -> int:
            return int(pytest.main([*OPTIONS, *tests], plugins=[First(pipe)]))

        print(json.dumps(supervised(work, order["seconds"])), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
