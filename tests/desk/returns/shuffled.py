"""A page with every kind of list, and the same page after items were moved, reworded, put in and taken out at once.

`Unit` is an item as the page shows it: its editable texts in both languages, each under a name. Every text stands once,
so that it tells whose it is wherever it turns up.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import Homecoming, bring_home
from bulletin.desk.returns.lists import COLUMNS
from bulletin.desk.returns.opened import Opened
from bulletin.desk.returns.operations import Changes
from bulletin.word import Entry, Kept, Source, WrittenParagraph
from bulletin.word.layout import Place, Stretch, WordParagraph
from bulletin.word.look import Lang

_WORDS = (
    ("游园", "pocket parks"), ("树种", "the kinds of trees"), ("楼院", "the courtyards"), ("照片", "the photographs"),
    ("志愿者", "the volunteers"), ("工期", "the time of the works"), ("投资", "the money spent"),
    ("管网", "the pipes"), ("照明", "the lamps"), ("步道", "the footpath"), ("食堂", "the canteen"),
    ("名册", "the register"), ("超市", "the shops"), ("路灯", "the street lights"), ("河岸", "the bank of the river"),
    ("学校", "the schools"), ("停车位", "the parking bays"), ("广场", "the square"), ("菜市场", "the food market"),
    ("图书室", "the reading room"), ("卫生站", "the clinic"), ("公厕", "the public toilets"),
)  # fmt: skip
_FRAMES = (
    ("原文没有写明{0}与{1}的数目", "the article does not say how many {0} and {1} there are"),
    ("{0}沿着{1}一路排开，居民常来看", "{0} stand along {1}, and residents often come to look"),
    ("{0}已经换新，{1}仍在施工", "{0} have been made new, and work on {1} goes on"),
    ("街道把{0}交给社区管，{1}由物业看护", "the subdistrict gave {0} to the community, and {1} to a firm"),
    ("说到{0}，各处与{1}的说法不一", "of {0} and {1}, sources do not say the same"),
)
_ENDS = (
    ("，到了傍晚也不关门", ", and they stay open in the evening"),
    ("，附近的老人都说方便", ", which old people nearby find handy"),
    ("，详情见后文", "; for more see below"),
)
_STARTS = (("据介绍，", "It is said that "), ("另外，", "Besides, "), ("今年以来，", "Since the new year, "))

Unit = dict[tuple[str, Lang], str]
"""Name (`text`, `head`, `size` …; empty: the item itself) and language → words."""


@dataclass(frozen=True)
class Shape:
    """How the items of a list stand on the page, and the names of their texts."""

    path: str
    names: tuple[str, ...]

    def paragraphs(self, table: int, units: list[Unit]) -> Iterator[tuple[str, Place, list[tuple[int, str, Lang]]]]:
        """Style, place and texts of each paragraph in the order of the page; texts by the number of the item."""
        if self.path == "notes":  # a column a language
            for lang in _BOTH:
                for n in range(len(units)):
                    yield f"Notes {lang.upper()}", (table, 0, _BOTH.index(lang)), [(n, "", lang)]
            return
        for n, unit in enumerate(units):
            if self.path == "briefs":  # a cell an item
                cell = (table, n // 3, n % 3)
                yield "Box Title", cell, [(n, "title", "zh"), (n, "title", "en")]
                yield from ((f"Box {lang.upper()}", cell, [(n, "text", lang)]) for lang in _BOTH)
            elif self.path.startswith("stories"):  # a row an item, a cell a language
                for lang in _BOTH:
                    own = [(n, name, lang) for name in ("head", "") if (name, lang) in unit]
                    yield f"Body {lang.upper()}", (table, n, _BOTH.index(lang)), own
            else:  # a row an item, a cell a text
                for name in self.names:
                    column = COLUMNS[self.path].index(name)
                    for lang in _BOTH:
                        if (name, lang) in unit:
                            yield f"Table {lang.upper()}", (table, n + 1, column), [(n, name, lang)]


_BOTH: tuple[Lang, Lang] = ("zh", "en")
SHAPES = (
    Shape("stories.0.paragraphs", ("", "head")),
    Shape("stories.1.paragraphs", ("",)),
    Shape("briefs", ("title", "text")),
    Shape("projects", ("name", "size", "done")),
    Shape("honours", ("name",)),
    Shape("notes", ("",)),
)


class Page:
    """A page by chance: the baseline, and what somebody made of it. `edited` says which lists are touched."""

    def __init__(self, seed: int, edited: tuple[Shape, ...], *, fresh: bool = True):
        self.chance, self.seen, self.fresh = random.Random(seed), set[str](), fresh
        self.before = {one: [self._unit(one) for _ in range(self.chance.randint(2, 5))] for one in SHAPES}
        self.owner = {
            text: (one.path, n) for one, units in self.before.items() for n, unit in enumerate(units)
            for text in unit.values()
        }  # fmt: skip
        self.after = {one: self._edited(one) if one in edited else [*units] for one, units in self.before.items()}

    # ------------------------------------------------------------------ words

    def _words(self, short: bool) -> tuple[str, str]:
        while True:
            a, b = self.chance.sample(_WORDS, 2)
            zh, en = (f"{a[0]}与{b[0]}", f"{a[1]}, {b[1]}")
            if not short:
                frame = self.chance.choice(_FRAMES)
                zh, en = frame[0].format(a[0], b[0]), frame[1].format(a[1], b[1])
            zh, en = zh + ("" if short else "。"), en[0].upper() + en[1:] + ("" if short else ".")
            if zh not in self.seen and en not in self.seen:
                self.seen |= {zh, en}
                return zh, en

    def _unit(self, shape: Shape) -> Unit:
        out: Unit = {}
        for name in shape.names:
            if name in ("size", "done", "head") and self.chance.random() < 0.3:
                continue
            out[name, "zh"], out[name, "en"] = self._words(name in ("size", "title", "name", "head"))
        return out

    def _reworded(self, unit: Unit, langs: tuple[Lang, ...]) -> Unit:
        """A word, a clause in front or behind, or two of them, in these languages."""
        out = dict(unit)
        for key, text in unit.items():
            if key[1] not in langs:
                continue
            while out[key] in self.seen:
                at = _BOTH.index(key[1])
                kind = self.chance.randrange(3)
                word = self.chance.choice(_WORDS)[at]
                if kind == 0:
                    out[key] = self.chance.choice(_STARTS)[at] + (text if at == 0 else text[0].lower() + text[1:])
                elif kind == 1:
                    end = self.chance.choice(_ENDS)[at]
                    out[key] = text[:-1] + end + text[-1] if text[-1] in "。." else text + end
                else:
                    old = next((w[at] for w in _WORDS if w[at] in text), text[:2])
                    out[key] = text.replace(old, word, 1)
            self.seen.add(out[key])
        return out

    # ------------------------------------------------------------------ edits

    def _edited(self, shape: Shape) -> list[Unit]:
        units, chance = [*enumerate(self.before[shape])], self.chance
        if chance.random() < 0.4 and len(units) > 2:
            units.pop(chance.randrange(len(units)))
        if chance.random() < 0.7:
            for _ in range(chance.randint(1, 3)):
                units.insert(chance.randint(0, len(units)), units.pop(chance.randrange(len(units))))
        out = []
        for n, unit in units:
            langs = chance.choice(((), (), ("zh",), ("en",), _BOTH))
            new = self._reworded(unit, langs)
            for text in new.values():
                self.owner.setdefault(text, (shape.path, n))
            out.append(new)
        if self.fresh and chance.random() < 0.6:
            for k in range(chance.randint(1, 2)):
                new = self._unit(shape)
                if shape.path.startswith("stories"):  # which words of a new paragraph are its heading, nobody can tell
                    new = {key: text for key, text in new.items() if key[0] != "head"}
                for text in new.values():
                    self.owner[text] = (shape.path, 100 + k)
                out.insert(chance.randint(0, len(out)), new)
        return out

    # ------------------------------------------------------------------ the page

    def _laid(self, units: dict[Shape, list[Unit]]) -> Iterator[tuple[str, Place | None, list[Any], Shape]]:
        for table, (shape, own) in enumerate(units.items()):
            yield "heading 1", None, [f"第{table}栏  Part {table}"], shape
            for style, place, parts in shape.paragraphs(table, own):
                yield style, place, parts, shape

    def kept(self) -> Kept:
        entries: list[Entry] = []
        layout = []
        for style, place, parts, shape in self._laid(self.before):
            out: list[str | int] = []
            for part in parts:
                if isinstance(part, str):
                    out.append(part)
                    continue
                n, name, lang = part
                path = ".".join(filter(None, (shape.path, str(n), name)))
                out += ["  ", len(entries)] if out else [len(entries)]
                entries.append(Entry(f"_b_{len(entries)}", path, lang, self.before[shape][n][name, lang]))
            layout.append(WrittenParagraph(style, place, tuple(out)))
        return Kept("w", Source("content/w.yaml", "0"), tuple(entries), tuple(layout))

    def came(self) -> Opened:
        made = []
        for style, place, parts, shape in self._laid(self.after):
            words = "  ".join(one if isinstance(one, str) else self.after[shape][one[0]][one[1:]] for one in parts)
            made.append(WordParagraph(None, style, place, [Stretch(words)]))  # type: ignore[arg-type]
        return Opened("Word", made, [], [], [])

    def file(self) -> str:
        data: dict[str, Any] = {"stories": [{"paragraphs": []}, {"paragraphs": []}]}
        for shape, units in self.before.items():
            items = []
            for n, unit in enumerate(units):
                item: dict[str, Any] = {"own": n}
                for (name, lang), text in unit.items():
                    (item.setdefault(name, {}) if name else item)[lang] = text
                items.append(item)
            if shape.path.startswith("stories"):
                data["stories"][int(shape.path.split(".")[1])]["paragraphs"] = items
            else:
                data[shape.path] = items
        return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)

    def home(self) -> tuple[Changes, Homecoming]:
        kept = self.kept()
        changes = compare(kept, self.came())
        return changes, bring_home(kept, self.file(), "w.yaml", changes.operations)


def items_of(data: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Every list of a content file with its path."""
    for n, story in enumerate(data["stories"]):
        yield f"stories.{n}.paragraphs", story["paragraphs"]
    for key in ("briefs", "projects", "honours", "notes"):
        yield key, data[key]


