"""Headings that are new in a draft, and titles of stories that are gone: stories put in, cut in two, joined.

A story is what stands from its title to the next one's. Whoever types a heading among its paragraphs begins another
story there; whoever deletes a title gives what stood under it to the story above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import zip_longest

from .items import Items, typed
from .opened import Opened
from .operations import Move, Set
from .plates_moved import plates_moved, standing
from .said import CurrentText
from .shares import Allotment
from .stories import Stories
from .story_operations import CutStory, JoinStory, NewStory, StoryOperation, Words
from .tokens import tidy
from .tongues import tongue, two
from .written import Written

_TITLE = re.compile(r"stories\.\d+\.title")
_PARAGRAPH = re.compile(r"stories\.(\d+)\.paragraphs\.(\d+)")
_HEADING = re.compile(r"heading \d|lead heading.*|heading en")


@dataclass(frozen=True, slots=True)
class Headed:
    """What was found, the paragraphs of the draft that it settles, and the texts of the baseline."""

    operations: tuple[StoryOperation | Set | Move, ...]
    settled: frozenset[int]
    texts: frozenset[int]


@dataclass(frozen=True, slots=True)
class Head:
    """A new heading with the line over it, from its first paragraph of the draft to behind the last.

    `new`: new paragraphs under it; `below`: story and number of the paragraph that follows them, if one does.
    """

    start: int
    end: int
    title: Words
    kicker: Words
    new: tuple[int, ...]
    below: tuple[int, int] | None


# ---------------------------------------------------------------------------------------------- new headings


class Heads:
    """New paragraphs in the styles of titles, with the lines over them, where stories stand."""

    def __init__(
        self, paths: Mapping[int, str], extra: frozenset[int], before: Sequence[Written], opened: Opened
    ) -> None:
        self.paths, self.opened, self.paragraphs = paths, opened, opened.paragraphs
        titles = [n for n, one in enumerate(before) if _TITLE.fullmatch(one.path)]
        self.titled = {before[n].block.style.lower() for n in titles}
        over = [before[n - 1] for n in titles if n and not before[n - 1].entries]
        self.kickers = {one.block.style.lower() for one in over} - self.titled
        own = {one.block.style.lower() for one in before if _PARAGRAPH.match(one.path)}
        self.others = {one.block.style.lower() for one in before} - own - {"normal"}
        self.tables = {
            place[0] for at, path in paths.items() if _PARAGRAPH.match(path) and (place := self.paragraphs[at].place)
        }
        self.twins = dict(self._twins(extra))
        self.extra = (extra - {*self.twins.values()}) | self.twins.keys()
        self.found = tuple(self._found())

    @classmethod
    def of(cls, said: Mapping[int, CurrentText], shares: Allotment, before: Sequence[Written], opened: Opened) -> Heads:
        paths = {at: said[n].entry.path for n, at in reversed(shares.at.items())}
        return cls(paths, frozenset(shares.extra), before, opened)

    def cuts(self) -> dict[tuple[int, int], int]:
        """Where new titles stand over paragraphs of the baseline."""
        return {one.below: one.start for one in self.found if one.below}

    def titles(self, said: Mapping[int, CurrentText], stories: Stories) -> dict[int, Head]:
        """New headings that are titles written anew: nothing of the story stands but under them."""
        found: dict[int, Head] = {}
        for story in gone_titles(said):
            stand = [at for at, path in self.paths.items() if path.startswith(f"stories.{story}.paragraphs.")]
            parts = {stories.part(at) for at in stand}
            own = sorted(part for part in parts if part and part[0] == story and part[1] >= 0)
            if own and len(own) == len(parts):
                found[story] = next(one for one in self.found if one.below == own[0])
        return found

    def settled(self, ats: Sequence[int]) -> Iterator[int]:
        """New paragraphs, and for a line that was taken for another's the one that is new instead."""
        yield from (found for at in ats if (found := self.twins.get(at, at)) is not None)

    def titles_of(self, head: Head) -> Iterator[int]:
        """The titles of a heading, and what is new instead of the line over it."""
        yield from (at for at in range(head.start, head.end) if self._is_title(at))
        yield from self.settled([at for at in range(head.start, head.end) if at in self.twins])

    def _twins(self, extra: frozenset[int]) -> Iterator[tuple[int, int | None]]:
        """Lines over new titles that were taken for those over known ones; and what says the same there as new."""
        titled = {at for at in extra if self._is_title(at)}
        new = [q for q in sorted(extra) if self._style(q) in self.kickers and q + 1 not in titled]
        for p in range(len(self.paragraphs)):
            if p not in extra and self._style(p) in self.kickers and p + 1 in titled:
                twin = next((q for q in new if self.paragraphs[q].text == self.paragraphs[p].text), None)
                new = [q for q in new if q != twin]
                yield p, twin

    def _style(self, at: int) -> str:
        return self.paragraphs[at].style.lower()

    def _is_title(self, at: int) -> bool:
        return self._style(at) in self.titled or bool(_HEADING.fullmatch(self._style(at)))

    def is_head(self, at: int) -> bool:
        place = self.paragraphs[at].place
        stands = place is None or place[0] in self.tables
        return stands and (self._is_title(at) or self._style(at) in self.kickers)

    def _found(self) -> Iterator[Head]:
        run: list[int] = []
        for at in [*sorted(self.extra), -1]:
            if run and not (at == run[-1] + 1 and self.is_head(at) and not self._begins_anew(run, at)):
                if head := self._head(run):
                    yield head
                run = []
            if at >= 0 and self.is_head(at):
                run.append(at)

    def _begins_anew(self, run: Sequence[int], at: int) -> bool:
        """Is it the line over another title?"""
        return self._style(at) in self.kickers and any(map(self._is_title, run))

    def _head(self, run: Sequence[int]) -> Head | None:
        said: dict[str, list[str]] = {"zh": [], "en": []}
        for at in run:
            if self._is_title(at):
                said[tongue(self.paragraphs[at])].append(tidy(self.paragraphs[at].text))
        over = next((two(self.paragraphs[at].text) for at in run if not self._is_title(at)), None)
        title = "\n".join(said["zh"]), "\n".join(said["en"])
        new, below = self._under(run[-1] + 1)
        return Head(run[0], run[-1] + 1, title, over or ("", ""), new, below) if any(title) else None

    def _under(self, start: int) -> tuple[tuple[int, ...], tuple[int, int] | None]:
        """The new paragraphs from a place on, and the paragraph of a story that follows them, if one does."""
        new: list[int] = []
        for at in range(start, len(self.paragraphs)):
            if at not in self.extra:
                found = _PARAGRAPH.match(self.paths.get(at, ""))
                return tuple(new), (int(found[1]), int(found[2])) if found else None
            if self.is_head(at) or self._style(at) in self.others:
                break
            new.append(at)
        return tuple(new), None

    def paired(self, ats: Sequence[int]) -> Iterator[Words]:
        """The two languages of one place belong together in their order."""
        texts: dict[str, list[str]] = {"zh": [], "en": []}
        for at in ats:
            texts[tongue(self.paragraphs[at])].append(typed(self.paragraphs[at]).strip())
        yield from zip_longest(texts["zh"], texts["en"], fillvalue="")


