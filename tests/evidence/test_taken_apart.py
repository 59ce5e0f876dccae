"""What is told of contents that nobody fitted, once a part is gone, stands twice, or has changed places with the next.

As in `test_turned.py`, but of what belongs together: titles, labels, cells, claims, reasons, entries. `python -m
tests.evidence.test_taken_apart` writes tests/cases/turned anew; read what has changed before it is committed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from bulletin.content.claims import Claim
from bulletin.content.model import Subdistrict
from bulletin.content.validate import validate
from bulletin.content.yaml_text import Path
from bulletin.evidence import verify
from bulletin.evidence.case import Case
from bulletin.evidence.rules import characters, glossary, language, parity, stale, typed_number
from bulletin.problems import ContentError
from tests.evidence.test_turned import FOLDER, approved, grouped, keep, said, sound, told

NAMES = [path.parent.name for path in sorted(FOLDER.glob("*/content.yaml")) if path.stat().st_size < 15_000]
OF_TEXTS_ALONE = (characters, glossary, language, parity, stale, typed_number)
RULES = [rule for rule in verify.RULES if rule not in OF_TEXTS_ALONE]
REASONS = ("level_why", "status_why", "unprinted", "where", "doubt", "allow", "claim", "why", "unstated")
MAY_GO = (*REASONS, "note", "line", "whose", "exact", "prefix", "suffix", "approx", "stage", "done", "plan", "size",
          "timeline", "tracker", "unit", "published", "head", "period")  # fmt: skip


def steps(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every map and list of a file's data with its place."""
    if isinstance(value, (dict, list)):
        yield path, value
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from steps(item, (*path, key))


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def gone(data: Any) -> Iterator[tuple[str, Any]]:
    """A reason, a note, an entry is no more."""
    for path, value in steps(data):
        keys = [key for key in value if key in MAY_GO] if isinstance(value, dict) else range(len(value))
        if path[:1] == ("facts",) and len(path) == 1:
            keys = list(value)
        for key in keys if "stories" not in path[-1:] else ():
            new = deepcopy(data)
            del at(new, path)[key]
            yield ".".join(map(str, (*path, key))), new


def twice(data: Any) -> Iterator[tuple[str, Any]]:
    """An entry stands there a second time."""
    for path, value in steps(data):
        if isinstance(value, list) and value and path[0] not in ("pages", "stories"):
            new = deepcopy(data)
            at(new, path).append(deepcopy(value[0]))
            yield ".".join(map(str, path)), new


def exchanged(data: Any) -> Iterator[tuple[str, Any]]:
    """What two neighbours say under one key has changed places."""
    for path, value in steps(data):
        rows = [(key, item) for key, item in value.items()] if isinstance(value, dict) else list(enumerate(value))
        for (one, here), (other, there) in pairwise(rows):
            both = isinstance(here, dict) and isinstance(there, dict)
            for key in [k for k in here if k in there and here[k] != there[k]] if both else ():
                new = deepcopy(data)
                at(new, path)[one][key], at(new, path)[other][key] = there[key], here[key]
                yield f"{'.'.join(map(str, path))} {one}⇄{other} {key}", new


def claimed(data: Any) -> Iterator[tuple[str, Any]]:
    """A title claims another kind of the same figures, or the figures the other way round."""
    for path, value in steps(data):
        if isinstance(value, dict) and isinstance(known := value.get("claim"), dict):
            (of,) = known.values()
            ids = of if isinstance(of, list) else [of]
            for other in sorted(Claim.model_fields):
                for listed in ([*ids], ids[::-1], ids[:1], ids[0]):
                    new = deepcopy(data)
                    at(new, path)["claim"] = {other: listed}
                    yield f"{'.'.join(map(str, path))} {other} {listed}", new


def found(case: Case, data: Any, rules: Iterable[Any] = RULES) -> list[str]:
    """What is told of the file with this data."""
    try:
        content = validate(Subdistrict, replace(case.parsed, data=data))
    except ContentError as error:
        return [told(case, problem) for problem in error.problems]
    tells = said(rules, replace(case, content=content, known=content.facts))
    return [*dict.fromkeys(f"{one.partition(':')[0]}{one[one.rindex('@') :]}" for one in tells)]


WAYS = {"gone": gone, "twice": twice, "exchanged": exchanged, "claimed": claimed}
APART = [(name, way) for name in NAMES for way in WAYS]


def transcript(name: str, way: str) -> str:
    case = sound(name)
    rows = grouped(name, ((what, found(case, data)) for what, data in WAYS[way](case.parsed.data)))
    return "".join(f"{row}\n" for row in rows)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "way"), APART)
def test_of_each_part_that_is_not_in_its_place_is_told_what_somebody_found_right(name: str, way: str) -> None:
    assert transcript(name, way) == approved(name, way)


def write() -> None:
    for name, way in APART:
        keep(name, way, transcript(name, way))


if __name__ == "__main__":
    write()
