"""What a process takes of the machine's memory, and giving back what it no longer needs."""

from __future__ import annotations

import ctypes
import gc
import os
import resource
import sys
from contextlib import suppress
from functools import _lru_cache_wrapper as Memo
from pathlib import Path

MIB = 2**20
OF_TEXTS = tuple(f"bulletin.{room}." for room in ("content", "evidence", "wording"))
LIMIT = 400.0  # MiB; the largest publication so far leaves some 250 behind
GROWTH = 130.0  # MiB; of a process that has been forked and has in memory what its parent has
_STATM = Path("/proc/self/statm")


def resident() -> float:
    """MiB of this process that lie in memory now; where the system does not tell, the most that ever lay there."""
    with suppress(OSError):
        return int(_STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / MIB if sys.platform == "darwin" else most / 1024


def forget() -> None:
    """What was worked out of the texts of one publication goes. What is so of every text has no bound, and stays."""
    rooms = [module for name, module in [*sys.modules.items()] if name.startswith(OF_TEXTS)]
    for memo in (one for room in rooms for one in vars(room).values() if isinstance(one, Memo)):
        if memo.cache_parameters()["maxsize"]:
            memo.cache_clear()


def settle() -> None:
    """What is there now stays until the end: it is not looked through again for what has become free."""
    give_back()
    gc.freeze()


def give_back() -> None:
    """Frees what only points at itself, and what is done with; returns that to the system, where the C library can."""
    forget()
    gc.collect()
    with suppress(AttributeError, OSError):  # glibc alone has it
        ctypes.CDLL(None).malloc_trim(0)
