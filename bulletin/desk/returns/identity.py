"""Which row of the draft is which item of a list: both languages decide together.

A row holds one item's texts, whatever they say, so an item takes its texts from one row. Where that cannot be told of a
text, because another item says it better, the text goes to nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bulletin.word.layout import WordParagraph

from .assignment import assign
from .order import in_order, rising
from .rows import Lists, Row
from .tokens import MOVED, SIMILAR, likeness, tidy
from .written import Matching, Written

Pairs = dict[int, int]
"""Item → row, by their numbers in `Lists`."""

CLEARLY = 0.1  # by so much more alike another item must be to claim a text
_FEW = 10_000  # pairs of an item and a row that are compared


def match_items(before: Sequence[Written], after: Sequence[WordParagraph], known: Mapping[int, int]) -> Matching:
    """Pairs the paragraphs of items; `known` are those that have been told already."""
    lists = Lists.of(before, after, known)
    return _Identity(before, after, known, lists).run()


class _Identity:
    """`alike`: how much a text of an item is like that of a row, by item, row and language."""

    def __init__(
        self, before: Sequence[Written], after: Sequence[WordParagraph], known: Mapping[int, int], lists: Lists
    ):
        self.before, self.after, self.known = before, after, known
        self.items, self.rows = lists.items, lists.rows
        self.said = [
            self._words(one, {n: before[n].text for n in one.numbers if before[n].entries}) for one in self.items
        ]
        self.says = [self._words(one, {n: one.text for n, one in enumerate(after)}) for one in self.rows]
        self.alike: dict[tuple[int, int, str], float] = {}
        self.twin = _twins(before, after, known)

    def run(self) -> Matching:
        found, shut = self._told()
        self._assign(found, shut)
        self._where_they_stood(found, shut)
        made: Matching = {}
        for i, r in found.items():
            made.update(self._paragraphs(i, r, found))
        made.update(self._alone(found))
        return made

    @staticmethod
    def _words(one: Row, texts: Mapping[int, str]) -> dict[str, str]:
        """The words of each language."""
        out = defaultdict[str, str](str)
        for (_, tongue), numbers in one.slots.items():
            for n in numbers:
                if n in texts:
                    out[tongue] += f" {texts[n]}" if out[tongue] else texts[n]
        return {tongue: tidy(words) for tongue, words in out.items()}

    def _like(self, i: int, r: int, tongue: str) -> float:
        if (i, r, tongue) not in self.alike:
            old, new = self.said[i].get(tongue, ""), self.says[r].get(tongue, "")
            self.alike[i, r, tongue] = likeness(old, new) if old and new else 0.0
        return self.alike[i, r, tongue]

    def _both(self, i: int, r: int) -> float:
        """How much an item is like a row, in all its languages; 0 where no language is."""
        alike = [self._like(i, r, tongue) for tongue in self.said[i]] if self._fits(i, r) else []
        return sum(alike) / len(alike) if alike and max(alike) >= SIMILAR else 0.0

    def _fits(self, i: int, r: int) -> bool:
        """Does each language stand in the same cell?"""
        here, there = self.items[i].slots, self.rows[r].slots
        common = self.said[i].keys() & self.says[r].keys()
        return all(any(slot[1] == tongue and slot in there for slot in here) for tongue in common)

    def _told(self) -> tuple[Pairs, set[int]]:
        """Items whose row is known by a paragraph that was told already; and rows that several claim alike."""
        row_of = {n: r for r, row in enumerate(self.rows) for n in row.numbers}
        claims = defaultdict[int, Counter[int]](Counter)
        for i, item in enumerate(self.items):
            for n in item.numbers:
                if self.before[n].entries and self.known.get(n) in row_of:
                    claims[i][row_of[self.known[n]]] += len(self.before[n].text)
        best = {i: claim.most_common(2) for i, claim in claims.items()}
        sure = {i: one[0] for i, one in best.items() if len(one) == 1 or one[0][1] > one[1][1]}
        found: Pairs = {}
        for i, (r, weight) in sorted(sure.items(), key=lambda one: -one[1][1]):
            rivals = [j for j, (s, same) in sure.items() if j != i and s == r and same >= weight]
            if r not in found.values() and not rivals:
                found[i] = r
        return found, {r for claim in claims.values() for r in claim}

    def _assign(self, found: Pairs, shut: set[int]) -> None:
        """The pairing with the largest likeness, where one that is sure counts for more than two that might be."""
        told = {i for i in range(len(self.items)) if any(n in self.known for n in self._own(i))}
        items = [i for i in range(len(self.items)) if i not in found and i not in told]
        rows = [r for r in range(len(self.rows)) if r not in found.values() and r not in shut]
        if len(items) * len(rows) > _FEW:
            return
        gains = [
            [self._gain(i, r) - 0.01 * abs(a / len(items) - b / len(rows)) for b, r in enumerate(rows)]
            for a, i in enumerate(items)
        ]
        found.update({items[a]: rows[b] for a, b in assign(gains).items() if gains[a][b] > 0})

    def _gain(self, i: int, r: int) -> float:
        """A row in the table of another list must be as good as the same."""
        both = self._both(i, r)
        return both**3 if both >= MOVED or self._same_list(i, r) else 0.0

    def _where_they_stood(self, found: Pairs, shut: set[int]) -> None:
        """Items written anew: between the same neighbours, in the same cells and styles."""
        edges = [(-1, -1), *rising(found).items(), (len(self.items), len(self.rows))]
        for (i, r), (k, s) in pairwise(edges):
            olds = [n for n in range(i + 1, k) if n not in found and not any(m in self.known for m in self._own(n))]
            news = [n for n in range(r + 1, s) if n not in found.values() and n not in shut]
            if len(olds) * len(news) > _FEW:
                continue
            scores = [[self._stood(a, b) for b in news] for a in olds]
            found.update({olds[a]: news[b] for a, b in in_order(scores).items()})

    def _alone(self, found: Pairs) -> Iterator[tuple[int, int]]:
        """A text of an item that is known in its other language, where that stands in a row of its own."""
        open_rows = [r for r, row in enumerate(self.rows) if r not in found.values() and len(row.slots) == 1]
        for tongue in ("zh", "en"):
            rows = [r for r in open_rows if tongue in self.says[r]]
            lacking = [i for i, r in found.items() if tongue in self.said[i] and tongue not in self.says[r]]
            items = [i for i in lacking if not self._is_told(i, tongue)]
            gains = [
                [self._like(i, r, tongue) if not self._claimed(i, r, tongue, found) else 0.0 for r in rows]
                for i in items
            ]
            for a, b in assign(gains).items():
                if gains[a][b] >= SIMILAR:
                    for slot, (n, *_) in self.rows[rows[b]].slots.items():
                        yield from ((m, n) for m in self.items[items[a]].slots.get(slot, ())[:1])

    def _own(self, i: int) -> list[int]:
        return [n for n in self.items[i].numbers if self.before[n].entries]

    def _same_list(self, i: int, r: int) -> bool:
        """Does the row stand in the table of the item's list?"""
        old, new = self.before[self.items[i].numbers[0]].block.place, self.after[self.rows[r].numbers[0]].place
        return bool(old and new and self.twin.get(new[0], old[0]) == old[0])

    def _stood(self, i: int, r: int) -> float:
        """How well a row stands where an item stood; 0: not at all."""
        if not self._same_list(i, r):
            return 0.0
        there = {slot: {self.after[n].style.lower() for n in ns} for slot, ns in self.rows[r].slots.items()}
        same = all(
            self.before[n].block.style.lower() in there.get(slot, ())
            for slot, numbers in self.items[i].slots.items()
            for n in numbers
            if self.before[n].entries
        )
        return 0.6 + sum(self._like(i, r, tongue) for tongue in self.said[i]) if same else 0.0

    def _paragraphs(self, i: int, r: int, found: Pairs) -> Iterator[tuple[int, int]]:
        """An item's paragraphs and those of its row, slot by slot; of a row in doubt, what is as it was."""
        taken, doubt = set(self.known.values()), self._in_doubt(i, r, found)
        for slot, numbers in self.items[i].slots.items():
            olds = [n for n in numbers if n not in self.known]
            news = [n for n in self.rows[r].slots.get(slot, ()) if n not in taken]
            scores = [[self._score(a, b, 1.0 if doubt else 0.0) for b in news] for a in olds]
            yield from ((olds[a], news[b]) for a, b in in_order(scores).items())

    def _score(self, old: int, new: int, least: float) -> float:
        """0: not to be paired. Where a heading runs in, the words between it and the text tell where it ends."""
        one, text = self.before[old], self.after[new].text
        alike = likeness(tidy(one.text), tidy(text))
        between = [part for part in one.block.parts[1:-1] if isinstance(part, str)]
        if one.lang and len(one.entries) > 1 and not all(part in text for part in between):
            least = MOVED
        return 0.1 + alike if alike >= least else 0.0

    def _in_doubt(self, i: int, r: int, found: Pairs) -> bool:
        """Does the row lack a language of the item, or hold one that another item claims?"""
        return any(tongue not in self.says[r] or self._claimed(i, r, tongue, found) for tongue in self.said[i])

    def _claimed(self, i: int, r: int, tongue: str, found: Pairs) -> bool:
        """Does another item say much more of what the row says, and more than of what its own row says?"""
        least = max(SIMILAR, self._like(i, r, tongue) + CLEARLY)
        return any(
            self._like(j, r, tongue) >= least
            and (j not in found or self._like(j, r, tongue) > self._like(j, found[j], tongue))
            for j in range(len(self.items))
            if j != i and tongue in self.said[j] and not self._is_told(j, tongue)
        )

    def _is_told(self, j: int, tongue: str) -> bool:
        slots = self.items[j].slots.items()
        own = [n for slot, numbers in slots if slot[1] == tongue for n in numbers if self.before[n].entries]
        return all(n in self.known for n in own)


def _twins(before: Sequence[Written], after: Sequence[WordParagraph], known: Mapping[int, int]) -> dict[int, int]:
    """Table of the draft → table of the baseline: by what is known there; else by its number, if none came or went."""
    votes = defaultdict[int, Counter[int]](Counter)
    for i, j in known.items():
        old, new = before[i].block.place, after[j].place
        if old and new:
            votes[new[0]][old[0]] += 1
    olds = {one.block.place[0] for one in before if one.block.place}
    news = {one.place[0] for one in after if one.place}
    same = {table: table for table in news} if olds == news else {}
    return same | {table: counted.most_common(1)[0][0] for table, counted in votes.items()}
