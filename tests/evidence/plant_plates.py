"""Lies in what a reader sees first: titles that compare, figures of plates and of the summary, the time line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Any

from bulletin.content.yaml_text import Path
from tests.evidence.plant import Lie, Sheet, kind
from tests.evidence.plant_facts import MEASURES, unit_of
from tests.evidence.plant_words import turned

TURNS = (  # a comparison in Chinese and turned, in English and turned
    ("多于", "少于", r"\bMore (?=.*\bthan\b)", "Fewer "),
    (r"(.+)的(.+)多于(.+)的", r"\3的\2多于\1的", r"^More (\w+) are ([\w ]+) than (\w+)$", r"More \1 are \3 than \2"),
    (r"(.{2})多于(.{2})$", r"\2多于\1", r"^More (.+) than (\w+)", r"More \2 than \1"),
    ("(?<!的)最多", "最少", r"\bthe most\b", "the fewest"),
    ("最多的", "最少的", "top the list", "come last on the list"),
    ("最大", "最小", "covers most", "covers least"),
    ("更大", "更小", "larger", "smaller"),
    ("高于", "低于", "faster", "slower"),
    ("大多", "很少", r"^Most\b", "Few"),
    ("居多", "最少", r"^Most\b", "Few"),
    ("大头", "零头", "makes up most", "makes up little"),
    ("全部", "少数", r"^All\b", "Few"),
    ("都(?=评上|靠)", "很少", r"^All (?=<)", "Few of the "),
    ("只有", "不只", r"^Only the\b", "Not only the"),
    ("级别不尽相同", "级别完全相同", "levels that differ", "levels that are equal"),
    ("口径不一", "口径一致", "counted differently", "counted alike"),
    ("过半", "不到一半", r"^A majority\b", "A minority"),
    ("各不相同", "完全相同", "at different speeds", "at the same speed"),
)
DATA = ("bars", "parts", "levels", "rows", "items", "cells", "figures", "key_figures")


def _claims(sheet: Sheet, path: Path) -> tuple[Path, ...]:
    """Where a title's claim stands: in the plate, or beside the title of a story."""
    beside = path[:-1]
    if "plates" in path or path[0] in ("timeline", "tracker"):
        return (beside,)
    return (path, (*beside, "claim")) if "claim" in sheet.at(beside) else (path,)


def _titles(sheet: Sheet) -> Iterator[tuple[Path, str, str]]:
    yield from ((path, zh, en) for path, zh, en in sheet.texts if str(path[-1]).endswith("title"))


@kind("a comparing title turned in English")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, _, en in _titles(sheet):
        for *_, en_is, en_new in TURNS:
            for new in turned(en, en_is, en_new):
                yield sheet.lie(new, {(*path, "en"): new}, *_claims(sheet, path))


@kind("a comparing title turned in both languages")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, zh, en in _titles(sheet):
        for zh_is, zh_new, en_is, en_new in TURNS:
            for a, b in zip(turned(zh, zh_is, zh_new), turned(en, en_is, en_new), strict=False):
                yield sheet.lie(f"{a} | {b}", {(*path, "zh"): a, (*path, "en"): b}, *_claims(sheet, path))


@kind("a title that compares falsely")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, plate in sheet.parts:
        data = [item for key in DATA for item in plate.get(key, []) if isinstance(item, dict) and "of" in item]
        if path and path[-2:-1] == ("plates",):
            for small, large in permutations([item for item in data if isinstance(item["of"], str)], 2):
                yield from _falsely(sheet, path, small, large)


