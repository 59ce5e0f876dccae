"""The ledger of a folder of reports: what each file was made from, and which bytes were written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(parts: Iterable[tuple[str, str]]) -> str:
    """One digest of named inputs' digests, whatever their order."""
    rows = sorted(f"{name}\0{found}" for name, found in parts)
    return digest("\n".join(rows).encode(errors="surrogateescape"))


@dataclass(frozen=True)
class ManifestEntry:
    """One publication: the fingerprint of its inputs, its settings, and the digest of every file written."""

    inputs: str
    files: Mapping[str, str]
    others: Mapping[str, str] = field(default_factory=dict)  # written from earlier inputs, or beside a person's draft


@dataclass
class Manifest:
    """reports/manifest.json. `damaged`: what lay there was none, and counts as empty."""

    entries: dict[str, ManifestEntry] = field(default_factory=dict)
    damaged: bool = False

    @classmethod
    def parse(cls, data: bytes | str) -> Manifest:
        """An unreadable ledger is an empty one: then no file counts as ours, and none is overwritten."""
        try:
            rows = json.loads(data)["publications"]
            return cls({str(name): _entry(row) for name, row in rows.items()})
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, MemoryError):
            return cls(damaged=True)

    def files(self) -> set[str]:
        """Every file that we have written and still know."""
        return {file for entry in self.entries.values() for file in (*entry.files, *entry.others)}

    def dump(self) -> bytes:
        """Sorted and indented, so that a diff of two ledgers can be read."""
        rows = {
            name: {"inputs": e.inputs, "files": dict(sorted(e.files.items()))}
            | ({"others": dict(sorted(e.others.items()))} if e.others else {})
            for name, e in sorted(self.entries.items())
        }
        return (json.dumps({"publications": rows}, indent=1) + "\n").encode()

    def written(self, file: str) -> str | None:
        """The digest of a file as we last wrote it."""
        rows = (rows for entry in self.entries.values() for rows in (entry.files, entry.others))
        return next((files[file] for files in rows if file in files), None)


def _entry(row: Mapping[str, Any]) -> ManifestEntry:
    """Raises ValueError, KeyError, TypeError or AttributeError for another shape."""
    entry = ManifestEntry(row["inputs"], dict(row["files"]), dict(row.get("others", {})))
    words = (entry.inputs, *(word for pair in (*entry.files.items(), *entry.others.items()) for word in pair))
    if not all(isinstance(word, str) and "\0" not in word for word in words):
        raise ValueError("a ledger holds names and digests")
    if any("/" in file or "\\" in file for file in (*entry.files, *entry.others)):
        raise ValueError("a ledger names files of its folder")
    return entry
