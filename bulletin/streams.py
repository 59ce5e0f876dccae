"""Standard output and error that never stop the work: a reader that has gone, a full disk, a closed stream."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Any, TextIO


class _Raw(io.FileIO):
    """A file descriptor that takes everything. A reader that has gone is no fault; a full disk is kept as `fault`."""

    fault: OSError | None = None

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            pass
        except OSError as error:
            self.fault = error
        return memoryview(data).nbytes


def steady() -> None:
    """From now on a terminal that lacks a character shows its number, and one that has gone is written to in vain."""
    for handle in range(3):
        try:
            os.fstat(handle)
        except OSError:  # closed: the next file that is opened would be taken for it
            os.open(os.devnull, os.O_RDWR)
    sys.stdout, sys.stderr = _steady(1, sys.stdout), _steady(2, sys.stderr)


def _steady(handle: int, old: TextIO | None) -> io.TextIOWrapper:
    raw = _Raw(handle, "w", closefd=False)
    if old:
        with suppress(OSError):
            old.flush()
    encoding, lines = old.encoding if old else "utf-8", handle == 2 or raw.isatty()
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding, "backslashreplace", line_buffering=lines)


def lost() -> str:
    """Why what was printed did not arrive, in the system's words; nothing where it did, or where nobody listens."""
    sys.stdout.flush()
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    return str(raw.fault.strerror) if isinstance(raw, _Raw) and raw.fault else ""
