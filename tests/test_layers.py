"""Imports point down the list of layers only, and no module is a drawer for odds and ends."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

LAYERS = [
    ["cli"],
    ["asked"],
    ["desk"],
    ["each"],
    ["cluster"],
    [
        "outwork",
        "session",
        "outcome",
        "run",
        "workers",
        "apart",
        "warm",
        "build",
        "screens",
        "shelf",
        "publish",
        "transaction",
        "leftovers",
        "gate",
        "grounds",
        "ingredients",
        "made",
        "reasons",
        "trial",
        "shop",
        "in_part",
        "sketch",
        "proofread",
        "soundness",
        "findings",
    ],
    ["workshop", "alone", "editions", "album", "attached", "locate", "snapshot", "emblem"],
    ["proofing"],
    ["press"],
    ["layout"],
    ["screen"],
    ["pages", "word", "evidence_page"],
    ["facts_csv", "csv_text", "manifest", "told", "variant"],
    ["charts", "photographs"],
    ["edition"],
    ["evidence"],
    ["wording"],
    ["content"],
    [
        "problems",
        "messages",
        "project",
        "lock",
        "streams",
        "interrupts",
        "memory",
        "roomy",
        "charsets",
        "faces",
        "decoding",
        "files",
        "terminal",
        "glyphs",
        "remembered",
        "store",
        "standing",
        "clock",
        "rooms",
        "plates",
        "blocks",
    ],
]
FLOORS = {"model": "content", "edit": "edition", "axis": "charts", "draw": "charts", "word": "word"}
"""The rooms of bulletin/plates/ and bulletin/blocks/ reach through the layers: each of their files belongs to one."""

HEIGHT = {name: len(LAYERS) - i for i, layer in enumerate(LAYERS) for name in layer}


def modules(root: Path) -> list[Path]:
    found = sorted((root / "bulletin").rglob("*.py"))
    assert len(found) > 30
    return found


def imported(node: ast.AST, parts: tuple[str, ...]) -> list[str]:
    """The layers that an import of the module bulletin/PARTS names, whichever way it is written."""
    names: list[str] = []
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        above = ".".join(("bulletin", *parts)[: -node.level]) if node.level else ""
        names = [".".join(filter(None, (above, node.module, alias.name))) for alias in node.names]
    return [layer(name.split(".")[1:]) for name in names if name.startswith("bulletin.")]


def layer(parts: Sequence[str]) -> str:
    """The layer of a module of the package, named without it."""
    return FLOORS.get(parts[2], "plates") if parts[0] in ("plates", "blocks") and len(parts) > 2 else parts[0]


@pytest.mark.parametrize(
    ("line", "layers"),
    [
        ("import bulletin.desk.new", ["desk"]),
        ("from bulletin import problems, build", ["problems", "build"]),
        ("from bulletin.word import ox", ["word"]),
        ("from ..session import build_all", ["session"]),
        ("from .ox import w", ["word"]),
        ("from bulletin.plates.bars.edit import BarsSpec", ["edition"]),
        ("from collections import abc", []),
    ],
)
def test_every_way_of_importing_is_read(line: str, layers: list[str]) -> None:
    assert imported(ast.parse(line).body[0], ("word", "write")) == layers


def test_every_import_points_down(root: Path) -> None:
    wrong = []
    looked_at = 0
    for path in modules(root):
        parts = path.relative_to(root / "bulletin").with_suffix("").parts
        if parts == ("__init__",):
            continue
        here = layer(parts)
        assert here in HEIGHT, f"{here} has no layer"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for there in imported(node, parts):
                looked_at += 1
                if HEIGHT[there] > HEIGHT[here]:
                    wrong.append(f"{'.'.join(parts)} imports {there}")
    assert looked_at > 100
    assert wrong == []


def test_every_module_says_what_it_is_for(root: Path) -> None:
    silent = [path for path in modules(root) if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert silent == []


def test_no_module_is_called_utils(root: Path) -> None:
    assert not [p for p in modules(root) if p.stem in {"utils", "util", "helpers", "common", "manager", "misc"}]


def test_steps_do_not_ask_the_clock_or_the_network(root: Path) -> None:
    banned = {"requests", "urllib.request", "socket", "http.client", "time", "random"}
    allowed = {"session.py", "each.py", "clock.py"}  # tell how long a build took; whether a draft can be dated
    found = []
    for path in modules(root):
        if path.name in allowed or "desk" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [f"{path.name}: {name}" for name in names if name in banned]
    assert found == []


def test_a_check_imports_nothing_that_draws_or_sets_pages(root: Path) -> None:
    code = "import sys, bulletin.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"bulletin", "typer", "pydantic"} <= loaded
    assert not loaded & {"matplotlib", "numpy", "weasyprint", "docx", "lxml", "pikepdf", "fontTools", "rich"}
    assert not loaded & {"starlette", "uvicorn", "watchfiles"}


def test_the_server_of_the_desk_draws_nothing(root: Path) -> None:
    code = "import sys, bulletin.desk.watch.server; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"starlette", "uvicorn", "watchfiles"} <= loaded
    assert not loaded & {"matplotlib", "numpy", "weasyprint", "docx", "pikepdf", "pypdfium2", "PIL", "highspy"}
