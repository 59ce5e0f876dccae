"""A reason silences its own rule, at its own part, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.evidence.verify import heard
from tests.conftest import CONTENT, small_project, workshop

PART = "    theme: environment\n"
"""The last key before the title of the story, which spells harbour."""


@pytest.mark.parametrize(
    ("head", "part", "standing", "reasons"),
    [
        ("", "", ["language"], []),
        ("", "language: quoted", [], ["quoted"]),
        ("", "glossary: quoted", ["allow", "language"], []),
        ("", "zebra: quoted", ["allow", "language"], []),
        ("glossary: quoted", "", ["allow", "language"], []),
        ("", "glossary: other, language: quoted", ["allow"], ["quoted"]),
        ("language: of the file", "language: of the story", ["allow"], ["of the story"]),  # the inner one
        ("language: of the file", "", [], ["of the file"]),
    ],
)
def test_a_reason_silences_the_rule_that_it_names(
    head: str, part: str, standing: list[str], reasons: list[str], tmp_path: Path
) -> None:
    content = CONTENT.replace("More pocket parks by the street", "More pocket parks by the harbour")
    content = content.replace(PART, f"{PART}    allow: {{{part}}}\n" if part else PART)
    content = content.replace(
        "article: willow.txt\n", f"article: willow.txt\nallow: {{{head}}}\n" if head else "article: willow.txt\n"
    )
    small_project(tmp_path, content)
    shop = workshop(tmp_path)
    found = heard(shop.case(*shop.library.contents["willow"]))
    assert sorted(problem.rule for problem in found.standing) == standing
    assert [one.reason for one in found.silenced] == reasons
