"""Headings that are new in a draft, and titles of stories that are gone: stories put in, cut in two, joined.

A story is what stands from its title to the next one's. Whoever types a heading among its paragraphs begins another
story there; whoever deletes a title gives what stood under it to the story above.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from .items import Items, typed
from .opened import Opened
from .said import CurrentText
from .stories import Stories
from .story_operations import CutStory, JoinStory, NewStory, StoryOperation, Words
from .tokens import tidy
from .tongues import tongue, two
from .written import Written

_TITLE = re.compile(r"stories\.\d+\.title")
_PARAGRAPH = re.compile(r"stories\.(\d+)\.paragraphs")
_PLATE = re.compile(r"stories\.(\d+)\.plates\.(\d+)\.")
_HEADING = re.compile(r"heading \d|lead heading.*|heading en")


@dataclass(frozen=True, slots=True)
class Headed:
    """What was found, the paragraphs of the draft that it settles, and the texts of the baseline."""

    operations: tuple[StoryOperation, ...]
    settled: frozenset[int]
    texts: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Head:
    """A new heading, with the line over it: its paragraphs of the draft, from the first to behind the last."""

    start: int
    end: int
    title: Words
    kicker: Words


def headed(
    items: Items, said: Mapping[int, CurrentText], stories: Stories, before: Sequence[Written], opened: Opened
) -> Headed:
    """Stories that are new, cut or joined."""
    look = _Look(items, said, stories, before, opened)
    found = [one for head in look.heads() if (one := look.of_head(head))]
    joined = [*look.joined()]
    return Headed(
        (*(one for one, _ in found), *(one for one, _ in joined)),
        frozenset(look.twins.get(at, at) for _, ats in found for at in ats),
        frozenset(number for _, numbers in joined for number in numbers),
    )


class _Look:
    def __init__(
        self,
        items: Items,
        said: Mapping[int, CurrentText],
        stories: Stories,
        before: Sequence[Written],
        opened: Opened,
    ):
        self.items, self.said, self.stories, self.opened = items, said, stories, opened
        self.paragraphs = opened.paragraphs
        self.extra = {*items.shares.extra}
        self.paths = {at: said[n].entry.path for n, at in reversed(items.shares.at.items())}
        titles = [n for n, one in enumerate(before) if _TITLE.fullmatch(one.path)]
        self.titled = {before[n].block.style.lower() for n in titles}
        over = [before[n - 1] for n in titles if n and not before[n - 1].entries]
        self.kickers = {one.block.style.lower() for one in over} - self.titled
        own = {one.block.style.lower() for one in before if _PARAGRAPH.match(one.path)}
        self.others = {one.block.style.lower() for one in before} - own - {"normal"}
        self.tables = {
            place[0] for at, path in self.paths.items() if _PARAGRAPH.match(path) and (place := self._place(at))
        }

        self.twins = dict(self._twins())
        self.extra = (self.extra - {*self.twins.values()}) | self.twins.keys()

    def _twins(self) -> Iterator[tuple[int, int]]:
        """Lines over new titles that say what the line over a known one says, and were taken for it; and that one."""
        new = [q for q in sorted(self.extra) if self._style(q) in self.kickers and not self._is_new_title(q + 1)]
        for p in range(len(self.paragraphs)):
            if p in self.extra or self._style(p) not in self.kickers or not self._is_new_title(p + 1):
                continue
            twin = next((q for q in new if self.paragraphs[q].text == self.paragraphs[p].text), None)
            if twin is not None:
                new.remove(twin)
                yield p, twin

    def _is_new_title(self, at: int) -> bool:
        return at in self.extra and self._is_title(at)

    def _place(self, at: int) -> tuple[int, int, int] | None:
        return self.paragraphs[at].place

    # ------------------------------------------------------------------ new headings

    def heads(self) -> Iterator[_Head]:
        """Runs of new paragraphs in the styles of titles, with the lines over them, where stories stand."""
        run: list[int] = []
        for at in [*sorted(self.extra), -1]:
            if run and not (at == run[-1] + 1 and self._is_head(at) and not self._begins_anew(run, at)):
                if head := self._head(run):
                    yield head
                run = []
            if at >= 0 and self._is_head(at):
                run.append(at)

    def _style(self, at: int) -> str:
        return self.paragraphs[at].style.lower()

    def _is_title(self, at: int) -> bool:
        return self._style(at) in self.titled or bool(_HEADING.fullmatch(self._style(at)))

    def _is_head(self, at: int) -> bool:
        place = self._place(at)
        stands = place is None or place[0] in self.tables
        return stands and (self._is_title(at) or self._style(at) in self.kickers)

    def _begins_anew(self, run: Sequence[int], at: int) -> bool:
        """Is it the line over another title?"""
        return self._style(at) in self.kickers and any(map(self._is_title, run))

    def _head(self, run: Sequence[int]) -> _Head | None:
        said: dict[str, list[str]] = {"zh": [], "en": []}
        for at in run:
            if self._is_title(at):
                said[tongue(self.paragraphs[at])].append(tidy(self.paragraphs[at].text))
        over = next((two(self.paragraphs[at].text) for at in run if not self._is_title(at)), None)
        title = "\n".join(said["zh"]), "\n".join(said["en"])
        return _Head(run[0], run[-1] + 1, title, over or ("", "")) if any(title) else None

    def of_head(self, head: _Head) -> tuple[StoryOperation, list[int]] | None:
        """What a heading makes of what stands under it, and the paragraphs that this settles."""
        new, below = self._under(head)
        above = self._story(head.start)
        ats = [*range(head.start, head.end), *new]
        paragraphs = tuple(self._paired(new))
        if below is not None and below == above:
            behind = self._behind(above, head.start)
            if behind is None:
                return None
            plates = tuple(self._plates_below(above, head.start))
            return CutStory(f"stories.{above}", behind, head.title, head.kicker, paragraphs, plates, head.start), ats
        if below is not None or not new:
            return None
        return NewStory(self._staying(head.start), head.title, head.kicker, paragraphs, head.start), ats

    def _under(self, head: _Head) -> tuple[list[int], int | None]:
        """The new paragraphs under a heading, and the story whose paragraph follows them, if one does."""
        new: list[int] = []
        for at in range(head.end, len(self.paragraphs)):
            if at not in self.extra:
                found = _PARAGRAPH.match(self.paths.get(at, ""))
                return new, int(found[1]) if found else None
            if self._is_head(at) or self._style(at) in self.others:
                break
            new.append(at)
        return new, None

    def _paired(self, ats: Sequence[int]) -> Iterator[Words]:
        """The two languages of one place belong together in their order."""
        texts: dict[str, list[str]] = {"zh": [], "en": []}
        for at in ats:
            texts[tongue(self.paragraphs[at])].append(typed(self.paragraphs[at]).strip())
        yield from zip_longest(texts["zh"], texts["en"], fillvalue="")

    def _story(self, at: int) -> int | None:
        """The story that a place of the draft stands in."""
        order = sorted((start, story) for story, start in self.stories.starts.items())
        n = bisect_right([start for start, _ in order], at)
        return order[n - 1][1] if n else None

    def _staying(self, at: int) -> int:
        """The last story above that was not moved; -1 where there is none."""
        stay = self.stories.staying()
        starts = [(start, story) for story, start in self.stories.starts.items() if start <= at and story in stay]
        return max(starts)[1] if starts else -1

    def _behind(self, story: int, at: int) -> int | None:
        """The last paragraph of a story above a place that kept its order."""
        container = f"stories.{story}.paragraphs"
        owners = (self.items.owners.get(n) for n in range(at - 1, -1, -1))
        return next(
            (one[0][1] for one in owners if one and one[0][0] == container and one not in self.items.moved), None
        )

    def _plates_below(self, story: int, at: int) -> Iterator[int]:
        """The plates of a story of which all that is left stands below a place."""
        stand: dict[int, list[int]] = {}
        for there, path in self.paths.items():
            if (found := _PLATE.match(path)) and int(found[1]) == story:
                stand.setdefault(int(found[2]), []).append(there)
        pattern = re.compile(rf"(?:chart|photo):stories-{story}-plates-(\d+)(?:-\d+)?")
        for one, drawn in zip(self.opened.drawings, self.opened.drawn, strict=False):
            if drawn is not None and (found := pattern.fullmatch(one.name)):
                stand.setdefault(int(found[1]), []).append(drawn)
        yield from sorted(plate for plate, places in stand.items() if min(places) > at)

    # ------------------------------------------------------------------ titles that are gone

    def joined(self) -> Iterator[tuple[JoinStory, list[int]]]:
        """Stories without a title whose paragraphs stand under another's, with the texts of the title."""
        titles: dict[str, list[CurrentText]] = {}
        for one in self.said.values():
            if _TITLE.fullmatch(one.entry.path):
                titles.setdefault(one.entry.path.removesuffix(".title"), []).append(one)
        for story, ones in titles.items():
            if any(one.text is not None or one.number in self.items.shares.joined for one in ones):
                continue
            under = {self._story(at) for at, path in self.paths.items() if path.startswith(f"{story}.paragraphs.")}
            if len(under) == 1 and (above := under.pop()) is not None:
                old = {one.entry.lang: one.old for one in ones}
                title = old.get("zh", ""), old.get("en", "")
                yield JoinStory(f"stories.{above}", story, title), [one.number for one in ones]
