"""What a killed process left half written, told from what a person keeps."""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from bulletin.project import TEMPORARY

_DRAFT = re.compile(r"\.(?P<file>.+)\.(?P<letters>[a-z0-9_]{8})(?P<suffix>\.tmp)?")
"""As `tempfile.mkstemp` names a file that is being written; releases before this one gave it no suffix."""
_PRIVATE = 0o600
assert TEMPORARY == ".tmp"


def remove_leftovers(folder: Path, known: Collection[str]) -> None:
    """Removes drafts of the `known` files that nobody is writing. Another file is a person's, whatever it is called."""
    for path in (path for place in (folder, folder / ".baselines") if place.is_dir() for path in place.iterdir()):
        match = _DRAFT.fullmatch(path.name)
        ours = match and (match["file"] in known or (path.parent != folder and match["file"].endswith(".json")))
        if match and ours and not path.is_symlink() and path.is_file():
            with suppress(OSError):
                _remove(path, sure=bool(match["suffix"] or re.search(r"[0-9_]", match["letters"])))


def _remove(path: Path, *, sure: bool) -> None:
    """Raises OSError where somebody writes it now. A word of eight letters is ours only with a draft's own rights."""
    handle = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if sure or os.fstat(handle).st_mode & 0o777 == _PRIVATE:
            path.unlink()
    finally:
        os.close(handle)
