"""ARCHITECTURE.md holds: its answers, its list of private names, its bounds on modules and functions."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from statistics import median

import pytest

from tests.conftest import ROOT

TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ENGINE = "weasyprint"
MOST_LINES, LONGEST_FUNCTION, MEDIAN_FUNCTION = 300, 45, 7


def section(head: str) -> str:
    return TEXT.partition(f"## {head}\n")[2].partition("\n## ")[0]


def modules() -> list[Path]:
    return sorted((ROOT / "bulletin").rglob("*.py"))


def defined(path: Path) -> set[str]:
    """The names that a module defines, methods too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


ANSWERS = re.findall(r"^\| ([^|]+\?) \| `([^`]+)`: `([^`]+)`", section("Where is it?"), re.MULTILINE)


@pytest.mark.parametrize(("question", "file", "name"), ANSWERS, ids=[question for question, *_ in ANSWERS])
def test_a_thing_is_where_the_answer_says(question: str, file: str, name: str) -> None:
    assert name in defined(ROOT / "bulletin" / file)


def test_there_are_ten_answers() -> None:
    assert len(ANSWERS) >= 10


def test_every_file_that_is_named_is_there() -> None:
    named = {name for name in re.findall(r"`((?:\w+/)*\w+\.py)`", TEXT) if "K/" not in name}
    assert len(named) > 40
    there = [f"/{path.relative_to(ROOT).as_posix()}" for path in [*modules(), *(ROOT / "tests").rglob("*.py")]]
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in there)] == []


def leans_on(path: Path) -> set[str]:
    """The engine's names that a module imports from inside it; what its package exports is promised."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == ENGINE:
            inside = (node.module or "").removeprefix(ENGINE).lstrip(".")
            found |= {f"{inside}.{alias.name}".lstrip(".") for alias in node.names}
    return found


def test_the_list_of_private_names_is_whole() -> None:
    rows = re.findall(r"^\| `(pages/\w+\.py)` \| (.*) \|$", section("What touches private names"), re.MULTILINE)
    listed = {file: set(re.findall(r"`([^`]+)`", names)) for file, names in rows}
    leaning = {path.relative_to(ROOT / "bulletin").as_posix(): names for path in modules() if (names := leans_on(path))}
    assert leaning == listed


def test_nothing_is_long() -> None:
    lengths = [
        (node.end_lineno - node.lineno + 1, f"{path.name}: {node.name}")
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None
    ]
    assert [name for length, name in lengths if length > LONGEST_FUNCTION] == []
    assert median(length for length, _ in lengths) <= MEDIAN_FUNCTION
    assert [path.name for path in modules() if path.read_text(encoding="utf-8").count("\n") > MOST_LINES] == []
