"""stage: every kind of mark in the tracker follows from the words of the article.

Passes:  marks: [done, under_way, planned]    quotes: [8个已完工, 28个正在施工]    plan: 计划<plan>
Fails:   marks: [done, done, done]            quote: 普乐天地项目当年开工,正在主体建设

Read are the project's quote, the stage's `quotes` and the clauses of the facts that its cells show. A step that is
done, under way or planned needs such words, such words need a step, and what nothing is said of is `unstated`. What a
mark without words follows from, `why` says; it argues no words away. Steps before one under way are done or under way
themselves: papers may still be in process while the structure rises. 拆迁完成, 手续办结 prove a step, never the last.
What the cell says of works, the words say too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.content.model import Project, Stage
from bulletin.content.prose import references
from bulletin.content.yaml_text import Path
from bulletin.evidence.article import bare
from bulletin.evidence.case import Case
from bulletin.evidence.how_far import FUTURE, words_of
from bulletin.evidence.statuses import BUILDS, clause_of, is_partly_done
from bulletin.messages import say
from bulletin.problems import Problem

NAME = "stage"
_ORDER = re.compile("(?:done )*(?:(?:done )*under_way )*(?:planned |unstated )*")
_STEPS = re.compile(r"依次为([^,，;；。]+)")


def check(case: Case) -> Iterator[Problem]:
    for i, project in enumerate(case.content.projects):
        if project.stage is not None:
            yield from _stage(case, ("projects", i), project, project.stage)
            yield from _cell(case, ("projects", i, "done", "zh"), project)


def _stage(case: Case, path: Path, project: Project, stage: Stage) -> Iterator[Problem]:
    at = (*path, "stage", "marks")
    for n, quote in enumerate(stage.quotes):
        if not case.article.find(quote):
            yield case.problem(NAME, say("stage.quote"), (*path, "stage", "quotes", n))
    yield from (case.problem(NAME, message, at) for message in _shape(case, project, stage))
    said = said_of(case, project)
    unborne, against = [*_unborne(said, stage)], [*_against(said, stage)]
    yield from (case.problem(NAME, message, at, help=say("stage.mend")) for message in against)
    if stage.why is None:
        yield from (case.problem(NAME, message, at, help=say("stage.mend_or_why")) for message in unborne)
    elif not unborne:
        message = say("stage.needless")
        yield case.problem(NAME, message, (*path, "stage", "why"), level="warning")


def _cell(case: Case, path: Path, project: Project) -> Iterator[Problem]:
    """What the cell says of works, the article says: no 完工 for 动工, no 施工中 for 完成."""
    said = said_of(case, project)
    clauses = re.split("[，；。]", re.sub("“[^”]*”|<[^>]*>", "", project.done.zh)) if project.done else []
    for clause in clauses:
        told = {mark: word for kind, word in words_of(case.uncut(clause)).items() for mark in _marks(kind, word.text)}
        if told and not told.keys() & said.keys():
            word = next(iter(told.values())).text
            words = "、".join(sorted(set(said.values())))
            message = say("stage.cell", words=words, word=word) if words else say("stage.cell_alone", word=word)
            yield case.problem(NAME, message, path, word)


def said_of(case: Case, project: Project) -> dict[str, str]:
    """The word for each kind of mark, and for `whole`: that all of it is done."""
    assert project.stage is not None
    cells = [cell.zh for cell in (project.size, project.done, project.plan) if cell is not None]
    facts = [case.known[ref.id] for cell in cells for ref in references(cell) if ref.id in case.known]
    text = case.article.bare.text
    clauses = [text[slice(*clause_of(text, (n.start, n.end)))] for fact in facts if (n := case.numeral(fact))]
    said: dict[str, str] = {}
    for quote in (project.quote, *project.stage.quotes, *clauses):
        for clause in re.split("[,;。]", bare(quote).text):
            for kind, word in words_of(case.uncut(clause)).items():
                marks = _marks(kind, word.text)
                for mark in ("done", "under_way") if "whole" in marks and is_partly_done(clause) else marks:
                    said.setdefault(mark, word.text)
    return said


def _marks(kind: str, word: str) -> tuple[str, ...]:
    if kind in FUTURE:
        return ("planned", "under_way") if re.search("正在|加快|在", word) else ("planned",)
    if kind == "begun":
        return ("done", "under_way")
    if kind == "acted" and BUILDS.match(word):
        return ("done",)  # 打造, 建设: not how far
    whole = ("done", "whole")
    return {
        "under_way": ("under_way",),
        "habit": ("under_way",),
        "part": ("done",),
        "achieved": whole,
        "acted": whole,
    }.get(kind, ())


def _unborne(said: dict[str, str], stage: Stage) -> Iterator[str]:
    """Marks without words."""
    marks = set(stage.marks)
    if "done" in marks and not said.keys() & ({"done", "under_way"} if marks != {"done"} else {"whole"}):
        yield say("stage.all_done_unsaid" if marks == {"done"} else "stage.done_unsaid")
    for mark in ("under_way", "planned"):
        if mark in marks and mark not in said:
            yield say("stage.under_way_unsaid" if mark == "under_way" else "stage.planned_unsaid")


def _against(said: dict[str, str], stage: Stage) -> Iterator[str]:
    """Words without a mark: no reason excuses these."""
    marks = set(stage.marks)
    if "under_way" in said and not marks & {"under_way", "unstated"}:
        yield say("stage.none_under_way", word=said["under_way"])
    if "planned" in said and "planned" not in marks:
        yield say("stage.none_planned", word=said["planned"])


def _shape(case: Case, project: Project, stage: Stage) -> Iterator[str]:
    """Order, status and label: what no reason excuses."""
    marks = stage.marks
    if not _ORDER.fullmatch(" ".join([*marks, ""])):
        yield say("stage.order")
    if (set(marks) == {"done"}) and project.status != "achieved":
        yield say("stage.all_done", status=say(f"status.{project.status}"))
    if project.status == "achieved" and {"under_way", "planned"} & set(marks):
        yield say("stage.not_all_done", status=say("status.achieved"))
    if project.status in ("planned", "expected", "applied_for") and {"done", "under_way"} & set(marks[1:]):
        yield say("stage.too_far", status=say(f"status.{project.status}"))
    steps = _steps(case)
    if steps and len(steps) != len(marks):
        yield say("stage.steps", steps=len(steps), marks=len(marks))
    elif steps:
        for at, step in enumerate(steps):
            if marks[at] == "under_way" and not any(word in stage.label.zh for word in step):
                yield say("stage.label", n=at + 1, step="或".join(step))


def _steps(case: Case) -> list[list[str]]:
    """The steps as the tracker's note names them: 方格依次为前期、基础、主体、收尾、回迁."""
    note = case.content.tracker.note if case.content.tracker else None
    match = _STEPS.search(note.zh) if note else None
    return [re.split("或", step) for step in match[1].split("、")] if match else []
