"""The lock of a folder says who holds it, and nobody holds it who is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin.lock import locked
from bulletin.problems import CannotWrite
from tests.conftest import ROOT

HOLDER = """
import sys, time
from pathlib import Path
from bulletin.lock import locked
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
