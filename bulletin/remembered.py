"""What has been found sound before: keys of everything that a verdict rests on, in the user's cache.

A key is a file of that name, so that builds which run side by side never write over what another remembers; it holds
what was said, or nothing where nothing was wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from bulletin.faces import cache_folder
from bulletin.problems import CannotWrite
from bulletin.project import write

MOST = 500  # keys; the oldest go first


class Remembered:
    """The keys in one folder. One that cannot be read or written is as good as none."""

    def __init__(self, folder: Path | None = None):
        self.folder = folder or cache_folder() / "sound"

    def __contains__(self, key: str) -> bool:
        return (self.folder / key).is_file()

    def get(self, key: str) -> str:
        """What is kept under the key; nothing where there is none."""
        with suppress(OSError, UnicodeDecodeError):
            return (self.folder / key).read_text(encoding="utf-8")
        return ""

    def keep(self, key: str, text: str) -> None:
        """Remembers the text under the key."""
        with suppress(CannotWrite):
            write(self.folder / key, text.encode())
        self.add([key])

    def add(self, keys: Iterable[str]) -> None:
        """Remembers the keys, and forgets the oldest of all where there are too many."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            for key in keys:
                (self.folder / key).touch()
            for old in sorted(self.folder.iterdir(), key=_age)[:-MOST]:
                old.unlink(missing_ok=True)


def _age(path: Path) -> tuple[int, str]:
    """When the key was last found sound; 0 where another build has just forgotten it."""
    with suppress(OSError):
        return path.stat().st_mtime_ns, path.name
    return 0, path.name
