"""Where things are, and the only module that reads and writes them."""

from __future__ import annotations

import fcntl
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from bulletin.decoding import NotUTF8, decoded
from bulletin.files import read_file
from bulletin.messages import listed, say
from bulletin.problems import CannotWrite, ContentError, Place, Problem, UsageError
from bulletin.terminal import shown as printable

LARGEST = 5_000_000  # bytes; an article is some ten thousand
LARGEST_PICTURE = 60_000_000  # bytes; a camera's largest JPEG has some thirty million
SUMMARY = "summary"
RESERVED = {"glossary", "publication", SUMMARY}
TEMPORARY = ".tmp"
_FEW = 5  # names of files that are listed where one is missing
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_LIKE_CONTENT = re.compile(r".*?(?P<suffix>\.ya?ml)(?P<behind>~|[.~ -].*|\d+)?", re.IGNORECASE | re.DOTALL)


@dataclass
class Reads:
    """The digest of every file as it was read first. One that differed when it was read again is `torn`."""

    digests: dict[Path, str] = field(default_factory=dict)
    torn: set[Path] = field(default_factory=set)

    def note(self, path: Path, data: bytes) -> None:
        self._note(path, sha256(data).hexdigest())

    def join(self, others: Reads) -> None:
        """What another process has read of the same project."""
        self.torn |= others.torn
        for path, found in others.digests.items():
            self._note(path, found)

    def _note(self, path: Path, found: str) -> None:
        if self.digests.setdefault(path, found) != found:
            self.torn.add(path)


