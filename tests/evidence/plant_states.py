"""Lies about how far something has come, how high it ranks, and by what is left away: honors, projects, status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bulletin.content.yaml_text import Path
from tests.evidence.plant import Lie, Sheet, kind
from tests.evidence.plant_facts import in_fact

STATUSES = {
    "achieved": ("planned", "applied_for", "under_way"),
    "under_way": ("planned",),
    "planned": ("achieved", "under_way"),
    "expected": ("achieved",),
    "applied_for": ("achieved",),
    "standing": ("planned",),
}
GOES_ON = re.compile("正在|在建|推进|启动|将|拟|计划|未")
TO_COME = re.compile("计划|规划|预计|拟|将")
MARKS = ("done", "under_way", "planned", "unstated")
LEVELS = ("national", "provincial", "municipal", "county")


@kind("an honor's year")
def _(sheet: Sheet) -> Iterator[Lie]:
    for i, honour in enumerate(sheet.data.get("honours", [])):
        for year in (honour.get("year", 2015) - 1, honour.get("year", 2013) + 1):
            yield sheet.lie(f"{honour['quote']} {year}", {("honours", i): {**honour, "year": year}}, ("honours", i))


@kind("an honor's level")
def _(sheet: Sheet) -> Iterator[Lie]:
    for i, honour in enumerate(sheet.data.get("honours", [])):
        for level in set(LEVELS) - {honour["level"]}:
            yield sheet.lie(f"{honour['quote']} {level}", {("honours", i, "level"): level}, ("honours", i))


@kind("an honor left away")
def _(sheet: Sheet) -> Iterator[Lie]:
    yield from _left_away(sheet, "honours")


@kind("a project left away")
def _(sheet: Sheet) -> Iterator[Lie]:
    yield from _left_away(sheet, "projects")


def _left_away(sheet: Sheet, key: str) -> Iterator[Lie]:
    parts = sheet.data.get(key, [])
    for i, part in enumerate(parts):
        yield sheet.lie(part["quote"], {(key,): parts[:i] + parts[i + 1 :]}, (key,), gone=part["quote"])


@kind("a fact that nothing refers to left away")
def _(sheet: Sheet) -> Iterator[Lie]:
    rows = sheet.data.get("rows", [])
    for id, fact in sheet.facts.items():
        others = {key: value for key, value in sheet.data.items() if key != "rows"}
        others["facts"] = {key: value for key, value in sheet.facts.items() if key != id}
        if re.search(rf"['<]{id}['>:]", str({**others, "facts": list(others["facts"].values())})):
            continue
        left = [{**row, "facts": [f for f in row["facts"] if f != id]} for row in rows]
        edits: dict[Path, object] = {("facts",): others["facts"]}
        if rows:
            edits["rows",] = [row for row in left if len(row["facts"]) > 1]
        yield sheet.lie(id, edits, ("facts",), gone=str(fact.get("quote") or id))


@kind("a fact's status")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in sheet.facts.items():
        said = sheet.sentence(fact.get("quote", ""))
        if not (fact["status"] == "under_way" and TO_COME.search(said)):  # else what it is part of is planned
            yield from (in_fact(sheet, id, "status", status) for status in STATUSES[fact["status"]])


@kind("a fact to come, applied for or under way is told as achieved")
def _(sheet: Sheet) -> Iterator[Lie]:
    for id, fact in sheet.facts.items():
        coming = fact["status"] in ("planned", "expected", "applied_for")
        if coming or (fact["status"] == "under_way" and GOES_ON.search(sheet.sentence(fact["quote"]))):
            yield in_fact(sheet, id, "status", "achieved")


@kind("a project's status")
def _(sheet: Sheet) -> Iterator[Lie]:
    for i, project in enumerate(sheet.data.get("projects", [])):
        for status in {"achieved": ("planned", "under_way"), "under_way": ("achieved", "planned")}.get(
            project["status"], ("achieved", "under_way")
        ):
            what = f"{project['quote']} {project['status']} → {status}"
            yield sheet.lie(what, {("projects", i, "status"): status}, ("projects", i))


@kind("a stage that was not reached")
def _(sheet: Sheet) -> Iterator[Lie]:
    for i, project in enumerate(sheet.data.get("projects", [])):
        marks = (project.get("stage") or {}).get("marks", [])
        states = [_state(mark) for mark in marks]
        if not isinstance(marks, list) or set(states) <= {"done"}:
            continue
        first = next(at for at, state in enumerate(states) if state != "done")
        further = ["done"] * (first + 1) + ["under_way"] * (first + 1 < len(states)) + states[first + 2 :]
        for new in (["done"] * len(states), further, [*states[:-1], "done"]):
            marked = [_marked(mark, state) for mark, state in zip(marks, new, strict=True)]
            what = f"{project['quote']} {states} → {new}"
            yield sheet.lie(what, {("projects", i, "stage", "marks"): marked}, ("projects", i))


def _state(mark: Any) -> str:
    return mark if isinstance(mark, str) else next(value for value in mark.values() if value in MARKS)


def _marked(mark: Any, state: str) -> object:
    return state if isinstance(mark, str) else {k: state if v in MARKS else v for k, v in mark.items()}
