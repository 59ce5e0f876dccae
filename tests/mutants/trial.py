"""Is a mutant noticed?"""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from tests.mutants.checkout import PYTHON, changed
from tests.mutants.mutant import Mutant, text
from tests.mutants.reach import Test

GRACE, TIMES = 20.0, 6.0  # seconds to start, and how much longer than measured tests may take


@dataclass
class Trial(AbstractContextManager["Trial"]):
    """A copy of the checkout and the processes that run tests in it: `warm.py` has imported all, `serve.py` nothing."""

    folder: Path
    files: list[str]  # those of the tests
    unfit: set[str] = field(default_factory=set)  # tests that fail alone without any mutant
    fit: set[str] = field(default_factory=set)
    keen: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by file: those that noticed something

    def __post_init__(self) -> None:
        self._cold, self._warm = self._started("serve"), self._started("warm", *self.files)

    def _started(self, module: str, *files: str) -> subprocess.Popen[str]:
        command = [str(PYTHON), "-m", f"tests.mutants.{module}", *files]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, stdin=pipe, stdout=pipe, text=True)

    def __exit__(self, *_: object) -> None:
        for server in (self._cold, self._warm):
            server.communicate()

    def noticed(self, mutant: Mutant, code: str, tests: list[Test], imports: bool) -> str:
        """The test that fails when the file says this instead; "" where none does.

        `imports`: importing runs the line. Tests that have noticed a mutant of this file come first.
        """
        known = self.keen[mutant.file]
        seconds = {test.name: test.seconds for test in sorted(tests, key=lambda test: test.name not in known)}
        warm, passing = None if imports else mutant.file, set[str]()
        while names := [name for name in seconds if name not in self.unfit | passing]:
            limit = GRACE + TIMES * sum(seconds[name] for name in names)
            with changed(self.folder / mutant.file, code):
                done = self._run(names, limit, warm)
                if done["code"] == 0:
                    return ""
                by = str(done["failed"] or "")
                if not by:  # they could not be collected, or did not end
                    return "no end" if done["code"] == -1 else "no start"
                alone = self._run([by], limit, warm)["code"] != 0
            if alone and self._passes(by, limit, warm):
                known.add(by)
                return by
            passing |= set() if alone else {by}  # what fails behind others only has noticed them, not the mutant
        return ""

    def _passes(self, name: str, limit: float, warm: str | None) -> bool:
        """Does a test pass alone, without any mutant, where it was asked?"""
        if name not in self.fit | self.unfit:
            orders = [self._run([name], limit), *([_asked(self._warm, _order([name], limit))] if warm else [])]
            (self.unfit if any(done["code"] for done in orders) else self.fit).add(name)
        return name in self.fit

    def _run(self, tests: list[str], seconds: float, warm: str | None = None) -> dict[str, object]:
        """`warm`: the file of which nothing but functions has changed."""
        if warm and (done := _asked(self._warm, _order(tests, seconds, warm)))["failed"] != "cold":
            return done
        return _asked(self._cold, _order(tests, seconds))


def _order(tests: list[str], seconds: float, file: str = "") -> dict[str, object]:
    return {"tests": tests, "seconds": seconds, "file": file, "old": text(file) if file else ""}


def _asked(server: subprocess.Popen[str], order: dict[str, object]) -> dict[str, object]:
    assert server.stdin and server.stdout
    server.stdin.write(json.dumps(order) + "\n")
    server.stdin.flush()
    done: dict[str, object] = json.loads(server.stdout.readline())
    return done
