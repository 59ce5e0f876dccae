"""The stand on which a fault is tried: a small project with finished reports, the command, and what must hold of it.

Two bulletins stand there: willow, to which the faults are done, and oak, which is sound.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.conftest import CONTENT, ROOT, small_project

WILLOW, ARTICLE_FILE = "content/willow.yaml", "seeds/willow.txt"
LONGEST = 60.0  # seconds: what takes longer hangs
LARGEST = 1_500  # MiB that a command may take
_TRACEBACK = re.compile(r"Traceback \(most recent call last\)|^\w+(Error|Exception)\b: ", re.MULTILINE)
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Prepare = Callable[[Path], object]


@dataclass(frozen=True)
class Fault:
    """One fault: what is done to the project, the command, and what a user must see.

    `says` is a pattern of the output, `place` a file with its line that must be named. `stays`: no report may change.
    """

    kind: str
    name: str
    prepare: Prepare
    command: tuple[str, ...] = ("check",)
    exit: tuple[int, ...] = (1,)
    says: str = ""
    place: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    stays: bool = True
    slow: bool = False
    whole: bool = False  # a process of its own from the first line of generate.py on
    clean: str = ""  # a character that no finished file may hold
    input: bytes = b""
    stdout: str = ""  # a file that the command writes to instead


@dataclass(frozen=True)
class Outcome:
    """What came of it. `lost` and `changed` are reports, `touched` what stands in content/, seeds/ and templates/."""

    exit: int | None  # None: it hung
    text: str
    seconds: float
    memory: float  # MiB
    lost: tuple[str, ...]
    changed: tuple[str, ...]
    touched: tuple[str, ...]
    left: tuple[str, ...]


def complaints(fault: Fault, outcome: Outcome) -> list[str]:
    """What did not hold, in words; empty where all is well."""
    found = []
    if outcome.exit is None:
        found.append(f"hangs for {LONGEST:.0f} s")
    elif outcome.exit not in fault.exit:
        found.append(f"exit {outcome.exit}, not {' or '.join(map(str, fault.exit))}")
    if _TRACEBACK.search(outcome.text):
        found.append("traceback")
    if raw := _RAW.search(outcome.text):
        found.append(f"U+{ord(raw[0]):04X} reaches the terminal")
    if outcome.memory > LARGEST:
        found.append(f"{outcome.memory:.0f} MiB")
    if fault.says and not re.search(fault.says, outcome.text, re.IGNORECASE):
        found.append(f"does not say {fault.says}")
    if fault.place and not re.search(rf"{re.escape(fault.place)}\b", outcome.text):
        found.append(f"does not name {fault.place}")
    found += [f"lost {name}" for name in outcome.lost]
    found += [f"touched {name}" for name in outcome.touched]
    found += [f"left {name} behind" for name in outcome.left]
    if fault.stays:
        found += [f"changed {name}" for name in outcome.changed]
    return found


def tried(fault: Fault, folder: Path) -> Outcome:
    """Does the fault to a fresh project in `folder` and runs the command there."""
    project = folder / "project"
    shutil.copytree(_built(), project, symlinks=True)
    try:
        fault.prepare(project)
        reports, sources = _digests(project / "reports"), _sources(project)
        code, text, seconds, memory = _run(fault, project, folder)
        now = _digests(project / "reports")
        after = _sources(project)
    finally:
        subprocess.run(["chattr", "-R", "-i", str(project)], capture_output=True, check=False)
    return Outcome(
        code,
        text.replace(str(project), "PROJECT"),
        seconds,
        memory,
        tuple(sorted(name for name in set(reports) - set(now) if not _is_leftover(name))),
        tuple(sorted(name for name in reports if name in now and now[name] != reports[name])),
        tuple(sorted(name for name in sources.keys() | after.keys() if sources.get(name) != after.get(name))),
        tuple(sorted(name for name in now if _is_leftover(name))),
    )


def _is_leftover(name: str) -> bool:
    return bool(re.fullmatch(r"\.\w+\.(pdf|docx|html|csv|json)\..*|.*\.tmp", name))


# ------------------------------------------------------------------------------------------------ the project


@cache
def _built() -> Path:
    """The project with its reports, made once."""
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    project = small_project(folder / "project")
    (project / "content" / "oak.yaml").write_text(CONTENT.replace("name: willow", "name: oak"), encoding="utf-8")
    done = subprocess.run(_command((), project), capture_output=True, text=True, check=False, env=_environment({}))
    assert done.returncode == 0, done.stdout + done.stderr
    _warm(project)
    return project


def _warm(project: Path) -> None:
    """Everything that a check imports is there before the first fault is tried: a child goes on from here."""
    from bulletin.cli import main

    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):  # noqa: PTH123
        main(["check", "--project", str(project)])


def _command(words: tuple[str, ...], project: Path) -> list[str]:
    return [sys.executable, str(ROOT / "generate.py"), *_with_project(words, project)]


def _with_project(words: tuple[str, ...], project: Path) -> list[str]:
    return [*words] if words[:1] == ("explain",) else [*words, "--project", str(project)]


def _digests(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()] if folder.is_dir() else []
    named = {path.relative_to(folder).as_posix(): path for path in files if path.name not in (".lock", "manifest.json")}
    return {
        name: sha256(path.read_bytes()).hexdigest() for name, path in named.items() if path.stat().st_size < 1 << 27
    }


def _sources(project: Path) -> dict[str, str]:
    parts = ("content", "seeds", "templates")
    return {f"{part}/{name}": value for part in parts for name, value in _digests(project / part).items()}


# ------------------------------------------------------------------------------------------------ running


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, "BULLETIN_LANG": "en", "COLUMNS": "200", **more}


def _run(fault: Fault, project: Path, folder: Path) -> tuple[int | None, str, float, float]:
    """Exit code, all output, seconds and MiB; a process that hangs is ended."""
    started = time.monotonic()
    with (folder / "output").open("w+b") as output, (folder / "input").open("w+b") as given:
        given.write(fault.input)
        given.seek(0)
        pid = os.fork()
        if pid == 0:
            _become(fault, project, output.fileno(), given.fileno())
        code, memory = _waited(pid, started + LONGEST)
        seconds = time.monotonic() - started
        output.seek(0)
        return code, output.read().decode("utf-8", "surrogateescape"), seconds, memory


def _become(fault: Fault, project: Path, output: int, given: int) -> None:
    """In the child: the command, in a process group of its own. A quick one goes on with what is imported already."""
    code = 70
    try:
        os.setpgid(0, 0)
        os.dup2(given, 0)
        os.dup2(output, 1)
        os.dup2(output, 2)
        if fault.stdout:
            os.dup2(os.open(fault.stdout, os.O_WRONLY), 1)
        os.chdir(project)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if fault.whole or fault.environment or fault.stdout:
            command = _command(fault.command, project)
            os.execve(command[0], command, _environment(fault.environment))
        code = _inside(_with_project(fault.command, project))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _inside(arguments: list[str]) -> int:
    from bulletin.cli import main

    sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", encoding="utf-8")
    os.environ.update(_environment({}))
    return main(arguments)


def _waited(pid: int, until: float) -> tuple[int | None, float]:
    while time.monotonic() < until:
        done, status, usage = os.wait4(pid, os.WNOHANG)
        if done:
            code = os.waitstatus_to_exitcode(status)
            return code, usage.ru_maxrss / 1024
        time.sleep(0.01)
    os.killpg(pid, signal.SIGKILL)
    _, _, usage = os.wait4(pid, 0)
    return None, usage.ru_maxrss / 1024


# ------------------------------------------------------------------------------------------------ ways to break things


def nothing(_: Path) -> None:
    """The project stays as it is."""


def edited(old: str, new: str, file: str = WILLOW, text: str = CONTENT) -> tuple[Prepare, str]:
    """The first `old` of the file gives way to `new`; and the place at which that is."""
    assert old in text, old
    line = text[: text.index(old)].count("\n") + 1 + (len(new) - len(new.lstrip("\n")) if old not in new else 0)

    def prepare(project: Path) -> None:
        path = project / file
        whole = path.read_text(encoding="utf-8")
        assert old in whole, old
        path.write_bytes(whole.replace(old, new, 1).encode("utf-8", "surrogatepass"))

    return prepare, f"{file}:{line}"


def written(file: str, data: bytes | str) -> Prepare:
    """A file with these bytes, whatever stood there."""

    def prepare(project: Path) -> None:
        path = project / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    return prepare


def without(*files: str) -> Prepare:
    """Files or folders that are gone."""

    def prepare(project: Path) -> None:
        for file in files:
            path = project / file
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return prepare


def both(*steps: Prepare) -> Prepare:
    """One after the other."""

    def prepare(project: Path) -> None:
        for step in steps:
            step(project)

    return prepare
