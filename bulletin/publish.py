"""Bytes → disk. A draft that a person has changed is never overwritten: the new one goes beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin.project import write
from bulletin.writers.manifest import Entry, Manifest, digest

MANIFEST = "manifest.json"
EDITABLE = ".docx"


@dataclass(frozen=True, slots=True)
class Published:
    """One file that was written. `kept` is the draft that stood in its way and was left alone."""

    path: Path
    kept: Path | None = None


def read_manifest(folder: Path) -> Manifest:
    """The ledger of the folder; empty when there is none."""
    path = folder / MANIFEST
    return Manifest.parse(path.read_text(encoding="utf-8")) if path.is_file() else Manifest()


def is_current(folder: Path, manifest: Manifest, name: str, inputs: str, files: list[str]) -> bool:
    """Were these files made from these inputs, and are they still there?"""
    entry = manifest.entries.get(name)
    if entry is None or entry.inputs != inputs or not set(files) <= set(entry.files):
        return False
    return all(_stands(folder / file, entry.files[file]) for file in files)


def _stands(path: Path, written: str) -> bool:
    if path.suffix == EDITABLE:  # an edited draft is no reason to make it again
        return path.is_file()
    return path.is_file() and digest(path.read_bytes()) == written


def publish(folder: Path, manifest: Manifest, name: str, inputs: str, files: Mapping[str, bytes]) -> list[Published]:
    """Writes the files of one publication, each whole, then the ledger. Raises CannotWrite."""
    done = []
    known = manifest.entries.get(name)
    digests = dict(known.files) if known and known.inputs == inputs else {}
    for file, data in files.items():
        path = folder / file
        kept = path if _is_edited(path, manifest.written(file)) else None
        target = path.with_suffix(f".new{path.suffix}") if kept else path
        write(target, data)
        done.append(Published(target, kept))
        digests[file] = (known.files.get(file) if kept and known else None) or digest(data)
    manifest.entries[name] = Entry(inputs, digests)
    write(folder / MANIFEST, manifest.dump())
    return done


def _is_edited(path: Path, written: str | None) -> bool:
    """A draft that is not as we wrote it, or that somebody has open, belongs to a person."""
    if path.suffix != EDITABLE or not path.exists():
        return False
    if any(lock.exists() for lock in (path.with_name(f"~${path.name[2:]}"), path.with_name(f".~lock.{path.name}#"))):
        return True
    return written is None or digest(path.read_bytes()) != written