# ---------------------------------------------------------------------------------------------- what comes of them


def gone_titles(said: Mapping[int, CurrentText]) -> dict[int, list[CurrentText]]:
    """The titles of stories that stand nowhere in either language."""
    titles: dict[int, list[CurrentText]] = {}
    for one in said.values():
        if _TITLE.fullmatch(one.entry.path):
            titles.setdefault(int(one.entry.path.split(".")[1]), []).append(one)
    return {story: ones for story, ones in titles.items() if all(one.text is None for one in ones)}


def headed(
    items: Items, said: Mapping[int, CurrentText], stories: Stories, heads: Heads, anew: Mapping[int, Head]
) -> Headed:
    """Stories that are new, cut or joined, and titles that were written anew (`anew`)."""
    look = _Look(items, said, stories, heads)
    others = [head for head in heads.found if head not in anew.values()]
    found = [(one, head) for head in others if (one := look.of_head(head))]
    joined = [*look.joined({*anew})]
    titled = [*_titled(said, anew)]
    going = {one.gone for one, _ in joined}
    plates = plates_moved(said, standing(heads.paths, heads.opened), stories, going)
    settled = {at for _, head in found for at in heads.settled([*range(head.start, head.end), *head.new])}
    settled |= {at for head in anew.values() for at in heads.titles_of(head)}
    return Headed(
        (*(one for one, _ in found), *(one for one, _ in joined), *(one for one, _ in titled), *plates),
        frozenset(settled),
        frozenset(number for _, numbers in (*joined, *titled) for number in numbers),
    )


