"""Stories as wholes: one that is gone, and the order in which they stand now.

A story is what stands from its title to the next one's. Where the titles stand in another order, so do the stories:
what is in them has not moved.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bulletin.word import Kept
from bulletin.word.look import Lang

from .opened import Opened
from .operations import Delete, Move
from .order import rising
from .said import CurrentText
from .shares import Allotment
from .written import Written

_TITLE = re.compile(r"stories\.(\d+)\.title")
_INSIDE = re.compile(r"(stories\.\d+)\.")


Cuts = Mapping[tuple[int, int], int]
"""Where a new title stands over paragraphs of a story: by the story and the first of them, the place in the draft."""


@dataclass(frozen=True, slots=True)
class Stories:
    """Where each story begins in the draft, by its number in the baseline, and where the last one ends.

    What a new title cut off a story is a part of it that may stand elsewhere.
    """

    starts: Mapping[int, int]
    end: int
    cuts: Cuts

    @classmethod
    def of(cls, said: Mapping[int, CurrentText], shares: Allotment, cuts: Cuts) -> Stories:
        """Titles that stand in one language only begin no story."""
        found: dict[int, dict[Lang, int]] = {}
        inside = [-1]
        for n, one in said.items():
            if n in shares.at and (title := _TITLE.fullmatch(one.entry.path)):
                found.setdefault(int(title[1]), {})[one.entry.lang] = shares.at[n]
            if n in shares.at and _INSIDE.match(one.entry.path):
                inside.append(shares.at[n])
        whole = {story: min(at.values()) for story, at in found.items() if len(at) == 2}
        return cls(whole if len(whole) == len(found) else {}, max(inside) + 1, cuts)

    def titled_anew(self, titles: Mapping[int, int]) -> Stories:
        """With stories whose title was written anew, each where it begins."""
        own = set(titles.values())
        return Stories({**self.starts, **titles}, self.end, {one: at for one, at in self.cuts.items() if at not in own})

    def _begins(self) -> dict[tuple[int, int], int]:
        """Where each part begins: a story, or what was cut off it."""
        return {(story, -1): at for story, at in self.starts.items()} | dict(self.cuts)

    def as_before(self, at: int) -> int:
        """Where a paragraph would stand, had no story been moved."""
        begins = self._begins()
        starts = sorted(begins.values())
        if not self.starts or not starts[0] <= at < self.end:
            return at
        lengths = {start: end - start for start, end in zip(starts, [*starts[1:], self.end], strict=True)}
        start = starts[bisect_right(starts, at) - 1]
        part = next(one for one, place in begins.items() if place == start)
        before = sum(lengths[place] for one, place in begins.items() if one < part)
        return starts[0] + before + at - start

    def part(self, at: int) -> tuple[int, int] | None:
        """The story that a place of the draft stands in, or what was cut off it."""
        above = {place: one for one, place in self._begins().items() if place <= at}
        return above[max(above)] if above and at < self.end else None

    def _order(self) -> list[int]:
        return sorted(self.starts, key=lambda story: self.starts[story])

    def staying(self) -> frozenset[int]:
        """The stories that kept their order."""
        return frozenset(rising({story: n for n, story in enumerate(self._order())}))

    def moved(self, said: Mapping[int, CurrentText]) -> Iterator[Move]:
        """As few moves as make the new order."""
        order, stay = self._order(), self.staying()
        titles = {one.entry.path: one.old for one in said.values() if one.entry.lang == "zh"}
        after = -1
        for story in order:
            if story in stay:
                after = story
            else:
                yield Move(f"stories.{story}", "stories", after, titles[f"stories.{story}.title"], self.starts[story])


def gone(path: str, said: Mapping[int, CurrentText], opened: Opened) -> Delete | None:
    """A story of which neither a text nor a picture is left, with all that stood in it; None for anything else."""
    if not re.fullmatch(r"stories\.\d+", path):
        return None
    picture = re.compile(rf"(?:chart|photo):{path.replace('.', '-')}-")
    if any(picture.match(one.name) for one in opened.drawings):
        return None
    own = [one for one in said.values() if one.entry.path.startswith(f"{path}.")]
    return Delete(path, tuple((one.entry.path, one.entry.lang, one.old) for one in own))


def shown_in(path: str, before: Sequence[Written], kept: Kept) -> set[int]:
    """The labels and figures of facts that stood among the texts of a story, by their numbers."""
    out, inside = set[int](), False
    for one in before:
        paths = [kept.entries[n].path for n in one.entries]
        own = [other for other in paths if not other.startswith("facts.")]
        inside = own[0].startswith(f"{path}.") if own else inside
        if inside:
            out.update(n for n, other in zip(one.entries, paths, strict=True) if other.startswith("facts."))
    return out
