"""Everything that `check` says of the cases of a rule, letter for letter: place, level, message, notes.

`python -m tests.evidence.told` writes tests/cases/rules/told anew; read what has changed before it is committed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from bulletin.desk.translated import record
from bulletin.problems import Problem
from bulletin.remembered import Remembered
from bulletin.told import Told
from tests.conftest import ARTICLE, CONTENT, GLOSSARY, ROOT, small_project, workshop

FOLDER = ROOT / "tests" / "cases" / "rules"
TOLD = FOLDER / "told"


def cases(path: Path) -> list[dict[str, Any]]:
    """The cases of one file: `why`, what is replaced, what is expected."""
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def changed(text: str, changes: dict[str, str]) -> str:
    """Each old piece replaced by the new one, once."""
    for old, new in changes.items():
        assert old in text, f"{old!r} is not in the small project"
        text = text.replace(old, new, 1)
    return text


def checked(case: dict[str, Any], folder: Path, remembered: Remembered | None = None) -> tuple[list[Problem], str, str]:
    """What is found in the small project with the changes of a case; its content and its glossary."""
    content = changed(CONTENT, case.get("content", {}))
    article = changed(ARTICLE, case.get("article", {}))
    glossary = changed(GLOSSARY, case.get("glossary", {}))
    if case.get("lock"):
        small_project(folder)
        record(workshop(folder))
    small_project(folder, content, article, glossary)
    return workshop(folder).check(Told("", remembered)).problems, content, glossary


def transcript(path: Path, remembered: Remembered | None = None) -> str:
    """What is told of each case of a file."""
    lines: list[str] = []
    for case in cases(path):
        with tempfile.TemporaryDirectory() as folder:
            found, content, glossary = checked(case, Path(folder), remembered)
        lines += [f"== {case['why']}", *said(found, {"willow": content, "glossary": glossary}), ""]
    return "\n".join(lines)


def said(problems: Iterable[Problem], texts: dict[str, str]) -> Iterator[str]:
    """Each problem with the words that are underlined, and its notes."""
    for problem in problems:
        place = problem.place
        line = texts.get(Path(place.file).stem, "").split("\n")[place.line - 1 :][:1]
        under = "".join(line)[place.column - 1 :][: place.length]
        yield f"{place} {problem.level}[{problem.rule}] {problem.message}"
        yield f"  at: {under}"
        yield from (f"  {label}: {text}" for label, text in problem.notes)


def write() -> None:
    TOLD.mkdir(exist_ok=True)
    for file in sorted(FOLDER.glob("*.yaml")):
        (TOLD / f"{file.stem}.txt").write_text(transcript(file), encoding="utf-8")


if __name__ == "__main__":
    write()
