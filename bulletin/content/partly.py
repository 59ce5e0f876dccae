"""What can be read of a content file that has faults: all but the keys that are wrong; the rest is checked, too."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bulletin.content.model import Subdistrict
from bulletin.content.validate import at_fault, unknown_keys
from bulletin.content.yaml_text import Parsed, Path, parse
from bulletin.problems import ContentError, Problem

_ROUNDS = 8
"""What one key hid may come to light when it is left away."""
_WITHIN_A_FACT = 3
"""Steps of the path of a key of a fact: without it the fact is still there."""


@dataclass(frozen=True, slots=True)
class Partly:
    """A file without the keys at `without`; they stand in `parsed` still."""

    parsed: Parsed
    content: Subdistrict
    without: tuple[Path, ...]
    unknown: frozenset[Path] = frozenset()

    @property
    def has_all_parts(self) -> bool:
        """Are only keys of facts left away, and no part that something else may rest on?"""
        return all(map(_is_within_a_fact, self.without))

    @property
    def lacks_nothing(self) -> bool:
        """Can every rule be asked of the other parts? A key that nothing has is missed by none."""
        return all(path in self.unknown or _is_within_a_fact(path) for path in self.without)

    def is_beside(self, problem: Problem) -> bool:
        """Does it stand outside the parts of which something was left away?"""
        return not any(first <= problem.place.line <= last for first, last in map(self._lines, self.without))

    def _lines(self, path: Path) -> tuple[int, int]:
        part = path[:2] if path[:2] in self.parsed.values else path[:1]
        span = self.parsed.values.get(part) or self.parsed.values[()]
        return self.parsed.key_place(part).line, span.line + self.parsed.text.count("\n", span.start, span.end)


def partly(text: str, file: str) -> Partly | None:
    """None where the text is no YAML, or where what is wrong cannot be left away."""
    try:
        parsed = parse(text, file)
    except ContentError:
        return None
    data, without, unknown = deepcopy(parsed.data), list[Path](), set[Path]()
    for _ in range(_ROUNDS):
        try:
            return Partly(parsed, Subdistrict.model_validate(data), tuple(without), frozenset(unknown))
        except ValidationError as error:
            unknown |= unknown_keys(error, data)
            for path in at_fault(error, data):
                if not (path := _removable(path, data)):
                    return None
                _remove(path, data)
                without.append(path)
    return None


def _is_within_a_fact(path: Path) -> bool:
    return path[0] == "facts" and len(path) >= _WITHIN_A_FACT


def _removable(path: Path, data: Any) -> Path:
    """The key at the path or the nearest above it; empty where that is a whole list or map of the file."""
    while path and isinstance(path[-1], int):  # an item that is gone would shift the others
        path = path[:-1]
    return path if len(path) > 1 else ()


def _remove(path: Path, data: Any) -> None:
    for step in path[:-1]:
        there = isinstance(data, list) or step in data
        data = data[step] if there else {}
    if isinstance(data, dict):
        data.pop(path[-1], None)
