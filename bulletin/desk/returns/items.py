"""Items of lists — paragraphs, notes, rows: split, joined, moved, taken out, put in.

An item holds both languages. What was done to one of them only is told and not taken over, except that the words of
both always come home.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bulletin.messages import say
from bulletin.writers.docx.layout import Paragraph
from bulletin.writers.docx.look import Lang

from .figures import markup
from .matching import Matching, Written
from .opened import Opened
from .operations import Delete, Insert, Merge, Move, Operation, Report, Split, language
from .said import Said
from .shares import Shares
from .tokens import BREAK, tokens

_ITEM = re.compile(
    r"(stories\.\d+\.paragraphs|briefs|projects|honours|notes|findings|pages\.\d+\.plates\.\d+\.rows)\.(\d+)(?=\.|$)"
)
GROWING = re.compile(r"stories\.\d+\.paragraphs|notes")
"""Lists whose items are a text in two languages and nothing else: a new paragraph is a new item."""

Key = tuple[str, int]
"""A list and the number of an item in the baseline."""


def item_of(path: str) -> Key | None:
    """The item that a text belongs to."""
    found = _ITEM.match(path)
    return (found[1], int(found[2])) if found else None


@dataclass(slots=True)
class Items:
    """The texts of every item, and where in the draft they stand."""

    texts: dict[Key, list[Said]]
    shares: Shares
    paragraphs: Sequence[Paragraph]
    owners: Mapping[int, tuple[Key, Lang]]  # paragraph of the draft → item and language
    moved: set[int]  # paragraphs of the draft that are out of order

    @classmethod
    def of(
        cls, said: Mapping[int, Said], shares: Shares, made: Matching, before: Sequence[Written], opened: Opened
    ) -> Items:
        texts: dict[Key, list[Said]] = {}
        for one in said.values():
            if key := item_of(one.entry.path):
                texts.setdefault(key, []).append(one)
        owners: dict[int, tuple[Key, Lang]] = {}
        for number, at in shares.at.items():
            if key := item_of(said[number].entry.path):
                owners[at] = (key, said[number].entry.lang)
        return cls(texts, shares, opened.paragraphs, owners, {made.pairs[i] for i in made.moved})

    def main(self, key: Key, lang: Lang) -> Said | None:
        """The item's own text, which is not its heading."""
        path = f"{key[0]}.{key[1]}"
        wanted = (path, f"{path}.text", f"{path}.name")
        return next((one for one in self.texts[key] if one.entry.path in wanted and one.entry.lang == lang), None)

    def pair(self, key: Key) -> tuple[Said, Said] | None:
        zh, en = self.main(key, "zh"), self.main(key, "en")
        return (zh, en) if zh and en else None

    def before(self, at: int) -> tuple[Key, Lang, bool] | None:
        """The item above a paragraph in its column, or the one below (then True)."""
        place = self.paragraphs[at].place
        for step in (-1, 1):
            other = at + step
            while 0 <= other < len(self.paragraphs):
                there = self.paragraphs[other].place
                if (there and there[0]) != (place and place[0]):
                    break
                if other in self.owners and other not in self.moved and (there and there[2]) == (place and place[2]):
                    return (*self.owners[other], step > 0)
                other += step
        return None


Found = tuple[list[Operation], list[Report], set[int]]


def changes_of_items(items: Items) -> Found:
    """Operations on whole items, and the numbers of the texts that they settle."""
    operations: list[Operation] = []
    reports: list[Report] = []
    done: set[int] = set()
    for part in (_merged, _split, _deleted):
        for op, numbers in part(items):
            done.update(numbers)
            (reports if isinstance(op, Report) else operations).append(op)  # type: ignore[arg-type]
    for op in (*_moved(items), *_inserted(items)):
        (reports if isinstance(op, Report) else operations).append(op)  # type: ignore[arg-type]
    return operations, reports, done


Settled = Iterator[tuple[Operation | Report, Iterable[int]]]


