"""Several files of a folder change as one: after a kill at any moment all are old, or all are new.

The new bytes lie staged in `.transaction/`, beside links to the old ones. The moment that `journal.json` gets its name
is the commit: from then on the renames are finished, by this process or by the next start; a rename that the system
refuses takes all of them back. Everything is judged by digests, so that a file which somebody saved meanwhile is seen,
and left alone.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from bulletin.messages import say
from bulletin.problems import CannotWrite

STAGE = ".transaction"
_JOURNAL = "journal.json"
_MODE = 0o644
_DEPTH = 2  # of a target: a file of the folder, or of a folder in it

Held = Callable[[Path], bool]
"""Is the file open in a program that will save it?"""


@dataclass(frozen=True)
class Write:
    """The bytes that a file of the folder shall have. `guarded`: only while it still is as it was `seen`.

    `seen` is the digest of the bytes that there were, None where there was no file. `like` gives date and rights.
    """

    target: str
    data: bytes
    guarded: bool = False
    seen: str | None = None
    like: Path | None = None


@dataclass(frozen=True)
class _Step:
    target: str
    new: str
    old: str | None
    guarded: bool


class _Conflict(Exception):
    """A guarded file is no longer as it was."""


def commit(folder: Path, writes: Sequence[Write]) -> None:
    """All of them in their order, or none. Raises CannotWrite; then every file is as it was."""
    if not writes:
        return
    _open_stage(folder)
    steps: list[_Step] = []
    target = folder / writes[0].target
    try:
        for write in writes:
            target = folder / write.target
            steps.append(_staged(folder, len(steps), write))
        for path in (folder / STAGE).iterdir():  # all are written by now: one wait serves many
            _flush(path)
        target = folder / STAGE / _JOURNAL
        with _undisturbed():
            _write_journal(folder / STAGE, steps)
            _settle(folder, steps)
    except OSError as error:
        raise CannotWrite(say("write.cannot", file=target, reason=error.strerror)) from error
    finally:
        if not (folder / STAGE / _JOURNAL).exists():
            shutil.rmtree(folder / STAGE, ignore_errors=True)


def recover(folder: Path, held: Held = lambda _: False) -> str:
    """Ends what a process left unfinished: all new where that can be done, else all old. Gives a notice, or nothing.

    Raises CannotWrite where neither can be done.
    """
    stage = folder / STAGE
    if not os.path.lexists(stage):
        return ""
    if stage.is_symlink() or not stage.is_dir():
        raise CannotWrite(say("write.in_the_way", path=stage))
    if not (stage / _JOURNAL).exists():
        shutil.rmtree(stage, ignore_errors=True)
        return ""
    try:
        steps = _read_journal(stage)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return say("write.damaged", path=_kept(stage))
    said = say("write.finished")
    try:
        _settle(folder, steps, held)
    except FileNotFoundError:  # what was staged is gone
        return say("write.damaged", path=_kept(stage))
    except OSError as error:
        raise CannotWrite(say("write.unfinished", folder=folder, reason=error.strerror)) from error
    except CannotWrite:
        said = say("write.undone")
    shutil.rmtree(stage, ignore_errors=True)
    return said


def clear(folder: Path) -> None:
    """Raises CannotWrite when nothing can be written into the folder. Leaves nothing there."""
    try:
        _open_stage(folder)
        _write(folder / STAGE / "probe", b"probe\n")
        _flush(folder / STAGE / "probe")
    except OSError as error:
        raise CannotWrite(say("lock.folder", folder=folder, reason=error.strerror)) from error
    finally:
        shutil.rmtree(folder / STAGE, ignore_errors=True)


# ---------------------------------------------------------------------------------------------- before the commit


def _open_stage(folder: Path) -> None:
    try:
        recover(folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / STAGE).mkdir()
    except OSError as error:
        raise CannotWrite(say("lock.folder", folder=folder, reason=error.strerror)) from error


def _staged(folder: Path, number: int, write: Write) -> _Step:
    target, new, old = folder / write.target, *_names(folder, number)
    _write(new, write.data)
    if write.like:
        shutil.copystat(write.like, new)
    target.parent.mkdir(exist_ok=True)
    found = _digest(target)
    if write.guarded and found != write.seen:
        raise CannotWrite(say("write.changed", file=target))
    if found is not None:
        _keep(target, old)
    return _Step(write.target, sha256(write.data).hexdigest(), found, write.guarded)


def _keep(target: Path, old: Path) -> None:
    """The old file under a second name; as a copy where the disk knows no links, or the file allows none."""
    try:
        os.link(target, old, follow_symlinks=False)
    except OSError:
        shutil.copy2(target, old)


def _write_journal(stage: Path, steps: Sequence[_Step]) -> None:
    draft = stage / "journal.new"
    _write(draft, json.dumps([asdict(step) for step in steps]).encode())
    _flush(draft)
    draft.rename(stage / _JOURNAL)
    _sync(stage)


def _read_journal(stage: Path) -> list[_Step]:
    """Raises ValueError, KeyError or TypeError for one that we did not write."""
    rows = json.loads((stage / _JOURNAL).read_bytes())
    steps = [_Step(str(row["target"]), row["new"], row["old"], bool(row["guarded"])) for row in rows]
    for step in steps:
        parts = Path(step.target).parts
        if ".." in parts or Path(step.target).is_absolute() or not 0 < len(parts) <= _DEPTH:
            raise ValueError(step.target)
    return steps


# ---------------------------------------------------------------------------------------------- after it


def _settle(folder: Path, steps: Sequence[_Step], held: Held = lambda _: False) -> None:
    """Forward; where that cannot be, back, and then raises CannotWrite. Raises OSError where neither can be done."""
    refused: CannotWrite | None = None
    try:
        _forward(folder, steps, held)
    except _Conflict as error:
        refused = CannotWrite(say("write.changed", file=error))
    except OSError as error:
        file = error.filename2 or error.filename or folder
        refused = CannotWrite(say("write.cannot", file=file, reason=error.strerror))
    if refused:
        _back(folder, steps)
    _sync(folder)
    (folder / STAGE / _JOURNAL).unlink()  # should this be lost, the next start finds all done
    if refused:
        raise refused


def _forward(folder: Path, steps: Sequence[_Step], held: Held) -> None:
    """Raises OSError, _Conflict. A step that was made already is passed over."""
    applied = [_digest(folder / step.target) == step.new for step in steps]
    for number, step in enumerate(steps):
        target, (new, _) = folder / step.target, _names(folder, number)
        if applied[number]:
            continue
        if step.guarded and _digest(target) not in (step.old, None):
            if any(applied[number + 1 :]):  # it was made, and somebody has saved the file since
                continue
            raise _Conflict(target)
        if step.guarded and held(target):
            raise _Conflict(target)
        os.replace(new, target)  # noqa: PTH105 - its error names both files
        if step.guarded:
            _sync(target.parent)


def _back(folder: Path, steps: Sequence[_Step]) -> None:
    """What we changed is as it was; what anybody else changed stays."""
    for number, step in reversed(list(enumerate(steps))):
        target, (_, old) = folder / step.target, _names(folder, number)
        if step.new == step.old or _digest(target) != step.new:
            continue
        if step.old is None:
            target.unlink()
        else:
            old.replace(target)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C and the like wait: between two renames is no moment for them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# ---------------------------------------------------------------------------------------------- the disk


def _names(folder: Path, number: int) -> tuple[Path, Path]:
    return folder / STAGE / f"new-{number}", folder / STAGE / f"old-{number}"


def _digest(path: Path) -> str | None:
    """None where there is no file. Raises OSError."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if path.is_file():
            with path.open("rb") as file:
                return sha256(file.read()).hexdigest()
    return None


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
    path.chmod(_MODE)


def _flush(path: Path) -> None:
    """The bytes reach the disk. Raises OSError."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """The names in a folder reach the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _kept(stage: Path) -> Path:
    """A folder whose journal cannot be read is kept: there may be somebody's words in it."""
    return set_aside(stage, (stage.with_name(f"unfinished-{number}") for number in count(1)))


def set_aside(path: Path, names: Iterator[Path]) -> Path:
    """Gives what stands at `path` the first of the names that is free. Raises CannotWrite."""
    try:
        return path.rename(free(names))
    except OSError as error:
        raise CannotWrite(say("write.cannot", file=path, reason=error.strerror)) from error


def free(names: Iterator[Path]) -> Path:
    """The first at which nothing stands."""
    return next(one for one in names if not os.path.lexists(one))
