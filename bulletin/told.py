"""What was said of a file before, for as long as nothing that it rests on has changed: in the user's cache.

A build proves its content anew; only what `check` says is remembered.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from bulletin.evidence.rules.coverage import Share
from bulletin.evidence.silence import Heard, Silenced
from bulletin.messages import spoken
from bulletin.problems import Place, Problem
from bulletin.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules found in a file; of a content file, how much of its article is accounted for."""

    heard: Heard
    share: Share | None = None


class Told:
    """Verdicts on files whose digests are known. `templates`: the folder that the wording comes from.

    Without a memory every question is asked.
    """

    def __init__(self, templates: Path, remembered: Remembered | None = None):
        self._templates, self._remembered = templates, remembered

    def of(self, rests_on: Iterable[str], judge: Callable[[], Verdict]) -> Verdict:
        """What `judge` says, or said when it was asked about the same: `rests_on` is all that it looks at."""
        if self._remembered is None:
            return judge()
        key = sha256(json.dumps([self.house, spoken(), *rests_on]).encode()).hexdigest()
        with suppress(ValueError, TypeError, KeyError, RecursionError):  # a damaged file is as good as none
            return _read(json.loads(self._remembered.get(key)))
        verdict = judge()
        self._remembered.keep(key, json.dumps(asdict(verdict)))
        return verdict

    @cached_property
    def house(self) -> str:
        """The digest of the program and of the templates, which every verdict rests on."""
        digest = sha256(repr(_program()).encode())
        for path in sorted(path for path in self._templates.rglob("*") if path.is_file()):
            name = path.relative_to(self._templates).as_posix()
            digest.update(f"{name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
        return digest.hexdigest()


def _program() -> list[tuple[str, int, int]]:
    """The program and what it is installed with, as they lie on the disk."""
    here = Path(__file__).parent
    files = [*sorted(here.rglob("*.py")), *(Path(place) for place in sys.path if place.endswith("site-packages"))]
    return [(path.as_posix(), path.stat().st_mtime_ns, path.stat().st_size) for path in files]


def _read(data: dict[str, Any]) -> Verdict:
    heard, share = data["heard"], data["share"]
    silenced = [Silenced(_problem(one["problem"]), one["reason"]) for one in heard["silenced"]]
    return Verdict(Heard([_problem(one) for one in heard["standing"]], silenced), Share(**share) if share else None)


def _problem(data: dict[str, Any]) -> Problem:
    notes = tuple((str(label), str(text)) for label, text in data["notes"])
    return Problem(**{**data, "place": Place(**data["place"]), "notes": notes})
