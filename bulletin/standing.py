"""What a build found up to date stands until something that it looked at has changed: then nothing heavy is imported.

A build that leaves all up to date keeps a note in the user's cache, under the command as it was typed: a digest of all
that goes in, how each file that came out lies on the disk, and the words that a build says which has nothing to do. The
next one that is asked the same, and finds the same, says them. The note may be deleted at any time.

What goes in is compared by its bytes (content, articles, templates) or by size and times (program, libraries,
photographs); what came out by size and times, the folder of reports too, so that a file more or less is seen.
"""

from __future__ import annotations

import fcntl
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

READ = ("content", "seeds", "templates")
SEEN = ("photos",)
LARGEST = 5_000_000  # bytes of a file that is compared by them
LOCK, STAGE = ".lock", ".transaction"
SPOKEN = ("BULLETIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "PYTHONIOENCODING")
SECONDS = "\0"  # stands for them in the words
HERE = Path(__file__).parent


def nothing_to_do() -> str | None:
    """The words of a build that finds what the last one left; None where there is anything to do, or to find out."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        note = json.loads(_note().read_bytes())
        lies = all(_lies(path) == found for path, found in note["out"].items())
        if lies and _same(note["further"]) and inputs(note["root"]) == note["in"] and _free(Path(note["reports"])):
            return str(note["said"])
    return None


def inputs(root: str) -> str:
    """The digest of all that can go into a publication of the project in `root`."""
    found, project = sha256(), Path(root)
    for name in READ:
        for path in _files(project / name):
            found.update(_told(path, _content(path)))
    seen = [path for folder in (*(project / name for name in SEEN), HERE) for path in _files(folder)]
    for path in (*seen, *(path for path in sys.path if path.endswith("site-packages"))):
        found.update(_told(path, json.dumps(_lies(path)).encode()))
    return found.hexdigest()


def keep(root: str, reports: str, before: str, read: Mapping[str, str], out: Iterable[str], said: str) -> None:
    """Notes that all is up to date, if what went in is now as it was `before` anything was read.

    `read` are the digests of files that were read; those of them that lie elsewhere in the project are looked at, too.
    `out` are names of files of `reports`; `said` are the words, with SECONDS where those stand.
    """
    known = tuple(f"{Path(root, name)}{os.sep}" for name in (*READ, *SEEN))
    further = {path: digest for path, digest in read.items() if not path.startswith(known)}
    if inputs(root) != before or not _same(further):
        return
    paths = [reports, *(str(Path(reports, name)) for name in out)]
    note = {"root": root, "reports": reports, "further": further, "in": before, "said": said}
    with suppress(OSError):
        place = _note()
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps({**note, "out": {path: _lies(path) for path in paths}}), encoding="utf-8")
        draft.replace(place)


def _note() -> Path:
    """Where the note on this very command lies; another working folder or language is another command."""
    words = [*sys.argv[1:], str(Path.cwd()), str(HERE), *(f"{name}={os.environ.get(name)}" for name in SPOKEN)]
    name = sha256("\0".join(words).encode(errors="surrogateescape")).hexdigest()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    return cache / "bulletin" / "standing" / name


def _same(digests: Mapping[str, str]) -> bool:
    return all(sha256(_content(path)).hexdigest() == digest for path, digest in digests.items())


def _free(reports: Path) -> bool:
    """Is nobody at work in the folder, and nothing left there half done?"""
    if os.path.lexists(reports / STAGE):
        return False
    with (reports / LOCK).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return True


def _files(folder: Path | str) -> Iterator[str]:
    """Every file below the folder, by name."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path
            elif entry.name != "__pycache__":
                yield from _files(entry.path)


def _content(path: str) -> bytes:
    """The bytes of a file of ordinary size; of anything else how it lies there."""
    with suppress(OSError):
        found = Path(path).stat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST:
            return Path(path).read_bytes()
    return json.dumps(_lies(path)).encode()


def _lies(path: str) -> list[int]:
    """What a write changes; all zero where nothing is."""
    with suppress(OSError):
        found = Path(path).stat()
        return [found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]
    return [0, 0, 0, 0]


def _told(path: str, data: bytes) -> bytes:
    name = path.encode(errors="surrogateescape")
    return b"%d %d\0%s%s" % (len(name), len(data), name, data)
