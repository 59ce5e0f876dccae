"""A copy of the checkout, in which a file may say something else for a while."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"
CACHE = ROOT / ".mutants_cache"
LEFT = (".git", ".venv", ".tools", ".*_cache", ".hypothesis", "reports")


def copied(folder: Path) -> Path:
    """The checkout, copied there; what is installed is shared."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT))
    for name in (".tools", ".venv"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@contextmanager
def changed(path: Path, code: str) -> Iterator[None]:
    """The file says this meanwhile. Its times come back with it: compiled code is told by them."""
    before, times = path.read_bytes(), path.stat()
    path.write_text(code, encoding="utf-8")
    os.utime(path, (times.st_atime, times.st_mtime + 1))  # another second than that of the compiled code
    try:
        yield
    finally:
        path.write_bytes(before)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def digest(paths: Iterable[Path]) -> str:
    """Of the names and the bytes of these files."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{path.relative_to(ROOT)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def write(path: Path, value: object) -> None:
    """Keeps a value in the cache, as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    (CACHE / ".gitignore").write_text("*\n", encoding="utf-8")
    path.write_text(json.dumps(value), encoding="utf-8")