def _titled(said: Mapping[int, CurrentText], anew: Mapping[int, Head]) -> Iterator[tuple[Set, list[int]]]:
    """Titles that were written anew; one that has no such language stays gone."""
    for story, ones in gone_titles(said).items():
        for one in ones:
            new = anew[story].title[0 if one.entry.lang == "zh" else 1] if story in anew else ""
            if new:
                yield Set(one.entry.path, one.entry.lang, one.old, new), [one.number]


class _Look:
    def __init__(self, items: Items, said: Mapping[int, CurrentText], stories: Stories, heads: Heads):
        self.items, self.said, self.stories, self.heads = items, said, stories, heads

    def of_head(self, head: Head) -> StoryOperation | None:
        """What a heading makes of what stands under it."""
        paragraphs, after = tuple(self.heads.paired(head.new)), self._staying(head.start)
        if head.below is None:
            return NewStory(after, head.title, head.kicker, paragraphs, head.start) if head.new else None
        story = head.below[0]
        behind = self._behind(story, head.start)
        if behind is None:
            return None
        plates = tuple(self._plates_below(head.below))
        return CutStory(f"stories.{story}", behind, after, head.title, head.kicker, paragraphs, plates, head.start)

    def _staying(self, at: int) -> int:
        """The last story above that was not moved; -1 where there is none."""
        stay = self.stories.staying()
        starts = [(start, story) for story, start in self.stories.starts.items() if start <= at and story in stay]
        return max(starts)[1] if starts else -1

    def _behind(self, story: int, at: int) -> int | None:
        """The last paragraph of a story above a place that kept its order, had no part of a story been moved."""
        container, here = f"stories.{story}.paragraphs", self.stories.as_before(at)
        owned = ((self.stories.as_before(n), one) for n, one in self.items.owners.items() if one[0][0] == container)
        above = [(stood, one[0][1]) for stood, one in owned if stood < here and one not in self.items.moved]
        return max(above)[1] if above else None

    def _plates_below(self, part: tuple[int, int]) -> Iterator[str]:
        """The plates of which all that is left stands in the part that was cut off."""
        plates = standing(self.heads.paths, self.heads.opened)
        stand = {plate: {self._last_part(at) for at in ats} for plate, ats in plates.items()}
        yield from (f"stories.{one}.plates.{n}" for (one, n), parts in sorted(stand.items()) if parts == {part})

    def _last_part(self, at: int) -> tuple[int, int] | None:
        """The part that a place stands in; behind the last words of all stories, the last one."""
        return self.stories.part(min(at, self.stories.end - 1))

    def joined(self, anew: AbstractSet[int]) -> Iterator[tuple[JoinStory, list[int]]]:
        """Stories without a title whose paragraphs stand under another's, with the texts of the title."""
        for number, ones in gone_titles(self.said).items():
            story = f"stories.{number}"
            if number in anew or any(one.number in self.items.shares.joined for one in ones):
                continue
            stand = [at for at, path in self.heads.paths.items() if path.startswith(f"{story}.paragraphs.")]
            under = {part[0] for at in stand if (part := self.stories.part(at)) and part[1] < 0}
            if len(under) == 1 and (above := under.pop()) is not None:
                old = {one.entry.lang: one.old for one in ones}
                title = old.get("zh", ""), old.get("en", "")
                yield JoinStory(f"stories.{above}", story, title), [one.number for one in ones]