def _falsely(sheet: Sheet, path: Path, small: dict[str, Any], large: dict[str, Any]) -> Iterator[Lie]:
    one, other = sheet.fact(small["of"]), sheet.fact(large["of"])
    if unit_of(one) != unit_of(other) or not isinstance(one.get("value"), type(other.get("value", ""))):
        return
    if not one["value"] < other["value"]:
        return
    a, b = (item.get("label") or fact["label"] for item, fact in ((small, one), (large, other)))
    titles = [(f"{a['zh']}多于{b['zh']}", f"More {a['en']} than {b['en']}"), (f"{a['zh']}最多", f"Most are {a['en']}")]
    if unit_of(one) in MEASURES:
        titles = [
            (f"{a['zh']}大于{b['zh']}", f"{a['en']}: larger than {b['en']}"),
            (f"{a['zh']}最大", f"{a['en']} is the largest"),
        ]
    for zh, en in titles:
        title = {"zh": zh, "en": en[0].upper() + en[1:]}
        yield sheet.lie(f"{zh} | {en}", {(*path, "title"): title}, path)


def _figures(sheet: Sheet) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Cells and items that print `not stated` when they name no fact."""
    for path, part in sheet.parts:
        if path[-2:-1] in (("cells",), ("items",)) and isinstance(part.get("of"), str):
            yield path, part


@kind("a figure of a panel or strip left away")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, part in _figures(sheet):
        yield sheet.lie(str(part["of"]), {path: {key: value for key, value in part.items() if key != "of"}}, path)


@kind("a figure of a panel or strip declared as not stated")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, part in _figures(sheet):
        label = part.get("label") or sheet.at(path[:-2]).get("title")
        word = re.sub(r"（.*|<.*|增加的|^新", "", label["zh"])
        new = {**{key: value for key, value in part.items() if key != "of"}, "unstated": [word]}
        yield sheet.lie(f"{part['of']} {word}", {path: new}, path, field="unstated")


@kind("a figure of another subdistrict")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, part in sheet.parts:
        home, _, id = str(part.get("of")).rpartition(".")
        if home not in sheet.beside or path[-2] not in ("cells", "figures"):
            continue
        for name, other in sheet.beside.items():
            for its, fact in other["facts"].items():
                alike = its == id or (path[-2] == "figures" and unit_of(fact) == unit_of(sheet.fact(part["of"])))
                if name != home and alike and "value" in fact:
                    yield sheet.lie(f"{part['of']} → {name}.{its}", {(*path, "of"): f"{name}.{its}"}, path)


@kind("two figures exchanged under their labels")
def _(sheet: Sheet) -> Iterator[Lie]:
    for path, part in sheet.parts:
        for key in DATA:
            data = part.get(key, [])
            named = [i for i, item in enumerate(data) if isinstance(item, dict) and "of" in item and _is_named(item)]
            for i, j in combinations(named, 2):
                a, b = ((*path, key, i), (*path, key, j))
                edits = {(*a, "of"): data[j]["of"], (*b, "of"): data[i]["of"]}
                yield sheet.lie(f"{data[i]['of']} ↔ {data[j]['of']}", edits, a, b)


def _is_named(item: dict[str, Any]) -> bool:
    return "label" in item or "subdistrict" in item


@kind("time line: another event's or year's date")
def _(sheet: Sheet) -> Iterator[Lie]:
    events = sheet.data.get("timeline", {}).get("events", [])
    for i, j in combinations(range(len(events)), 2):
        a, b = events[i]["at"], events[j]["at"]
        if _when(sheet.fact(a)) != _when(sheet.fact(b)):
            paths: tuple[Path, Path] = (("timeline", "events", i), ("timeline", "events", j))
            yield sheet.lie(f"{a} ↔ {b}", {(*paths[0], "at"): b, (*paths[1], "at"): a}, *paths)
    used = {event["at"] for event in events}
    others = [id for id, fact in sheet.facts.items() if "date" in fact and id not in used]
    for i, event in enumerate(events):
        for id in others:
            if _when(sheet.fact(id)) != _when(sheet.fact(event["at"])):
                path = ("timeline", "events", i)
                yield sheet.lie(f"{event['at']} → {id}", {(*path, "at"): id}, path)


def _when(fact: dict[str, Any]) -> str:
    return re.sub(r"^--", "", str(fact.get("date") or fact.get("period")))
