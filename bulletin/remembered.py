"""What has been found before: keys of everything that a verdict rests on, in the user's cache; some with words.

A key is a file of that name, so that builds which run side by side never write over what another remembers.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from bulletin.faces import cache_folder

MOST, EACH = 1000, 60
"""Keys that are remembered at least, and for each publication of a project: those not asked for longest go first."""
LOOK = 200  # keys that one process adds between two looks at how many there are


def key_of(*grounds: object) -> str:
    """The digest of all that a verdict rests on: texts, and values whose representation tells all of them."""
    digest = sha256()
    for one in grounds:
        words = one if isinstance(one, bytes) else (one if isinstance(one, str) else repr(one)).encode(errors="replace")
        digest.update(b"%d\0" % len(words) + words)
    return digest.hexdigest()


class Remembered:
    """The keys in one folder. One that cannot be read or written is as good as none."""

    def __init__(self, folder: Path | None = None, publications: int = 0):
        self.folder = folder or cache_folder() / "sound"
        self.most, self._added = max(MOST, EACH * publications), LOOK  # the first that is added looks

    def __contains__(self, key: str) -> bool:
        return self.recall(key) is not None

    def recall(self, key: str) -> bytes | None:
        """What is remembered with the key; None where it is not known."""
        path = self.folder / key
        with suppress(OSError):
            found = path.read_bytes()
            with suppress(OSError):  # asked for just now
                os.utime(path)
            return found
        return None

    def add(self, keys: Iterable[str], words: bytes = b"") -> None:
        """Remembers the keys."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            for key in keys:
                self._write(self.folder / key, words)
                self._added += 1
            if self._added >= LOOK:
                self._added = 0
                self._forget()

    def _forget(self) -> None:
        """The oldest of all, where there are too many."""
        known = list(self.folder.iterdir())
        for old in sorted(known, key=_age)[: -self.most] if len(known) > self.most else ():
            old.unlink(missing_ok=True)

    def _write(self, path: Path, words: bytes) -> None:
        """Whole or not at all: another build may be reading it."""
        if not words:
            path.touch()
            return
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as draft:
            draft.write(words)
        Path(draft.name).replace(path)


def _age(path: Path) -> tuple[int, str]:
    """When the key was last asked for; 0 where another build has just forgotten it."""
    with suppress(OSError):
        return path.stat().st_mtime_ns, path.name
    return 0, path.name