def _merged(items: Items) -> Settled:
    """Both languages joined: one operation. One language only: told, and the texts stay as they were."""
    joined = items.shares.joined
    for key in items.texts:
        pair = items.pair(key)
        if pair is None or not any(one.number in joined for one in pair):
            continue
        into = [_key(items, joined[one.number]) for one in pair if one.number in joined]
        target = items.pair(into[0]) if into[0] else None
        if len(into) < 2 or into[0] != into[1] or target is None or into[0] == key:
            lang = next(one.entry.lang for one in pair if one.number in joined)
            what = say("change.joined-alone", lang=language(lang))
            yield Report(what, pair[0].entry.path), [one.number for one in pair]
            continue
        new = (f"{target[0].flat}{pair[0].flat}", f"{target[1].flat} {pair[1].flat}".strip())
        old, gone = (target[0].old, target[1].old), (pair[0].old, pair[1].old)
        merge = Merge(target[0].entry.path, pair[0].entry.path, old, gone, new)
        yield merge, [one.number for one in (*pair, *target)]


def _key(items: Items, number: int) -> Key | None:
    return next((key for key, ones in items.texts.items() if any(one.number == number for one in ones)), None)


def _split(items: Items) -> Settled:
    for key in items.texts:
        pair = items.pair(key)
        if pair is None or not any(one.text and BREAK in one.text for one in pair) or not GROWING.fullmatch(key[0]):
            continue
        zh, en = ((one.text or "").split(BREAK) for one in pair)
        if len(zh) == len(en):
            parts = tuple(zip(zh, en, strict=True))
            yield Split(pair[0].entry.path, (pair[0].old, pair[1].old), parts), [one.number for one in pair]
            continue
        more = language("zh" if len(zh) > len(en) else "en")
        yield Report(say("change.split-alone", lang=more), pair[0].entry.path), ()


def _deleted(items: Items) -> Settled:
    for key, ones in items.texts.items():
        if all(one.text is None and one.number not in items.shares.joined for one in ones):
            texts = tuple((one.entry.path, one.entry.lang, one.old) for one in ones)
            yield Delete(f"{key[0]}.{key[1]}", texts), [one.number for one in ones]


def _moved(items: Items) -> Iterator[Operation | Report]:
    """An item whose Chinese and English both stand elsewhere."""
    for key in items.texts:
        pair = items.pair(key)
        places = [items.shares.at.get(one.number) for one in pair] if pair else []
        out = [place for place in places if place in items.moved and place is not None]
        if not pair or not out:
            continue
        anchors = [items.before(place) for place in out]
        ends = {(found[0][0], found[0][1] - found[2]) for found in anchors if found}
        path = f"{key[0]}.{key[1]}"
        if len(out) < 2 or len(ends) != 1 or None in anchors:
            yield Report(say("change.moved-alone"), path)
            continue
        container, after = ends.pop()
        if (container, after) == (key[0], key[1] - 1):
            continue
        if container != key[0] and not (GROWING.fullmatch(container) and GROWING.fullmatch(key[0])):
            yield Report(say("change.moved-away", list=container), path)
            continue
        yield Move(path, container, after, pair[0].old)


def _inserted(items: Items) -> Iterator[Operation | Report]:
    """New paragraphs; the two languages of one place belong together in their order."""
    new: dict[tuple[str, int], dict[Lang, list[str]]] = {}
    for at in items.shares.extra:
        text = _text(items.paragraphs[at])
        found = items.before(at)
        if found is None or not GROWING.fullmatch(found[0][0]):
            near = f"{found[0][0]}.{found[0][1]}" if found else ""
            yield Report(say("change.no-place"), near, f"+ {text}")
            continue
        (container, index), lang, below = found
        new.setdefault((container, index - below), {"zh": [], "en": []})[lang].append(text)
    for (container, after), texts in new.items():
        for zh, en in zip_longest(texts["zh"], texts["en"], fillvalue=""):
            yield Insert(container, after, zh, en)


def _text(paragraph: Paragraph) -> str:
    items = [(token, run.bold) for run in paragraph.runs for token in tokens(run.text)]
    return markup(items, bold=True)
