"""What was said of a file before, for as long as nothing that it rests on has changed: in the user's cache.

A build proves its content anew; only what `check` says is remembered.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any

from bulletin.evidence.rules.coverage import Share
from bulletin.evidence.silence import Heard, Silenced
from bulletin.messages import Said, spoken
from bulletin.problems import Place, Problem
from bulletin.remembered import Remembered, key_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules found in a file; of a content file, how much of each article is accounted for, by its file."""

    heard: Heard
    shares: dict[str, Share] = field(default_factory=dict)


class Told:
    """Verdicts on files whose digests are known. `house`: the digest of program and templates, on which all rest.

    Without a memory every question is asked.
    """

    def __init__(self, house: str = "", remembered: Remembered | None = None):
        self._house, self._remembered = house, remembered

    def of(self, rests_on: Iterable[str], judge: Callable[[], Verdict]) -> Verdict:
        """What `judge` says, or said when it was asked about the same: `rests_on` is all that it looks at."""
        if self._remembered is None:
            return judge()
        key = key_of(self._house, spoken(), *rests_on)
        with suppress(ValueError, TypeError, KeyError, RecursionError):  # a damaged file is as good as none
            return _read(json.loads(self._remembered.recall(key) or b""))
        verdict = judge()
        self._remembered.add([key], json.dumps(_written(verdict)).encode())
        return verdict


def _written(verdict: Verdict) -> dict[str, Any]:
    heard = verdict.heard
    return {
        "standing": [_row(problem) for problem in heard.standing],
        "silenced": [{"problem": _row(one.problem), "reason": one.reason} for one in heard.silenced],
        "shares": {file: asdict(share) for file, share in verdict.shares.items()},
    }


def _row(problem: Problem) -> dict[str, Any]:
    """A problem, and the name of its message, by which it is told to programs."""
    return {**asdict(problem), "name": getattr(problem.message, "name", "")}


def _read(data: dict[str, Any]) -> Verdict:
    shares = {file: Share(**share) for file, share in data["shares"].items()}
    silenced = [Silenced(_problem(one["problem"]), one["reason"]) for one in data["silenced"]]
    return Verdict(Heard([_problem(one) for one in data["standing"]], silenced), shares)


def _problem(data: dict[str, Any]) -> Problem:
    notes = tuple((str(label), str(text)) for label, text in data["notes"])
    message = Said(data["message"], data.pop("name"))
    return Problem(**{**data, "message": message, "place": Place(**data["place"]), "notes": notes})
