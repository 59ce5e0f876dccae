"""The second planter's kinds of facts: unit, period, date, status, approximation, owner, label, quote."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

from bulletin.content.yaml_text import Path
from tests.evidence.plant import Lie, Sheet
from tests.evidence.second_kinds import GONE, kind, lie

NOUNS = (
    ("person", "people"), ("building", "buildings"), ("family", "families"), ("company", "companies"),
    ("school", "schools"), ("village", "villages"), ("team", "teams"), ("visit", "visits"), ("week", "weeks"),
    ("hospital", "hospitals"),
)  # fmt: skip
MEASURES = {
    "平方米": "亩", "亩": "公顷", "元": "美元", "公里": "米", "%": "个百分点", "年": "个月", "平方公里": "平方米",
    "吨": "公斤", "立方米": "平方米", "米": "公里", "小时": "分钟", "天": "年",
}  # fmt: skip
TURNED = {
    "achieved": ("planned", "under_way"), "planned": ("achieved", "under_way"), "under_way": ("achieved",),
    "applied_for": ("achieved",), "expected": ("achieved",), "standing": ("planned",),
}  # fmt: skip
Fact = dict[str, Any]


def facts(sheet: Sheet) -> Iterator[tuple[Path, str, Fact]]:
    yield from ((("facts", id), id, fact) for id, fact in sheet.facts.items())


def _noun(fact: Fact) -> dict[str, str] | None:
    unit = fact.get("unit")
    return unit["en"] if isinstance(unit, dict) and isinstance(unit.get("en"), dict) else None


def year_in(value: object) -> str:
    found = re.search(r"\d{4}", str(value))
    return found[0] if found else ""


def without_reason(path: Path, part: dict[str, Any], key: str) -> dict[Path, object]:
    return {(*path, key): GONE} if key in part else {}


@kind("unit: noun of another fact")
def _noun_of_another(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    nouns = {id: noun for _, id, fact in facts(sheet) if (noun := _noun(fact))}
    for path, id, fact in facts(sheet):
        mine = nouns.get(id, {}).get("other", "")
        others = [
            noun
            for other, noun in nouns.items()
            if mine and sheet.facts[other]["unit"]["zh"] == fact["unit"]["zh"]
            and noun["other"].split()[-1] != mine.split()[-1] and sheet.facts[other].get("quote") != fact.get("quote")
        ]  # fmt: skip
        if others:
            noun = chance.choice(others)
            yield lie(sheet, f"{id}: {mine}→{noun['other']}", path, {(*path, "unit", "en"): noun})


def _plain(sheet: Sheet, chance: random.Random) -> Iterator[tuple[Path, str, Fact, str, str]]:
    for path, id, fact in facts(sheet):
        noun = _noun(fact)
        one, other = chance.choice(NOUNS)
        if noun and other[:4] not in noun["other"]:
            right = {"person": ("人", "名", "位", "口"), "family": ("户",)}.get(one, ())
            if fact["unit"]["zh"] not in right:
                yield path, f"{id} {fact['unit']['zh']}: {noun['other']}→{other}", fact, one, other


@kind("unit: noun plain wrong")
def _wrong_noun(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, what, _, one, other in _plain(sheet, chance):
        yield lie(sheet, what, path, {(*path, "unit", "en"): {"one": one, "other": other}})


@kind("unit: plural only")
def _wrong_plural(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, what, fact, _, other in _plain(sheet, chance):
        if fact.get("value") != 1:
            yield lie(sheet, what, path, {(*path, "unit", "en", "other"): other})


@kind("unit: measure")
def _measure(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, fact in facts(sheet):
        unit = fact.get("unit")
        if isinstance(unit, str) and unit in MEASURES:
            yield lie(sheet, f"{id}: {unit}→{MEASURES[unit]}", path, {(*path, "unit"): MEASURES[unit]})


def _moved(value: Any, by: int) -> str:
    """Another year; of a date without one another month."""
    if year := year_in(value):
        return str(value).replace(year, str(int(year) + by), 1)
    return re.sub(r"(?<=--)\d\d", lambda m: f"{int(m[0]) % 12 + 1:02d}", str(value), count=1)


def _periods(sheet: Sheet) -> Iterator[tuple[Path, str, dict[str, Any]]]:
    for path, id, fact in facts(sheet):
        if isinstance(fact.get("period"), dict):
            yield path, id, fact["period"]


@kind("period moved")
def _period_moved(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, period in _periods(sheet):
        for key in ("year", "since", "at"):
            if (value := period.get(key)) is not None:
                new = value - 1 if key == "year" else _moved(value, -1)
                if new != str(value):
                    yield lie(sheet, f"{id} {key}: {value}→{new}", path, {(*path, "period", key): new})


@kind("period: to date lost")
def _to_date(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, period in _periods(sheet):
        if period.get("to_date") and "year" in period:
            yield lie(sheet, id, path, {(*path, "period", "to_date"): GONE})


@kind("period: stated turned")
def _stated(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, period in _periods(sheet):
        if period.get("stated") is False:
            yield lie(sheet, id, path, {(*path, "period", "stated"): GONE})


@kind("period: since→at")
def _since(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, period in _periods(sheet):
        if "since" in period:
            yield lie(sheet, id, path, {(*path, "period"): {"at": period["since"]}})


@kind("period: at→since")
def _at(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, period in _periods(sheet):
        if "at" in period and "end" not in str(period["at"]):
            yield lie(sheet, f"{id} {period['at']}", path, {(*path, "period"): {"since": period["at"]}})


@kind("period: recent→year")
def _recent(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    dated = year_in(sheet.data.get("dated", {}).get("value"))
    for path, id, period in _periods(sheet):
        if period.get("recent"):
            yield lie(sheet, id, path, {(*path, "period"): {"year": int(dated or 2020)}})


@kind("period invented")
def _invented(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    dated = year_in(sheet.data.get("dated", {}).get("value"))
    for path, id, fact in facts(sheet):
        if dated and "period" not in fact and "date" not in fact and "value" in fact:
            yield lie(sheet, f"{id} year {dated}", path, {(*path, "period"): {"year": int(dated)}})
            yield lie(sheet, f"{id} since", path, {(*path, "period"): {"since": str(int(dated) - 1)}})


@kind("date moved")
def _date(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, fact in facts(sheet):
        if "date" in fact and (new := _moved(fact["date"], 1)) != str(fact["date"]):
            yield lie(sheet, f"{id}: {fact['date']}→{new}", path, {(*path, "date"): new})


@kind("fact status turned")
def _status(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, fact in facts(sheet):
        for status in TURNED.get(fact.get("status", ""), ()):
            edits = {(*path, "status"): status, **without_reason(path, fact, "status_why")}
            yield lie(sheet, f"{id} {fact['status']}→{status}: {fact.get('quote')}", path, edits)


@kind("approx turned")
def _approx(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, fact in facts(sheet):
        if "approx" in fact:
            other = "nearly" if fact["approx"] != "nearly" else "over"
            yield lie(sheet, f"{id} {fact['approx']} lost", path, {(*path, "approx"): GONE})
            yield lie(sheet, f"{id} {fact['approx']}→{other}", path, {(*path, "approx"): other})


@kind("owner removed")
def _nobodys(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, fact in facts(sheet):
        if "whose" in fact:
            yield lie(sheet, f"{id} {fact['whose']['en']}", path, {(*path, "whose"): GONE})


def _owners(sheet: Sheet, chance: random.Random) -> Iterator[tuple[Path, str, dict[str, str], dict[str, str]]]:
    owners = [fact["whose"] for fact in sheet.facts.values() if "whose" in fact]
    for path, id, fact in facts(sheet):
        if "whose" in fact and (others := [one for one in owners if one != fact["whose"]]):
            yield path, id, fact["whose"], chance.choice(others)


@kind("owner swapped")
def _owner(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, own, other in _owners(sheet, chance):
        yield lie(sheet, f"{id} {own['en']}→{other['en']}", path, {(*path, "whose"): other})


@kind("owner en only")
def _owner_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, own, other in _owners(sheet, chance):
        yield lie(sheet, f"{id} {own['en']}→{other['en']}", path, {(*path, "whose", "en"): other["en"]})


@kind("doubt removed")
def _doubt(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    parts: list[tuple[Path, str, Fact]] = list(facts(sheet))
    parts += [(("projects", n), one["name"]["zh"], one) for n, one in enumerate(sheet.data.get("projects") or [])]
    for path, name, part in parts:
        if "doubt" in part:
            yield lie(sheet, name, path, {(*path, "doubt"): GONE})


def _labels(sheet: Sheet, chance: random.Random) -> Iterator[tuple[Path, str, dict[str, str], dict[str, str]]]:
    for path, id, fact in facts(sheet):
        others = [
            one["label"]
            for one in sheet.facts.values()
            if "label" in fact and "label" in one and one.get("unit") == fact.get("unit")
            and ("date" in one) == ("date" in fact) and one["label"] != fact["label"]
        ]  # fmt: skip
        if others:
            yield path, id, fact["label"], chance.choice(others)


@kind("label of another fact (both)")
def _label(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, own, other in _labels(sheet, chance):
        yield lie(sheet, f"{id} {own['zh']}→{other['zh']}", path, {(*path, "label"): other})


@kind("label of another fact (en)")
def _label_en(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, own, other in _labels(sheet, chance):
        yield lie(sheet, f"{id} {own['en']}→{other['en']}", path, {(*path, "label", "en"): other["en"]})


_CONDITION = re.compile(".*?(计划|预计|拟|力争|将|申请|争取|正在|规划)")


@kind("quote cut: condition off")
def _condition(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, fact in facts(sheet):
        quote = fact.get("quote")
        before = _CONDITION.match(quote) if isinstance(quote, str) else None
        to_come = fact.get("status") in ("planned", "expected", "applied_for", "under_way")
        if before and to_come and len(rest := before.string[before.end() :]) > 5 and str(fact.get("exact", "")) in rest:
            edits = {(*path, "quote"): rest, (*path, "status"): "achieved"} | without_reason(path, fact, "status_why")
            yield lie(sheet, f"{id}: {quote} | {rest}", path, edits)


@kind("quote cut: approx off")
def _approx_off(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, id, fact in facts(sheet):
        quote = fact.get("quote")
        if "approx" in fact and isinstance(quote, str):
            before = re.search(r"(约|近|超过|超|达到?)(?=\d)", quote)
            behind = re.search(r"\d[\d.]*[万亿千百]?(?=余|多)", quote)
            rest = quote[before.end() :] if before and len(quote) - before.end() > 4 else ""
            if not rest and behind and behind.end() > 5:
                rest = quote[: behind.end()]
            if rest:
                yield lie(sheet, f"{id}: {rest}", path, {(*path, "quote"): rest, (*path, "approx"): GONE})
