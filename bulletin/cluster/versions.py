"""What must be the same on two machines for the same bytes: Python, the libraries, and the very font files."""

from __future__ import annotations

import ctypes
import platform
import re
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ABSENT = "–"
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==", re.MULTILINE)


@dataclass(frozen=True)
class Differs:
    """A machine on which other bytes would come out: what it is, there and here, by its name."""

    machine: str
    found: Mapping[str, tuple[str, str]]


def here(pins: Path) -> dict[str, str]:
    """The versions of this machine by name. `pins`: the file that names all libraries (requirements.txt)."""
    names = [*_ASKED, *(f"pip {name}" for name in _PIN.findall(pins.read_text(encoding="utf-8")))]
    return {name: found(name) for name in names}


def differences(needed: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What is another version on this machine, or not there: (there, here)."""
    seen = {name: found(name) for name in needed}
    return {name: (seen[name], wanted) for name, wanted in needed.items() if seen[name] != wanted}


def found(name: str) -> str:
    """The version of one thing on this machine."""
    if name in _ASKED:
        return _ASKED[name]()
    try:
        return version(name.removeprefix("pip "))
    except PackageNotFoundError:
        return ABSENT


def _library(files: tuple[str, ...], function: str) -> str:
    """A library that tells its version as text."""
    for file in files:
        with suppress(OSError, AttributeError):
            asked = getattr(ctypes.CDLL(file), function)
            asked.restype = ctypes.c_char_p
            return str(asked().decode())
    return ABSENT


def _faces() -> str:
    """One digest of all font files."""
    from bulletin.faces import find_faces
    from bulletin.problems import MissingTool

    try:
        files = find_faces().files
    except MissingTool:
        return ABSENT
    every = sha256()
    for path in files:
        with path.open("rb") as file:
            every.update(file_digest(file, "sha256").digest())
    return every.hexdigest()[:12]


_PANGO = ("libpango-1.0.so.0", "libpango-1.0.0.dylib")
_HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib")
_ASKED: dict[str, Callable[[], str]] = {
    "Python": platform.python_version,
    "machine": platform.machine,
    "zlib": lambda: zlib.ZLIB_RUNTIME_VERSION,
    "Pango": lambda: _library(_PANGO, "pango_version_string"),
    "HarfBuzz": lambda: _library(_HARFBUZZ, "hb_version_string"),
    "fonts": _faces,
}
