"""Bytes → disk. A publication changes as one, with its ledger; a draft that a person has changed is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

from bulletin import transaction
from bulletin.files import is_regular, read_file
from bulletin.leftovers import remove_leftovers
from bulletin.manifest import Manifest, ManifestEntry, digest
from bulletin.messages import say
from bulletin.problems import CannotWrite
from bulletin.project import write
from bulletin.transaction import Write
from bulletin.word import sidecar

MANIFEST = "manifest.json"
EDITABLE = ".docx"
LARGEST = 64_000_000  # bytes of a file that a build makes; the largest so far have some three million
BASELINES = ".baselines"

State = Literal["absent", "ours", "resaved", "edited", "open"]
"""How a file stands: not there; as we wrote it; saved again with the same words; a person's; open somewhere."""

Untouched = Callable[[bytes], bool]
"""Does a draft that is not ours byte for byte still say exactly what we wrote?"""


@dataclass(frozen=True)
class Published:
    """One file that now stands as it was made. `kept` is where a person's draft is now, `why` what became of it."""

    path: Path
    kept: Path | None = None
    why: str = ""
    written: bool = True  # False: it stood there already, byte for byte


def notice(one: Published, shown: Callable[[Path], str]) -> str:
    """What the end of a build says of a draft that stood in the way; empty where none did."""
    if not one.kept:
        return ""
    kept, new = shown(one.kept), shown(one.path)
    said = {
        "edited": say("publish.edited", kept=kept, new=new),
        "open": say("publish.open", kept=kept, new=new),
        "moved": say("publish.moved", kept=kept, new=new),
        "resaved": say("publish.resaved", kept=kept, new=new),
    }
    return say("publish.notice", text=said[one.why])


def nobody_asked(_: bytes) -> bool:
    """Without an importer every foreign byte counts as an edit."""
    return False


# ---------------------------------------------------------------------------------------------- the ledger


def read_manifest(folder: Path) -> Manifest:
    """The ledger of the folder; empty when there is none, empty and `damaged` when it is none that we wrote."""
    path = folder / MANIFEST
    if not os.path.lexists(path):
        return Manifest()
    data = _bytes(path)
    return Manifest(damaged=True) if data is None else Manifest.parse(data)


def start(folder: Path, known: set[str]) -> tuple[Manifest, list[str]]:
    """What stands in the folder, after all that an earlier process left unfinished; and what is to be said of that.

    `known` are the files that builds write. Raises CannotWrite where nothing can be written.
    """
    notices = [transaction.recover(folder, is_open)]
    transaction.clear(folder)
    manifest = read_manifest(folder)
    if manifest.damaged:
        notices.append(say("publish.ledger", path=_set_aside(folder / MANIFEST)))
    remove_leftovers(folder, {MANIFEST, *known, *manifest.files()})
    return manifest, [notice for notice in notices if notice]


def _set_aside(path: Path) -> Path:
    """A ledger that is none is kept under another name."""
    return transaction.set_aside(path, (path.with_name(f"{path.name}.damaged-{n}") for n in count(1)))


def is_current(
    folder: Path, manifest: Manifest, name: str, inputs: str, files: list[str], replace: bool = False
) -> bool:
    """Were these files made from these inputs, and are they still there? With `replace` an edited draft is not."""
    entry = manifest.entries.get(name)
    if not inputs or entry is None or entry.inputs != inputs or not set(files) <= set(entry.files):
        return False  # without a fingerprint nothing vouches for them
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


class Whole(NamedTuple):
    """A publication as it is to stand: its name, the fingerprint of what it is made from, its files."""

    name: str
    inputs: str
    files: Mapping[str, bytes]


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
    """Writes the files of one publication, and with them the ledger: all or none. Raises CannotWrite."""
    return publish_together(folder, manifest, [Whole(name, inputs, files)], untouched=untouched, replace=replace)[0]


def publish_together(
    folder: Path,
    manifest: Manifest,
    made: Sequence[Whole],
    *,
    untouched: Untouched = nobody_asked,
    replace: bool = False,
) -> list[list[Published]]:
    """Writes the files of these publications, and with them the ledger: all or none. Raises CannotWrite.

    The ledger keeps the digest of the draft that we wrote, also where a person's draft stands under its name.
    """
    transaction.recover(folder, is_open)
    plan = _Plan(folder, untouched, replace)
    entries, done = dict(manifest.entries), list[list[Published]]()
    for one in made:
        before = len(plan.done)
        entries[one.name] = plan.enter(one, entries.get(one.name) or ManifestEntry(one.inputs, {}))
        done.append(plan.done[before:])
    transaction.commit(folder, plan.in_order(Manifest(entries).dump()))
    manifest.entries = entries
    return done


