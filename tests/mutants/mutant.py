"""The mutants: cosmic-ray's (https://cosmic-ray.readthedocs.io).

What changes nothing that a test of behaviour could notice is none; this is the whole list:

- an annotation, a docstring, `slots`;
- `strict` of `zip`, which only says of the code that two things are as long;
- `frozen` (tests/test_frozen.py holds it of every value of these layers at once, as a rule about the code);
- a decorator in a Protocol, which nobody calls;
- a cache taken away from a function, or of another size: what it remembers is what it would compute again;
- `is` for `==` with None, where no value of ours says that it equals None;
- what the compiler itself warns of (`is` with a literal): no test is needed to notice it.

An equivalent mutant that only thought tells (`!=` for `<` of a counter that never jumps) stays in the sample and lives:
the score is of all, and whoever reports it says which of the living were judged equivalent, and why.
"""

from __future__ import annotations

import ast
import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cosmic_ray.ast import get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from tests.mutants.checkout import CACHE, ROOT, digest, write

# Two operators need to be told the name of a variable.
OPERATORS = [
    name for name in operator_names() if "Variable" not in name and not name.endswith(("Is_Eq", "IsNot_NotEq"))
]
_CACHES = ("cache", "lru_cache")


@dataclass(frozen=True)
class Mutant:
    """One change: the `occurrence`th place in `file` at which the operator applies; it begins in `line`."""

    file: str
    operator: str
    occurrence: int
    line: int

    def code(self) -> str | None:
        """The file with the change; None where it would change nothing that runs."""
        old = text(self.file)
        new = mutate_code(old, get_operator(self.operator)(), self.occurrence)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", SyntaxWarning)
                compile(new or "", self.file, "exec", dont_inherit=True)
            return new if new is not None and _running(new) != _running(old) else None
        except (SyntaxError, SyntaxWarning):  # a mark in a parameter list is no operator
            return None

    def told(self, code: str) -> str:
        """Where it is, and what became what."""
        old, new = text(self.file).splitlines(), code.splitlines()
        rows = [(n, a, b) for n, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b]
        n, was, now = rows[0] if rows else (self.line, "", "")
        return f"{self.file}:{n} {self.operator} {self.occurrence}\n    {was.strip()}  ->  {now.strip()}"


@cache
def text(file: str) -> str:
    """What a file of the checkout says."""
    return (ROOT / file).read_text(encoding="utf-8")


def mutants(paths: list[str]) -> Iterator[Mutant]:
    """Every mutant of these files and folders."""
    for file in files(paths):
        yield from (Mutant(file, *place) for place in _places(file))


def _places(file: str) -> list[tuple[str, int, int]]:
    """Operator, occurrence and line of each mutant of a file; kept, for two hundred operators look at every node."""
    kept = CACHE / "places" / f"{digest([ROOT / file])}.json"
    if not kept.exists():
        nodes = list(_nodes(get_ast(text(file))))
        operators = {name: get_operator(name)() for name in OPERATORS}
        starts = {
            name: [place[0][0] for node in nodes for place in operator.mutation_positions(node)]
            for name, operator in operators.items()
        }
        write(kept, [(name, at, line) for name, lines in starts.items() for at, line in enumerate(lines)])
    return [(name, at, line) for name, at, line in json.loads(kept.read_bytes())]


def files(paths: list[str]) -> list[str]:
    """The Python files among these and under these."""
    places = [ROOT / path for path in paths]
    found = [file for path in places for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    if missing := [path.name for path in places if not path.exists()]:  # nothing is left out without a word
        raise SystemExit(f"not there: {', '.join(missing)}")
    return [file.relative_to(ROOT).as_posix() for file in found]


def _nodes(node: object) -> Iterator[object]:
    yield node
    for child in getattr(node, "children", ()):
        yield from _nodes(child)


def _running(code: str) -> str:
    """What a module does, without what the head of this file names."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
            node.decorator_list = [one for one in node.decorator_list if not _is_cache(one)]
        elif isinstance(node, ast.ClassDef) and any(isinstance(b, ast.Name) and b.id == "Protocol" for b in node.bases):
            for one in node.body:
                if isinstance(one, ast.FunctionDef):
                    one.decorator_list = []
        elif isinstance(node, ast.Call):
            node.keywords = [keyword for keyword in node.keywords if keyword.arg not in _kept(node)]
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(None)
    return ast.dump(tree)


def _is_cache(decorator: ast.expr) -> bool:
    name = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(name, ast.Name) and name.id in _CACHES


def _kept(call: ast.Call) -> tuple[str, ...]:
    """The keywords of a call that change nothing that a test of behaviour could notice."""
    return ("strict",) if isinstance(call.func, ast.Name) and call.func.id == "zip" else ("slots", "frozen")
