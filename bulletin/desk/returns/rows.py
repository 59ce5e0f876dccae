"""The lists of a page, item by item: what the baseline has, and what of the draft can be an item.

An item stands in a row of its own, in a cell of its own, or as the n-th paragraph of each column. What stands together
in the draft in that way is a `Row`: its languages belong together, whatever they say. Where a column has more
paragraphs than the other, those belong together that stand between items which are known in both; what is left is a row
in one language.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bulletin.word.layout import Place, WordParagraph

from .lists import Key
from .order import rising
from .written import Written

Form = Literal["row", "cell", "column"]
Slot = tuple[int, str]
"""A cell of the row, counted from 0 (always 0 where an item is a cell), and what stands in it: `zh`, `en`, or the name
of a style that holds neither or both."""


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the baseline (with its key), or what can be one in the draft: paragraphs by their slot, in order."""

    slots: Mapping[Slot, tuple[int, ...]]
    key: Key | None = None

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(n for numbers in self.slots.values() for n in numbers)


@dataclass(frozen=True, slots=True)
class _Tongues:
    """What a paragraph is written in: its style tells, else its letters."""

    of_style: Mapping[str, str]

    @classmethod
    def of(cls, before: Sequence[Written]) -> _Tongues:
        found = defaultdict[str, set[str]](set)
        for one in before:
            if one.entries:
                found[one.block.style.lower()].add(one.lang or one.block.style)
        return cls({style: next(iter(langs)) for style, langs in found.items() if len(langs) == 1})

    def __call__(self, style: str, text: str) -> str:
        letters = sum("a" <= sign <= "z" for sign in text.lower())
        return self.of_style.get(style.lower()) or ("zh" if sum(sign >= "\u4e00" for sign in text) > letters else "en")


@dataclass(frozen=True, slots=True)
class Lists:
    """Every item of the baseline that stands in a table, and the rows of the draft."""

    items: tuple[Row, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, before: Sequence[Written], after: Sequence[WordParagraph], known: Mapping[int, int]) -> Lists:
        """`known`: the paragraphs that have been told already, baseline → draft."""
        tongues = _Tongues.of(before)
        forms = _forms(before)
        items = tuple(_items(before, forms, tongues))
        slots = {slot for item in items for slot in item.slots}
        return cls(items, tuple(_rows(before, after, known, forms, tongues, slots)))


def _forms(before: Sequence[Written]) -> dict[int, Form]:
    """Table of the baseline → how items stand in it."""
    places = defaultdict[int, dict[Key, set[Place]]](lambda: defaultdict(set))
    for one in before:
        if one.key and one.block.place:
            places[one.block.place[0]][one.key].add(one.block.place)
    return {table: _form([*of_item.values()]) for table, of_item in places.items()}


def _form(items: Sequence[set[Place]]) -> Form:
    rows = Counter(row for places in items for row in {place[:2] for place in places})
    cells = Counter(place for places in items for place in places)
    if max(cells.values()) > 1:
        return "column"
    return "cell" if max(rows.values()) > 1 or (len(items) == 1 and len(items[0]) == 1) else "row"


def _items(before: Sequence[Written], forms: Mapping[int, Form], tongues: _Tongues) -> Iterator[Row]:
    """An item takes along the program's words that stand in its row or cell; any other text there is one by itself."""
    keys = {n: one.key or (one.path, -1) for n, one in enumerate(before) if one.entries}
    places = {n: one.block.place for n, one in enumerate(before) if one.block.place and one.block.place[0] in forms}
    owners: dict[tuple[int, ...], Key] = {}
    for n in places.keys() & keys.keys():
        owners.setdefault(_area(places[n], forms[places[n][0]]), keys[n])
    made = defaultdict[Key, dict[Slot, list[int]]](dict)
    for n, place in places.items():
        key = keys.get(n) or owners.get(_area(place, forms[place[0]]))
        if key and (n in keys or forms[place[0]] != "column"):
            slot = _slot(place, forms[place[0]], tongues(before[n].block.style, before[n].text))
            made[key].setdefault(slot, []).append(n)
    for key, slots in made.items():
        yield Row({slot: tuple(numbers) for slot, numbers in slots.items()}, key)


def _slot(place: Place, form: Form, tongue: str) -> Slot:
    return (0 if form == "cell" else place[2]), tongue


