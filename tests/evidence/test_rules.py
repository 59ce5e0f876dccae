"""Each rule finds what its case file says, at the line that is wrong, and nothing else."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from bulletin.evidence.verify import RULES
from bulletin.problems import Problem
from bulletin.remembered import Remembered
from tests.conftest import workshop
from tests.evidence.told import FOLDER, TOLD, cases, checked, transcript

CASES = [
    pytest.param(case | {"file": path.stem}, id=f"{path.stem}: {case['why']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in cases(path)
]
BESIDES = {"coverage", "parity", "borne", "head", "instead", "retold", "inferred"}
"""What else may be said of a change: a number that is used no more, an English that is no longer the Chinese's, a text
that is no longer the article's, a title that is no longer its text's, a cell in doubt that does not say so."""


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    found, content, glossary = checked(case, tmp_path)
    if case["file"] != "unused":  # a fact that is there for another rule's sake need not be printed
        found = [problem for problem in found if problem.rule != "unprinted"]
    expected = case["expect"]
    lines = {f"content/{name}.yaml": text.split("\n") for name, text in (("willow", content), ("glossary", glossary))}
    for want in expected:
        assert any(matches(problem, want, lines) for problem in found), (want, found)
    if not expected:
        assert found == []
    assert [p for p in found if p.rule not in {want["rule"] for want in expected} | BESIDES] == []


def matches(problem: Problem, want: dict[str, Any], lines: dict[str, list[str]]) -> bool:
    line = lines[problem.place.file][problem.place.line - 1]
    notes = " ".join(f"{label} {text}" for label, text in problem.notes)
    return (
        problem.rule == want["rule"]
        and want["says"] in problem.message
        and want["at"] in line
        and str(want.get("notes", "")) in notes
    )


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_everything_that_is_told_of_a_case_is_as_somebody_read_it(file: Path, tmp_path: Path) -> None:
    """Place, message and notes of each problem: what a curator acts on. `python -m tests.evidence.told` writes it.

    One memory serves all cases of the file: a verdict on one of them is never told of another.
    """
    assert transcript(file, Remembered(tmp_path)) == (TOLD / f"{file.stem}.txt").read_text(encoding="utf-8")


def test_every_rule_has_its_case_file_and_examples() -> None:
    files = {path.stem for path in FOLDER.glob("*.yaml")}
    assert {rule.NAME for rule in RULES} <= files
    for rule in RULES:
        module = importlib.import_module(rule.__name__)
        assert "Passes:" in (module.__doc__ or ""), rule.__name__
        assert "Fails:" in (module.__doc__ or ""), rule.__name__


def test_the_small_project_has_no_problem(small: Path) -> None:
    assert workshop(small).check().problems == []
