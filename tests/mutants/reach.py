"""Which tests can notice a change of a line: those that execute it.

Measured once (`measure.py`), some files at a time, and kept in .mutants_cache, test file by test file, until the test
file changes: a run that is broken off goes on where it stood. Where code has changed since, a line stands where its
text stands now, and what is new belongs to the line above; a test file of which many lines are gone is measured anew.
What tests read is data: it may change, which only makes the choice of tests a little worse.
"""

from __future__ import annotations

import ast
import difflib
import json
import re
import subprocess
import sysconfig
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.mutants.checkout import CACHE, PYTHON, ROOT, copied, digest, write
from tests.mutants.mutant import Mutant, files, text

GONE = 0.1  # a test file is measured anew where this share of the lines that it executed is no more
MOST = 400  # tests a mutant; time is what is scarce, and a test of a few milliseconds may be the one that notices
MOST_LOOKING = 200  # of those that call nothing and only look at what was imported: they take no time
LONGEST = 20.0  # seconds of the processor that they take together; measured, which makes them twice as slow
START = 0.05  # seconds that any test takes to begin
AT_ONCE = 8  # test files that are measured, and kept, together
WAITS = 8.0  # how much longer than its own work a test may take on a busy machine


@dataclass(frozen=True)
class Test:
    """A test that passes; `work`: seconds of the processor, however busy the machine was."""

    name: str
    seconds: float
    work: float
    lines: dict[str, set[int]]

    @property
    def cost(self) -> float:
        """What others do for it (a server that builds) is not in `work`; of what it waits a part is the machine's."""
        return max(self.work, self.seconds / WAITS)


@dataclass
class Reach:
    """What the tests of a group execute, and what importing them does."""

    files: list[str] = field(default_factory=list)
    tests: list[Test] = field(default_factory=list)
    imported: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def chosen(self, mutant: Mutant) -> list[Test]:
        """The tests to ask, the quickest first; none where no test executes the line."""
        lines, in_function = statement(mutant.file, mutant.line)
        found = [test for test in self.tests if lines & test.lines.get(mutant.file, set())] if in_function else []
        looking: list[Test] = []
        if self.imports(mutant):
            found += (users := self._users(mutant.file, mutant.line))
            looking = [test for test in self.tests if not users or near(test.name, mutant.file)]
            looking = [test for test in looking if not any(functions(file) & test.lines[file] for file in test.lines)]
        chosen = bounded(list({test.name: test for test in found}.values()), mutant.file)
        return sorted(looking, key=lambda test: test.cost)[:MOST_LOOKING] + chosen

    def imports(self, mutant: Mutant) -> bool:
        """Does importing execute the line?"""
        lines, in_function = statement(mutant.file, mutant.line)
        return not in_function or bool(lines & self.imported.get(mutant.file, set()))

    def ways(self, mutant: Mutant) -> tuple[bool, ...]:
        """Where to ask: where all is imported (True), and where nothing is, if importing executes the line."""
        _, in_function = statement(mutant.file, mutant.line)
        return (True,) * in_function + (False,) * self.imports(mutant)

    def _users(self, file: str, line: int) -> list[Test]:
        """The tests that execute lines which name what stands there; else functions of the file or its importers."""
        using = naming(file, line)
        if found := [test for test in self.tests if any(using[name] & test.lines.get(name, set()) for name in using)]:
            return found
        for names in ({file}, importers(file)):
            ours = {name: functions(name) for name in names}
            if found := [test for test in self.tests if any(ours[name] & test.lines.get(name, set()) for name in ours)]:
                return found
        return [test for test in self.tests if any(name in test.lines for name in importers(file))]


def bounded(tests: list[Test], file: str) -> list[Test]:
    """In turn the near ones, what executes most of the file in least time, and the quickest; the near come first.

    Each row begins with a test of every function; that of the near ones has all of them before any other.
    """

    def lines(test: Test) -> int:
        return len(test.lines.get(file, ()))

    orders: list[Callable[[Test], tuple[float, ...]]] = [
        lambda test: (-lines(test) / (test.cost + START),),
        lambda test: (test.cost,),
    ]
    rows = [_mixed(sorted(tests, key=order)) for order in orders]
    by_cost = sorted(tests, key=lambda test: test.cost)
    rows.append([test for ours in (True, False) for test in _mixed([t for t in by_cost if near(t.name, file) is ours])])
    kept: dict[str, Test] = {}
    spent = 0.0
    for test in (one for row in zip(*rows, strict=True) for one in row):
        if test.name not in kept and len(kept) < MOST and (not kept or spent + test.cost <= LONGEST):
            kept[test.name] = test
            spent += test.cost
    return sorted(kept.values(), key=lambda test: (not near(test.name, file), test.cost))