def texts_of(item: dict[str, Any]) -> Iterator[str]:
    """The texts of an item, without what is left to somebody."""
    for key, value in item.items():
        if isinstance(value, dict):
            yield from (text for text in value.values() if isinstance(text, str) and text != "TODO")
        elif key in _BOTH:
            yield value


def faults(page: Page, home: Homecoming) -> list[str]:
    """Items that hold texts of two items, a text that nobody wrote, or another item's texts beside their own keys."""
    out = []
    for path, items in items_of(yaml.safe_load(home.yaml.text)):
        for item in items:
            owners = {page.owner.get(text) for text in texts_of(item)}
            if None in owners:
                out.append(f"{path}: nobody wrote {item}")
            elif len(owners) > 1:
                out.append(f"{path}: of several items {sorted(owners)}: {item}")  # type: ignore[type-var]
            elif "own" in item:
                (owner,) = owners
                if owner is not None and owner[1] < 100 and owner != (path, item["own"]):
                    out.append(f"{path}: {owner} beside the keys of {item['own']}: {item}")
    return out


def whole(page: Page, home: Homecoming) -> bool:
    """Is every list as the draft has it?"""
    now = dict(items_of(yaml.safe_load(home.yaml.text)))
    return all(
        [sorted(texts_of(item)) for item in now[shape.path]] == [sorted(unit.values()) for unit in units]
        for shape, units in page.after.items()
    )
