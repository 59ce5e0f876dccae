"""Items of lists — paragraphs, notes, rows: split, joined, moved, taken out, put in.

An item holds both languages. What was done to one of them only is told and not taken over, except that the words of
both always come home.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from bulletin.messages import say
from bulletin.word.layout import WordParagraph
from bulletin.word.look import Lang

from .figures import markup
from .lists import GROWING, Key, item_of
from .opened import Opened
from .operations import Delete, Insert, Merge, Move, Operation, Report, Split, language
from .order import rising
from .said import CurrentText
from .shares import Allotment
from .stories import Stories
from .tokens import BREAK, tokens
from .written import Written

_TITLE = re.compile(r"stories\.\d+\.title")
_STORY = re.compile(r"stories\.\d+\.paragraphs")
LANGUAGES: tuple[Lang, Lang] = ("zh", "en")


@dataclass(slots=True)
class Items:
    """The texts of every item, and where in the draft they stand."""

    texts: dict[Key, list[CurrentText]]
    shares: Allotment
    paragraphs: Sequence[WordParagraph]
    owners: Mapping[int, tuple[Key, Lang]]  # paragraph of the draft → item and language
    moved: set[tuple[Key, Lang]]  # whose text in this language is out of order
    celled: frozenset[str]  # lists whose items stand in cells side by side
    stories: Stories

    @classmethod
    def of(
        cls,
        said: Mapping[int, CurrentText],
        shares: Allotment,
        before: Sequence[Written],
        opened: Opened,
        stories: Stories,
    ) -> Items:
        texts: dict[Key, list[CurrentText]] = {}
        for one in said.values():
            if key := item_of(one.entry.path):
                texts.setdefault(key, []).append(one)
        standing = [n for n in shares.at if n not in shares.joined]
        keys = {n: item_of(said[n].entry.path) for n in standing}
        owners = {shares.at[n]: (key, said[n].entry.lang) for n, key in keys.items() if key}
        items = cls(texts, shares, opened.paragraphs, owners, set(), _celled(before), stories)
        stood = {at: stories.as_before(at) for at in shares.at.values()}
        for lang in LANGUAGES:
            own = {n for n in standing if said[n].entry.lang == lang}
            placed = [(row, one) for row, one in enumerate(before) if one.key or _TITLE.fullmatch(one.path)]
            rows = {row: stood[shares.at[n]] for row, one in placed for n in one.entries if n in own}
            spine = rising(_between_titles(rows, {row for row, one in placed if not one.key})).values()
            mains = {key: main for key in texts if (main := items.main(key, lang)) and main.number in own}
            items.moved |= {(key, lang) for key, main in mains.items() if stood[shares.at[main.number]] not in spine}
        return items

    def settle(self, ats: Set[int]) -> None:
        """These paragraphs of the draft are told as rows and cells, and as nothing else."""
        self.shares.extra = [at for at in self.shares.extra if at not in ats]
        self.shares.fixed = [one for one in self.shares.fixed if one[2] not in ats]

    def main(self, key: Key, lang: Lang) -> CurrentText | None:
        """The item's own text, which is not its heading; of a row of cells the first that is there."""
        path = f"{key[0]}.{key[1]}"
        wanted = (path, f"{path}.text", f"{path}.name")
        own = [one for one in self.texts[key] if one.entry.lang == lang]
        cells = (one for one in own if one.entry.path.startswith(f"{path}.cells.") and one.text is not None)
        return next((one for one in own if one.entry.path in wanted), None) or next(cells, None)

    def pair(self, key: Key) -> tuple[CurrentText, CurrentText] | None:
        zh, en = self.main(key, "zh"), self.main(key, "en")
        return (zh, en) if zh and en else None

    def near(self, at: int) -> tuple[Key, Lang] | None:
        """The item above a paragraph in its column that kept its order, or the one below.

        Where items stand side by side, those of one row are above and below one another.
        """
        place, zones = self.paragraphs[at].place, self._zones()
        for others in (reversed(range(at)), range(at + 1, len(self.paragraphs))):
            for other in others:
                there = self.paragraphs[other].place
                if zones.get(there and there[0]) != zones.get(place and place[0]):
                    break
                if self._stays(other) and self._in_line(other, there and there[2], place and place[2]):
                    return self.owners[other]
        return None

    def _zones(self) -> Mapping[int | None, object]:
        """Each table of the draft by its number; the tables of paragraphs of one story are as one."""
        zones: dict[int | None, object] = {one.place[0]: one.place[0] for one in self.paragraphs if one.place}
        for at, (key, _) in self.owners.items():
            if (place := self.paragraphs[at].place) and _STORY.fullmatch(key[0]):
                zones[place[0]] = ("story", self.stories.part(at))
        return zones | {table: ("story", self.stories.part(at)) for table, at in self._new_tables().items()}

    def storied(self) -> Set[int]:
        """The tables of the draft that paragraphs of stories stand in, also those that are new."""
        return {
            *(place[0] for at in self.owners if (place := self.paragraphs[at].place)),
            *self._new_tables(),
        }

    def _new_tables(self) -> dict[int, int]:
        """Tables in which everything is new, in the styles of paragraphs of stories: where each begins."""
        extra = {*self.shares.extra}
        own = {self.paragraphs[at].style.lower() for at, (key, _) in self.owners.items() if _STORY.fullmatch(key[0])}
        tables: dict[int, list[int]] = {}
        for at, one in enumerate(self.paragraphs):
            if one.place and (one.text.strip() or at in extra):
                tables.setdefault(one.place[0], []).append(at)
        return {
            table: ats[0]
            for table, ats in tables.items()
            if extra.issuperset(ats) and {self.paragraphs[at].style.lower() for at in ats} <= own
        }

    def _in_line(self, other: int, there: int | None, here: int | None) -> bool:
        return there == here or self.owners[other][0][0] in self.celled

    def _stays(self, at: int) -> bool:
        return at in self.owners and self.owners[at] not in self.moved

    def spot(self, at: int) -> tuple[str, int] | None:
        """The list that a paragraph stands in, and the number of the item above it that kept its order (-1: none)."""
        found = self.near(at)
        if found is None:
            return None
        (container, _), lang = found
        above = (self.owners[other] for other in reversed(range(at)) if self._stays(other))
        return container, next((key[1] for key, there in above if key[0] == container and there == lang), -1)


