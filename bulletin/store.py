"""What was made before, by a digest of all that it was made of: in the user's cache, a folder that may be deleted.

Setting pages, solving what stands where and writing a draft are pure: the same words, templates, resources, options and
program give the same bytes. What was made of the same is taken from here instead. An entry is a file that begins with
the digest of the rest: one that was cut off or changed is as good as none, and is made again. It is written beside
and renamed, so that builds which run side by side see whole entries. The program is part of every name: another
version finds nothing of this one's.
"""

from __future__ import annotations

import os
import tempfile
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from bulletin.faces import cache_folder
from bulletin.remembered import key_of

ROOM = 1_000_000_000
"""Bytes on the disk; what was not asked for longest goes first."""
SWEEP = 50_000_000
"""Bytes written by one process between two looks at how much there is."""
_SEAL = 32  # bytes of SHA-256


class Store:
    """The entries of one program. What cannot be read or written is as good as none.

    `hold`: how many bytes of it this process keeps in memory, too. Without a folder that is all.
    """

    def __init__(self, program: str, folder: Path | None, *, room: int = ROOM, hold: int = 0):
        self.program, self.folder, self.room, self.hold = program, folder, room, hold
        self.made: set[str] = set()
        """The kinds of what was made, and not found, since this was emptied."""
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._written = SWEEP  # the first entry looks

    @classmethod
    def of_user(cls, program: str, *, hold: int = 0) -> Store:
        """In the user's cache."""
        return cls(program, cache_folder() / "made", hold=hold)

    def key(self, kind: str, *grounds: object) -> str:
        """The name of what is made of these: bytes, texts, and values whose representation tells all of them."""
        return f"{kind}-{key_of(self.program, kind, *grounds)}"

    def of(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What has that name; made now where it is not there."""
        if (found := self.recall(key)) is None:
            self.keep(key, found := make())
        return found

    def recall(self, key: str) -> bytes | None:
        """The entry, or None."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        if self.folder is None:
            return None
        path = self.folder / key
        with suppress(OSError):
            found = path.read_bytes()
            if found[:_SEAL] == sha256(found[_SEAL:]).digest():
                with suppress(OSError):  # asked for just now
                    os.utime(path)
                self._hold(key, found[_SEAL:])
                return found[_SEAL:]
        return None

    def keep(self, key: str, data: bytes) -> None:
        """From now on this is what the name stands for."""
        self.made.add(key.partition("-")[0])
        self._hold(key, data)
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".", delete=False) as draft:
                draft.write(sha256(data).digest() + data)
            Path(draft.name).replace(self.folder / key)
            self._written += len(data)
            if self._written >= SWEEP:
                self._written = 0
                self.sweep()

    def sweep(self) -> None:
        """Takes away the oldest entries where there is more than there is room for."""
        if self.folder is None:
            return
        entries: list[tuple[int, int, str]] = []
        with suppress(OSError), os.scandir(self.folder) as found:
            for entry in found:
                with suppress(OSError):  # another build has just taken it away
                    stat = entry.stat()
                    entries.append((stat.st_mtime_ns, stat.st_size, entry.path))
        over = sum(size for _, size, _ in entries) - self.room
        for _, size, path in sorted(entries):
            if over <= 0:
                return
            over -= size
            Path(path).unlink(missing_ok=True)

    def _hold(self, key: str, data: bytes) -> None:
        if not self.hold:
            return
        self._held[key] = data
        self._held.move_to_end(key)
        while sum(map(len, self._held.values())) > self.hold:
            self._held.popitem(last=False)
