"""Bytes → disk. A draft that a person has changed is never overwritten: the new one goes beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

from bulletin.files import is_regular, read_file
from bulletin.problems import CannotWrite
from bulletin.project import write
from bulletin.writers.docx import sidecar
from bulletin.writers.manifest import Entry, Manifest, digest

MANIFEST = "manifest.json"
EDITABLE = ".docx"
LARGEST = 64 * 2**20  # bytes of a file that a build makes; the largest so far have some three million
BASELINES = ".baselines"

State = Literal["absent", "ours", "resaved", "edited", "open"]
"""How a file stands: not there; as we wrote it; saved again with the same words; a person's; open somewhere."""

Untouched = Callable[[bytes], bool]
"""Does a draft that is not ours byte for byte still say exactly what we wrote?"""

_SAID = {
    "edited": "has been edited and was kept; the new draft is",
    "open": "is open in a word processor and was kept; the new draft is",
    "moved": "is the edited draft, moved aside; the new draft is",
    "resaved": "keeps the draft as it was saved again, with no change that is not home; written anew:",
}


@dataclass(frozen=True, slots=True)
class Published:
    """One file that now stands as it was made. `kept` is where a person's draft is now, `why` what became of it."""

    path: Path
    kept: Path | None = None
    why: str = ""
    written: bool = True  # False: it stood there already, byte for byte


def notice(one: Published, shown: Callable[[Path], str]) -> str:
    """What the end of a build says of a draft that stood in the way; empty where none did."""
    return f"notice: {shown(one.kept)} {_SAID[one.why]} {shown(one.path)}" if one.kept else ""


def nobody_asked(_: bytes) -> bool:
    """Without an importer every foreign byte counts as an edit."""
    return False


# ---------------------------------------------------------------------------------------------- the ledger


def read_manifest(folder: Path) -> Manifest:
    """The ledger of the folder; empty when there is none."""
    data = _bytes(folder / MANIFEST)
    return Manifest() if data is None else Manifest.parse(data.decode("utf-8", "replace"))


def is_current(
    folder: Path, manifest: Manifest, name: str, inputs: str, files: list[str], replace: bool = False
) -> bool:
    """Were these files made from these inputs, and are they still there? With `replace` an edited draft is not."""
    entry = manifest.entries.get(name)
    if entry is None or entry.inputs != inputs or not set(files) <= set(entry.files):
        return False
    return all(_stands(folder / file, entry.files[file], replace) for file in files)


def _stands(path: Path, written: str, replace: bool) -> bool:
    if path.suffix == EDITABLE and not replace:  # an edited draft is no reason to make it again
        return is_regular(path)
    return stands(path, written)


def stands(path: Path, written: str) -> bool:
    """Is the file there, byte for byte as we wrote it?"""
    data = _bytes(path)
    return data is not None and digest(data) == written


# ---------------------------------------------------------------------------------------------- writing


def publish(
    folder: Path,
    manifest: Manifest,
    name: str,
    inputs: str,
    files: Mapping[str, bytes],
    *,
    untouched: Untouched = nobody_asked,
    replace: bool = False,
) -> list[Published]:
    """Writes the files of one publication, each whole, then the ledger. Raises CannotWrite.

    The ledger keeps the digest of the draft that we wrote, also where a person's draft stands under its name.
    """
    known = manifest.entries.get(name) or Entry(inputs, {})
    others = {**known.others, **known.files}
    current = dict(known.files) if known.inputs == inputs else {}
    done = []
    for file, data in files.items():
        one = _put(folder / file, data, others, untouched, replace)
        done.append(one)
        if one.path.name != file:
            others[one.path.name] = digest(data)
        current[file] = digest(data) if one.path.name == file else others.get(file, digest(data))
        keep_baseline(folder, name, file, data)
    left = {file: value for file, value in others.items() if file not in current and (folder / file).exists()}
    manifest.entries[name] = Entry(inputs, current, left)
    write(folder / MANIFEST, manifest.dump())
    return done


def _put(path: Path, data: bytes, digests: Mapping[str, str], untouched: Untouched, replace: bool) -> Published:
    if _bytes(path) == data:
        return Published(path, written=False)
    if path.suffix != EDITABLE:
        write(path, data)
        return Published(path)
    now = state(path, digests.get(path.name), untouched)
    if now == "open" or (now == "edited" and not replace):
        beside = next(one for one in _beside(path) if state(one, digests.get(one.name)) in ("absent", "ours"))
        write(beside, data)
        return Published(beside, path, now)
    kept = _aside(path, now)
    write(path, data)
    return Published(path, kept, "moved" if now == "edited" else now if kept else "")


def _aside(path: Path, now: State) -> Path | None:
    """Before a draft is replaced: one saved again is copied, an edited one moved; nothing is deleted."""
    if now not in ("resaved", "edited"):
        return None
    word = "bak" if now == "resaved" else "edited"
    target = next(one for n in count(1) if not (one := path.with_name(f"{path.stem}.{word}-{n}{path.suffix}")).exists())
    if now == "resaved":
        write(target, _bytes(path) or b"")
        return target
    try:
        return path.rename(target)
    except OSError as error:
        raise CannotWrite(f"cannot move {path} aside: {error.strerror}") from error


def _beside(path: Path) -> Iterator[Path]:
    """NAME.new.docx, NAME.new-2.docx …: a new draft may have been edited in its turn."""
    yield path.with_name(f"{path.stem}.new{path.suffix}")
    yield from (path.with_name(f"{path.stem}.new-{n}{path.suffix}") for n in count(2))


def state(path: Path, written: str | None, untouched: Untouched = nobody_asked) -> State:
    """How the draft at `path` stands; `written` is the digest of what we wrote there, None where that is not known."""
    if not path.exists():
        return "absent"
    if any(lock.exists() for lock in locks(path)):
        return "open"
    data = _bytes(path)
    if data is None:
        return "edited"  # a folder, a pipe, a file beyond all measure: not ours, whatever it is
    if written == digest(data):
        return "ours"
    return "resaved" if untouched(data) else "edited"


def locks(path: Path) -> list[Path]:
    """The files that tell that `path` is open: Word and WPS (which shorten long names), WPS on Linux, LibreOffice."""
    name = path.name
    owners = {f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#"}
    return sorted(path.with_name(owner) for owner in owners)


def _bytes(path: Path) -> bytes | None:
    """What stands there; None where it is no file that can be read, or larger than any that a build makes."""
    try:
        return read_file(path, LARGEST)
    except OSError:
        return None


def keep_baseline(folder: Path, name: str, file: str, data: bytes) -> None:
    """A copy of the baseline outside the draft, for a program that drops what it does not know."""
    if file.endswith(EDITABLE) and (found := sidecar(data)):
        path = folder / BASELINES / f"{name}.{found[0]}.json"
        if not path.exists():
            write(path, found[1])
