"""Plates in the content file, moved from one story to another or within one: their lines go as they are."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from bulletin.content.yaml_text import Path
from bulletin.messages import say

from .entry_edits import EntryEdits
from .operations import Move
from .outcome import Outcome
from .spans import CannotEdit


class PlateEdits(EntryEdits):
    """Makes the edits."""

    def move_plate(self, one: Move) -> Outcome:
        place, story = self.today.path(one.path), self.today.path(one.container.removesuffix(".plates"))
        if place is None or story is None:
            return Outcome(one, "there-already" if story else "conflict", "" if story else say("import.uprooted"))
        container = (*story, "plates")
        here, into = self._plates_of(place[:-1]), self._plates_of(container)
        above = self.today.path(f"{one.container}.{one.after}") if one.after >= 0 else ()
        last = self.last.get((container, above or ()), above)
        rest = [item for item in into if item != place]
        index = rest.index(last) + 1 if last in rest else 0
        if here is into and here.index(place) == index:
            self.last[container, above or ()] = place
            return Outcome(one, "there-already", place=place)
        self._move_lines(self.current(place), self.current(story), index)
        here.remove(place)
        into.insert(index, place)
        self.last[container, above or ()] = place
        return Outcome(one, "applied", place=place)

    def _plates_of(self, container: Path) -> list[object]:
        """The plates of a story by the places that they had before; it may have none."""
        if container not in self.lists and "plates" not in self.yaml.value(self.current(container[:-1])):
            self.lists[container] = []
        return self.items(container)

    def _move_lines(self, plate: Path, story: Path, index: int) -> None:
        data = copy.deepcopy(self.yaml.parsed.data)
        old, new = (data["stories"][int(path[1])] for path in (plate, story))
        value = old["plates"].pop(int(plate[-1]))
        new.setdefault("plates", []).insert(index, value)
        if not old["plates"]:
            del old["plates"]
        if not self.yaml.rewrite([*self._pieces(plate, story, index)], data):
            raise CannotEdit(say("import.cannot-move", path=".".join(map(str, plate))))

    def _pieces(self, plate: Path, story: Path, index: int) -> Iterator[tuple[int, int, str]]:
        alone = len(self.yaml.value(plate[:-1])) == 1 and plate[:-2] != story
        start, end = self.yaml.lines(plate)
        gone = self.yaml.lines(plate[:-1]) if alone else (start, end)
        yield *gone, ""
        rows, container = self.yaml.text[start:end], (*story, "plates")
        if "plates" not in self.yaml.value(story):
            at = self.yaml.lines(story)[1]
            yield at, at, f"{' ' * (self.yaml.dash(story) + 2)}plates:\n{rows}"
            return
        rows = self.shifted(rows, plate[:-1], container)
        left = [n for n in range(len(self.yaml.value(container))) if (*container, n) != plate]
        at = self.yaml.lines((*container, left[index - 1]))[1] if index else self.yaml.lines((*container, left[0]))[0]
        yield at, at, rows
