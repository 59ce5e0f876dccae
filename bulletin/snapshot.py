"""A folder as it was at one moment, and whether it still is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bulletin.problems import ContentError
from bulletin.project import Project

_Signature = tuple[int, int, int, int]


@dataclass
class Snapshot:
    """The digest of every file in a folder of the project, but for those of these names. Taken when it is made."""

    project: Project
    folder: Path
    without: frozenset[str] = frozenset()
    digests: dict[str, str] = field(init=False)
    _signatures: dict[str, _Signature] = field(init=False)

    def __post_init__(self) -> None:
        self._signatures, self.digests = self._look()

    def stand(self) -> bool:
        """Is no file added, gone or written since? One that was written and put back has been written, too."""
        return (self._signatures, self.digests) == self._look()

    def _look(self) -> tuple[dict[str, _Signature], dict[str, str]]:
        signatures, digests = dict[str, _Signature](), dict[str, str]()
        for path in sorted(self.folder.rglob("*")):
            if path.name in self.without or not path.is_file():
                continue
            name = self.project.shown(path)
            signatures[name] = _signature(path)
            digests[name] = self._digest(path)
        return signatures, digests

    def _digest(self, path: Path) -> str:
        """A file that cannot be read is told of by what needs it."""
        try:
            return self.project.digest_now(path)
        except ContentError:
            return "unread"


def _signature(path: Path) -> _Signature:
    """What a write changes. Taken before the bytes are read, so that a write between the two is seen."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0, 0)
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