def near(test: str, file: str) -> bool:
    """Does the test's file, or its case, bear the name of the module, or of its room?"""
    path, _, case = test.partition("::")
    names = Path(file).with_suffix("").parts
    told = re.split(r"[\]:]", case.partition("[")[2])[0].replace("-", "_")  # [quote-status: a plan is not achieved]
    return Path(path).stem.removeprefix("test_") in names or told in names


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


def naming(file: str, line: int) -> dict[str, set[int]]:
    """The lines of functions, by file, that name what a line outside of functions assigns, or what is made of it."""
    lines, inside = statement(file, line)
    found = dict[str, set[int]]()
    names = set[str]() if inside else _named(file, lines, set())
    for other in (file, *sorted(importers(file))) if names else ():
        known = _named(other, set(), names)
        word = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(known)))})\b")
        rows = text(other).splitlines()
        found[other] = {n for n in functions(other) if word.search(rows[n - 1])}
    return found


def _named(file: str, lines: set[int], names: set[str]) -> set[str]:
    """What these lines of a module assign, and what is made of that or of these names."""
    known = set(names)
    for node in ast.parse(text(file)).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            used = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
            used |= {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}
            if used & known or set(range(node.lineno, (node.end_lineno or 0) + 1)) & lines:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                known |= {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
    return known


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


def reach(tests: list[str], tables: Collection[str] = ()) -> Reach:
    """What these tests execute; those not yet known are run. `tables`: the files whose slow tests are left out."""
    wanted = [file for file in files(tests) if Path(file).name.startswith("test_")]
    new = [file for file in wanted if not _known(file)]
    for slow in (True, False):
        ours = [file for file in new if (file in tables) is not slow]
        for at in range(0, len(ours), AT_ONCE):
            _measure(ours[at : at + AT_ONCE], slow)
    found = Reach(files=wanted)
    for kept in (json.loads(_place(file).read_bytes()) for file in wanted):
        for name, test in kept["tests"].items():
            found.tests.append(Test(name, test["seconds"], test["work"], _now(test["lines"], kept["code"])))
        for path, numbers in _now(kept["imported"], kept["code"]).items():
            found.imported[path] |= numbers
    return found


def _place(test: str) -> Path:
    return CACHE / "reach" / f"{digest([ROOT / test])}.json"


def _known(test: str) -> bool:
    """Has this test file been run, on code that is much as it is now?"""
    if not _place(test).exists():
        return False
    kept = json.loads(_place(test).read_bytes())
    lines = {(path, line) for one in kept["tests"].values() for path in one["lines"] for line in one["lines"][path]}
    gone = [line for path, line in lines if not _moved(kept["code"][path], path).get(line)]
    return len(gone) <= GONE * len(lines)


def _now(lines: dict[str, list[int]], code: dict[str, str]) -> dict[str, set[int]]:
    """Where these lines stand now."""
    return {
        path: {now for line in numbers for now in _moved(code[path], path).get(line, ())}
        for path, numbers in lines.items()
    }


@cache
def _moved(was: str, path: str) -> dict[int, list[int]]:
    """Of each line that a file had in this state: which they are now."""
    if not (ROOT / path).exists():
        return {}
    old, new = (CACHE / "code" / was).read_text(encoding="utf-8").splitlines(), text(path).splitlines()
    found: dict[int, list[int]] = defaultdict(list)
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            for line in range(a, b):
                found[line + 1].append(line - a + c + 1)
        else:  # what is inserted belongs to the line above
            for line in range(a, b) if b > a else [a - 1]:
                found[line + 1] += range(c + 1, d + 1)
    return dict(found)


def _measure(tests: list[str], slow: bool) -> None:
    """Runs these tests, with those that are marked as slow or without, and keeps what each file's execute."""
    print(f"measuring {', '.join(tests)}", flush=True)
    marks = "not long" if slow else "not long and not slow"
    with tempfile.TemporaryDirectory() as scratch:
        here, out = copied(Path(scratch) / "checkout"), Path(scratch) / "out"
        out.mkdir()
        command = [str(PYTHON), "tests/mutants/measure.py", str(out), sysconfig.get_path("platlib"), marks, *tests]
        done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"the tests do not run:\n{done.stdout}{done.stderr}")
        print("\n".join(line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))))
        measured, imported = (json.loads((out / f"{name}.json").read_bytes()) for name in ("tests", "import"))
    code = {}
    for path in files(["bulletin"]):
        code[path] = digest([ROOT / path])
        state = CACHE / "code" / code[path]
        state.parent.mkdir(parents=True, exist_ok=True)
        state.write_text(text(path), encoding="utf-8")
    for test in tests:
        ours = {name: entry for name, entry in measured.items() if name.partition("::")[0] == test}
        write(_place(test), {"tests": ours, "imported": imported, "code": code})
