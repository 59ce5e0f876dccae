"""Which publications a problem of the content concerns: the others can be built."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.content.translations import NAME
from bulletin.messages import say
from bulletin.problems import Problem
from bulletin.project import SUMMARY
from bulletin.workshop import Workshop


def relevant(workshop: Workshop, problems: Iterable[Problem]) -> list[Problem]:
    """The problems of what was asked for, of what it rests on, and of what all rest on."""
    if workshop.names == workshop.all_names:
        return list(problems)
    needed = {*workshop.names, *_beneath(workshop)}
    return [problem for problem in problems if (owner := _owner(workshop, problem)) is None or owner in needed]


def unsound(workshop: Workshop, problems: Iterable[Problem]) -> dict[str, str]:
    """What cannot be built, each with the reason: publications that were asked for, and files that belong to none."""
    errors = [problem for problem in problems if problem.level == "error"]
    owners = [_owner(workshop, problem) for problem in errors]
    if None in owners:
        reason = say("build.house", file=errors[owners.index(None)].place.file)
        return dict.fromkeys(workshop.names, reason)
    beneath = set(_beneath(workshop))
    named = [name for name in dict.fromkeys(owners) if name in workshop.names or name not in beneath]
    left = {name: say("build.errors", n=owners.count(name)) for name in named if name}
    for name, (_, content) in workshop.library.contents.items():
        if name in workshop.names and name not in left and content.since in owners:
            left[name] = say("build.rests", names=content.since)
    rests_on = [name for name in _beneath(workshop) if name in owners]
    if rests_on and SUMMARY not in left:
        left[SUMMARY] = say("build.rests", names=", ".join(rests_on))
    return left


def _beneath(workshop: Workshop) -> list[str]:
    """What the summary rests on, when it is asked for."""
    loaded = workshop.library.summary
    return list(loaded[1].order) if SUMMARY in workshop.names and loaded else []


def _owner(workshop: Workshop, problem: Problem) -> str | None:
    """The publication that the problem's file belongs to, or the file where it is none; None where all share it."""
    project, file = workshop.project, problem.place.file
    for name in workshop.all_names:
        if file == project.shown(project.content / f"{name}.yaml"):
            return name
    for name, (_, content) in workshop.library.contents.items():
        if file in [project.shown(project.seeds / each) for each in content.files]:
            return name
    shared = {"glossary.yaml", "publication.yaml", NAME}
    return file if file.startswith("content/") and file.removeprefix("content/") not in shared else None
