"""Every rule can be explained, in both languages, with what passes and what fails."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bulletin.cli import main
from bulletin.desk.explain import explained, explanation, listing
from bulletin.evidence import silence
from bulletin.evidence.verify import NAMES

HANDED_ON = {"rule", "error.rule", "problem.rule", "self.rule"}
"""Where a Problem takes the rule of another."""
HAN = re.compile("[\u4e00-\u9fff]")


def constants(path: Path) -> dict[str, str]:
    """The strings that a module gives names to."""
    found: dict[str, str] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            found |= {target.id: node.value.value for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            names, values = node.targets[0], node.value.elts
            if isinstance(names, ast.Tuple):
                pairs = zip(names.elts, values, strict=True)
                found |= {n.id: v.value for n, v in pairs if isinstance(n, ast.Name) and isinstance(v, ast.Constant)}
    return found


def codes(root: Path) -> tuple[set[str], set[str]]:
    """Every rule that code names where it makes a Problem; and what stands there that is no name."""
    paths = sorted((root / "bulletin").rglob("*.py"))
    every = {name: text for path in paths for name, text in constants(path).items()}
    found, other = set(), set()
    for path in paths:
        here = {**every, **constants(path)}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Problem", "Refused") and node.args:
                rule = node.args[0]
                if isinstance(rule, ast.Constant):
                    found.add(rule.value)
                elif isinstance(rule, ast.Name) and rule.id in here:
                    found.add(here[rule.id])
                else:
                    other.add(ast.unparse(rule))
    return found, other


def test_there_is_an_explanation_for_every_rule_that_code_names_and_for_nothing_else(root: Path) -> None:
    found, other = codes(root)
    assert len(found) > 15
    assert other <= HANDED_ON
    assert explained(root / "templates").keys() == NAMES | {silence.NAME} | found


def test_each_has_both_languages_and_an_example(root: Path) -> None:
    for name, found in explained(root / "templates").items():
        text = explanation(root / "templates", name)
        assert HAN.search(found.zh), name
        assert found.en.endswith("."), name
        assert "Passes:" in text, name
        assert "Fails:" in text, name
        assert "None" not in text, name


def test_without_a_name_all_are_listed(root: Path) -> None:
    text = listing(root / "templates")
    assert all(re.search(rf"^{name} ", text, re.MULTILINE) for name in NAMES)


def test_a_slip_in_the_name_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "quote-valeu"]) == 2
    assert "did you mean quote-value?" in capsys.readouterr().err
