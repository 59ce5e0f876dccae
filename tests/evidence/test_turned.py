"""What is told of contents that nobody fitted to the rules once a fact or a Chinese text of theirs is turned.

`test_disturbed.py` holds this of English against Chinese, `test_lies.py` of a few lies in whole files; here each fact,
honour, project and text is turned in every way that a table names, and held against the article. `python -m
tests.evidence.test_turned` writes tests/cases/turned anew; read what has changed before it is committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from bulletin.content.model import Approx, Both, Fact, Glossary, Level, Period, Status, Subdistrict
from bulletin.content.validate import validate
from bulletin.content.yaml_text import Path, parse
from bulletin.evidence.article import Article
from bulletin.evidence.case import Case
from bulletin.evidence.rules import (
    around,
    bare_unit,
    borne,
    doubt,
    glossary,
    head,
    instead,
    level,
    limit,
    owner,
    period,
    quote,
    quote_approx,
    quote_status,
    quote_value,
    stage,
    stale,
    unit,
    unstated,
)
from bulletin.evidence.verify import RULES
from bulletin.problems import Problem
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "cases" / "unfitted"
APPROVED = ROOT / "tests" / "cases" / "turned"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/content.yaml"))
SHORT = [path.parent.name for path in sorted(FOLDER.glob("*/content.yaml")) if path.stat().st_size < 20_000]
MOST = 20
"""Facts of a file: of the long ones no more are turned."""
OF_FACTS = (quote, quote_value, quote_approx, quote_status, unit, period, owner)
OF_TEXTS = (around, bare_unit, borne, doubt, glossary, head, instead, limit, owner, unstated)


def sound(name: str) -> Case:
    """A content with its article and its glossary, and nothing beside it."""
    of = {key: parse((FOLDER / name / f"{key}.yaml").read_text("utf-8"), file) for key, file in _files(name)}
    content, known = validate(Subdistrict, of["content"]), validate(Glossary, of["glossary"])
    article = Article("article.txt", (FOLDER / name / "article.txt").read_text("utf-8"))
    themes, accents = frozenset(story.theme for story in content.stories), frozenset({content.accent})
    return Case(of["content"], content, known, content.facts, article, themes, accents)


def _files(name: str) -> tuple[tuple[str, str], ...]:
    return ("content", f"content/{name}.yaml"), ("glossary", "content/glossary.yaml")


def said(rules: Iterable[Any], case: Case) -> list[str]:
    """What these rules tell, each with the words that it marks."""
    return [told(case, problem) for rule in rules for problem in rule.check(case)]


def told(case: Case, problem: Problem) -> str:
    place = problem.place
    line = case.parsed.text.split("\n")[place.line - 1]
    return f"{problem.rule}: {problem.message} @{line[place.column - 1 :][: place.length][:8]}"


# ------------------------------------------------------------------------------------------------ facts


def turned(fact: Fact) -> Iterator[tuple[str, Fact]]:
    """Another status, approximation, period, value, whose."""
    yield from ((one, _with(fact, status=one)) for one in get_args(Status) if one != fact.status)
    yield from ((str(one), _with(fact, approx=one)) for one in (None, *get_args(Approx)) if one != fact.approx)
    for words, new in _periods(fact.period):
        yield words, _with(fact, period=new)
    if fact.whose:
        yield "nobody's", _with(fact, whose=None)
    if fact.exact:
        yield "not exact", _with(fact, exact=None)


def _periods(known: Period | None) -> Iterator[tuple[str, Period | None]]:
    if known:
        yield "no period", None
        yield "stated or not", known.model_copy(update={"stated": not known.stated})
    years = {int(year) for year in re.findall(r"\d{4}", f"{known.year} {known.at} {known.since}")} if known else {2018}
    for year in sorted(years):
        yield from ((f"of {near}", Period(year=near)) for near in (year - 1, year, year + 1))
        yield f"since {year}", Period(since=f"{year}")
        yield f"until {year}", Period(until=f"{year}")
        yield f"end of {year}", Period(at=f"{year} end")
        yield f"May {year}", Period(at=f"{year}-05")
    yield from (("to date", Period(to_date=True)), ("recent", Period(recent=True)), ("May", Period(at="--05")))


def _with(fact: Fact, **new: object) -> Fact:
    return fact.model_copy(update=new)


def alone(case: Case, **parts: object) -> Case:
    """The content with nothing in it but these facts, projects or honours."""
    empty = {"facts": {}, "projects": [], "honours": [], "left_out": [], "timeline": None}
    content = case.content.model_copy(update=empty | parts)
    return replace(case, content=content, known=content.facts)


def facts(case: Case) -> Iterator[str]:
    """Of each fact, which turns nothing is told of, and what of the others."""
    for id, fact in [*case.content.facts.items()][:MOST]:
        if fact.derived is None:
            found = [(what, said(OF_FACTS, alone(case, facts={id: new}))) for what, new in turned(fact)]
            yield from grouped(id, ((what, [_plain(one, what) for one in tells]) for what, tells in found))


def _plain(told: str, what: str) -> str:
    """Without the word or the year that was put in, so that what is told alike stands in one row."""
    return re.sub(rf"\b({what.split()[-1]}|None)\b", "…", told.partition(" @")[0])


def honours(case: Case) -> Iterator[str]:
    """The same of honours: another level, another year, a reason for the level where none is needed."""
    for i, honour in enumerate(case.content.honours):
        before, behind = case.content.honours[:i], case.content.honours[i + 1 :]
        turns: dict[str, dict[str, object]] = {one: {"level": one} for one in get_args(Level)}
        turns |= {f"of {year}": {"year": year} for year in ((honour.year or 2018) - 1, (honour.year or 2018) + 1)}
        turns |= {"no year": {"year": None}, "no reason": {"level_why": None}, "a reason": {"level_why": "x"}}
        new = {what: honour.model_copy(update=turn) for what, turn in turns.items()}
        cases = {what: alone(case, honours=[*before, one, *behind]) for what, one in new.items()}
        yield from grouped(honour.name.zh, ((what, said((level, period), one)) for what, one in cases.items()))


def projects(case: Case) -> Iterator[str]:
    """The same of projects: another status, other marks of its stage."""
    for i, project in enumerate(case.content.projects):
        before, behind = case.content.projects[:i], case.content.projects[i + 1 :]
        turns: dict[str, dict[str, object]] = {one: {"status": one} for one in get_args(Status)}
        turns["no reason"] = {"status_why": None}
        for at, mark in enumerate(project.stage.marks if project.stage else ()):
            for other in {"done", "under_way", "planned", "unstated"} - {mark}:
                marks = [*project.stage.marks[:at], other, *project.stage.marks[at + 1 :]]  # type: ignore[union-attr]
                turns[f"{at + 1} {other}"] = {"stage": project.stage.model_copy(update={"marks": marks})}  # type: ignore[union-attr]
        new = {what: project.model_copy(update=turn) for what, turn in sorted(turns.items())}
        every = {"facts": case.content.facts, "tracker": case.content.tracker}
        cases = {what: alone(case, projects=[*before, one, *behind], **every) for what, one in new.items()}
        yield from grouped(project.name.zh, ((what, said((quote_status, stage), one)) for what, one in cases.items()))


def grouped(name: str, found: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    rows: dict[str, list[str]] = {}
    for what, tells in found:
        rows.setdefault("; ".join(tells), []).append(what)
    yield name
    yield from (f"  {', '.join(whats)}: {tells}".rstrip() for tells, whats in rows.items())


# ------------------------------------------------------------------------------------------------ texts

TURNS = yaml.safe_load((ROOT / "tests" / "cases" / "turns.yaml").read_text("utf-8"))
BEFORE, HEADS = TURNS["before_figures"], TURNS["at_heads"]


def changes(case: Case, at: int, zh: str) -> Iterator[tuple[str, str]]:
    """What becomes what, and the Chinese with it; the words that are put in take turns, a text has a few of them."""
    for word, others in TURNS["swaps"].items():
        if word in zh:
            yield from ((f"{word}→{other}", zh.replace(word, other, 1)) for other in others)
    refs = list(re.finditer(r"<[^<>]+>", zh))
    for i, ref in enumerate(refs):
        for step in (0, 7):
            word = BEFORE[(at + i + step) % len(BEFORE)]
            yield f"{word}{ref[0]}", f"{zh[: ref.start()]}{word}{zh[ref.start() :]}"
        if i and refs[i - 1][0] != ref[0]:
            between = zh[refs[i - 1].end() : ref.start()]
            new = zh[: refs[i - 1].start()] + ref[0] + between + refs[i - 1][0] + zh[ref.end() :]
            yield f"{refs[i - 1][0]}⇄{ref[0]}", new
    starts = [0, *(match.end() for match in re.finditer("[，；。](?=.)", zh))]
    for step, start in enumerate([*starts[:3], *starts[:1]]):
        word = HEADS[(at * 5 + step * 11) % len(HEADS)]
        yield f"{word}+{zh[start : start + 4]}", f"{zh[:start]}{word}{zh[start:]}"
    clauses = zh.split("，")
    if len(clauses) > 2:
        yield "clauses", "，".join((clauses[1], clauses[0], *clauses[2:]))
    names = [term.zh for term in case.glossary.terms if term.kind == "name"]
    for i, name in enumerate(names):
        if name in zh:
            other = names[(i + 1) % len(names)]
            yield f"{name}→{other}", zh.replace(name, other, 1)


def texts(case: Case) -> Iterator[str]:
    """Each text of which something is told that was not told before, and of which turns nothing is."""
    for at, (path, text) in enumerate(case.told):
        if isinstance(text, Both) and "unit" not in path:
            before = set(said(OF_TEXTS, _of_text(case, path, text)))
            turns = [(what, text.model_copy(update={"zh": zh})) for what, zh in changes(case, at, text.zh) if zh]
            found = [(what, said(OF_TEXTS, _of_text(case, path, new))) for what, new in turns]
            yield from grouped(text.zh, ((what, [one for one in tells if one not in before]) for what, tells in found))


def _of_text(case: Case, path: Path, text: Both) -> Case:
    """The case as if it had this text alone, at this place."""
    one = replace(case)
    only = ((path, text),)
    vars(one).update({key: value for key, value in vars(case).items() if key in ("names", "named", "figures", *_KEPT)})
    vars(one).update(told=only, finished=only, pairs=only, parts=_parts(case, path, text))
    return one


_KEPT = ("_named_under", "_quoted", "_resting", "bare_names")


def _parts(case: Case, path: Path, text: Both) -> tuple[tuple[Path, BaseModel], ...]:
    """The parts that hold it, and itself instead of what it was."""
    holding = tuple((at, part) for at, part in case.parts if at == path[: len(at)] and at != path)
    return (*holding, (path, text))


# ------------------------------------------------------------------------------------------------ held


@pytest.mark.parametrize("name", NAMES)
def test_of_a_content_as_it_stands_nothing_is_told(name: str) -> None:
    assert said([rule for rule in RULES if rule is not stale], sound(name)) == []


WAYS: Mapping[str, Any] = {"facts": facts, "honours": honours, "projects": projects, "texts": texts}
TURNED = [(name, way) for name in NAMES for way in WAYS if way != "texts" or name in SHORT]


def transcript(name: str, way: str) -> str:
    return "".join(f"{row}\n" for row in WAYS[way](sound(name)))


def approved(name: str, way: str) -> str:
    """What is held; nothing of a content that has none of these parts."""
    path = APPROVED / f"{name}-{way}.txt"
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "way"), TURNED)
def test_of_each_turn_is_told_what_somebody_found_right(name: str, way: str) -> None:
    assert transcript(name, way) == approved(name, way)


def write() -> None:
    for name, way in TURNED:
        keep(name, way, transcript(name, way))


def keep(name: str, way: str, text: str) -> None:
    APPROVED.mkdir(exist_ok=True)
    if text:
        (APPROVED / f"{name}-{way}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
