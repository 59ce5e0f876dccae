"""What of a draft has come home before: its operations made of the baseline alone, held against today's file.

Whoever imports a draft a second time has the same operations again. A text that was changed is easily seen to say it
already; whether an item stands where it was put, and whether it is another that stands where one was taken out, is
seen from what the whole draft makes of the lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bulletin.content.yaml_text import Path
from bulletin.word import Kept

from .figures import expected
from .lists import item_of
from .operations import Delete, Move, Operation
from .said import is_prose
from .today import Today, steps_of, texts_in
from .tokens import SIMILAR, likeness
from .writing import block_lines

ID = "_"  # key of every item: where it stood in the baseline
Said = frozenset[tuple[str, str]]
"""The texts by which an item is known, each with its language."""


@dataclass
class Earlier:
    """Is asked of operations on whole items. `make`: what they make of a file, and which it has no place for."""

    kept: Kept
    today: Today
    make: Callable[[str], tuple[Any, Sequence[Operation]]]

    def place(self, one: Operation) -> Path | None:
        """Where the file has it already, so that making it again would be wrong; None where it has not."""
        if self.today.is_as_it_was or one in self._tried[1]:
            return None
        if isinstance(one, Move) and not one.container.endswith(".plates"):
            return self._stands(one)
        home = isinstance(one, Delete) and item_of(one.path) is not None and self._is_list(one.path)
        return () if home else None

    @property
    def made(self) -> Any:
        """The texts of the baseline as a content file, with all that the draft makes of them."""
        return self._tried[0]

    @cached_property
    def _tried(self) -> tuple[Any, Sequence[Operation]]:
        return self.make("".join(block_lines(_skeleton(self.kept), 0)))

    def _stands(self, one: Move) -> Path | None:
        """Where the item stands among the same as in the draft, in the same order, every one of them."""
        wanted = next((ones for ones in _lists(self.made) if any(item.get(ID) == one.path for item in ones)), [])
        at = next((n for n, item in enumerate(wanted) if item.get(ID) == one.path), 0)
        for container in self._today(one.container) if wanted else ():
            there = self.today.value(container) or ()
            places = _places(wanted, there)
            if len(places) == len(wanted) and (len(wanted) > 1 or len(there) == 1):
                here = places[at]
                rest = [*places[:at], *places[at + 1 :]]
                return (*container, here) if all((n < at) == (one < here) for n, one in enumerate(rest)) else None
        return None

    def _is_list(self, path: str) -> bool:
        """Does the list that an item was taken out of read as in the draft, item by item?"""
        above = steps_of(path)[:-1]
        owner = ".".join(map(str, above[:-1]))
        wanted = next((item.get(str(above[-1])) for item in _items(self.made) if item.get(ID) == owner), None)
        wanted = self.made.get(above[0]) if len(above) == 1 else wanted
        there = self.today.value(self.today.path(".".join(map(str, above))) or ())
        if not isinstance(wanted, list) or not isinstance(there, list) or len(wanted) != len(there):
            return False
        return all(_known_by(a) & _known_by(b) for a, b in zip(wanted, there, strict=True))

    def _today(self, container: str) -> Iterator[Path]:
        """The lists of today's file in which items of a list may stand."""
        if container.startswith("stories."):
            yield from (("stories", n, "paragraphs") for n in range(len(self.today.value(("stories",)) or ())))
        elif found := self.today.path(container):
            yield found


def _skeleton(kept: Kept) -> Any:
    """A content file with the texts of the baseline and nothing else; items that it does not show are empty."""
    root: dict[str | int, Any] = {}
    for entry in kept.entries:
        node = root
        for step in steps_of(entry.path):
            node = node.setdefault(step, {})
        node[entry.lang] = expected(entry, prose=is_prose(entry.path))
    return _listed(root, "")


def _listed(node: Any, path: str) -> Any:
    if not isinstance(node, dict):
        return node
    under = {key: _listed(one, f"{path}.{key}".lstrip(".")) for key, one in node.items()}
    numbers = [key for key in under if isinstance(key, int)]
    if not numbers:
        return under
    ids = {n: f"{path}.{n}" for n in range(max(numbers) + 1)}
    return [{ID: id, **under.get(n, {})} for n, id in ids.items()]


def _lists(data: Any) -> Iterator[list[Any]]:
    """The lists of items, wherever they stand."""
    if isinstance(data, list) and all(isinstance(one, dict) for one in data):
        yield data
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _lists(one)


def _items(data: Any) -> Iterator[dict[str, Any]]:
    for ones in _lists(data):
        yield from ones


def _known_by(item: Any) -> Said:
    """The texts of an item's name or title, else its own."""
    if not isinstance(item, dict):
        return frozenset()
    cells = item.get("cells")
    head = item.get("name") or item.get("title") or (cells[0] if cells else None)
    own = {lang: item[lang] for lang in ("zh", "en") if lang in item}
    return frozenset(texts_in(head if isinstance(head, dict) else own))


def _places(wanted: Sequence[Any], there: Sequence[Any]) -> list[int]:
    """Where in a list the items of another stand; fewer places than items where one is not in it."""
    said, left = [_known_by(one) for one in there], set(range(len(there)))
    out = list[int]()
    for one in map(_known_by, wanted):
        same = [n for n in sorted(left) if said[n] & one] or [n for n in sorted(left) if _alike(said[n], one)]
        out += same[:1]
        left -= {*same[:1]}
    return out


def _alike(one: Said, other: Said) -> bool:
    return any(a[1] == b[1] and likeness(a[0], b[0]) >= SIMILAR for a in one for b in other)
