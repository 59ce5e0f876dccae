"""Tasks in processes of their own: a process that dies costs its task, and all end with their parent.

`Workers` is all that a build asks of them: here they are processes of this machine, in `cluster/` those of others.
`concurrent.futures` gives up on every task when one worker dies, and its workers outlive a parent that is killed.
"""

from __future__ import annotations

import contextlib
import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Protocol, TypeVar

from bulletin.interrupts import heeded
from bulletin.lock import let_go
from bulletin.memory import GROWTH, resident

Task = TypeVar("Task")
Result = TypeVar("Result")
Given = TypeVar("Given", covariant=True)  # a result, of which nothing else is asked
METHOD = "spawn" if sys.platform == "darwin" else "fork"  # a forked process of macOS may not use its frameworks
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


class Workers(Protocol[Task, Given]):
    """Whoever does tasks: each comes back with its result as it is done, in no order, and none is kept.

    Tasks are taken from their source as there are hands for them: there may be more than memory holds.
    """

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Given | Died]]: ...


@dataclass
class _Worker(Generic[Task]):
    process: BaseProcess
    line: Connection
    task: Task | None = None


class Ahead(Iterator[Task]):
    """Tasks, of which one is made ready while everybody is at work."""

    def __init__(self, tasks: Iterable[Task]):
        self._tasks = iter(tasks)
        self._ready: list[Task] = []

    def more(self) -> bool:
        """Is there another one?"""
        if not self._ready:
            self._ready = [*islice(self._tasks, 1)]
        return bool(self._ready)

    def __next__(self) -> Task:
        if not self.more():
            raise StopIteration
        return self._ready.pop()


@dataclass
class Crew(Generic[Task, Result]):
    """At most `size` processes of this machine that do `work`. `work` raises nothing, and its results can be pickled.

    Forked, they have all that was warmed before: this process is their fork server. Where there is no fork they are
    spawned, and `work` is pickled. One that has grown by more than `limit` MiB after a task is replaced.
    """

    work: Callable[[Task], Result]
    size: int
    limit: float = GROWTH
    method: str = METHOD
    _workers: list[_Worker[Task]] = field(init=False, default_factory=list)
    _life: tuple[Connection, Connection] = field(init=False)

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Died]]:
        """Each task with its result as it is done, in no order. However this ends, no worker is left."""
        ahead = Ahead(tasks)
        self._life = multiprocessing.Pipe(duplex=False)
        try:
            while ahead.more() or self._at_work():
                self._fill(ahead)
                done = list(self._done())
                self._fill(ahead)  # before anybody spends time on the results
                yield from done
        finally:
            self._dismiss()

    def _fill(self, ahead: Ahead[Task]) -> None:
        for worker in self._workers:
            if worker.task is None and ahead.more():
                self._give(worker, next(ahead))
        while len(self._workers) < self.size and ahead.more():
            self._workers.append(self._hire())
            self._give(self._workers[-1], next(ahead))

    def _at_work(self) -> int:
        return sum(worker.task is not None for worker in self._workers)

    def _give(self, worker: _Worker[Task], task: Task) -> None:
        worker.task = task
        with contextlib.suppress(OSError):  # dead already: its line tells
            worker.line.send(task)

    def _done(self) -> Iterator[tuple[Task, Result | Died]]:
        lines = wait([worker.line for worker in self._workers if worker.task is not None], _LOOK)
        heeded()
        for worker in [worker for worker in self._workers if worker.line in lines]:
            task = worker.task
            assert task is not None
            worker.task = None
            try:
                result, grown = pickle.loads(worker.line.recv_bytes())
                if grown > self.limit:
                    self._buried(worker)
            except (EOFError, OSError):
                result = self._buried(worker)
            yield task, result

    def _buried(self, worker: _Worker[Task]) -> Died:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.line.close()
        return Died(worker.process.exitcode or 0)

    def _hire(self) -> _Worker[Task]:
        ours, theirs = multiprocessing.Pipe()
        arguments = (theirs, self.work, self._life, os.getpid())
        process: BaseProcess = multiprocessing.get_context(self.method).Process(  # type: ignore[attr-defined]
            target=_serve, args=arguments, daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _dismiss(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for end in self._life:
            end.close()
        for worker in self._workers:
            worker.line.close()
            worker.process.join()
        self._workers.clear()


# ---------------------------------------------------------------------------------------------- in the worker


def _serve(line: Connection, work: Callable[[Any], Any], life: tuple[Connection, Connection], parent: int) -> None:
    """Does one task after the other until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells all; the parent decides
    let_go()
    _end_with(parent, life)
    born = resident()
    with contextlib.suppress(EOFError, OSError):
        while True:
            line.send_bytes(pickle.dumps((work(line.recv()), resident() - born)))


def _end_with(parent: int, life: tuple[Connection, Connection]) -> None:
    """However the parent ends, the kernel closes its end of the pipe; on Linux it kills the worker first."""
    reads, writes = life
    writes.close()
    with contextlib.suppress(AttributeError):  # Linux alone has it
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    threading.Thread(target=lambda: os.read(reads.fileno(), 1) or os._exit(1), daemon=True).start()
