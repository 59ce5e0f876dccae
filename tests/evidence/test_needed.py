"""A text without any of the needed characters holds no match."""

from __future__ import annotations

import re

import pytest

from bulletin.evidence import set_aside
from bulletin.evidence.needed import needed, needed_words
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


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"\b(?:partly|in part)\b", {"partly", "in part"}),
        (r"(?<!the )always|alone(?=[;.])", {"always", "alone"}),
        ("(?:very )?old", {"old"}),
        ("ab?c", {"a"}),
        ("(?i)old", set()),
        (r"old|\w+", set()),
    ],
)
def test_letters_side_by_side_are_one_word(expression: str, words: set[str]) -> None:
    assert needed_words(expression) == words


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
