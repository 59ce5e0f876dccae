"""content/translations.lock: which Chinese each English was made from, one line a text.

    yimalu stories.roads.paragraphs.0 3f2a9c1b7d40 a1b2c3d4e5f6

The file, the text's place, SHA-256 of the Chinese and of the English (twelve hex digits each). The place is for the eye
and for texts that repeat; a text that moves is known by its two hashes. Lines are sorted, so that a merge is small.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel

from bulletin.content.yaml_text import Path
from bulletin.messages import say
from bulletin.problems import ContentError, Place, Problem

State = Literal["looked_at", "stale", "new"]
NAME = "translations.lock"
_HEAD = """# Which Chinese text each English was made from: file, place, hash of the Chinese, hash of the English.
# Written by `python generate.py translated`; not edited by hand.
"""


@dataclass(frozen=True, slots=True, order=True)
class Translation:
    """One pair of texts, by the hashes of its two languages."""

    file: str
    key: str
    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.file} {self.key} {self.zh} {self.en}"


@dataclass(frozen=True)
class Lock:
    """All entries, by file."""

    files: Mapping[str, tuple[Translation, ...]] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str, file: str = NAME) -> Lock:
        """Raises ContentError at the first line that is none of ours (a merge conflict, say)."""
        files: dict[str, list[Translation]] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            parts = line.split()
            if len(parts) != 4:
                message = say("stale.line")
                help = ("help", say("stale.again"))
                raise ContentError([Problem("stale", message, Place(file, number), notes=(help,))])
            files.setdefault(parts[0], []).append(Translation(*parts))
        return cls({name: tuple(entries) for name, entries in files.items()})

    def dump(self) -> str:
        return _HEAD + "".join(f"{entry}\n" for name in sorted(self.files) for entry in sorted(self.files[name]))

    def with_file(self, name: str, entries: Iterable[Translation]) -> Lock:
        """The lock in which this file's texts of today have been looked at."""
        return Lock({**self.files, name: tuple(sorted(entries))})

    def states(self, present: list[Translation]) -> list[State]:
        """What the lock knows of each of a file's texts of today.

        Stale: its English was recorded with another Chinese, either at this place or at a place whose text is gone.
        """
        known = self.files.get(present[0].file, ()) if present else ()
        pairs, places = {(e.zh, e.en) for e in known}, {e.key: e for e in known}
        today = {(e.zh, e.en) for e in present}
        gone = {e.en for e in known if (e.zh, e.en) not in today}
        return [_state(entry, pairs, places.get(entry.key), gone) for entry in present]


def _state(entry: Translation, pairs: set[tuple[str, str]], here: Translation | None, gone: set[str]) -> State:
    if (entry.zh, entry.en) in pairs:
        return "looked_at"
    return "stale" if entry.en in gone or (here and here.en == entry.en) else "new"


def entry(file: str, content: Any, path: Path, zh: str, en: str) -> Translation:
    """The pair of texts that stands at `path` of `content`."""
    return Translation(file, key(content, path), *hashes(zh, en))


def hashes(zh: str, en: str) -> tuple[str, str]:
    """SHA-256 of both, twelve hex digits each."""
    return _hash(zh), _hash(en)


def key(content: Any, path: Path) -> str:
    """The path in words that survive a change of order: stories by id, glossary terms by their Chinese."""
    steps = []
    for step in path:
        content = getattr(content, str(step)) if isinstance(content, BaseModel) else content[step]
        name = getattr(content, "id", None) or _term(content)
        steps.append(str(name if isinstance(step, int) and name else step).replace(" ", "_"))
    return ".".join(steps)


def _term(content: object) -> str | None:
    return getattr(content, "zh", None) if hasattr(content, "zh_also") else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
