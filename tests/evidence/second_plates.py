"""The second planter's kinds of what shows figures: key figures, plates, rows, the time line, the summary."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from bulletin.content.yaml_text import Path
from bulletin.project import SUMMARY
from tests.evidence import second_words as words
from tests.evidence.plant import Lie, Sheet
from tests.evidence.second_kinds import GONE, apart, kind, lie, outside
from tests.evidence.second_texts import denied

Label = dict[str, str]
NOT_IN = ["完全无关的词", "另一个词"]
CLAIMS = (
    (r"\b([Mm])ore\b", "fewer"), (r"\b([Ff])ewer\b", "more"), (r"\bmost\b", "fewest"), (r"\bMost\b", "few"),
    (r"\blargest\b", "smallest"), (r"\bsmallest\b", "largest"), (r"\b[Aa]ll\b", "none"),
    (r"\b[Mm]ajority\b", "minority"), (r"\bhalf\b", "a tenth"), (r"\brose\b", "fell"), (r"\bfell\b", "rose"),
    (r"\bgrew\b", "shrank"), (r"\bhigher\b", "lower"), (r"\blarger\b", "smaller"),
)  # fmt: skip
CLAIMS_ZH = (
    ("多于", "少于"), ("少于", "多于"), ("最多", "最少"), ("最大", "最小"), ("大多|多数|过半|大部分", "少数"),
    ("均|都", "都未"), ("增长|上升", "下降"), ("更多", "更少"), ("一半", "一成"),
)  # fmt: skip


def _key_figures(sheet: Sheet) -> Iterator[tuple[Path, dict[str, Any], list[tuple[str, dict[str, Any]]]]]:
    """Each with the facts of its unit that it does not show."""
    for n, one in enumerate(sheet.data.get("key_figures") or []):
        if "label" in one and sheet.name != SUMMARY:
            unit = sheet.facts[one["of"][0]].get("unit")
            yield (
                ("key_figures", n),
                one,
                [(id, fact) for id, fact in sheet.facts.items() if id not in one["of"] and fact.get("unit") == unit],
            )


@kind("key figure mislabeled")
def _mislabeled(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    every = sheet.data.get("key_figures") or []
    for path, one, others in _key_figures(sheet):
        beside = [two["label"] for two in every if two.get("label") not in (None, one["label"])]
        for labels in (beside, [fact["label"] for _, fact in others if fact.get("label")]):
            if labels:
                new = chance.choice(labels)
                yield lie(sheet, f"{one['label']['zh']}→{new['zh']}", path, {(*path, "label"): new})


@kind("key figure label en")
def _mislabeled_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one, others in _key_figures(sheet):
        if labels := [fact["label"]["en"] for _, fact in others if fact.get("label")]:
            new = chance.choice(labels)
            yield lie(sheet, f"{one['label']['en']}→{new}", path, {(*path, "label", "en"): new})


@kind("key figure of another fact")
def _key_figure(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one, others in _key_figures(sheet):
        value = sheet.facts[one["of"][0]].get("value")
        ids = [id for id, fact in others if "value" in fact and fact["value"] != value]
        if ids and len(one["of"]) == 1:
            new = chance.choice(ids)
            yield lie(sheet, f"{one['label']['zh']}: {one['of'][0]}→{new}", path, {(*path, "of"): [new]})


def _items(sheet: Sheet) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path, one in sheet.parts:
        if isinstance(one.get("of"), str) and path and ("plates" in path or path[0] == "findings"):
            yield path, one


def _of_its_unit(sheet: Sheet, one: dict[str, Any]) -> dict[str, dict[str, Any]]:
    own = sheet.facts.get(one["of"])
    every = sheet.facts.items() if own else ()
    return {id: fact for id, fact in every if own and id != one["of"] and fact.get("unit") == own.get("unit")}


@kind("plate item of another fact")
def _item(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one in _items(sheet):
        if "label" in one and (own := sheet.facts.get(one["of"])):
            ids = [
                id for id, fact in _of_its_unit(sheet, one).items()
                if ("date" in fact) == ("date" in own) and fact.get("value") != own.get("value")
            ]  # fmt: skip
            if ids:
                new = chance.choice(ids)
                yield lie(sheet, f"{path} {one['label']['zh']}: {one['of']}→{new}", path, {(*path, "of"): new})


def _neighbors(sheet: Sheet, chance: random.Random) -> Iterator[tuple[Path, Label, Label]]:
    for path, one in _items(sheet):
        if isinstance(one.get("label"), dict) and "en" in one["label"]:
            beside = sheet.at(path[:-1])
            labels = [
                two["label"] for two in beside if isinstance(two, dict) and isinstance(two.get("label"), dict)
            ] if isinstance(beside, list) else []  # fmt: skip
            if labels := [label for label in labels if label != one["label"]]:
                yield path, one["label"], chance.choice(labels)


@kind("plate label of neighbor (both)")
def _neighbor(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, own, new in _neighbors(sheet, chance):
        yield lie(sheet, f"{path} {own['zh']}→{new['zh']}", path, {(*path, "label"): new})


@kind("plate label of neighbor (en)")
def _neighbor_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, own, new in _neighbors(sheet, chance):
        yield lie(sheet, f"{path} {own['en']}→{new['en']}", path, {(*path, "label", "en"): new["en"]})


@kind("plate label invented")
def _new_label(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one in _items(sheet):
        labels = [fact["label"] for fact in _of_its_unit(sheet, one).values() if fact.get("label")]
        if "label" not in one and labels and isinstance(path[-1], int):
            new = chance.choice(labels)
            yield lie(sheet, f"{path} {one['of']}→{new['zh']}", path, {(*path, "label"): new})


@kind("item → not stated")
def _unstated(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one in _items(sheet):
        edits: dict[Path, object] = {(*path, "of"): GONE, (*path, "unstated"): NOT_IN}
        if sheet.name == SUMMARY and "cells" in path:
            yield lie(sheet, f"{path} {one['of']}", path, edits)
        elif sheet.name != SUMMARY and isinstance(path[-1], int) and "items" in path:
            label = one.get("label") or sheet.facts[one["of"]]["label"]
            yield lie(sheet, f"{path} {one['of']}", path, edits | {(*path, "label"): label})


def _claimed(name: str, *keys: str) -> None:
    @kind(name)
    def lies(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
        for path, part in sheet.parts:
            if "claim" in part and isinstance(title := part.get("title"), dict):
                new = {"en": _turned(title["en"], CLAIMS), "zh": _turned(title["zh"], CLAIMS_ZH)}
                if all(new[key] for key in keys):
                    what = " | ".join(apart(title[key], new[key]) for key in keys)
                    yield lie(sheet, what, path, {(*path, "title", key): new[key] for key in keys})


def _turned(text: str, rows: tuple[words.Two, ...]) -> str:
    return next((new for was, to in rows for new in outside(text, was, to)), "")


_claimed("claim turned en", "en")
_claimed("claim turned zh", "zh")
_claimed("claim turned both", "en", "zh")


@kind("claim order swapped")
def _order(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, part in sheet.parts:
        for key, ids in part["claim"].items() if "claim" in part and "title" in part else ():
            if key in ("more", "fewer", "equal") and isinstance(ids, list) and len(ids) == 2:
                yield lie(sheet, f"{part['claim']}", path, {(*path, "claim"): {key: ids[::-1]}})


def _quotes(sheet: Sheet) -> Iterator[tuple[Path, dict[str, Any]]]:
    yield from ((path, part) for path, part in sheet.parts if part.get("kind") == "pull_quote")


@kind("pull quote")
def _pulled(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, part in _quotes(sheet):
        zh = part["text"]["zh"]
        for new in (zh[2:], zh.replace("的", "了", 1) if "的" in zh else f"{zh[:-2]}好{zh[-1:]}"):
            yield lie(sheet, new, path, {(*path, "text", "zh"): new})


@kind("pull quote en")
def _pulled_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    rows = words.VERBS + words.DENIAL_LOST + words.ADJECTIVES + words.OFTEN + words.WHEN
    for path, part in _quotes(sheet):
        en = part["text"]["en"]
        for new in [*(new for was, to in rows for new in outside(en, was, to)), *denied(en)]:
            yield lie(sheet, apart(en, new), path, {(*path, "text", "en"): new})


@kind("pull quote by")
def _speaker(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    secretary = {"zh": "街道党工委书记", "en": "the secretary of the Party working committee of the subdistrict"}
    for path, part in _quotes(sheet):
        if "by" in part:
            yield lie(sheet, part["by"]["en"], path, {(*path, "by", "en"): "Wang Lili, a visitor"})
            yield lie(sheet, part["by"]["zh"], path, {(*path, "by"): secretary})


@kind("row label of another")
def _row(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    yield from _rows(sheet, chance, "")


@kind("row label en of another")
def _row_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    yield from _rows(sheet, chance, "en")


def _rows(sheet: Sheet, chance: random.Random, key: str) -> Iterator[Lie]:
    rows = sheet.data.get("rows") or []
    for n, row in enumerate(rows):
        if others := [other["label"] for other in rows if other is not row]:
            new = chance.choice(others)
            path: Path = ("rows", n, "label", key) if key else ("rows", n, "label")
            yield lie(sheet, f"{row['label']['zh']}→{new['zh']}", ("rows", n), {path: new[key] if key else new})


def _events(sheet: Sheet, chance: random.Random) -> Iterator[tuple[Path, dict[str, Any], dict[str, Any]]]:
    events = (sheet.data.get("timeline") or {}).get("events") or []
    for n, one in enumerate(events):
        if others := [other for other in events if other["at"] != one["at"]]:
            yield ("timeline", "events", n), one, chance.choice(others)


def _event(name: str, *keys: str) -> None:
    @kind(name)
    def lies(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
        for path, one, other in _events(sheet, chance):
            new = other
            for key in keys:
                new = new[key]
            yield lie(sheet, f"{one['label']['zh']} ← {other['label']['zh']}", path, {(*path, *keys): new})


_event("timeline date of another", "at")
_event("timeline label of another", "label")
_event("timeline label en", "label", "en")


@kind("timeline word en")
def _event_word(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    rows = words.VERBS + words.TO_DONE + words.UNDONE + words.ORDINALS
    for path, one, _ in _events(sheet, chance):
        if new := _turned(one["label"]["en"], rows):
            yield lie(sheet, apart(one["label"]["en"], new), path, {(*path, "label", "en"): new})


def _findings(sheet: Sheet, chance: random.Random) -> Iterator[tuple[Path, dict[str, Any], dict[str, Any]]]:
    every = sheet.data["findings"] if sheet.name == SUMMARY else []
    for n, one in enumerate(every):
        yield ("findings", n), one, chance.choice([other for other in every if other is not one])


@kind("summary: finding of another")
def _finding(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one, other in _findings(sheet, chance):
        yield lie(sheet, one["subdistrict"], path, {(*path, "text"): other["text"]})


@kind("summary: label of another")
def _finding_label(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one, other in _findings(sheet, chance):
        for at, figure in enumerate(one["figures"]):
            new = other["figures"][at]["label"]
            yield lie(sheet, f"{figure['of']} ← {new['zh']}", path, {(*path, "figures", at, "label"): new})


@kind("summary: cell of another row")
def _finding_cell(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, part in sheet.parts:
        if sheet.name == SUMMARY and len(path) > 1 and path[-2] == "rows" and "cells" in part:
            other = chance.choice([row for row in sheet.at(path[:-1]) if row is not part])
            if isinstance(part["cells"][0], dict) and "zh" in part["cells"][0]:
                what = f"{part['cells'][0]['zh']}←{other['cells'][0]['zh']}"
                yield lie(sheet, what, path, {(*path, "cells", 0): other["cells"][0]})
