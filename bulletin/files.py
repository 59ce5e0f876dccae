"""A file from disk as bytes: a regular file of a size that memory holds. Pipes, sockets and devices are never opened.

Whatever stands in a folder may have been put there by anybody, and may change while it is read.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from bulletin.messages import say

_KINDS = {
    stat.S_IFDIR: "file.folder",
    stat.S_IFIFO: "file.pipe",
    stat.S_IFSOCK: "file.socket",
    stat.S_IFCHR: "file.device",
    stat.S_IFBLK: "file.device",
}
_REASONS = {
    errno.ENOENT: "file.missing",
    errno.EACCES: "file.forbidden",
    errno.EPERM: "file.forbidden",
    errno.ELOOP: "file.loop",
    errno.ENAMETOOLONG: "file.name",
}
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: Path, most: int) -> bytes:
    """All bytes of a regular file of at most `most` bytes. Raises OSError, whose `strerror` says why in words."""
    try:
        _suits(path.stat(), most)
        with os.fdopen(os.open(path, _OPEN), "rb") as file:
            before = os.fstat(file.fileno())
            _suits(before, most)  # it may be another file by now
            data = file.read(most + 1)
            after = os.fstat(file.fileno())
    except ValueError as error:  # a NUL in the name
        raise OSError(errno.EINVAL, say("file.name")) from error
    except OSError as error:
        raise OSError(error.errno, because(error)) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise OSError(errno.EAGAIN, say("file.changed"))
    return data


def is_regular(path: Path) -> bool:
    """Is there a file that can be read as one? False for everything else, also where nobody may look."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def because(error: OSError) -> str:
    """Why a file cannot be read, in words."""
    name = _REASONS.get(error.errno or 0)
    return say(name) if name else str(error.strerror or error)


def _suits(found: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, say(_KINDS.get(stat.S_IFMT(found.st_mode), "file.device")))
    if found.st_size > most:
        raise OSError(errno.EFBIG, say("file.large", most=most))
