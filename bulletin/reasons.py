"""Why each file of a publication is made by a build, or is not: told with `--explain`.

What a publication was made from is noted part by part in the user's cache, so that a later build can name the parts
that have changed since. The ledger decides what is up to date; the note only explains it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bulletin.faces import cache_folder
from bulletin.ingredients import PROGRAM
from bulletin.manifest import Manifest, fingerprint
from bulletin.messages import listed, say
from bulletin.publish import EDITABLE, stands
from bulletin.remembered import Remembered, key_of

MOST = 6
"""Parts that are named; of more it is said how many they are."""


@dataclass
class Reasons:
    """Of one build into one folder. `replace`: edited drafts are replaced."""

    folder: Path
    publications: int = 0
    force: bool = False
    replace: bool = False
    _why: dict[str, str] = field(default_factory=dict)
    _told: dict[str, list[str]] = field(default_factory=dict)

    @property
    def _notes(self) -> Remembered:
        return Remembered(cache_folder() / "parts", self.publications)

    def look(self, manifest: Manifest, name: str, parts: Mapping[str, str], files: Sequence[str]) -> None:
        """Finds out, before anything is made, why a publication is made; `parts`: what it would be made from."""
        entry = manifest.entries.get(name)
        if entry is None:
            why = say("why.first")
        elif entry.inputs != fingerprint(parts.items()):
            why = self._changed(name, entry.inputs, parts)
        elif lacking := [file for file in files if file not in entry.files]:
            why = say("why.not_asked", files=listed(lacking))
        elif gone := [file for file in files if not (self.folder / file).is_file()]:
            why = say("why.gone", files=listed(gone))
        elif edited := [file for file in files if self._is_another(file, entry.files[file])]:
            why = say("why.edited", files=listed(edited))
        else:
            why = say("why.forced") if self.force else ""
        self._why[name] = why
        self._told[name] = [say("why.stands", file=file) for file in files]

    def made(self, name: str, parts: Mapping[str, str], kept: frozenset[str], written: Mapping[str, bool]) -> None:
        """A publication was made: `kept` are the files that were taken as they had been made before.

        `written`: whether each file is another than the one that stood there.
        """
        said = {
            (True, True): "why.put",
            (True, False): "why.kept",
            (False, True): "why.made",
            (False, False): "why.same",
        }
        why = self._why.get(name, "")
        self._told[name] = [say(said[file in kept, new], file=file, why=why) for file, new in written.items()]
        words = json.dumps({"inputs": fingerprint(parts.items()), "parts": dict(parts)}).encode()
        self._notes.add([self._key(name)], words)

    def lines(self) -> Iterator[str]:
        """One for each file, publication by publication."""
        for name in sorted(self._told):
            yield from self._told[name]

    def _is_another(self, file: str, written: str) -> bool:
        """An edited draft is no reason to make it again, unless drafts are replaced."""
        return (self.replace or not file.endswith(EDITABLE)) and not stands(self.folder / file, written)

    def _changed(self, name: str, inputs: str, parts: Mapping[str, str]) -> str:
        before = self._noted(name, inputs)
        if before is None:
            return say("why.unknown")
        changed = [_called(part) for part in sorted({*before, *parts}) if before.get(part) != parts.get(part)]
        if len(changed) > MOST:
            return say("why.many", parts=listed(changed[:MOST]), n=len(changed) - MOST)
        return say("why.changed", parts=listed(changed))

    def _noted(self, name: str, inputs: str) -> dict[str, str] | None:
        """What it was made from last; None where there is no note on that."""
        with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
            note = json.loads(self._notes.recall(self._key(name)) or b"")
            if note["inputs"] == inputs == fingerprint(note["parts"].items()):
                return dict(note["parts"])
        return None

    def _key(self, name: str) -> str:
        return key_of(str(self.folder), name)


def _called(part: str) -> str:
    """A file is called by its path, the program and switches by their words."""
    known = {PROGRAM: say("why.program"), "comments": "--no-comments", "profile": "--profile"}
    return known.get(part, part)
