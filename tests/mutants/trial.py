"""Is a mutant noticed?"""

from __future__ import annotations

import json
import subprocess
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from tests.mutants.checkout import PYTHON, changed
from tests.mutants.mutant import Mutant
from tests.mutants.reach import Test

GRACE, TIMES = 20.0, 6.0  # seconds to start, and how much longer than measured tests may take


@dataclass
class Trial(AbstractContextManager["Trial"]):
    """A copy of the checkout and the process that runs tests in it (`serve.py`)."""

    folder: Path
    unfit: set[str] = field(default_factory=set)  # tests that fail alone without any mutant
    fit: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        command = [str(PYTHON), "tests/mutants/serve.py"]
        pipe = subprocess.PIPE
        self._server = subprocess.Popen(command, cwd=self.folder, stdin=pipe, stdout=pipe, text=True)

    def __exit__(self, *_: object) -> None:
        self._server.communicate()

    def noticed(self, mutant: Mutant, code: str, tests: list[Test]) -> str:
        """The test that fails when the file says this instead; "" where none does."""
        seconds = {test.name: test.seconds for test in tests}
        while names := [name for name in seconds if name not in self.unfit]:
            limit = GRACE + TIMES * sum(seconds[name] for name in names)
            with changed(self.folder / mutant.file, code):
                done = self._run(names, limit)
            if done["code"] == 0:
                return ""
            by = str(done["failed"] or "")
            if not by:  # they could not be collected, or did not end
                return "no end" if done["code"] == -1 else "no start"
            if self._passes(by, limit):
                return by
        return ""

    def _passes(self, name: str, limit: float) -> bool:
        """Does a test pass alone, without any mutant?"""
        if name not in self.fit | self.unfit:
            (self.unfit if self._run([name], limit)["code"] else self.fit).add(name)
        return name in self.fit

    def _run(self, tests: list[str], seconds: float) -> dict[str, object]:
        assert self._server.stdin and self._server.stdout
        self._server.stdin.write(json.dumps({"tests": tests, "seconds": seconds}) + "\n")
        self._server.stdin.flush()
        done: dict[str, object] = json.loads(self._server.stdout.readline())
        return done
