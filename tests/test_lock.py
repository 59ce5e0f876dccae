"""The lock of a folder says who holds it, and nobody holds it who is gone."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bulletin.lock import locked
from bulletin.messages import say
from bulletin.problems import CannotWrite
from tests.conftest import ROOT

HOLDER = """
import sys, time
from pathlib import Path
from bulletin.lock import locked
from bulletin.messages import say
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_who_comes_second_is_told_who_holds_it(tmp_path: Path) -> None:
    process = holder(tmp_path)
    with pytest.raises(CannotWrite) as refused, locked(tmp_path):
        pass
    said = str(refused.value)
    assert f"pid {process.pid}, {os.uname().nodename}, 20" in said
    assert str(tmp_path) in said
    process.kill()
    process.communicate()
    with locked(tmp_path):  # the words of the dead are no lock
        pass


def test_a_lock_that_is_free_has_no_words(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert f"pid {os.getpid()}" in (tmp_path / ".lock").read_text()
    assert (tmp_path / ".lock").read_text() == ""
    with pytest.raises(KeyError), locked(tmp_path):
        raise KeyError
    assert (tmp_path / ".lock").read_text() == ""


FORKS = """
    import os
    from bulletin.lock import let_go
    if not os.fork():
        let_go()
        print("held", flush=True)
        time.sleep(9)
        os._exit(0)
    time.sleep(60)
"""


def test_a_child_that_lets_go_does_not_keep_the_lock_when_its_parent_is_killed(tmp_path: Path) -> None:
    code = HOLDER[: HOLDER.index("    print")] + FORKS
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    with pytest.raises(CannotWrite), locked(tmp_path):  # the child has closed its own
        pass
    process.send_signal(signal.SIGKILL)
    process.wait()
    with locked(tmp_path):
        pass
    process.stdout.close()


@pytest.mark.parametrize("thing", ["folder", "link"])
def test_what_stands_in_the_way_of_the_lock_is_told(tmp_path: Path, thing: str) -> None:
    if thing == "folder":
        (tmp_path / ".lock").mkdir()
    else:
        (tmp_path / ".lock").symlink_to(".lock")
    with pytest.raises(CannotWrite, match="cannot write into"), locked(tmp_path):
        pass


def test_words_that_are_none_are_shown_harmless(tmp_path: Path) -> None:
    process = holder(tmp_path)
    (tmp_path / ".lock").write_bytes(b"\x1b[2J\xff\n")
    with pytest.raises(CannotWrite) as refused, locked(tmp_path):
        pass
    assert "\x1b" not in str(refused.value)
    process.kill()
    process.communicate()


def test_the_words_of_the_lock_say_who_where_when_and_with_which_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/generate.py", "build", "--to", "pdf docx"])
    mask = os.umask(0o022)
    try:
        with locked(tmp_path / "new" / "reports"):
            path = tmp_path / "new" / "reports" / ".lock"
            words, mode = path.read_text(), path.stat().st_mode
    finally:
        os.umask(mask)
    pid, host, since, command = words.split(", ", 3)
    assert (pid, host) == (f"pid {os.getpid()}", os.uname().nodename)
    assert abs(datetime.fromisoformat(since) - datetime.now().astimezone()) < timedelta(minutes=5)
    assert command == "generate.py build --to 'pdf docx'\n"
    assert mode & 0o777 == 0o644  # others may read who holds it


def test_a_long_command_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["generate.py", *(f"word{number}" for number in range(2000))])
    with locked(tmp_path):
        assert (tmp_path / ".lock").stat().st_size == 2000, "as much as is read of it"


def test_a_holder_without_words_is_told_as_unknown(tmp_path: Path) -> None:
    process = holder(tmp_path)
    (tmp_path / ".lock").write_bytes(b" \n")
    with pytest.raises(CannotWrite) as refused, locked(tmp_path):
        pass
    assert say("lock.unknown") in str(refused.value)
    process.kill()
    process.communicate()


def test_of_two_folders_each_has_its_own_lock(tmp_path: Path) -> None:
    with locked(tmp_path / "a"):
        with locked(tmp_path / "b"), pytest.raises(CannotWrite), locked(tmp_path / "a"):
            pass
        with locked(tmp_path / "b"):  # is free again
            pass
        with pytest.raises(CannotWrite, match="pid"), locked(tmp_path / "a"):  # still is held
            pass
    with locked(tmp_path / "a"):
        pass


def test_a_disk_that_knows_no_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with pytest.raises(CannotWrite, match=r"cannot write into .*: No locks available"), locked(tmp_path):
        pass


def test_no_open_file_is_left_behind(tmp_path: Path) -> None:
    before = sorted(Path("/proc/self/fd").iterdir())
    for _ in range(3):
        with locked(tmp_path), pytest.raises(CannotWrite), locked(tmp_path):
            pass
    assert sorted(Path("/proc/self/fd").iterdir()) == before


def test_a_pipe_in_the_place_of_the_lock_locks_without_words(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".lock")
    process = holder(tmp_path)
    with pytest.raises(CannotWrite) as refused, locked(tmp_path):
        pass
    assert say("lock.unknown") in str(refused.value)
    process.kill()
    process.communicate()