@dataclass
class _Plan:
    """What is to be written so that files stand as they were made; nothing is written yet."""

    folder: Path
    untouched: Untouched
    replace: bool
    asides: list[Write] = field(default_factory=list)
    drafts: list[Write] = field(default_factory=list)
    others: list[Write] = field(default_factory=list)
    done: list[Published] = field(default_factory=list)

    def in_order(self, ledger: bytes) -> list[Write]:
        """A person's words are safe before a draft is replaced; a draft is replaced before anything else."""
        writes = [*self.asides, *self.drafts, *self.others]
        path = self.folder / MANIFEST
        same = not writes and _bytes(path) == ledger
        return writes if same else [*writes, Write(MANIFEST, ledger)]

    def enter(self, made: Whole, known: ManifestEntry) -> ManifestEntry:
        """Plans the files of one publication; gives what the ledger will know of them."""
        others = {**known.others, **known.files}
        current = dict(known.files) if made.inputs and known.inputs == made.inputs else {}
        done = list[Published]()
        for file, data in made.files.items():
            one = self.put(file, data, others.get(file), others)
            done.append(one)
            others[one.path.name] = digest(data)
            current[file] = digest(data) if one.path.name == file else others.get(file, digest(data))
            self.keep_baseline(made.name, file, data)
        standing = {file for file in others if (self.folder / file).exists()} | {one.path.name for one in done}
        left = {file: value for file, value in others.items() if file not in current and file in standing}
        return ManifestEntry(made.inputs, current, left)

    def put(self, file: str, data: bytes, written: str | None, digests: Mapping[str, str]) -> Published:
        path = self.folder / file
        one = self._draft(path, data, written, digests) if path.suffix == EDITABLE else self._file(path, data)
        self.done.append(one)
        return one

    def _file(self, path: Path, data: bytes) -> Published:
        if _bytes(path) == data:
            return Published(path, written=False)
        self.others.append(Write(path.name, data))
        return Published(path)

    def _draft(self, path: Path, data: bytes, written: str | None, digests: Mapping[str, str]) -> Published:
        there = _bytes(path)
        if there == data:
            return Published(path, written=False)
        now = _state(path, there, written, self.untouched)
        if now == "open" or (now == "edited" and not self.replace):
            beside = next(one for one in _beside(path) if state(one, digests.get(one.name)) in ("absent", "ours"))
            self._over(beside, _bytes(beside), data)
            return Published(beside, path, now)
        kept = self._aside(path, there, now)
        self._over(path, there, data)
        return Published(path, kept, "moved" if now == "edited" else now if kept else "")

    def _over(self, path: Path, there: bytes | None, data: bytes) -> None:
        self.drafts.append(Write(path.name, data, guarded=True, seen=None if there is None else digest(there)))

    def _aside(self, path: Path, there: bytes | None, now: State) -> Path | None:
        """Before a draft is replaced: one saved again is copied, an edited one moved; nothing is deleted."""
        if now not in ("resaved", "edited"):
            return None
        if there is None:
            raise CannotWrite(say("write.in_the_way", path=path))
        word = "bak" if now == "resaved" else "edited"
        target = transaction.free(path.with_name(f"{path.stem}.{word}-{n}{path.suffix}") for n in count(1))
        self.asides.append(Write(target.name, there, guarded=True, like=path))
        return target

    def keep_baseline(self, name: str, file: str, data: bytes) -> None:
        if (found := _baseline(self.folder, name, file, data)) and not found[0].exists():
            self.others.append(Write(f"{BASELINES}/{found[0].name}", found[1]))


def _beside(path: Path) -> Iterator[Path]:
    """NAME.new.docx, NAME.new-2.docx …: a new draft may have been edited in its turn."""
    yield path.with_name(f"{path.stem}.new{path.suffix}")
    yield from (path.with_name(f"{path.stem}.new-{n}{path.suffix}") for n in count(2))


def state(path: Path, written: str | None, untouched: Untouched = nobody_asked) -> State:
    """How the draft at `path` stands; `written` is the digest of what we wrote there, None where that is not known."""
    return _state(path, _bytes(path), written, untouched)


def _state(path: Path, there: bytes | None, written: str | None, untouched: Untouched) -> State:
    if not os.path.lexists(path):
        return "absent"
    if is_open(path):
        return "open"
    if there is None:
        return "edited"  # a folder, a pipe, a file beyond all measure: not ours, whatever it is
    if written == digest(there):
        return "ours"
    try:
        return "resaved" if untouched(there) else "edited"
    except Exception:  # what an importer cannot read is a person's
        return "edited"


def is_open(path: Path) -> bool:
    """Does a word processor have the file open?"""
    return any(os.path.lexists(lock) for lock in locks(path))


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
    if (found := _baseline(folder, name, file, data)) and not found[0].exists():
        write(*found)


def _baseline(folder: Path, name: str, file: str, data: bytes) -> tuple[Path, bytes] | None:
    if file.endswith(EDITABLE) and (found := sidecar(data)):
        return folder / BASELINES / f"{name}.{found[0]}.json", found[1]
    return None
