"""What a second planter changes, written as a table of its kinds; `second.py` plants them."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bulletin.content.yaml_text import Path
from tests.evidence.plant import Edits, Lie, Sheet

GONE = object()
"""Instead of a value: the key or the entry is deleted."""


@dataclass(frozen=True)
class Second(Lie):
    """`true`: what is changed before, truly; `terms`: the English of terms of the glossary, by their place."""

    true: Edits = field(default_factory=dict)
    terms: Mapping[int, str] = field(default_factory=dict)


Kind = Callable[[Sheet, random.Random], Iterator[Lie]]
KINDS: dict[str, Kind] = {}


def kind(name: str) -> Callable[[Kind], Kind]:
    """Names a way of lying; one name may have several."""

    def named(lies: Kind) -> Kind:
        before = KINDS.get(name)
        KINDS[name] = (lambda sheet, chance: (*before(sheet, chance), *lies(sheet, chance))) if before else lies  # type: ignore[assignment,return-value]
        return lies

    return named


def lie(sheet: Sheet, what: str, part: Path, edits: Edits, **more: Any) -> Second:
    """Values by their paths, GONE where one is deleted; what has no place yet is written with what holds it."""
    return Second(sheet.name, what, rewritten(sheet, edits), (part,), **more)


def rewritten(sheet: Sheet, edits: Edits) -> dict[Path, object]:
    """The same as whole values of places that there are."""
    data, places = copy.deepcopy(sheet.data), set[Path]()
    for path, value in edits.items():
        *way, last = path
        holder = data
        for step in way:
            holder = holder[step]
        if value is GONE:
            del holder[last]
        else:
            holder[last] = copy.deepcopy(value)
        while value is GONE or path not in sheet.parsed.values:
            path, value = path[:-1], None
        places.add(path)
    outer = [path for path in places if not any(path[:n] in places for n in range(len(path)))]
    return {path: _at(data, path) for path in outer}


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def of_texts(edits: Iterable[tuple[Path, str]]) -> dict[Path, object]:
    return dict(edits)


_REF = re.compile(r"<[^<>]+>")


def outside(text: str, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Iterator[str]:
    """The text with one match replaced, each in turn; what stands in a reference is none."""
    within = [match.span() for match in _REF.finditer(text)]
    for match in re.finditer(pattern, text):
        if any(start <= match.start() < end for start, end in within):
            continue
        said = match.expand(new) if isinstance(new, str) else new(match)
        begins = match.start() == 0 or text[match.start() - 2 : match.start()] in (". ", "; ", ": ")
        if match[0][:1].isupper() and said[:1].islower() and begins:
            said = said[0].upper() + said[1:]
        turned = re.sub("  +", " ", text[: match.start()] + said + text[match.end() :])
        if turned != text:
            yield turned


def apart(was: str, now: str) -> str:
    """Where two texts differ, with what stands beside it."""
    start = next((i for i, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
    back = 0
    while back < min(len(was), len(now)) - start and was[-1 - back] == now[-1 - back]:
        back += 1
    left, right = was[start : len(was) - back], now[start : len(now) - back]
    return f"…{was[max(0, start - 25) : start]}[{left}→{right}]{was[len(was) - back :][:25]}…"
