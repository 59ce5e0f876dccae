"""The ledger of a folder of reports: what each file was made from, and which bytes were written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(parts: Iterable[tuple[str, bytes]]) -> str:
    """One digest of named inputs, whatever their order."""
    rows = sorted(f"{name}\0{digest(data)}" for name, data in parts)
    return digest("\n".join(rows).encode())


@dataclass(frozen=True)
class Entry:
    """One publication: the fingerprint of its inputs, its settings, and the digest of every file written."""

    inputs: str
    files: Mapping[str, str]


@dataclass
class Manifest:
    """reports/manifest.json."""

    entries: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> Manifest:
        """An unreadable ledger is an empty one: then no file counts as ours, and none is overwritten."""
        try:
            rows = json.loads(text)["publications"]
            return cls({name: Entry(row["inputs"], dict(row["files"])) for name, row in rows.items()})
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def dump(self) -> bytes:
        """Sorted and indented, so that a diff of two ledgers can be read."""
        rows = {
            name: {"inputs": e.inputs, "files": dict(sorted(e.files.items()))}
            for name, e in sorted(self.entries.items())
        }
        return (json.dumps({"publications": rows}, indent=1) + "\n").encode()

    def written(self, file: str) -> str | None:
        """The digest of a file as we last wrote it."""
        return next((entry.files[file] for entry in self.entries.values() if file in entry.files), None)