def _area(place: Place, form: Form) -> tuple[int, ...]:
    """What an item has for itself: its row or its cell."""
    return place[:2] if form == "row" else place


# ---------------------------------------------------------------------------------------------- the draft


def _rows(
    before: Sequence[Written],
    after: Sequence[WordParagraph],
    known: Mapping[int, int],
    forms: Mapping[int, Form],
    tongues: _Tongues,
    known_slots: Container[Slot],
) -> Iterator[Row]:
    back = {j: i for i, j in known.items()}
    tables = _tables(before, after, known, forms)
    groups = defaultdict[tuple[int, ...], dict[Slot, list[int]]](dict)
    for j, one in enumerate(after):
        place = one.place
        if place is None or place[0] not in tables or not one.text.strip():
            continue
        form = tables[place[0]]
        slot = _slot(place, form, tongues(one.style, one.text))
        if form == "column" and (slot not in known_slots or (j in back and not before[back[j]].entries)):
            continue
        groups[place if form == "cell" else place[:2]].setdefault(slot, []).append(j)
    for slots in groups.values():
        yield from _cut(slots, {j: before[i].key or (before[i].path, -1) for j, i in back.items() if before[i].entries})


def _tables(
    before: Sequence[Written], after: Sequence[WordParagraph], known: Mapping[int, int], forms: Mapping[int, Form]
) -> dict[int, Form]:
    """Table of the draft → how items stand in it: by what is known there, else by its styles."""
    votes = defaultdict[int, Counter[Form | None]](Counter)
    for i, j in known.items():
        old, new = before[i].block.place, after[j].place
        if old and new:
            votes[new[0]][forms.get(old[0])] += 1
    styles = {one.block.style.lower(): forms[one.block.place[0]] for one in before if one.key and one.block.place}
    fallback = defaultdict[int, Counter[Form | None]](Counter)
    for one in after:
        if one.place and one.place[0] not in votes and (form := styles.get(one.style.lower())):
            fallback[one.place[0]][form] += 1
    most = {table: counted.most_common(1)[0][0] for table, counted in (*fallback.items(), *votes.items())}
    return {table: form for table, form in most.items() if form}


def _cut(slots: Mapping[Slot, Sequence[int]], owner: Mapping[int, Key | None]) -> Iterator[Row]:
    """What stands in one row or cell, or in columns side by side, paragraph by paragraph."""
    most = max(len(numbers) for numbers in slots.values())
    long = [slot for slot, numbers in slots.items() if len(numbers) == most]
    if most > 1 and len(slots) == 2:
        one, other = slots
        for p, q in _beside(slots[one], slots[other], owner):
            yield Row({slot: (n,) for slot, n in ((one, p), (other, q)) if n is not None})
        return
    for n in range(most):
        yield Row({slot: (slots[slot][n],) for slot in (slots if n == 0 else long) if n < len(slots[slot])})
    for slot, numbers in slots.items():
        if slot not in long:
            yield from (Row({slot: (number,)}) for number in numbers[1:])


def _beside(
    left: Sequence[int], right: Sequence[int], owner: Mapping[int, Key | None]
) -> Iterator[tuple[int | None, int | None]]:
    """Which paragraphs of two columns belong together."""
    here = {key: n for n, p in enumerate(left) if (key := owner.get(p))}
    there = {key: n for n, q in enumerate(right) if (key := owner.get(q))}
    both = {n: there[key] for key, n in here.items() if key in there}
    if len(left) == len(right) and all(n == m for n, m in both.items()):
        yield from zip(left, right, strict=True)
        return
    for (a, b), (c, d) in pairwise([(-1, -1), *rising(both).items(), (len(left), len(right))]):
        these, those = left[a + 1 : c], right[b + 1 : d]
        moved = any(owner.get(n) in there and owner.get(n) in here for n in (*these, *those))
        if len(these) == len(those) and not moved:
            yield from zip(these, those, strict=True)
        else:
            yield from ((p, None) for p in these)
            yield from ((None, q) for q in those)
        if c < len(left):
            yield left[c], right[d]


def together(lists: Lists) -> dict[int, frozenset[int]]:
    """Paragraph of the draft → all that stand in its row."""
    return {n: frozenset(row.numbers) for row in lists.rows for n in row.numbers}