def _between_titles(rows: Mapping[int, int], titles: Set[int]) -> dict[int, int]:
    """What stands between the titles that it stood between; the titles are in their order."""
    marks = [(row, rows[row]) for row in titles if row in rows]
    return {row: at for row, at in rows.items() if all((row < n) == (at < m) for n, m in marks if n != row)}


def _celled(before: Sequence[Written]) -> frozenset[str]:
    """The lists of which two items stand in one row, each in a cell of its own."""
    cells = {one.block.place: one.key for one in before if one.key and one.block.place}
    places = sorted(cells)
    pairs = [(a, b) for a, b in pairwise(places) if a[:2] == b[:2] and cells[a] != cells[b]]
    return frozenset(cells[a][0] for a, b in pairs if cells[a][0] == cells[b][0])


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
    into_one: dict[Key, list[tuple[CurrentText, CurrentText]]] = {}
    for key in items.texts:
        pair = items.pair(key)
        if pair is None or not any(one.number in joined for one in pair):
            continue
        into = {_key(items, joined.get(one.number)) for one in pair}
        target = into.pop()
        if into or target is None or items.pair(target) is None or target == key:
            lang = next(one.entry.lang for one in pair if one.number in joined)
            what = say("change.joined-alone", lang=language(lang))
            yield Report(what, pair[0].entry.path), [one.number for one in pair]
            continue
        into_one.setdefault(target, []).append(pair)
    for key, pairs in into_one.items():
        if first := items.pair(key):
            yield _merge(first, pairs), [one.number for pair in (first, *pairs) for one in pair]


def _merge(target: tuple[CurrentText, CurrentText], pairs: Sequence[tuple[CurrentText, CurrentText]]) -> Merge:
    zh = "".join(pair[0].flat for pair in (target, *pairs))
    en = " ".join(filter(None, (pair[1].flat for pair in (target, *pairs))))
    gone = tuple(pair[0].entry.path for pair in pairs)
    old_gone = tuple((pair[0].old, pair[1].old) for pair in pairs)
    return Merge(target[0].entry.path, gone, (target[0].old, target[1].old), old_gone, (zh, en))


def _key(items: Items, number: int | None) -> Key | None:
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
        out = [one for one in pair if (key, one.entry.lang) in items.moved] if pair else []
        if not pair or not out:
            continue
        at = items.shares.at[out[0].number]
        spots = {items.spot(items.shares.at[one.number]) for one in out}
        path, spot = f"{key[0]}.{key[1]}", spots.pop()
        if len(out) < 2 or spots or spot is None:
            yield Report(say("change.moved-alone"), path)
            continue
        container, after = spot
        if container != key[0] and not (GROWING.fullmatch(container) and GROWING.fullmatch(key[0])):
            yield Report(say("change.moved-away", list=container), path)
            continue
        yield Move(path, container, after, pair[0].old, at)


def _inserted(items: Items) -> Iterator[Operation | Report]:
    """New paragraphs; the two languages of one place belong together in their order."""
    new: dict[tuple[str, int], dict[Lang, list[tuple[str, int]]]] = {}
    for at in items.shares.extra:
        text = typed(items.paragraphs[at])
        found, spot = items.near(at), items.spot(at)
        misplaced = found is not None and bool(text) and found[1] not in _written_in(text)
        if found is None or spot is None or misplaced or not GROWING.fullmatch(spot[0]):
            near = f"{found[0][0]}.{found[0][1]}" if found else ""
            yield Report(say("change.no-place"), near, f"+ {text}")
            continue
        new.setdefault(spot, {"zh": [], "en": []})[found[1]].append((text, at))
    for (container, after), texts in new.items():
        for zh, en in zip_longest(texts["zh"], texts["en"], fillvalue=("", 0)):
            yield Insert(container, after, zh[0], en[0], (zh if zh[0] else en)[1])


def _written_in(text: str) -> set[Lang]:
    """The languages that it can be of: a text without a single letter of a language is not of that one."""
    han = any("\u3400" <= sign <= "\u9fff" for sign in text)
    latin = any(sign.isascii() and sign.isalpha() for sign in text)
    return {"zh", "en"} if han == latin else {"zh"} if han else {"en"}


def typed(paragraph: WordParagraph) -> str:
    """What was typed, in the notation of the content file."""
    items = [(token, run.bold) for run in paragraph.runs for token in tokens(run.text)]
    return markup(items, bold=True)
