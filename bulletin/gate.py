"""One gate: what a build would refuse, a check says first. What was found sound before is not tried again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bulletin.clock import wound
from bulletin.content.house import TypeScale
from bulletin.messages import say
from bulletin.problems import MissingTool, Place, Problem
from bulletin.project import SUMMARY
from bulletin.remembered import Remembered
from bulletin.workshop import Checked, Workshop

HOUSE = "templates"


def check(
    workshop: Workshop,
    remembered: Remembered | None = None,
    *,
    press: bool | None = None,
    type: TypeScale | None = None,
) -> Checked:
    """Every problem of the files that were asked for; then of the publications whose files have none.

    `press`: also of their press editions; None where publication.yaml is to say so, by naming the shop. `type`: in this
    one instead of the publication's own.
    """
    wound()
    findings = workshop.check()
    wrong = {problem.place.file for problem in findings.errors()}
    names = [name for name in workshop.names if not wrong & set(_rests_on(workshop, name))]
    if any(file.startswith("templates/") for file in wrong):
        names = []
    if press is None:
        press = workshop.library.publication is not None and workshop.library.publication.press is not None
    findings.problems += _tried(workshop, names, remembered or Remembered(), press, type)
    findings.problems = sorted(dict.fromkeys(findings.problems), key=lambda problem: problem.place)
    return findings


def _tried(
    workshop: Workshop, names: list[str], remembered: Remembered, press: bool, type: TypeScale | None
) -> list[Problem]:
    """What the publications, and the style sheets that all of them share, are found to lack."""
    keys = _keys(workshop, names) if names else {}
    if type:
        keys = {name: f"{key}.{type}" for name, key in keys.items()}
    marks = {name: f"{key}.press" if press else key for name, key in keys.items()}
    unknown = [name for name, mark in marks.items() if mark not in remembered]
    if not unknown and not (press and names):
        return []
    from bulletin import trial

    tries = trial.Trial(workshop, press=press, type=type)
    shop = trial.profile(workshop) if press else []  # a file elsewhere, which may have gone since
    try:
        found = {
            name: trial.house(workshop, press=press) if name == HOUSE else tries.problems(name) for name in unknown
        }
    except MissingTool as error:  # the content has been checked all the same
        return [*shop, Problem("page", say("gate.untried", why=error), Place(HOUSE), "warning")]
    sound = [name for name, problems in found.items() if not problems]
    remembered.add([*(keys[name] for name in sound), *(marks[name] for name in sound if press)])
    return [*shop, *(problem for problems in found.values() for problem in problems)]


def _rests_on(workshop: Workshop, name: str) -> Iterator[str]:
    """The files of the content that a publication is made of."""
    yield from ("content/glossary.yaml", "content/publication.yaml", f"content/{name}.yaml")
    if name == SUMMARY and workshop.library.summary:
        yield from (f"content/{each}.yaml" for each in workshop.library.summary[1].order)


def _keys(workshop: Workshop, names: list[str]) -> dict[str, str]:
    """The digest of everything that the verdict on a publication rests on."""
    project, library = workshop.project, workshop.library
    program, templates = sha256(repr(_program()).encode()), project.templates
    common = program.copy()
    for path in sorted(path for path in templates.rglob("*") if path.is_file()):
        common.update(path.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    keys = {HOUSE: common.hexdigest()}
    for name in names:
        digest = common.copy()
        for file in _rests_on(workshop, name):
            digest.update(f"{file}\0{library.sources.get(file, '')}\0".encode())
            stem = Path(file).stem
            if stem in library.contents:
                digest.update(workshop.article(stem).sha256.encode())
        keys[name] = digest.hexdigest()
    return keys


def _program() -> list[tuple[str, int, int]]:
    """The program and what it is installed with, as they lie on the disk."""
    here = Path(__file__).parent
    files = [*sorted(here.rglob("*.py")), *(Path(place) for place in sys.path if place.endswith("site-packages"))]
    return [(path.as_posix(), path.stat().st_mtime_ns, path.stat().st_size) for path in files]
