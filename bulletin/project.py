"""Where things are, and the only module that reads and writes them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bulletin.files import read_file
from bulletin.messages import say
from bulletin.problems import CannotWrite, ContentError, Place, Problem

LARGEST = 5_000_000  # bytes; an article is some ten thousand
SUMMARY = "summary"
RESERVED = {"glossary", "publication", SUMMARY}


@dataclass(frozen=True)
class Project:
    """A folder with content/, seeds/ and templates/; results go to `reports`."""

    root: Path
    reports: Path

    @classmethod
    def at(cls, root: Path, reports: Path | None = None) -> Project:
        return cls(root.resolve(), (reports or root / "reports").resolve())

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def summary(self) -> Path:
        return self.content / "summary.yaml"

    def names(self) -> list[str]:
        """The content files of subdistricts, without suffix, in order of name."""
        return sorted(path.stem for path in self.content.glob("*.yaml") if path.stem not in RESERVED)

    def shown(self, path: Path) -> str:
        """The path as a person reads it: from the project's folder when it lies inside."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def read(self, path: Path, place: Place | None = None) -> str:
        """A text file of the project, without BOM, with `\\n` line ends. Raises ContentError at `place`."""
        try:
            return self.read_bytes(path, place).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            byte = f"{error.object[error.start]:#04x}"
            message = say("read.encoding", file=self.shown(path), at=error.start + 1, byte=byte)
            raise ContentError([Problem("read", message, place or Place(self.shown(path)))]) from error

    def read_bytes(self, path: Path, place: Place | None = None) -> bytes:
        """A file of the project as it is. Raises ContentError when it is missing, too large or outside."""
        place = place or Place(self.shown(path))
        try:
            inside = path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL: what reads it says which
            inside = True
        if not inside:
            raise ContentError([Problem("read", say("read.outside", file=path), place)])
        try:
            return read_file(path, LARGEST)
        except OSError as error:
            message = say("read.unreadable", file=self.shown(path), why=error.strerror)
            raise ContentError([Problem("read", message, place)]) from error


def write(path: Path, data: bytes) -> None:
    """Write the whole file or nothing: a reader sees the old bytes or the new ones. Raises CannotWrite."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise CannotWrite(f"cannot write {path}: {error.strerror}") from error
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One build at a time in `folder`. Raises CannotWrite when another holds it; the lock ends with its process."""
    import fcntl

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / ".lock", os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise CannotWrite(f"cannot write into {folder}: {error.strerror}") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise CannotWrite(f"another build is writing into {folder}") from error
    finally:
        os.close(handle)
