"""The kinds of edits: a name, what should become of them, and a function that finds them in a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.desk.colleague.sheet import Edit, Sheet, Should

Find = Callable[[Sheet], Iterator[Edit]]


@dataclass(frozen=True)
class Kind:
    should: Should
    find: Find


KINDS: dict[str, Kind] = {}


def kind(name: str, should: Should) -> Callable[[Find], Find]:
    """Names a kind."""

    def named(find: Find) -> Find:
        KINDS[name] = Kind(should, find)
        return find

    return named
