"""What has been found sound before: keys of everything that a verdict rests on, in the user's cache."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from bulletin.faces import cache_folder
from bulletin.problems import CannotWrite
from bulletin.project import write

MOST = 500  # keys; the oldest go first


class Remembered:
    """The keys in one file. A file that is damaged or cannot be written is as good as none."""

    def __init__(self, path: Path | None = None):
        self.path = path or cache_folder() / "sound.json"
        self._keys: list[str] | None = None

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    @property
    def keys(self) -> list[str]:
        """The oldest first."""
        if self._keys is None:
            self._keys = []
            with suppress(OSError, ValueError, RecursionError):
                found = json.loads(self.path.read_bytes())
                self._keys = [key for key in found if isinstance(key, str)] if isinstance(found, list) else []
        return self._keys

    def add(self, keys: list[str]) -> None:
        """Writes the file if there is anything new."""
        if new := [key for key in keys if key not in self.keys]:
            self._keys = [*self.keys, *new][-MOST:]
            with suppress(CannotWrite):
                write(self.path, json.dumps(self._keys).encode())
