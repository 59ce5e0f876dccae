"""Tasks in processes of their own: a process that dies costs its task, and all end with their parent.

`concurrent.futures` gives up on every task when one worker dies, and its workers outlive a parent that is killed.
"""

from __future__ import annotations

import contextlib
import ctypes
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from bulletin.interrupts import heeded
from bulletin.lock import let_go

Result = TypeVar("Result")
_TERM = 8  # tasks; what libraries keep of every one of them is given back then
_LOOK = 0.05  # seconds between two looks at the keys
_PDEATHSIG = 1  # prctl(2): PR_SET_PDEATHSIG


@dataclass(frozen=True)
class Died:
    """A worker ended before its task: `code` is its exit code, below zero the signal that ended it."""

    code: int

    @property
    def cause(self) -> str:
        """SIGKILL, or exit code 1."""
        with contextlib.suppress(ValueError):
            return signal.Signals(-self.code).name
        return f"exit code {self.code}"


@dataclass
class _Worker:
    process: BaseProcess
    line: Connection
    task: str | None = None
    done: int = 0


@dataclass
class Crew(Generic[Result]):
    """At most `size` forked processes that do `work`. `work` raises nothing, and its results can be pickled."""

    work: Callable[[str], Result]
    size: int
    _workers: list[_Worker] = field(init=False, default_factory=list)
    _life: tuple[int, int] = field(init=False)

    def run(self, tasks: Iterable[str]) -> Iterator[tuple[str, Result | Died]]:
        """Each task with its result as it is done, in no order. However this ends, no worker is left."""
        waiting = deque(tasks)
        self._life = os.pipe()
        try:
            while waiting or self._at_work():
                self._fill(waiting)
                done = list(self._done())
                self._fill(waiting)  # before anybody spends time on the results
                yield from done
        finally:
            self._dismiss()

    def _fill(self, waiting: deque[str]) -> None:
        while len(self._workers) < self.size and len(self._workers) < len(waiting) + self._at_work():
            self._workers.append(self._hire())
        for worker in self._workers:
            if worker.task is None and waiting:
                self._give(worker, waiting.popleft())

    def _at_work(self) -> int:
        return sum(worker.task is not None for worker in self._workers)

    def _give(self, worker: _Worker, task: str) -> None:
        worker.task = task
        with contextlib.suppress(OSError):  # dead already: its line tells
            worker.line.send(task)

    def _done(self) -> Iterator[tuple[str, Result | Died]]:
        lines = wait([worker.line for worker in self._workers if worker.task], _LOOK)
        heeded()
        for worker in [worker for worker in self._workers if worker.line in lines]:
            task = worker.task
            assert task is not None
            worker.task = None
            try:
                result = pickle.loads(worker.line.recv_bytes())
                worker.done += 1
                if worker.done == _TERM:
                    self._buried(worker)
            except (EOFError, OSError):
                result = self._buried(worker)
            yield task, result

    def _buried(self, worker: _Worker) -> Died:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.line.close()
        return Died(worker.process.exitcode or 0)

    def _hire(self) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        arguments = (theirs, self.work, self._life, os.getpid())
        process = multiprocessing.get_context("fork").Process(target=_serve, args=arguments, daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _dismiss(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for end in self._life:
            os.close(end)
        for worker in self._workers:
            worker.line.close()
            worker.process.join()
        self._workers.clear()


# ---------------------------------------------------------------------------------------------- in the worker


def _serve(line: Connection, work: Callable[[str], Any], life: tuple[int, int], parent: int) -> None:
    """Does one task after the other until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells all; the parent decides
    let_go()
    _end_with(parent, life)
    with contextlib.suppress(EOFError, OSError):
        while True:
            line.send_bytes(pickle.dumps(work(line.recv())))


def _end_with(parent: int, life: tuple[int, int]) -> None:
    """However the parent ends, the kernel closes its end of the pipe; on Linux it kills the worker first."""
    reads, writes = life
    os.close(writes)
    with contextlib.suppress(AttributeError):  # Linux alone has it
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    threading.Thread(target=lambda: os.read(reads, 1) or os._exit(1), daemon=True).start()
