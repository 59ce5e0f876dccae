"""Every rule can be explained, in both languages, with what passes and what fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin.cli import main
from bulletin.desk.explain import explained, explanation, listing
from bulletin.desk.schema import schema
from bulletin.evidence import silence
from bulletin.evidence.verify import NAMES

HAN = re.compile("[\u4e00-\u9fff]")


def test_there_is_an_explanation_for_every_rule_and_for_nothing_else(root: Path) -> None:
    assert explained(root / "templates").keys() == NAMES | {silence.NAME, "model", "yaml", "read"}


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


def test_the_committed_schema_is_fresh(root: Path) -> None:
    assert (root / "docs" / "content.schema.json").read_text(encoding="utf-8") == schema(), (
        "python generate.py schema > docs/content.schema.json"
    )
