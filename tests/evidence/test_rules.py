"""Each rule finds what its case file says, at the line that is wrong, and nothing else."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.desk.translated import record
from bulletin.evidence.verify import RULES
from bulletin.problems import Problem
from tests.conftest import ARTICLE, CONTENT, GLOSSARY, ROOT, small_project, workshop

FOLDER = ROOT / "tests" / "cases" / "rules"
CASES = [
    pytest.param(case | {"file": path.stem}, id=f"{path.stem}: {case['why']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
BESIDES = {"coverage", "parity", "borne", "head", "instead", "inferred"}
"""What else may be said of a change: a number that is used no more, an English that is no longer the Chinese's, a text
that is no longer the article's, a title that is no longer its text's, a cell in doubt that does not say so."""


def changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert old in text, f"{old!r} is not in the small project"
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    content = changed(CONTENT, case.get("content", {}))
    article = changed(ARTICLE, case.get("article", {}))
    glossary = changed(GLOSSARY, case.get("glossary", {}))
    if case.get("lock"):
        small_project(tmp_path)
        record(workshop(tmp_path))
    small_project(tmp_path, content, article, glossary)
    found = workshop(tmp_path).check().problems
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


def test_every_rule_has_its_case_file_and_examples() -> None:
    files = {path.stem for path in FOLDER.glob("*.yaml")}
    assert {rule.NAME for rule in RULES} <= files
    for rule in RULES:
        module = importlib.import_module(rule.__name__)
        assert "Passes:" in (module.__doc__ or ""), rule.__name__
        assert "Fails:" in (module.__doc__ or ""), rule.__name__


def test_the_small_project_has_no_problem(small: Path) -> None:
    assert workshop(small).check().problems == []
