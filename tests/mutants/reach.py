"""Which tests can notice a change of a line: those that execute it.

Measured once (`measure.py`) and kept in .mutants_cache, test file by test file, while neither the code nor the file
changes. What tests read of tests/cases is data: it may change, which only makes the choice of tests a little worse.
"""

from __future__ import annotations

import ast
import hashlib
import json
import subprocess
import sysconfig
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.mutants.checkout import PYTHON, ROOT, copied
from tests.mutants.mutant import Mutant, files, text

CACHE = ROOT / ".mutants_cache"
RESTS_ON = ("bulletin", "content", "seeds", "templates", "tests", "generate.py")
MOST = 400  # tests a mutant; time is what is scarce, and a test of a few milliseconds may be the one that notices
MOST_LOOKING = 200  # of those that call nothing and only look at what was imported: they take no time
LONGEST = 40.0  # seconds of the processor that they take together
START = 0.05  # seconds that any test takes to begin


@dataclass(frozen=True)
class Test:
    """A test that passes; `work`: seconds of the processor, however busy the machine was."""

    name: str
    seconds: float
    work: float
    lines: dict[str, set[int]]


@dataclass
class Reach:
    """What the tests of a group execute, and what importing them does."""

    tests: list[Test] = field(default_factory=list)
    imported: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def chosen(self, mutant: Mutant) -> list[Test]:
        """The tests to ask, the quickest first; none where no test executes the line."""
        lines, in_function = statement(mutant.file, mutant.line)
        found = [test for test in self.tests if lines & test.lines.get(mutant.file, set())] if in_function else []
        looking: list[Test] = []
        if not in_function or lines & self.imported.get(mutant.file, set()):
            found += self._users(mutant.file)
            looking = [
                test for test in self.tests if not any(functions(file) & test.lines[file] for file in test.lines)
            ]
        chosen = bounded(list({test.name: test for test in found}.values()), mutant.file)
        return sorted(looking, key=lambda test: test.work)[:MOST_LOOKING] + chosen

    def _users(self, file: str) -> list[Test]:
        """The tests that execute functions of a file; where there are none, of the files that import it."""
        for names in ({file}, importers(file)):
            ours = {name: functions(name) for name in names}
            if found := [test for test in self.tests if any(ours[name] & test.lines.get(name, set()) for name in ours)]:
                return found
        return [test for test in self.tests if any(name in test.lines for name in importers(file))]


def bounded(tests: list[Test], file: str) -> list[Test]:
    """In turn what executes most of the file in least time, and the quickest; the quickest come first."""

    def lines(test: Test) -> int:
        return len(test.lines.get(file, ()))

    orders: list[Callable[[Test], float]] = [
        lambda test: -lines(test) / (test.work + START),
        lambda test: test.work,
    ]
    rows = [_mixed(sorted(tests, key=order)) for order in orders]
    kept: dict[str, Test] = {}
    spent = 0.0
    for test in (one for row in zip(*rows, strict=True) for one in row):
        if test.name not in kept and len(kept) < MOST and (not kept or spent + test.work <= LONGEST):
            kept[test.name] = test
            spent += test.work
    return sorted(kept.values(), key=lambda test: test.work)


def _mixed(tests: list[Test]) -> list[Test]:
    """The first of every test function, then the second of every one that has several cases."""
    turn: dict[str, int] = defaultdict(int)
    rows = []
    for at, test in enumerate(tests):
        function = test.name.partition("[")[0]
        rows.append((turn[function], at, test))
        turn[function] += 1
    return [test for _, _, test in sorted(rows, key=lambda row: row[:2])]


@cache
def _statements(file: str) -> list[tuple[set[int], bool]]:
    """The lines of every statement and handler, of a compound one those of its head; does a function hold it?"""
    found = []

    def visit(node: ast.AST, inside: bool) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt | ast.ExceptHandler):
                first = min([child.lineno, *(one.lineno for one in getattr(child, "decorator_list", ()))])
                last = child.body[0].lineno - 1 if getattr(child, "body", None) else child.end_lineno or first
                found.append((set(range(first, max(first, last) + 1)), inside))
            visit(child, inside or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef))

    visit(ast.parse(text(file)), False)
    return found


def statement(file: str, line: int) -> tuple[set[int], bool]:
    """The lines of the statement there, and whether a function holds it."""
    holding = [one for one in _statements(file) if line in one[0]]
    return min(reversed(holding), key=lambda one: len(one[0])) if holding else ({line}, False)


@cache
def functions(file: str) -> set[int]:
    """The lines that run when a function of the file is called."""
    return {line for lines, inside in _statements(file) if inside for line in lines}


@cache
def importers(file: str) -> set[str]:
    """The files of bulletin that import this one."""
    module = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return {other for other in files(["bulletin"]) if module in _imports(other)}


@cache
def _imports(file: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(text(file))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def reach(tests: list[str]) -> Reach:
    """What these tests execute; those not yet known are run."""
    wanted = [file for file in files(tests) if Path(file).name.startswith("test_")]
    folder = CACHE / _digest(path for path in _sources() if not path.name.startswith("test_"))
    places = {file: folder / f"{_digest([ROOT / file])}.json" for file in wanted}
    if new := [file for file in wanted if not places[file].exists()]:
        _measure(new, places, folder / "import.json")
    found = Reach()
    for file in wanted:
        for name, test in json.loads(places[file].read_bytes()).items():
            lines = {path: set(numbers) for path, numbers in test["lines"].items()}
            found.tests.append(Test(name, test["seconds"], test["work"], lines))
    for path, numbers in json.loads((folder / "import.json").read_bytes()).items():
        found.imported[path] = set(numbers)
    return found


def _sources() -> list[Path]:
    places = [ROOT / name for name in RESTS_ON]
    found = [path for place in places for path in ([place] if place.is_file() else place.rglob("*"))]
    ours, data = Path(__file__).parent, ROOT / "tests" / "cases"
    left = {ours, data}
    return sorted(
        path for path in found if path.is_file() and "__pycache__" not in path.parts and not left & set(path.parents)
    )


def _digest(paths: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def _measure(tests: list[str], places: dict[str, Path], once: Path) -> None:
    """Runs these tests and writes what each file's execute into its place."""
    print(f"measuring {len(tests)} test files", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        here, out = copied(Path(scratch) / "checkout"), Path(scratch) / "out"
        out.mkdir()
        command = [str(PYTHON), "tests/mutants/measure.py", str(out), sysconfig.get_path("platlib"), *tests]
        done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"the tests do not run:\n{done.stdout}{done.stderr}")
        print("\n".join(line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))))
        measured = json.loads((out / "tests.json").read_bytes())
        imported = json.loads((out / "import.json").read_bytes())
    once.parent.mkdir(parents=True, exist_ok=True)
    (CACHE / ".gitignore").write_text("*\n", encoding="utf-8")
    for test in tests:
        ours = {name: entry for name, entry in measured.items() if name.partition("::")[0] == test}
        places[test].write_text(json.dumps(ours), encoding="utf-8")
    if once.exists():
        for path, numbers in json.loads(once.read_bytes()).items():
            imported[path] = sorted({*numbers, *imported.get(path, ())})
    once.write_text(json.dumps(imported), encoding="utf-8")
