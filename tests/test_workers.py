"""A worker that dies costs its task; all end with their parent, whatever ends it."""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError, dataclass
from pathlib import Path

import pytest

from bulletin import interrupts
from bulletin.lock import locked
from bulletin.memory import GROWTH, resident
from bulletin.workers import Crew, Died, _end_with
from tests.conftest import ROOT
from tests.faults.kills import children, runs, until

TASKS = ["a", "b", "c", "d", "e"]


def ends(task: str, how: Callable[[], object]) -> Callable[[str], str]:
    """Work that ends its own process at one task."""

    def work(name: str) -> str:
        if name == task:
            how()
        return name.upper()

    return work


def test_every_task_comes_back_with_its_result() -> None:
    assert sorted(Crew(str.upper, 2).run(TASKS)) == [(task, task.upper()) for task in TASKS]


@pytest.mark.parametrize("size", [1, 2, 9])
@pytest.mark.parametrize(
    ("how", "died"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), Died(-9)),
        (lambda: faulthandler.disable() and os.kill(os.getpid(), signal.SIGSEGV), Died(-11)),
        (lambda: os._exit(3), Died(3)),
    ],
    ids=["killed", "segfault", "exit"],
)
def test_a_worker_that_dies_costs_its_task(size: int, how: Callable[[], object], died: Died) -> None:
    done = dict(Crew(ends("b", how), size).run(TASKS))
    assert done == {**{task: task.upper() for task in TASKS}, "b": died}


def test_every_worker_may_die() -> None:
    done = dict(Crew(lambda _: os._exit(1), 2).run(TASKS))
    assert done == dict.fromkeys(TASKS, Died(1))


OTHERS: set[int] = set()
"""Processes that this one had before a test: a server that other tests fork from."""


@pytest.fixture(autouse=True)
def others() -> None:
    OTHERS.clear()
    OTHERS.update(children(os.getpid()))


def born() -> set[int]:
    """The processes that the test has started and that still run."""
    return {*children(os.getpid())} - OTHERS


def test_a_worker_that_grows_is_replaced_and_no_other() -> None:
    kept: list[bytes] = []

    def grows(task: str) -> int:
        kept.append(b"x" * (60_000_000 if int(task) % 3 == 2 else 1))
        return os.getpid()

    by = [pid for _, pid in Crew(grows, 1, 40).run(map(str, range(8)))]
    assert [by.count(pid) for pid in dict.fromkeys(by)] == [3, 3, 2]


def test_a_worker_is_not_replaced_for_what_its_parent_has() -> None:
    mine = b"x" * 300_000_000
    assert resident() > GROWTH
    by = {pid for _, pid in Crew(lambda task: (os.getpid(), len(mine))[0], 1).run(TASKS)}
    assert len(by) == 1


def test_tasks_are_taken_from_their_source_one_ahead_of_the_hands() -> None:
    taken = 0

    def source() -> Iterator[str]:
        nonlocal taken
        for number in range(20):
            taken += 1
            yield str(number)

    running = Crew(str.upper, 2).run(source())
    for done, _ in enumerate(running, 1):
        assert taken <= done + 2 * 2 + 1
    assert taken == 20


SPAWNED = """
from bulletin.workers import Crew
from tests.test_workers import TASKS, Ends
print(sorted(Crew(Ends("b"), 2, method="spawn").run(TASKS)))
"""


def test_where_there_is_no_fork_workers_are_spawned() -> None:
    done = subprocess.run([sys.executable, "-c", SPAWNED], cwd=ROOT, capture_output=True, text=True, check=True)
    expected = [(task, Died(3) if task == "b" else task.upper()) for task in TASKS]
    assert (done.stdout.strip(), done.stderr) == (str(expected), "")


@dataclass
class Ends:
    """Work that travels to a spawned process, and ends it at one task."""

    task: str

    def __call__(self, name: str) -> str:
        return os._exit(3) if name == self.task else name.upper()


def test_the_cause_is_named() -> None:
    assert [Died(code).cause for code in (-9, -11, 3)] == ["SIGKILL", "SIGSEGV", "exit code 3"]


def test_a_worker_does_not_hold_the_lock_of_its_parent(tmp_path: Path) -> None:
    def open_files(_: str) -> list[str]:
        return [str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]

    with locked(tmp_path):
        found = dict(Crew(open_files, 3).run(["a", "b", "c"])).values()
    for files in found:
        assert isinstance(files, list)
        assert str(tmp_path / ".lock") not in files


def test_a_worker_leaves_the_interrupt_key_to_its_parent() -> None:
    def pressed(name: str) -> str:
        os.kill(os.getpid(), signal.SIGINT)
        return name.upper()

    assert dict(Crew(pressed, 1).run(TASKS)) == {task: task.upper() for task in TASKS}


