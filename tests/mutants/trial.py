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
    sound: dict[tuple[bool, str], bool] = field(default_factory=dict)  # does a test pass alone without any, warm or not
    keen: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by file: those that noticed something

    def __post_init__(self) -> None:
        self._cold, self._warm = self._started("serve"), self._started("warm", *self.files)
        _asked(self._warm, _order([], GRACE))  # a file that changes before it is imported would stay so for good

    def _started(self, module: str, *files: str) -> subprocess.Popen[str]:
        command = [str(PYTHON), "-m", f"tests.mutants.{module}", *files]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, stdin=pipe, stdout=pipe, text=True)

    def __exit__(self, *_: object) -> None:
        for server in (self._cold, self._warm):
            server.communicate()

    def noticed(self, mutant: Mutant, code: str, tests: list[Test], ways: tuple[bool, ...]) -> str:
        """The test that fails when the file says this instead; "" where none does.

        `ways`: in the warm process or not, in turn. Tests that have noticed a mutant of this file come first.
        """
        keen = self.keen[mutant.file]
        seconds = {test.name: test.seconds for test in sorted(tests, key=lambda test: test.name not in keen)}
        found = next((by for warm in ways if (by := self._noticed(mutant, code, seconds, warm))), "")
        keen |= {found} if found in seconds else set()
        return found

    def _noticed(self, mutant: Mutant, code: str, seconds: dict[str, float], warm: bool) -> str:
        passing = set[str]()
        while names := [name for name in seconds if name not in passing and self.sound.get((warm, name), True)]:
            limit = GRACE + TIMES * sum(seconds[name] for name in names)
            with changed(self.folder / mutant.file, code):
                done = self._run(names, limit, mutant.file if warm else "")
                by = str(done["failed"] or "")
                alone = by in ("", "cold", names[0]) or self._run([by], limit, mutant.file if warm else "")["code"] != 0
            if by == "cold":  # asked again when the file is itself: whoever fails then is not sound
                return self._noticed(mutant, code, seconds, False)
            if done["code"] == 0:
                return ""
            if not by:  # they could not be collected, or did not end
                return "no end" if done["code"] == -1 else "no start"
            if alone and self._passes(by, limit, warm):
                return by
            passing |= set() if alone else {by}  # what fails behind others only has noticed them, not the mutant
        return ""

    def _passes(self, name: str, limit: float, warm: bool) -> bool:
        """Does a test pass alone, without any mutant, in the process that was asked?"""
        if (warm, name) not in self.sound:
            done = _asked(self._warm if warm else self._cold, _order([name], limit))
            self.sound[warm, name] = not done["code"]
        return self.sound[warm, name]

    def _run(self, tests: list[str], seconds: float, file: str) -> dict[str, object]:
        """`file`: the one of which nothing but functions has changed, for the warm process."""
        return _asked(self._warm if file else self._cold, _order(tests, seconds, file))


def _order(tests: list[str], seconds: float, file: str = "") -> dict[str, object]:
    return {"tests": tests, "seconds": seconds, "file": file, "old": text(file) if file else ""}


def _asked(server: subprocess.Popen[str], order: dict[str, object]) -> dict[str, object]:
    assert server.stdin and server.stdout
    server.stdin.write(json.dumps(order) + "\n")
    server.stdin.flush()
    done: dict[str, object] = json.loads(server.stdout.readline())
    return done