@dataclass(frozen=True)
class Project:
    """A folder with content/, seeds/ and templates/, photos/ where there are any; results go to `reports`."""

    root: Path
    reports: Path
    reads: Reads = field(default_factory=Reads, init=False, compare=False, repr=False)

    @classmethod
    def at(cls, root: Path, reports: Path | None = None) -> Project:
        """Raises UsageError for what can be no folder."""
        return cls(_resolved(root), _resolved(reports if reports is not None else root / "reports"))

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def photos(self) -> Path:
        return self.root / "photos"

    @property
    def templates(self) -> Path:
        return self.root / "templates"

    @property
    def summary(self) -> Path:
        return self.content / "summary.yaml"

    def names(self) -> list[str]:
        """The content files of subdistricts, without suffix, in order of name."""
        files = (path for path in self.content.glob("*.yaml") if _is_name(path.stem) and path.stem not in RESERVED)
        return sorted(path.stem for path in files if path.is_file())

    def strangers(self) -> Iterator[Problem]:
        """What lies in content/ like a content file and is not read as one: it would be missed without a word.

        Hidden files, and those that an office program hides beside an open one, are passed over.
        """
        for path in sorted(self.content.iterdir()) if self.content.is_dir() else ():
            match = _LIKE_CONTENT.fullmatch(path.name)
            if match is None or path.name.startswith((".", "~$", "#")):
                continue
            place = Place(printable(self.shown(path)))
            if match["behind"]:
                yield Problem("read", say("read.copy"), place, "warning")
            elif match["suffix"] != ".yaml":
                yield Problem("read", say("read.suffix", suffix=match["suffix"]), place)
            elif not _is_name(path.stem):
                yield Problem("read", say("read.name", name=printable(path.stem)), place)
            elif not path.is_file():
                yield Problem("read", say("read.folder") if path.is_dir() else say("read.no_file"), place)

    def shown(self, path: Path) -> str:
        """The path as a person reads it: from the project's folder when it lies inside."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)

    def read(self, path: Path, place: Place | None = None) -> str:
        """A text file of the project, without BOM, with `\\n` line ends. Raises ContentError at `place`."""
        try:
            return decoded(self.read_bytes(path, place)).replace("\r\n", "\n").replace("\r", "\n")
        except NotUTF8 as error:
            raise ContentError([self.not_utf8(path, error, place)]) from error

    def not_utf8(self, path: Path, error: NotUTF8, place: Place | None = None) -> Problem:
        """Which encoding the file is in, and the command that converts it; or where a text in UTF-8 is damaged."""
        shown = printable(self.shown(path))
        place = place or Place(shown, error.line, error.column)
        if error.format:
            message = say("read.not_text", file=shown, format=error.format)
            return Problem("read", message, place, notes=(("help", say("read.save_text")),))
        if not error.encoding:
            where = {"line": error.line, "column": error.column}
            message = say("read.damaged", file=shown, byte=f"{error.byte:#04x}", **where)
            if error.mixed:
                message = say("read.mixed", file=shown, encoding=error.mixed, **where)
            return Problem("read", message, place, notes=(("help", say("read.retype")),))
        quoted = shlex.quote(shown)
        command = f"iconv -f {error.encoding} -t UTF-8 {quoted} > utf8.tmp && mv utf8.tmp {quoted}"
        message = say("read.not_utf8", file=shown, encoding=error.encoding)
        return Problem("read", message, place, notes=(("help", say("read.convert", command=command)),))

    def read_bytes(self, path: Path, place: Place | None = None) -> bytes:
        """A file of the project as it is, noted. Raises ContentError when it is missing, too large or outside."""
        try:
            inside = path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL: what reads it says which
            inside = True
        if not inside:
            raise self._refused(say("read.outside", file=path), path, place)
        try:
            data = read_file(path, LARGEST_PICTURE if path.is_relative_to(self.photos) else LARGEST)
        except OSError as error:
            message = say("read.unreadable", file=self.shown(path), why=error.strerror)
            raise self._refused(message, path, place, _beside(path, inside=place is not None)) from error
        self.reads.note(path, data)
        return data

    def read_picture(self, name: str, place: Place) -> bytes:
        """A file of photos/ as a content file names it. Raises ContentError at `place`."""
        path = self.photos / name
        try:
            inside = ".." not in path.parts and path.is_relative_to(self.photos)
            inside = inside and path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL: what reads it says which
            inside = True
        if not inside:
            raise self._refused(say("read.picture_outside", file=printable(name)), path, place)
        return self.read_bytes(path, place)

    def digest_of(self, path: Path) -> str:
        """The digest of a file as it was read first; it is read now where it was not yet. Raises ContentError."""
        return self.reads.digests.get(path) or self.digest_now(path)

    def digest_now(self, path: Path) -> str:
        """The digest of a file as it is now, which is noted. Raises ContentError."""
        return sha256(self.read_bytes(path)).hexdigest()

    def _refused(self, message: str, path: Path, place: Place | None, beside: str = "") -> ContentError:
        notes = (("help", say("read.beside", files=beside)),) if beside else ()
        return ContentError([Problem("read", message, place or Place(self.shown(path)), notes=notes)])


def _beside(path: Path, *, inside: bool) -> str:
    """The files that lie where one is missing that a content file names: those with a name like it, or a few."""
    if not inside or path.exists() or not path.parent.is_dir():
        return ""
    names = sorted(printable(one.name) for one in path.parent.iterdir() if not one.name.startswith("."))
    close = get_close_matches(path.stem.casefold(), {Path(name).stem.casefold() for name in names})
    return listed([name for name in names if Path(name).stem.casefold() in close] or names[:_FEW])


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, ValueError, RuntimeError) as error:  # a circle of links, NUL in the name
        raise UsageError(say("cli.folder", folder=ascii(str(folder)), reason=error)) from error


def named_folder(text: str | Path) -> Path:
    """A folder as the command line names it. Raises UsageError for no name at all, which would be the current one."""
    if not str(text):
        raise UsageError(say("cli.no_folder"))
    return Path(text)


def _is_name(stem: str) -> bool:
    return _NAME.fullmatch(stem) is not None


def write(path: Path, data: bytes) -> None:
    """Write the whole file or nothing: a reader sees the old bytes or the new ones. Raises CannotWrite."""
    name = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=TEMPORARY)
        with os.fdopen(handle, "wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # while it is held, the draft of the file is no leftover
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), 0o644)
            Path(name).replace(path)
    except OSError as error:
        raise CannotWrite(say("write.cannot", file=path, reason=error.strerror)) from error
    finally:
        if name:
            Path(name).unlink(missing_ok=True)
