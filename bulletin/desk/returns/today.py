"""Today's content file beside the baseline of a draft: where each text stands now, and whether it has changed since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bulletin.content.yaml_text import Parsed, Path
from bulletin.manifest import digest
from bulletin.word import Kept
from bulletin.word.look import Lang

from .assignment import assign
from .carry import project
from .figures import expected
from .said import is_prose
from .spans import value_at
from .tokens import MOVED, SIMILAR, likeness

_PARAGRAPH = re.compile(r"stories\.\d+\.paragraphs\.\d+(?=\.|$)")
_SHORT = 5  # signs of a text that may stand in two places by chance
_Texts = dict[int, list[tuple[Path, Lang, tuple[str, ...]]]]
"""Item of a list in the baseline → its texts: where they stand in it, their language, their words as they were and as
the draft has them.
"""


def steps_of(path: str) -> Path:
    """`stories.0.title` as steps."""
    return tuple(int(step) if step.isascii() and step.isdigit() else step for step in path.split("."))


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a draft says now: texts that were changed, by place and language, and what is new in it."""

    changed: Mapping[tuple[str, str], str] = field(default_factory=dict)
    new: frozenset[tuple[str, str]] = frozenset()

    def others(self, above: str) -> set[tuple[str, str]]:
        """All of it but what was changed below a place."""
        return {*self.new, *((text, lang) for (path, lang), text in self.changed.items() if not path.startswith(above))}


