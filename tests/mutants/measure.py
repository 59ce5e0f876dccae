"""One run of tests that notes which lines each of them executes: `.venv/bin/python measure.py OUT SITE MARKS TEST…`.

A line belongs to a test that executes it, or that uses a fixture whose making does; what is remembered between tests
(`functools.cache`) is forgotten, so that the second test that needs it is known as well as the first. Coverage.py
(https://coverage.readthedocs.io) lies in SITE, beside cosmic-ray. Run in a copy of the checkout.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

CACHED = type(cache(len))
LET_GO = ("-W", "ignore::ResourceWarning")  # faces that caches hold are open files; `forget` closes none of them
TEST = "MUTANTS_TEST"  # tells a program that a test starts whose lines it executes
SETTINGS = """[run]
parallel = true
data_file = {out}/coverage
include = {here}/bulletin/*
patch = _exit
context = ${{{test}}}
disable_warnings = no-data-collected, module-not-imported, module-not-measured
"""
STARTED = "import sys\nsys.path.append({site!r})\nimport coverage\ncoverage.process_startup()\n"


class Notes:
    """What pytest tells: who is at work, how long it takes, which fixtures a test uses and whether it passes."""

    def __init__(self, coverage: Any):
        self.coverage = coverage
        self.stack = [""]
        self.seconds: dict[str, float] = defaultdict(float)
        self.work: dict[str, float] = defaultdict(float)
        self.uses: dict[str, list[str]] = {}
        self.failed: set[str] = set()
        self.passed: set[str] = set()
        self.since = _clocks()

    @contextmanager
    def at_work(self, name: str) -> Iterator[None]:
        """Lines and seconds are this one's meanwhile."""
        self._turn()
        self.stack.append(name)
        self._name()
        try:
            yield
        finally:
            self._turn()
            self.stack.pop()
            self._name()

    def _turn(self) -> None:
        now = _clocks()
        self.seconds[self.stack[-1]] += now[0] - self.since[0]
        self.work[self.stack[-1]] += now[1] - self.since[1]
        self.since = now

    def _name(self) -> None:
        self.coverage.switch_context(self.stack[-1])
        os.environ[TEST] = self.stack[-1]
        self.since = _clocks()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: Any) -> Generator[None, object, object]:
        forget()
        found = item._fixtureinfo.name2fixturedefs
        self.uses[item.nodeid] = [_name(one) for name in item.fixturenames for one in found.get(name, ())]
        with self.at_work(item.nodeid):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        with self.at_work(_name(fixturedef)):
            return (yield)

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.when == "call" and report.passed:
            self.passed.add(report.nodeid)
        if report.failed:
            self.failed.add(report.nodeid)

    def tests(self, lines: dict[str, dict[str, set[int]]]) -> dict[str, Any]:
        """Of each test that passes: seconds, those of the processor, and lines, with those of the fixtures it uses."""
        found = {}
        for test in self.passed - self.failed:
            every = [test, *self.uses[test]]
            files = sorted({file for name in every for file in lines.get(name, ())})
            executed = {file: set().union(*(lines.get(name, {}).get(file, ()) for name in every)) for file in files}
            seconds, work = (sum(each.get(name, 0) for name in every) for each in (self.seconds, self.work))
            found[test] = {
                "seconds": round(seconds, 3),
                "work": round(work, 3),
                "lines": {f: sorted(n) for f, n in executed.items()},
            }
        return found


def _clocks() -> tuple[float, float]:
    """The time, and the processor's that this process and its children have taken."""
    return time.monotonic(), sum(os.times()[:4])


def _name(fixturedef: Any) -> str:
    return f"fixture {fixturedef.baseid} {fixturedef.argname}"


def forget() -> None:
    """Empties every cache of a function or a method in bulletin."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "bulletin":
            for value in list(vars(module).values()):
                inner = vars(value).values() if isinstance(value, type) else ()
                for one in (value, *inner):
                    if isinstance(one, CACHED):
                        one.cache_clear()


def executed(coverage: Any, here: Path) -> dict[str, dict[str, set[int]]]:
    """By test or fixture ("" is the import) and file: the lines."""
    data = coverage.get_data()
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for file in data.measured_files():
        name = Path(file).relative_to(here).as_posix()
        for line, contexts in data.contexts_by_lineno(file).items():
            for context in contexts:
                found[context][name].add(line)
    return found


def main(out: Path, site: str, marks: str, tests: list[str]) -> int:
    """Writes `tests.json` and `import.json` into the folder; what pytest says goes to its log."""
    here = Path.cwd().resolve()
    (out / "sitecustomize.py").write_text(STARTED.format(site=site), encoding="utf-8")
    (out / "settings").write_text(SETTINGS.format(out=out, here=here, test=TEST), encoding="utf-8")
    sys.path[0] = str(here)
    sys.path.append(site)
    import coverage

    measured = coverage.Coverage(config_file=str(out / "settings"))
    os.environ["COVERAGE_PROCESS_START"] = str(out / "settings")
    os.environ["PYTHONPATH"] = str(out)
    notes = Notes(measured)
    measured.start()
    options = ["-q", "-p", "no:cacheprovider", "-m", marks, "--hypothesis-seed=0", f"--basetemp={out / 'temp'}"]
    code = pytest.main([*options, *LET_GO, *tests], plugins=[notes])
    measured.stop()
    measured.save()
    measured.combine([str(out)])
    lines = executed(measured, here)
    (out / "tests.json").write_text(json.dumps(notes.tests(lines)), encoding="utf-8")
    once = {file: sorted(numbers) for file, numbers in lines.get("", {}).items()}
    (out / "import.json").write_text(json.dumps(once), encoding="utf-8")
    return 0 if code in (0, 1) else int(code)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:4], sys.argv[4:]))
