"""What is there on this machine and what is missing: what it is needed for, and how to get it."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bulletin import faces
from bulletin.desk.verapdf import find_verapdf
from bulletin.messages import listed, say
from bulletin.problems import MissingTool, width

_PANGO = ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0.dylib", "libpango-1.0-0.dll")
_PANGOFT2 = ("libpangoft2-1.0.so.0", "libpangoft2-1.0.0.dylib", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll")
_OOXML = Path(".tools", "node_modules", ".bin", "ooxml-validator")
_PATIENCE = 20  # seconds for a program that tells its version


@dataclass(frozen=True, slots=True)
class Requirement:
    """A program, library or font. `found` tells what was found; `amiss` that it is there, and not as pinned."""

    name: str
    found: str
    there: bool
    needed: bool
    purpose: str
    remedy: str
    amiss: bool = False
    files: tuple[Path, ...] = ()

    @property
    def state(self) -> str:
        return "missing" if not self.there else "differs" if self.amiss else "there"


def examine(root: Path) -> list[Requirement]:
    """Everything, what building needs first."""
    return [
        _python(),
        *_libraries(root),
        _shared("Pango", _PANGO, say("doctor.pango"), "libpango-1.0-0", "pango_version_string"),
        _shared("PangoFT2", _PANGOFT2, say("doctor.pangoft2"), "libpangoft2-1.0-0"),
        _asked("HarfBuzz subset", _harfbuzz, say("doctor.subset")),
        _asked(say("doctor.latin_fonts"), faces.latin_files, say("doctor.english")),
        _asked(say("doctor.chinese_fonts"), faces.chinese_files, say("doctor.chinese")),
        *_tools(root),
    ]


def shown(parts: Sequence[Requirement]) -> str:
    """A table in plain columns; how to get it stands under what is missing or differs. Then one line that sums up."""
    rows = [
        (say(f"doctor-state.{p.state}"), p.name, p.found, say(f"doctor.{_whom(p)}", purpose=p.purpose)) for p in parts
    ]
    widths = [max(width(row[i]) for row in rows) for i in range(3)]
    lines = []
    for part, row in zip(parts, rows, strict=True):
        cells = (cell + " " * (w - width(cell)) for cell, w in zip(row, widths, strict=False))
        lines.append("  ".join((*cells, row[3])))
        if part.state != "there":
            lines.append(f"{'':<{widths[0]}}  → {part.remedy}")
        lines += [f"{'':<{widths[0]}}  {line}" for line in _by_folder(part.files)]
    return "\n".join([*lines, "", _summary(parts)])


def _whom(part: Requirement) -> str:
    return "for_building" if part.needed else "for_tests"


def _summary(parts: Sequence[Requirement]) -> str:
    needed = [part.name for part in parts if part.needed and not part.there]
    others = [part.name for part in parts if not part.needed and not part.there]
    first = say("doctor.missing", names=listed(needed)) if needed else say("doctor.complete")
    return say("doctor.missing_for_tests", first=first, names=listed(others)) if others else first


def _python() -> Requirement:
    found = ".".join(map(str, sys.version_info[:3]))
    there = sys.version_info >= (3, 11)
    return Requirement("Python", found, there, True, say("doctor.python"), say("doctor.newer_python"))


def _locked(root: Path) -> list[str]:
    """What `make` installs, pinned; what only another system needs is left out."""
    lock = root / "requirements.txt"
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.is_file() else []
    return [line.split()[0] for line in lines if "==" in line and not re.search("win32|!= 'CPython'", line)]


def _libraries(root: Path) -> Iterator[Requirement]:
    """Each pinned library, and in one line those beneath them."""
    data = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    yield from (_library(pin, True) for pin in data["project"]["dependencies"])
    groups = data.get("dependency-groups", {})
    yield from (_library(pin, False) for pin in groups.get("test", ()))
    own = {re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in data["project"]["dependencies"]}
    beneath = [_library(pin, False) for pin in _locked(root) if pin.partition("==")[0] not in own]
    other = [part for part in beneath if part.there and part.amiss]
    others = listed(f"{part.name} {part.found}" for part in other)
    found = others or say("doctor.as_pinned", n=sum(part.there for part in beneath))
    yield Requirement(say("doctor.beneath"), found, True, True, say("doctor.bring"), "make", bool(other))


def _library(pin: str, needed: bool) -> Requirement:
    name, _, wanted = pin.partition("==")
    purpose = say("doctor.pinned" if needed else "doctor.only_tests")
    try:
        found = version(name)
    except PackageNotFoundError:
        return Requirement(name, "–", False, needed, purpose, "make" if needed else "make test")
    differs = found != wanted
    said = say("doctor.other_version", found=found, wanted=wanted) if differs else found
    return Requirement(name, said, True, needed, purpose, "make" if needed else "make test", differs)


def _shared(name: str, files: Sequence[str], purpose: str, package: str, told_by: str = "") -> Requirement:
    """A library of the system, and its own word for its version."""
    remedy = say("doctor.install", package=package)
    for file in files:
        with suppress(OSError):
            library = ctypes.CDLL(file)
            return Requirement(name, _told(library, told_by) or file, True, True, purpose, remedy)
    return Requirement(name, "–", False, True, purpose, remedy)


def _harfbuzz() -> str:
    """Raises MissingTool."""
    return _told(ctypes.CDLL(faces.check_subsetter()), "hb_version_string")


def _told(library: ctypes.CDLL, function: str) -> str:
    if not function:
        return ""
    tell = getattr(library, function)
    tell.restype = ctypes.c_char_p
    return str(tell().decode())


def _asked(name: str, ask: Callable[[], Sequence[Path] | str], purpose: str) -> Requirement:
    """What `faces` finds; the message of MissingTool says what is missing and how to get it."""
    try:
        found = ask()
    except MissingTool as error:
        return Requirement(name, "–", False, True, purpose, str(error))
    if isinstance(found, str):
        return Requirement(name, found, True, True, purpose, "")
    return Requirement(name, say("doctor.files", n=len(found)), True, True, purpose, "", files=tuple(found))


def _by_folder(files: Sequence[Path]) -> Iterator[str]:
    """Which files, a line a folder; our own packages lie deep in .venv."""
    for folder in dict.fromkeys(path.parent for path in files):
        names = ", ".join(path.name for path in files if path.parent == folder)
        yield re.sub(r"^.*/site-packages/", "", f"{folder}: {names}")


def _tools(root: Path) -> Iterator[Requirement]:
    """Programs that only tests drive."""
    yield _program("LibreOffice", ("soffice",), "--version", say("doctor.libreoffice"))
    yield _program("Poppler", ("pdftotext",), "-v", say("doctor.poppler"))
    yield _program("Chromium", ("chromium", "chromium-browser"), "--version", say("doctor.chromium"))
    yield _program("Java", ("java",), "-version", say("doctor.java"))
    yield _verapdf()
    name = str(root / _OOXML) if (root / _OOXML).exists() else "ooxml-validator"
    yield _program("ooxml-validator", (name,), "", say("doctor.ooxml"), say("doctor.with_npm"))


def _program(name: str, names: Sequence[str], ask: str, purpose: str, remedy: str = "make tools") -> Requirement:
    path = next((found for found in map(shutil.which, names) if found), None)
    if path is None:
        return Requirement(name, "–", False, False, purpose, remedy)
    return Requirement(name, _version_of(path, ask) if ask else say("doctor.found"), True, False, purpose, remedy)


def _version_of(path: str, ask: str) -> str:
    with suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run([path, ask], capture_output=True, text=True, timeout=_PATIENCE, check=False)
        if match := re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr):
            return match[0]
    return say("doctor.found")


def _verapdf() -> Requirement:
    """As `check --output` finds it: the program, or the jar in a wheel with the bridge to Java and an XML binding."""
    vera = find_verapdf()
    found = say("doctor.without", names=listed(vera.missing)) if vera.missing else say("doctor.found")
    return Requirement("veraPDF", found, not vera.missing, False, say("doctor.verapdf"), say("doctor.verapdf_remedy"))