def test_a_large_result_comes_whole() -> None:
    assert dict(Crew(lambda name: name * 5_000_000, 2).run(TASKS)) == {task: task * 5_000_000 for task in TASKS}


def test_no_worker_is_left_when_the_results_are_not_all_taken() -> None:
    running = Crew(lambda name: time.sleep(name != "a") or name, 2).run(TASKS)
    assert next(running)[0] == "a"
    assert born()
    running.close()  # type: ignore[attr-defined]
    assert not born()


PARENT = """
import sys, time
from pathlib import Path
from bulletin.lock import locked
from bulletin.workers import Crew
work = {work}
with locked(Path(sys.argv[1])):
    list(Crew(work, 2).run(["a", "b", "c"]))
"""
SLEEPS = "lambda name: time.sleep(60)"
NEVER_LETS_GO = "lambda name: __import__('re').match('(a*)*b', 'a' * 60)"  # in C, with the interpreter's lock


@pytest.mark.parametrize("work", [SLEEPS, NEVER_LETS_GO], ids=["asleep", "in C"])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_workers_end_with_their_parent_and_the_lock_is_free(tmp_path: Path, how: signal.Signals, work: str) -> None:
    command = [sys.executable, "-c", PARENT.format(work=work), str(tmp_path)]
    parent = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, preexec_fn=heed_signals)
    try:
        assert until(lambda: len(children(parent.pid)) > 1, 30)
        time.sleep(0.1)
        workers = children(parent.pid)
        parent.send_signal(how)
        parent.wait(10)
        assert until(lambda: not any(map(runs, workers)), 5)
    finally:
        parent.kill()
    code = (
        "import sys; from pathlib import Path; from bulletin.lock import locked\nwith locked(Path(sys.argv[1])): pass"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True)


def heed_signals() -> None:
    """Whoever started the tests may have these ignored, as nohup does."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for each in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL)


def test_no_more_workers_than_were_asked_for_or_than_tasks() -> None:
    def at_work(_: str) -> int:
        time.sleep(0.1)
        return os.getpid()

    assert len(set(dict(Crew(at_work, 2).run(TASKS)).values())) == 2
    for size, tasks, workers in ((2, TASKS, 2), (9, ["a", "b"], 2), (9, ["a"], 1), (1, TASKS, 1)):
        seen = [len(born()) for _ in Crew(at_work, size).run(tasks)]
        assert max(seen) <= workers


def test_no_tasks_need_no_workers() -> None:
    assert list(Crew(str.upper, 2).run([])) == []


def test_a_worker_that_ends_by_itself_has_died_too() -> None:
    assert dict(Crew(ends("b", lambda: os._exit(0)), 1).run(["a", "b"])) == {"a": "A", "b": Died(0)}


def test_waiting_costs_nothing_and_the_keys_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker is busy for two seconds; Ctrl-C is heeded long before that."""
    started, spent = time.monotonic(), time.process_time()
    timer = threading.Timer(0.4, monkeypatch.setattr, (interrupts, "_pressed", True))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        list(Crew(lambda _: time.sleep(9), 1).run(["a"]))
    assert time.monotonic() - started < 1.4
    assert time.process_time() - spent < 0.2
    assert not born()


def test_a_program_that_ends_with_work_undone_does_not_wait_for_it() -> None:
    code = "import time; from bulletin.workers import Crew\nworking = Crew(lambda n: n > 'a' and time.sleep(60), 2).run"
    code += "(['a', 'b'])\nprint(next(working))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "('a', False)\n", "")


@pytest.mark.parametrize("other", [-1, 1])
def test_a_worker_born_after_its_parent_ended_ends_at_once(other: int) -> None:
    life = multiprocessing.Pipe(duplex=False)
    child = os.fork()
    if not child:
        with contextlib.suppress(BaseException):
            _end_with(os.getppid() + other, life)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    for end in life:
        end.close()


def test_a_worker_ends_when_the_pipe_of_its_parent_is_closed() -> None:
    """Also where the kernel does not kill it: prctl is Linux's."""
    life = multiprocessing.Pipe(duplex=False)
    child = os.fork()
    if not child:
        with contextlib.suppress(BaseException):
            _end_with(os.getppid(), life)
            time.sleep(20)
        os._exit(0)
    time.sleep(0.3)
    assert os.waitpid(child, os.WNOHANG) == (0, 0)  # while it is open, the worker lives
    for end in life:
        end.close()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1


def test_what_became_of_a_worker_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Died(-9).code = 0  # type: ignore[misc]


def test_no_open_file_is_left_of_a_crew_however_it_ended() -> None:
    before = sorted(Path("/proc/self/fd").iterdir())
    list(Crew(ends("b", lambda: os._exit(1)), 2).run(TASKS))
    running = Crew(str.upper, 2).run(TASKS)
    next(running)
    running.close()  # type: ignore[attr-defined]
    assert sorted(Path("/proc/self/fd").iterdir()) == before
