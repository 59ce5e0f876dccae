"""The second planter's kinds of honors, projects, the head of a file and the glossary."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

from bulletin.content.yaml_text import Path
from tests.evidence.plant import Lie, Sheet
from tests.evidence.second_facts import without_reason, year_in
from tests.evidence.second_kinds import GONE, Second, apart, kind, lie, outside
from tests.evidence.second_texts import names_of

LEVELS = ("national", "provincial", "municipal", "county")
OF_HONOURS = {
    "Provincial": "National", "Municipal": "Provincial", "City": "Province", "District": "City", "National": "World",
    "Advanced": "First-class", "Civilized": "Peaceful", "Model": "Pioneer", "Excellent": "Sufficient",
    "Outstanding": "Ordinary",
}  # fmt: skip
OF_PLACES = {"Subdistrict": "Town", "District": "County", "County": "City", "City": "County"}
OF_SOURCES = {
    "Reporter": "Editor", "correspondent": "photographer", "Daily": "Weekly", "Evening": "Morning",
    "photos": "drawings", "Text": "Drawings",
}  # fmt: skip
OF_SOURCES_ZH = {"记者": "主编", "通讯员": "摄影", "日报": "晚报", "晚报": "日报"}
Part = tuple[Path, dict[str, Any]]


def _listed(sheet: Sheet, key: str) -> list[Part]:
    return [((key, n), one) for n, one in enumerate(sheet.data.get(key) or [])]


@kind("honor level")
def _level(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, honour in _listed(sheet, "honours"):
        if (level := honour.get("level")) in LEVELS:
            at = LEVELS.index(level)
            edits = {(*path, "level"): LEVELS[at - 1] if at else "municipal"}
            yield lie(sheet, f"{honour['name']['zh']} {level}", path, edits | without_reason(path, honour, "level_why"))


@kind("honor year")
def _year(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, honour in _listed(sheet, "honours"):
        year = honour.get("year")
        new = year - 1 if isinstance(year, int) else 2017
        yield lie(sheet, f"{honour['name']['zh']} {year}", path, {(*path, "year"): new})


def _away(name: str, key: str) -> None:
    @kind(name)
    def lies(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
        for path, one in _listed(sheet, key):
            yield lie(sheet, one["name"]["zh"], path, {path: GONE})


_away("honor left away", "honours")
_away("project left away", "projects")


@kind("honor name en")
def _honour(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, honour in _listed(sheet, "honours"):
        was = honour["name"]["en"]
        for new in list(outside(was, rf"\b({'|'.join(OF_HONOURS)})\b", lambda m: OF_HONOURS[m[0]]))[:1]:
            yield lie(sheet, apart(was, new), path, {(*path, "name", "en"): new})


@kind("project status turned")
def _project(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one in _listed(sheet, "projects"):
        turned = {"achieved": ("under_way", "planned"), "under_way": ("achieved", "planned"), "planned": ("achieved",)}
        for status in turned.get(str(one.get("status")), ()):
            edits = {(*path, "status"): status, **without_reason(path, one, "status_why")}
            yield lie(sheet, f"{one['name']['zh']} {one['status']}→{status}", path, edits)


@kind("stage mark turned")
def _mark(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one in _listed(sheet, "projects"):
        stage = one.get("stage") or {}
        for at, mark in enumerate(stage.get("marks", ())):
            new = "planned" if mark == "done" else "done"
            edits: dict[Path, object] = {(*path, "stage", "marks", at): new}
            if new == "done":
                edits |= without_reason((*path, "stage"), stage, "why")
            yield lie(sheet, f"{one['name']['zh']} {stage['marks']} {at}→{new}", path, edits)


@kind("stage label swapped")
def _stage_label(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    labels = [one["stage"]["label"] for _, one in _listed(sheet, "projects") if "label" in (one.get("stage") or {})]
    for path, one in _listed(sheet, "projects"):
        stage = one.get("stage") or {}
        if "marks" in stage and (others := [label for label in labels if label != stage.get("label")]):
            own, new = stage["label"], chance.choice(others)
            at = (*path, "stage", "label")
            yield lie(sheet, f"{one['name']['zh']} {own['zh']}→{new['zh']}", path, {at: new})
            yield lie(sheet, f"{one['name']['zh']} en {own['en']}→{new['en']}", path, {(*at, "en"): new["en"]})


@kind("project cell of another")
def _cell(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    projects = _listed(sheet, "projects")
    for path, one in projects:
        for key in ("size", "done", "plan"):
            others = [other[key] for _, other in projects if key in other and other[key] != one.get(key)]
            if key in one and others:
                new = chance.choice(others)
                what = f"{one['name']['zh']} {key}: {one[key]['zh']}→{new['zh']}"
                yield lie(sheet, what, path, {(*path, key): new})


@kind("project done/plan swapped")
def _cells(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one in _listed(sheet, "projects"):
        if "done" in one and "plan" in one:
            edits = {(*path, "done"): one["plan"], (*path, "plan"): one["done"]}
            yield lie(sheet, f"{one['name']['zh']}: {one['done']['zh']} ⇄ {one['plan']['zh']}", path, edits)


@kind("project name en of another")
def _name(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    projects = _listed(sheet, "projects")
    for path, one in projects:
        if others := [other["name"]["en"] for _, other in projects if other is not one]:
            new = chance.choice(others)
            yield lie(sheet, f"{one['name']['en']}→{new}", path, {(*path, "name", "en"): new})


@kind("project plan → not stated")
def _unstated(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for path, one in _listed(sheet, "projects"):
        for key, looked in (("plan", ["展望未来", "后续安排"]), ("size", ["公顷", "英亩"])):
            if key in one:
                edits = {(*path, key): GONE, (*path, "unstated"): {**one.get("unstated", {}), key: looked}}
                yield lie(sheet, f"{one['name']['zh']} {key}", path, edits)


@kind("dated moved")
def _dated(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    dated = sheet.data.get("dated")
    value = str(dated["value"]) if dated else ""
    new = []
    if year := year_in(value):
        new.append(value.replace(year, str(int(year) - 1)))
    if month := re.search(r"(?<=\d{4}-)\d\d", value):
        new.append(value.replace(f"-{month[0]}", f"-{int(month[0]) % 12 + 1:02d}", 1))
    if dated and dated.get("stated") is not False:
        new.append(re.sub(r"\d\d$", lambda m: f"{int(m[0]) % 27 + 1:02d}", value))
    for one in new:
        yield lie(sheet, f"{value}→{one}", ("dated",), {("dated", "value"): one})


@kind("dated stated")
def _dated_stated(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    if (sheet.data.get("dated") or {}).get("stated") is False:
        edits = {("dated", "stated"): True} | without_reason(("dated",), sheet.data["dated"], "how")
        yield lie(sheet, str(sheet.data["dated"]["value"]), ("dated",), edits)


@kind("place/within en")
def _place(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for key in ("place", "within"):
        was = sheet.data.get(key, {"en": ""})["en"]
        for new in outside(was, r"\b[A-Z][a-zü]+\b", lambda m: OF_PLACES.get(m[0], "Luoyang")):
            yield lie(sheet, apart(was, new), (key,), {(key, "en"): new})


def _sources(sheet: Sheet) -> Iterator[tuple[str, dict[str, str]]]:
    for key, text in (sheet.data.get("source") or {}).items():
        if isinstance(text, dict) and "en" in text:
            yield key, text


@kind("source en")
def _source(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for key, text in _sources(sheet):
        was = text["en"]
        new = [was.replace(name, "Zhang" if name != "Zhang" else "Liu", 1) for name in names_of(was)[:2]]
        pattern = r"\b(Reporter|correspondent|Daily|Evening|page \d+|photos|Text)\b"
        new += outside(was, pattern, lambda m: OF_SOURCES.get(m[0], "page 9"))
        for one in new:
            yield lie(sheet, f"{key}: {apart(was, one)}", ("source", key), {("source", key, "en"): one})


@kind("source zh")
def _source_zh(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    for key, text in _sources(sheet):
        was = text["zh"]
        for one in outside(was, "记者|通讯员|日报|晚报|[一-龥](?=、)", lambda m: OF_SOURCES_ZH.get(m[0], "伟")):
            yield lie(sheet, f"{key}: {apart(was, one)}", ("source", key), {("source", key, "zh"): one})


@kind("glossary en turned")
def _glossary(sheet: Sheet, chance: random.Random) -> Iterator[Lie]:
    text = sheet.parsed.text if "place" in sheet.data else ""
    used = [
        (at, one)
        for at, one in enumerate(sheet.terms)
        if one["zh"] in text and one["en"].lower() in text.lower()
    ]  # fmt: skip
    for at, one in used:
        if others := [two["en"] for _, two in used if two is not one and two.get("kind") == one.get("kind")]:
            new = chance.choice(others)
            yield Second(sheet.name, f"{one['zh']}: {one['en']}→{new}", {}, (), terms={at: new})
