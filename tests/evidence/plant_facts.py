"""Lies in what stands beside a number as data: unit, period, label, doubt, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, cycle
from typing import Any

from bulletin.content.yaml_text import Path
from tests.evidence.plant import Lie, Sheet, kind

MEASURES = {
    "平方米": ("平方公里", "square kilometer"),
    "平方公里": ("平方米", "square meter"),
    "立方米": ("吨", "ton"),
    "公里": ("米", "meter"),
    "米": ("公里", "kilometer"),
    "亩": ("公顷", "hectare"),
    "元": ("美元", "US dollar"),
    "小时": ("天", "day"),
    "年": ("个月", "month"),
    "%": ("个百分点", "percentage point"),
}
NOT_NOUNS = {"户": "week", "个": "hectare", "名": "team", "次": "day", "处": "ton", "家": "kilometer", "人": "month"}
NOUNS = ("dog", "flat", "tree", "school", "bridge", "horse", "lamp", "teacher")
VAGUE = {"person", "item", "case", "place", "member", "employer", "organization", "establishment", "property"}
DOUBT = re.compile("存疑|过大|可读作|按“[^”]*”理解")
NOBODY_SAYS = (1999, 2003, 2008, 2011, 2013, 2014, 2022)


def nouns(word: str) -> dict[str, str]:
    return {"one": word, "other": f"{word}s"}


def unit_of(fact: dict[str, Any]) -> str:
    unit = fact.get("unit")
    return unit if isinstance(unit, str) else unit["zh"] if unit else ""


def noun_of(fact: dict[str, Any]) -> str:
    """The last word of the noun: old courtyards and courtyards are both courtyards."""
    en = fact["unit"]["en"]
    return str(en if isinstance(en, str) else en["one"]).split()[-1]


def classified(sheet: Sheet) -> list[tuple[str, dict[str, Any]]]:
    """The facts that are counted with a classifier and have a noun."""
    return [
        (id, fact)
        for id, fact in sheet.facts.items()
        if isinstance(fact.get("unit"), dict) and "en" in fact["unit"] and unit_of(fact) not in MEASURES
    ]


def measured(sheet: Sheet) -> list[tuple[str, dict[str, Any]]]:
    return [(id, fact) for id, fact in sheet.facts.items() if unit_of(fact) in MEASURES]


def in_fact(sheet: Sheet, id: str, key: str, value: object) -> Lie:
    """A fact with one key set, or taken away when the value is None."""
    fact = {**sheet.facts[id], key: value}
    new = fact if value is not None else {k: v for k, v in fact.items() if k != key}
    return sheet.lie(f"{id} {key}: {value}", {("facts", id): new}, ("facts", id))


@kind("a classifier's noun is a measure's word")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in classified(sheet):
        word = NOT_NOUNS.get(unit_of(fact), "meter")
        yield in_fact(sheet, id, "unit", {**fact["unit"], "en": nouns(word)})


@kind("a classifier's noun is another thing's")
def _(sheet: Sheet) -> Iterator[Lie]:
    others = cycle(NOUNS)
    for id, fact in classified(sheet):
        word = next(noun for noun in others if noun not in str(fact["label"]["en"]) + str(fact["unit"]["en"]))
        yield in_fact(sheet, id, "unit", {**fact["unit"], "en": nouns(word)})


@kind("a measure's English is another measure's")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in measured(sheet):
        yield in_fact(sheet, id, "unit", {"zh": unit_of(fact), "en": nouns(MEASURES[unit_of(fact)][1])})


@kind("another measure in both languages")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in measured(sheet):
        zh, en = MEASURES[unit_of(fact)]
        yield in_fact(sheet, id, "unit", zh if isinstance(fact["unit"], str) else {"zh": zh, "en": nouns(en)})


@kind("a period's year that nobody says")
def _(sheet: Sheet) -> Iterator[Lie]:
    years = cycle(sorted(set(NOBODY_SAYS) - sheet.years))
    for id, fact in sheet.facts.items():
        if fact.get("period"):
            year = next(years)
            periods = ({"year": year}, {"since": f"{year}-09"}, {"until": f"{year}"}, {"at": f"{year} end"})
            for period in (*periods, {"year": 20180}, {"year": -5}):
                yield in_fact(sheet, id, "period", period)


@kind("a period's year that the article says elsewhere")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in sheet.facts.items():
        period = fact.get("period") or {}
        said = sheet.sentence(fact.get("quote", ""))
        if isinstance(period.get("year"), int):
            for year in sorted(sheet.years - {period["year"]}):
                if str(year) not in said:
                    yield in_fact(sheet, id, "period", {"year": year})


@kind("an inferred period passed off as stated")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in sheet.facts.items():
        period = fact.get("period") or {}
        years = set(re.findall(r"\d{4}", str(period)))
        if period.get("stated") is False and not all(year in sheet.sentence(fact["quote"]) for year in years):
            yield in_fact(sheet, id, "period", {key: value for key, value in period.items() if key != "stated"})


@kind("the article's date: inferred as stated, or another")
def _(sheet: Sheet) -> Iterator[Lie]:
    if dated := sheet.data.get("dated"):
        values = ["2013-04-09", "2011", *([dated["value"]] if not dated["stated"] else ["2020-11-19", "2020-12-18"])]
        for value in values:
            new = {**dated, "value": value, "stated": True}
            yield sheet.lie(f"dated {value} stated", {("dated",): new}, ("dated",))


@kind("an impossible or implausible date")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in sheet.facts.items():
        if fact.get("date"):
            yield from (in_fact(sheet, id, "date", date) for date in ("2018-13", "2018-02-30", "1018"))
        if fact.get("period"):
            wrong = (
                {"at": "2018-13"},
                {"since": "2018-02-30"},
                {"year": 1018},
                {"since": "2018-09", "until": "2018-03"},
            )
            yield from (in_fact(sheet, id, "period", period) for period in wrong)
    for date in ("2018-13", "2018-02-30", "1018") if "dated" in sheet.data else ():
        edits = {("dated", "value"): date}
        yield sheet.lie(f"dated {date}", edits, ("dated",))


@kind("two facts' labels exchanged")
def _(sheet: Sheet) -> Iterator[Lie]:
    for (a, one), (b, other) in combinations(sheet.facts.items(), 2):
        if unit_of(one) == unit_of(other) and one.get("value") != other.get("value"):
            paths: tuple[Path, Path] = (("facts", a), ("facts", b))
            edits = {(*paths[0], "label"): other["label"], (*paths[1], "label"): one["label"]}
            yield sheet.lie(f"{a} ↔ {b}", edits, *paths)


@kind("two facts' nouns exchanged")
def _(sheet: Sheet) -> Iterator[Lie]:
    for (a, one), (b, other) in combinations(classified(sheet), 2):
        a_noun, b_noun = (noun_of(fact) for fact in (one, other))
        if unit_of(one) == unit_of(other) and a_noun != b_noun and not VAGUE & {a_noun, b_noun}:
            paths: tuple[Path, Path] = (("facts", a), ("facts", b))
            edits = {(*paths[0], "unit"): other["unit"], (*paths[1], "unit"): one["unit"]}
            yield sheet.lie(f"{a} ↔ {b}", edits, *paths)


@kind("a doubtful fact among the key figures")
def _(sheet: Sheet) -> Iterator[Lie]:
    if "key_figures" not in sheet.data:
        return
    noted = (re.search(r"<(\w+)", note["zh"]) for note in sheet.data.get("notes", []) if DOUBT.search(note["zh"]))
    doubtful = {match[1] for match in noted if match}
    doubtful |= {id for id, fact in sheet.facts.items() if "doubt" in fact or DOUBT.search(str(fact.get("note")))}
    for id in sorted(doubtful):
        for i in range(len(sheet.data["key_figures"])):
            yield sheet.lie(f"{id} as figure {i}", {("key_figures", i): {"of": [id]}}, ("key_figures", i))


@kind("a fact's doubt left away")
def _(sheet: Sheet) -> Iterator[Lie]:
    """The note that tells of it is where it is missed."""
    lies = (in_fact(sheet, id, "doubt", None) for id, fact in sheet.facts.items() if "doubt" in fact)
    yield from (replace(lie, parts=(*lie.parts, ("notes",))) for lie in lies)


@kind("whose number it is left away")
def _(sheet: Sheet) -> Iterator[Lie]:
    yield from (in_fact(sheet, id, "whose", None) for id, fact in sheet.facts.items() if "whose" in fact)