@dataclass(slots=True)
class Today:
    """Finds items that have moved to another number, or paragraphs to another story, by their texts."""

    parsed: Parsed
    kept: Kept  # the baseline
    drafted: Drafted = field(default_factory=Drafted)
    _lists: dict[Path, dict[int, int]] = field(default_factory=dict)
    _known: dict[Path, set[int]] = field(default_factory=dict)
    _all: set[tuple[str, str]] = field(default_factory=set)
    _exact: dict[Path, Path] | None = None

    def source(self, path: str, lang: Lang) -> tuple[Path, str] | None:
        """Where a text stands today, and what the file says there; None where it is gone."""
        found = self.path(path)
        if found is None:
            return None
        value = self.value((*found, lang))
        return ((*found, lang), value) if isinstance(value, str) else None

    def path(self, path: str) -> Path | None:
        """The place today of something that stood at `path` in the baseline."""
        return self._path(steps_of(path))

    def _path(self, steps: Path) -> Path | None:
        now: Path = ()
        for n, step in enumerate(steps):
            if isinstance(step, int):
                index = self._index(steps[:n], now).get(step)
                if index is None:
                    return self._away(steps)
                step = index
            now = (*now, step)
        return now if self.value(now) is not None else None

    def _away(self, steps: Path) -> Path | None:
        """The place of something in a paragraph that stands in another story today."""
        there = self._paragraphs().get(steps[:4])
        return (*there, *steps[4:]) if there and self.value((*there, *steps[4:])) is not None else None

    def _paragraphs(self) -> dict[Path, Path]:
        """Paragraphs of the baseline whose words stand in the file → where; in their own story if they can."""
        if self._exact is None:
            own = {steps_of(one.path)[:2] for one in self.kept.entries if _PARAGRAPH.match(one.path)}
            texts = {(*story, "paragraphs", n): found for story in own for n, found in self._below(story).items()}
            home = {story: self._index(("stories",), ("stories",)).get(int(story[1])) for story in own}
            scores = [
                (self._score(found, there), old, there)
                for old, found in texts.items()
                for there in self._all_paragraphs()
            ]
            self._exact = {}
            for score, old, there in sorted(scores, key=lambda one: (-one[0], home[one[1][:2]] != one[2][1], *one[1:])):
                if score > 0 and old not in self._exact and there not in self._exact.values():
                    self._exact[old] = there
        return self._exact

    def _all_paragraphs(self) -> list[Path]:
        """Every paragraph of a story of today's file."""
        stories = self.value(("stories",))
        count = [len(self.value(("stories", n, "paragraphs")) or ()) for n in range(len(stories or ()))]
        return [("stories", n, "paragraphs", k) for n, size in enumerate(count) for k in range(size)]

    def _below(self, story: Path) -> _Texts:
        return self._texts((*story, "paragraphs"))

    def value(self, path: Path) -> Any:
        """The value at a place of today's file; None where there is none."""
        try:
            return value_at(self.parsed.data, path)
        except KeyError:
            return None

    def says(self, *texts: tuple[str, str]) -> bool:
        """Do these texts stand in the file today, each in its language, anywhere? An empty one says nothing."""
        if not self._all:
            self._all.update(texts_in(self.parsed.data))
        return all(not text or (text, lang) in self._all for text, lang in texts)

    def holds(self, container: str, text: str) -> bool:
        """Does an item of a list of the baseline say this today?"""
        items = self.value(self.path(container) or ())
        return any((text, "zh") in set(texts_in(item)) for item in (items if isinstance(items, list) else ()))

    def strangers(self, path: str) -> dict[Path, Any]:
        """The items of a list of the baseline that stand there today and share no text with any of it, by place.

        Of a story's paragraphs also those that stand in others.
        """
        steps = steps_of(path)
        now = self._path(steps) or ()
        self._index(steps, now)
        known = self._known.get(steps, set())
        items = self.value(now)
        own = {(*now, n): one for n, one in enumerate(items if isinstance(items, list) else ()) if n not in known}
        if not _PARAGRAPH.match(f"{path}.0"):
            return own
        found = {*self._paragraphs().values()}
        return own | {one: self.value(one) for one in self._all_paragraphs() if one not in found and one[:-1] != now}

    def _index(self, before: Path, now: Path) -> dict[int, int]:
        """Number in the baseline → number today, for the items of one list."""
        if before not in self._lists:
            items = self.value(now)
            count = len(items) if isinstance(items, list) else 0
            self._lists[before] = self._assign(before, now, count) if count else {}
        return self._lists[before]

    def _assign(self, before: Path, now: Path, count: int) -> dict[int, int]:
        texts = self._texts(before)
        scores = {(i, j): self._score(texts[i], (*now, j)) for i in texts for j in range(count)}
        out: dict[int, int] = {}
        for (i, j), score in sorted(scores.items(), key=lambda one: (-one[1], abs(one[0][0] - one[0][1]))):
            if score > 0 and i not in out and j not in out.values():
                out[i] = j
        self._known[before] = set(out.values())
        away = self._strayed(before, now, texts.keys() - out.keys())
        texts = {i: found for i, found in texts.items() if i not in away}
        self._reworded(texts, now, count, out)
        for i in texts:
            if i not in out and i < count and i not in out.values() and not self._is_of_others(before, (*now, i)):
                out[i] = i  # changed beyond recognition where it stood
        return out

    def _strayed(self, before: Path, now: Path, left: set[int]) -> set[int]:
        """Those of a story's paragraphs that stand in another one today."""
        found = self._paragraphs() if left and _PARAGRAPH.match(".".join(map(str, (*before, 0)))) else {}
        return {n for n in left if (there := found.get((*before, n))) and there[:-1] != now}

    def _reworded(self, texts: _Texts, now: Path, count: int, out: dict[int, int]) -> None:
        """Items of which no text stands as it was: by how much they are like those that are left."""
        left, free = [i for i in texts if i not in out], [j for j in range(count) if j not in out.values()]
        if not left or not free:
            return
        gains = [[self._likeness(texts[i], (*now, j)) for j in free] for i in left]
        out.update({left[a]: free[b] for a, b in assign(gains).items() if gains[a][b] >= SIMILAR})

    def _is_of_others(self, before: Path, now: Path) -> bool:
        """Does an item say what stood elsewhere in the baseline?"""
        own = ".".join(map(str, before))
        others = [
            one for one in self.kept.entries if not one.path.startswith(f"{own}.") and not one.path.startswith("facts.")
        ]
        said = {text for text, _ in texts_in(self.value(now))}
        if not self.drafted.others(f"{own}.").isdisjoint(texts_in(self.value(now))):
            return True
        return any(
            likeness(expected(one, prose=is_prose(one.path)), text) >= MOVED
            for one in others
            for text in said
            if len(text) > _SHORT
        )

    def _likeness(self, texts: list[tuple[Path, Lang, tuple[str, ...]]], now: Path) -> float:
        there = [(self.value((*now, *rest, lang)), text) for rest, lang, both in texts for text in both]
        return max((likeness(text, value) for value, text in there if isinstance(value, str)), default=0.0)

    def _texts(self, before: Path) -> _Texts:
        """The texts below each item of a list of the baseline."""
        out: _Texts = {}
        for entry in self.kept.entries:
            steps = steps_of(entry.path)
            if len(steps) > len(before) and steps[: len(before)] == before and isinstance(steps[len(before)], int):
                text = expected(entry, prose=is_prose(entry.path))
                both = dict.fromkeys((text, self.drafted.changed.get((entry.path, entry.lang), text)))
                out.setdefault(int(steps[len(before)]), []).append((steps[len(before) + 1 :], entry.lang, tuple(both)))
        return out

    def _score(self, texts: list[tuple[Path, Lang, tuple[str, ...]]], now: Path) -> int:
        """How many of these texts stand below an item today, in the same place of it."""
        found = 0
        for rest, lang, both in texts:
            value, prose = self.value((*now, *rest, lang)), is_prose(".".join(map(str, (*now, *rest))))
            found += isinstance(value, str) and project(value, lang, prose=prose) in both
        return found

    def unchanged(self, path: str, lang: Lang, old: str) -> bool:
        """Does the file still say what the baseline says? Words that the program adds at the ends are its own."""
        found = self.source(path, lang)
        if found is None:
            return False
        return self.is_as_it_was or affixes(old, project(found[1], lang, prose=is_prose(path))) is not None

    @property
    def is_as_it_was(self) -> bool:
        """Is the file the very one that the draft was made from? What it then says otherwise is of the program."""
        return digest(self.parsed.text.encode()) == self.kept.source.sha256

    def familiar(self) -> float:
        """Which share of the baseline's texts stands in the file today, anywhere."""
        own = [entry for entry in self.kept.entries if not entry.path.startswith("facts.")]
        found = sum(
            self.unchanged(entry.path, entry.lang, expected(entry, prose=is_prose(entry.path))) for entry in own
        )
        return found / max(1, len(own))


def texts_in(data: Any) -> Iterator[tuple[str, str]]:
    """The texts in two languages, as a draft writes them."""
    for key, value in data.items() if isinstance(data, dict) else ():
        if key in ("zh", "en") and isinstance(value, str):
            yield from ((project(value, key, prose=prose), key) for prose in (True, False))
        else:
            yield from texts_in(value)
    for value in data if isinstance(data, list) else ():
        yield from texts_in(value)


def affixes(old: str, own: str) -> tuple[str, str] | None:
    """What the program set before and behind the curator's words in `old`; None where they are not in it."""
    if old == own:
        return "", ""
    at = old.find(own)
    if not own or at < 0 or (at and old[at - 1] not in "；;： 　") or not _is_end(old, at + len(own)):
        return None
    return old[:at], old[at + len(own) :]


def _is_end(text: str, at: int) -> bool:
    return at == len(text) or text[at] in "；;（(" or text[at : at + 2] == " ("
