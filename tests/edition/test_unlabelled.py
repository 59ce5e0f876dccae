"""A fact without a label: prose shows it, and every table says it by its number and its unit alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin import gate
from bulletin.blocks.evidence.edit import EvidenceRow
from bulletin.edition.walk import every
from bulletin.editions import Editions
from bulletin.facts_csv import facts_csv
from tests.conftest import CONTENT, small_project, workshop

UNLABELLED = CONTENT.replace("    label: {zh: 居民户数, en: households}\n", "").replace(
    "    label: {zh: 植树, en: trees planted}\n", ""
)
SHOWN = UNLABELLED.replace("  - of: [trees]", "  - {of: [trees], label: {zh: 植树, en: trees planted}}")


def test_it_is_sound_and_stands_in_every_table_without_a_label(tmp_path: Path) -> None:
    works = workshop(small_project(tmp_path / "project", SHOWN))
    assert gate.check(works).problems == []
    editions = Editions(works)
    edition, comments = editions.bulletin("willow")
    assert comments["households"].startswith("<households>\n")
    csv = facts_csv(editions.register(edition)).decode("utf-8-sig").split("\r\n")
    assert any(line.startswith("households,4000户,") for line in csv)
    rows = {row.facts: row.what for row in every(EvidenceRow, edition.pages)}
    of_both = next(what for facts, what in rows.items() if "households" in facts)
    assert "；" not in of_both.zh


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("          - of: parks\n", "          - of: trees\n"),
        ("      - kind: bars\n        title: {zh: 社区与游园, en: Communities and parks}\n        bars:\n"
         "          - of: communities\n          - of: parks\n",
         "      - kind: list\n        title: {zh: 社区与游园, en: Communities and parks}\n        rows:\n"
         "          - of: communities\n          - of: trees\n"),
    ],
    ids=["a chart", "a list"],
)  # fmt: skip
def test_what_shows_it_under_its_label_asks_for_one(tmp_path: Path, old: str, new: str) -> None:
    content = SHOWN.replace(old, new, 1)
    assert content != SHOWN
    found = gate.check(workshop(small_project(tmp_path / "project", content))).problems
    assert any(problem.rule == "label" and "<trees>" in problem.message for problem in found)
