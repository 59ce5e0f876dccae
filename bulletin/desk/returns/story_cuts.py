"""Stories that are cut in two: last of all, when everything stands where it belongs."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin.content.yaml_text import Path
from bulletin.messages import say

from .filling import Desk
from .outcome import Outcome
from .spans import CannotEdit, YamlText
from .story_edits import EMPTY, STORIES, StoryEdits, both, paragraphs
from .story_operations import CutStory, JoinStory, NewStory, StoryOperation

if TYPE_CHECKING:
    from .today import Today


@dataclass(frozen=True, slots=True)
class _Cut:
    """A title among the paragraphs of a story, and the story that has it, empty until all else is done."""

    operation: CutStory
    story: Path
    marker: object
    own: object
    plates: tuple[Path, ...]
    told: tuple[str, ...]


class StoryCuts(StoryEdits):
    """Makes the edits."""

    def __init__(self, yaml: YamlText, today: Today, desk: Desk | None):
        super().__init__(yaml, today, desk)
        self.cuts: list[_Cut] = []

    def on_stories(self, one: StoryOperation) -> Outcome:
        if isinstance(one, JoinStory):
            return self.join(one)
        if self.is_there(one.title):
            return Outcome(one, "there-already", place=STORIES)
        return self.new(one) if isinstance(one, NewStory) else self._mark(one)

    def _mark(self, one: CutStory) -> Outcome:
        """The title takes its place among the paragraphs, and the story that has it its place among the stories."""
        story, container = self.today.path(one.path), self.today.path(one.container)
        behind = self.today.path(f"{one.container}.{one.behind}")
        plates = tuple(map(self.today.path, one.plates))
        if story is None or container is None or behind is None or None in plates:
            return Outcome(one, "conflict", say("import.no-place"))
        texts = paragraphs(one.paragraphs) or [EMPTY]
        theme = str(self.today.value((*story, "theme")))
        own, told = self.put_new(one.after, one.title, one.kicker, texts, theme)
        self.put(container, behind, both(*one.title))
        self.cuts.append(_Cut(one, story, self.last[container, behind], own, tuple(filter(None, plates)), told))
        return Outcome(one, "applied", place=story)

    def finish(self) -> Iterator[tuple[StoryOperation, Outcome]]:
        """Cuts the stories where titles stand in them; those that stand lowest first."""
        for cut in reversed(self.cuts):
            try:
                self._cut(cut)
                yield cut.operation, Outcome(cut.operation, "applied", "\n".join(cut.told), cut.story)
            except CannotEdit as error:
                self._undo(cut)
                yield cut.operation, Outcome(cut.operation, "not-applied", str(error), cut.story)

    def _undo(self, cut: _Cut) -> None:
        """A title that cut nothing leaves nothing behind."""
        items, stories = self.items((*cut.story, "paragraphs")), self.items(STORIES)
        self.yaml.delete_item((*self.current(cut.story), "paragraphs", items.index(cut.marker)))
        items.remove(cut.marker)
        id = str(self.yaml.value((*STORIES, stories.index(cut.own), "id")))
        self.yaml.delete_item((*STORIES, stories.index(cut.own)))
        stories.remove(cut.own)
        self.unpage(id)

    def _cut(self, cut: _Cut) -> None:
        """What stands behind the title goes to its story, with the plates below."""
        upper, lower = self.current(cut.story), (*STORIES, self.items(STORIES).index(cut.own))
        items = self.items((*cut.story, "paragraphs"))
        at = items.index(cut.marker)
        plates = [self.current(path) for path in cut.plates]
        expected = copy.deepcopy(self.yaml.parsed.data)
        one, other = (expected["stories"][int(path[-1])] for path in (upper, lower))
        other["paragraphs"] = [*([] if not cut.operation.paragraphs else other["paragraphs"])]
        other["paragraphs"] += one["paragraphs"][at + 1 :]
        del one["paragraphs"][at:]
        if not one["paragraphs"] or not other["paragraphs"]:
            raise CannotEdit(say("import.last-one", path=".".join(map(str, (*upper, "paragraphs")))))
        if plates:
            other["plates"] = [self.yaml.value(path) for path in plates]
        for owner in {path[:-2] for path in plates}:
            left = self._left(owner, plates)
            story = expected["stories"][int(owner[-1])]
            story["plates"] = [self.yaml.value(path) for path in left]
            if not left:
                del story["plates"]
        if not self.yaml.rewrite([*self._moved_lines(upper, lower, at, cut), *self._plates(lower, plates)], expected):
            raise CannotEdit(say("import.cannot-move", path=".".join(map(str, (*upper, "paragraphs")))))
        del items[at:]

    def _moved_lines(self, upper: Path, lower: Path, at: int, cut: _Cut) -> Iterator[tuple[int, int, str]]:
        """The paragraphs from the title on are taken out, and put behind those that the lower story has."""
        count = len(self.yaml.value(upper)["paragraphs"])
        items = [self.yaml.lines((*upper, "paragraphs", n)) for n in range(at, count)]
        yield items[0][0], items[-1][1], ""
        own = [self.yaml.lines((*lower, "paragraphs", n)) for n in range(len(self.yaml.value(lower)["paragraphs"]))]
        rows = self.shifted(self.yaml.text[items[0][1] : items[-1][1]], (*upper, "paragraphs"), (*lower, "paragraphs"))
        start = own[-1][1] if cut.operation.paragraphs else own[0][0]
        yield start, own[-1][1], rows

    def _left(self, story: Path, plates: list[Path]) -> list[Path]:
        """The plates of a story that stay there."""
        count = len(self.yaml.value(story)["plates"])
        return [path for n in range(count) if (path := (*story, "plates", n)) not in plates]

    def _plates(self, lower: Path, plates: list[Path]) -> Iterator[tuple[int, int, str]]:
        if not plates:
            return
        key = " " * (self.yaml.dash(lower) + 2)
        spans = {path: self.yaml.lines(path) for path in plates}
        at = self.yaml.lines(lower)[1]
        yield at, at, f"{key}plates:\n" + "".join(self.yaml.text[a:b] for a, b in spans.values())
        for owner in {path[:-2] for path in plates}:
            own = [span for path, span in spans.items() if path[:-2] == owner]
            yield from (
                (a, b, "") for a, b in (own if self._left(owner, plates) else [self.yaml.lines((*owner, "plates"))])
            )
