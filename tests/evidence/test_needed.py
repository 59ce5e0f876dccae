"""A text without any of the needed characters holds no match."""

from __future__ import annotations

import re

import pytest

from bulletin.evidence import set_aside
from bulletin.evidence.needed import needed
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("expression", "characters"),
    [
        ("[0-9]+号", "号"),
        ("[0-9]+(?=路|车)", "路车"),
        ("(?<=第)[0-9]", "第"),
        ("(?:第|前)?[一二]", "一二"),
        ("第*[一二]", "一二"),
        ("一级|[二三]等", "一等"),
        ("一级|.", ""),
        ("(?!第)[^一]", ""),
        ("[\u4e00-\u9fff]", ""),
        (r"\d", ""),
        ("(?i)a", ""),
        ("(?i:a)b", "b"),
    ],
)
def test_the_fewest_characters_are_found(expression: str, characters: str) -> None:
    found = needed(expression)
    assert len(found) <= max(len(characters), 1) and found <= set(characters), found
    assert bool(found) is bool(characters)


def test_no_form_is_passed_over() -> None:
    texts = [path.read_text(encoding="utf-8") for path in [*(ROOT / "seeds").iterdir(), *(ROOT / "content").iterdir()]]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/cases").rglob("*.yaml"))]
    clauses = {clause for text in texts for clause in re.split(r"[，。；\n]", text)}
    matched = 0
    for _, _, _, needs, pattern in set_aside._COMPILED:
        for clause in (one for one in clauses if pattern.search(one)):
            assert not needs or not needs.isdisjoint(clause), (pattern.pattern, clause)
            matched += 1
    assert matched > 500
