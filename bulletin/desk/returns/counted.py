"""Items of lists while they are put in, moved and taken out: each is known by the place that it had before."""

from __future__ import annotations

from typing import Any

from bulletin.content.yaml_text import Path
from bulletin.messages import say

from .spans import CannotEdit, YamlText, dotted

_NEVER_EMPTY = ("stories", "paragraphs")


class Counted:
    """`lists` holds, for each list that was changed, the places that its items had before."""

    def __init__(self, yaml: YamlText):
        self.yaml = yaml
        self.lists: dict[Path, list[object]] = {}
        self.last: dict[tuple[Path, Path], object] = {}  # what was put behind an item of a list (none: at its head)
        self.found = set[Path]()  # items that an earlier import put in

    def items(self, container: Path) -> list[object]:
        if container not in self.lists:
            self.lists[container] = [(*container, n) for n in range(len(self.yaml.value(self.current(container))))]
        return self.lists[container]

    def current(self, place: Path) -> Path:
        """A place of today's file, counted as the file stands after the edits so far."""
        for n in range(len(place), 0, -1):
            for container, items in self.lists.items():
                if place[:n] in items:
                    return (*self.current(container), items.index(place[:n]), *place[n:])
        return place

    def put(self, container: Path, behind: Path, value: dict[str, Any]) -> None:
        index = self.slot(self.items(container), container, behind)
        self.yaml.insert_item(self.current(container), index, value)
        self.note(container, behind, index, object())

    def slot(self, items: list[object], container: Path, behind: Path) -> int:
        """Behind an item (none: at the head), and behind what was put there before."""
        last = self.last.get((container, behind), behind)
        if last and last not in items:
            raise CannotEdit(say("import.uprooted"))
        return items.index(last) + 1 if last else 0

    def note(self, container: Path, behind: Path, index: int, item: object) -> None:
        self.items(container).insert(index, item)
        self.last[container, behind] = item

    def drop(self, place: Path) -> None:
        """Takes an item out. Raises CannotEdit for the last of a list that may not be empty."""
        items = self.items(place[:-1])
        if len(items) == 1 and place[-2] in _NEVER_EMPTY:
            raise CannotEdit(say("import.last-one", path=dotted(place[:-1])))
        self.yaml.delete_item(self.current(place))
        items.remove(place)
