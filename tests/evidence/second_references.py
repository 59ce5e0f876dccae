"""The second planter's kinds of references: exchanged, of another fact, with another word before or behind them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.evidence.plant import Lie, Sheet
from tests.evidence.second_kinds import kind, outside
from tests.evidence.second_texts import Text, in_text, is_prose, telling

REF = re.compile(r"<[^<>]+>")
HEDGES = {
    "about": "约", "at least": "至少", "more than": "超过", "nearly": "近", "up to": "最多", "only": "仅",
    "another": "另有",
}  # fmt: skip


def _id(ref: str) -> str:
    return ref.strip("<>").split(":")[0]


def _unit(sheet: Sheet, id: str) -> str | None:
    """What a fact counts; None: it has none, or there is no such fact."""
    fact = sheet.facts.get(id)
    if not fact:
        return None
    unit = fact.get("unit")
    return "date" if "date" in fact else str(unit["zh"] if isinstance(unit, dict) else unit)


def _value(sheet: Sheet, id: str) -> Any:
    fact = sheet.facts[id]
    return fact.get("value", fact.get("date"))


def _exchanged(text: str, one: str, other: str) -> str:
    new = {one: other, other: one}
    return re.sub(rf"<({one}|{other})(?=[:>])", lambda m: f"<{new[m[1]]}", text)


def _twos(sheet: Sheet) -> Iterator[tuple[Text, str, str]]:
    """Two neighboring references of one unit and different values, as they are written in English."""
    for text in telling(sheet):
        refs = [ref[1:-1] for ref in REF.findall(text[2])]
        for one, other in pairwise(refs):
            unit, ids = _unit(sheet, _id(one)), (_id(one), _id(other))
            if unit and unit == _unit(sheet, ids[1]) and _value(sheet, ids[0]) != _value(sheet, ids[1]):
                yield text, one, other


@kind("refs swapped en")
def _swapped_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, one, other in _twos(sheet):
        en = text[2].replace(f"<{one}>", "\1").replace(f"<{other}>", f"<{one}>").replace("\1", f"<{other}>")
        yield in_text(sheet, text, en=en)


@kind("refs swapped both")
def _swapped_both(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, one, other in _twos(sheet):
        zh, en = (_exchanged(words, _id(one), _id(other)) for words in text[1:])
        if zh != text[1]:
            yield in_text(sheet, text, zh=zh, en=en)


@kind("refs swapped zh")
def _swapped_zh(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, one, other in _twos(sheet):
        zh = _exchanged(text[1], _id(one), _id(other))
        if zh != text[1]:
            yield in_text(sheet, text, zh=zh)


def _replaced(sheet: Sheet, chance: random.Random) -> Iterator[tuple[Text, bool, str, str]]:
    """A text, whether a date is meant, and both languages with a reference to another fact of the unit."""
    for text in telling(sheet):
        for id in dict.fromkeys(map(_id, REF.findall(text[2]))):
            unit = _unit(sheet, id)
            others = [other for other in sheet.facts if unit and _unit(sheet, other) == unit] if unit else []
            near = f"{text[1]} {text[2]}"
            others = [o for o in others if _value(sheet, o) != _value(sheet, id) and not re.search(rf"<{o}", near)]
            if others and re.search(rf"<{id}[:>]", text[1]):
                other = chance.choice(others)
                zh, en = (re.sub(rf"<{id}(?=[:>])", f"<{other}", words) for words in text[1:])
                yield text, unit == "date", zh, en


def _replaced_as(name: str, *, title: bool, date: bool | None) -> None:
    @kind(name)
    def lies(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
        for text, of_date, zh, en in _replaced(sheet, chance):
            if (text[0][-1] == "title") == title and date in (None, of_date):
                yield in_text(sheet, text, zh=zh, en=en)


_replaced_as("refs replaced both", title=False, date=False)
_replaced_as("refs replaced both: date", title=False, date=True)
_replaced_as("refs replaced both: title", title=True, date=None)


@kind("refs replaced en")
def _replaced_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, _, _, en in _replaced(sheet, chance):
        yield in_text(sheet, text, en=en)


def _each(sheet: Sheet) -> Iterator[tuple[Text, str, str, dict[str, Any]]]:
    """Each reference of the English, its fact's id and the fact."""
    for text in telling(sheet):
        for ref in dict.fromkeys(REF.findall(text[2])):
            if _unit(sheet, _id(ref)):
                yield text, ref, _id(ref), sheet.facts[_id(ref)]


@kind("percent points")
def _points(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, ref, id, fact in _each(sheet):
        if fact.get("unit") == "%":
            yield in_text(sheet, text, en=text[2].replace(ref, f"<{id}:number> percentage points", 1))
            for en in outside(text[2], rf"\b(up|by) (?=<{id}[:>])", "to "):
                yield in_text(sheet, text, en=en)
            for zh in outside(text[1], rf"(增长|上升|提高|增加)(?=<{id}[:>])", r"\1到"):
                yield in_text(sheet, text, zh=zh)


@kind("currency en")
def _currency(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, ref, id, fact in _each(sheet):
        if fact.get("unit") == "元" and ref == f"<{id}>":
            yield in_text(sheet, text, en=text[2].replace(ref, f"<{id}:number> dollars", 1))


def _hedges(sheet: Sheet, chance: random.Random) -> Iterator[tuple[Text, str, str]]:
    for text, ref, id, fact in _each(sheet):
        if "value" in fact and "approx" not in fact:
            word = chance.choice([*HEDGES])
            zh = re.sub(rf"(?=<{id}[:>])", HEDGES[word], text[1], count=1)
            yield text, zh, text[2].replace(ref, f"{word} {ref}", 1)


@kind("hedge of a figure en")
def _hedge_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, _, en in _hedges(sheet, chance):
        yield in_text(sheet, text, en=en)


@kind("hedge of a figure both")
def _hedge_both(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, zh, en in _hedges(sheet, chance):
        if zh != text[1]:
            yield in_text(sheet, text, zh=zh, en=en)


@kind("number typed")
def _typed(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for text, ref, id, fact in _each(sheet):
        unit = fact.get("unit")
        if "value" in fact and unit and fact["value"] != 5 and ref == f"<{id}>" and is_prose(text[0]):
            noun = unit["en"]["other"] if isinstance(unit, dict) and isinstance(unit.get("en"), dict) else "of them"
            zh = text[1].replace(ref, f"五{unit if isinstance(unit, str) else unit['zh']}", 1)
            yield in_text(sheet, text, zh=zh, en=text[2].replace(ref, f"five {noun}", 1))
