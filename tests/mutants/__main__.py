"""`python -m tests.mutants GROUP [COUNT]`: how many of a seeded sample of mutants the group's tests notice.

The mutants are cosmic-ray's (https://cosmic-ray.readthedocs.io), which lies in .tools/supply (`make mutants`). Tests
run in .venv. Every mutant is tried in a copy of the checkout. What changes nothing but an annotation is no mutant.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"
SEED, COUNT = 10, 200
LONGEST = 300  # seconds that the tests may take; a mutant that hangs is noticed

# Two operators need to be told the name of a variable.
OPERATORS = [name for name in operator_names() if "Variable" not in name]
GROUPS = {
    "publish": (
        [f"bulletin/{name}.py" for name in ("publish", "transaction", "workers", "lock", "run", "build", "project")],
        [f"tests/test_{name}.py" for name in ("publish", "transaction", "workers", "lock", "workshop", "build")],
    ),
    "returns": (["bulletin/desk/returns"], ["tests/desk/returns"]),
}


@dataclass(frozen=True)
class Mutant:
    """One change: the `occurrence`th place in `file` at which the operator applies."""

    file: str
    operator: str
    occurrence: int

    def code(self) -> str | None:
        """The file with the change; None where it would change nothing that runs."""
        old = (ROOT / self.file).read_text(encoding="utf-8")
        new = mutate_code(old, get_operator(self.operator)(), self.occurrence)
        try:
            return new if new is not None and _running(new) != _running(old) else None
        except SyntaxError:  # a mark in a parameter list is no operator
            return None


def _running(code: str) -> str:
    """What a module does, without annotations and docstrings."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(None)
    return ast.dump(tree)


def mutants(paths: list[str]) -> Iterator[Mutant]:
    """Every mutant of these files and folders."""
    places = [ROOT / path for path in paths]
    files = [file for path in places for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    for file in filter(Path.exists, files):
        tree = get_ast(file.read_text(encoding="utf-8"))
        for name in OPERATORS:
            operator = get_operator(name)()
            count = sum(len(list(operator.mutation_positions(node))) for node in _nodes(tree))
            yield from (Mutant(file.relative_to(ROOT).as_posix(), name, index) for index in range(count))


def _nodes(node: object) -> Iterator[object]:
    yield node
    for child in getattr(node, "children", ()):
        yield from _nodes(child)


def noticed(mutant: Mutant, code: str, tests: list[str], folder: Path) -> bool:
    """Does a test fail when the file says this instead?"""
    path = folder / mutant.file
    before = path.read_bytes()
    path.write_text(code, encoding="utf-8")
    try:
        return not _pass(folder, tests)
    finally:
        path.write_bytes(before)


def _pass(folder: Path, tests: list[str]) -> bool:
    """Do they pass, and end at all?"""
    command = [str(PYTHON), "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return process.wait(LONGEST) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return False


def main(group: str, count: int = COUNT) -> int:
    """Prints every mutant that lives, then the score."""
    paths, tests = GROUPS[group]
    every = list(mutants(paths))
    random.Random(SEED).shuffle(every)
    tried, killed, started = 0, 0, time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "checkout"
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".git", ".venv", ".tools", ".*_cache", "reports"))
        for name in (".tools", ".venv"):
            (folder / name).symlink_to(ROOT / name)
        there = [test for test in tests if (folder / test).exists()]
        if not _pass(folder, there):
            sys.exit("the tests fail without any mutant")
        for mutant in every:
            if tried == count:
                break
            if (code := mutant.code()) is None:
                continue
            tried += 1
            if noticed(mutant, code, there, folder):
                killed += 1
            else:
                print(
                    f"lives: {mutant.file} {mutant.operator} {mutant.occurrence}\n{_change(mutant, code)}", flush=True
                )
    minutes = (time.monotonic() - started) / 60
    print(
        f"{group}: {killed} of {tried} noticed ({100 * killed / tried:.0f} %), {len(every)} in all, {minutes:.0f} min"
    )
    return 0


def _change(mutant: Mutant, code: str) -> str:
    old = (ROOT / mutant.file).read_text(encoding="utf-8").splitlines()
    new = code.splitlines()
    rows = [(n, a, b) for n, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b]
    return "\n".join(f"    {n}: {a.strip()}  ->  {b.strip()}" for n, a, b in rows[:1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
