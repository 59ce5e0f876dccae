"""One build at a time in a folder: a lock that says who holds it, and that ends with its holder, however that ends."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from bulletin.messages import say
from bulletin.problems import CannotWrite

NAME = ".lock"
_TEXT = 2000  # bytes of the holder's words that are read
_held: set[int] = set()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Raises CannotWrite, which names the holder, when another process has the folder."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise CannotWrite(say("lock.folder", folder=folder, reason=error.strerror)) from error
    _held.add(handle)
    try:
        _take(handle, folder)
        try:
            yield
        finally:
            _clear(handle)
    finally:
        let_go(handle)


def _take(handle: int, folder: Path) -> None:
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise CannotWrite(say("lock.held", folder=folder, holder=_holder(handle))) from error
    except OSError as error:  # a disk that knows no locks
        raise CannotWrite(say("lock.folder", folder=folder, reason=error.strerror)) from error
    _sign(handle)


def let_go(*handles: int) -> None:
    """Closes these locks; without any, all that this process was born with: a worker must not keep its parent's."""
    for handle in handles or tuple(_held):
        _held.discard(handle)
        with suppress(OSError):
            os.close(handle)


def _clear(handle: int) -> None:
    with suppress(OSError):
        os.ftruncate(handle, 0)


def _sign(handle: int) -> None:
    """Who, where, since when, with which command. A lock holds without these words, too."""
    since = datetime.now().astimezone().isoformat(" ", "seconds")
    command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])
    text = f"pid {os.getpid()}, {os.uname().nodename}, {since}, {command}\n"
    _clear(handle)
    with suppress(OSError):
        os.pwrite(handle, text.encode(errors="backslashreplace")[:_TEXT], 0)


def _holder(handle: int) -> str:
    try:
        text = os.pread(handle, _TEXT, 0).decode(errors="replace").strip()
    except OSError:
        text = ""
    return "".join(char if char.isprintable() else "?" for char in text) or say("lock.unknown")
