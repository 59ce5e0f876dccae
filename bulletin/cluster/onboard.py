"""On a Dask worker: processes of this program, which make publications one after another.

This file is loaded there by its path, by a Dask worker that knows nothing of this program: it needs Python alone. The
program runs beside the Dask worker and not in it, so that two versions of it never meet, a crash costs one process, and
what a publication leaves behind in memory ends with it.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent.parent
START = "import sys; sys.path.insert(0, sys.argv[1]); from bulletin.cluster.served import main; main(sys.argv[2])"
HEAD = struct.Struct(">Q")
TRIES = 2  # processes that may die of one publication

_lock = threading.Lock()
_idle: dict[str, list[Child]] = {}
_busy: dict[str, list[Child]] = {}
_gone: set[str] = set()
"""Charges that were dismissed: a task that is still queued for one starts nothing."""


class Child:
    """One process of the program, with the charge that it was given. It is asked and answers in bytes."""

    def __init__(self, charge: bytes):
        self._scratch = tempfile.mkdtemp(dir=PROGRAM)
        command = [sys.executable, "-c", START, str(PROGRAM), self._scratch]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
        with suppress(OSError):  # dead already: the first question tells
            self._send(charge)

    def ask(self, question: bytes) -> bytes:
        """Raises OSError or EOFError where the process ends before it has answered."""
        self._send(question)
        return self._read(HEAD.unpack(self._read(HEAD.size))[0])

    def _send(self, data: bytes) -> None:
        assert self._process.stdin
        self._process.stdin.write(HEAD.pack(len(data)) + data)
        self._process.stdin.flush()

    def _read(self, size: int) -> bytes:
        assert self._process.stdout
        data = self._process.stdout.read(size)
        if len(data) < size:
            raise EOFError
        return data

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def end(self) -> int:
        """Its exit code."""
        self._process.kill()
        for line in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                line.close()  # type: ignore[union-attr]
        shutil.rmtree(self._scratch, ignore_errors=True)
        return self._process.wait()


def perform(charge: bytes, question: bytes) -> tuple[bytes, int]:
    """The answer; where processes have died of it, none, and the exit code of the last."""
    of, code = sha256(charge).hexdigest(), 0
    for _ in range(TRIES):
        if (child := _taken(of, charge)) is None:
            break
        try:
            answer = child.ask(question)
        except (EOFError, OSError):
            code = child.end()
            with _lock:
                _busy[of] = [one for one in _busy[of] if one is not child]
            continue
        with _lock:
            _busy[of] = [one for one in _busy[of] if one is not child]
            _idle[of].append(child)
        return answer, 0
    return b"", code


def _taken(of: str, charge: bytes) -> Child | None:
    """One that has nothing to do, or a new one; none where they were dismissed."""
    with _lock:
        if of in _gone:
            return None
        idle, busy = _idle.setdefault(of, []), _busy.setdefault(of, [])
        child = None
        while idle and child is None:
            child = idle.pop()
            if not child.lives:
                child.end()
                child = None
        child = child or Child(charge)
        busy.append(child)
        return child


def dismiss(of: str) -> None:
    """Ends the processes that have this charge, whatever they do."""
    with _lock:
        _gone.add(of)
        children = [*_idle.get(of, []), *_busy.get(of, [])]
        _idle[of], _busy[of] = [], []
    for child in children:
        child.end()
