"""The process that sets pages: it keeps the engine warm, does one task after the other, and ends with its parent.

Started as `python -m bulletin.desk.watch.child FOLDER PARENT THEME`; both ways messages are a length and a pickle of
our own types.
"""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

HEAD = struct.Struct(">Q")
_PDEATHSIG = 1  # prctl(2): PR_SET_PDEATHSIG


def send(line: BinaryIO, thing: object) -> None:
    """One message."""
    data = pickle.dumps(thing)
    line.write(HEAD.pack(len(data)) + data)
    line.flush()


def receive(line: BinaryIO) -> Any:
    """The next message. Raises EOFError when there is none any more."""
    head = line.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    return pickle.loads(line.read(HEAD.unpack(head)[0]))


def main(folder: str, parent: int, theme: str) -> None:
    """Does what it is asked to until the parent is gone; None stands behind the last message of each task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells all; the parent decides
    with suppress(AttributeError, OSError):  # Linux alone has it
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        return
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no message
    os.environ.setdefault("MPLBACKEND", "agg")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from bulletin.desk.watch.view import View
    from bulletin.messages import chosen, speak

    speak(chosen(None, os.environ))
    view = View(Path(folder), theme)
    gc.set_threshold(250_000)
    with suppress(EOFError, BrokenPipeError):
        while True:
            what, name = receive(sys.stdin.buffer)
            for piece in view.check(name) if what == "check" else view.look(name):
                send(told, piece)
            send(told, None)
            if what == "check":  # nobody waits now
                gc.collect()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
