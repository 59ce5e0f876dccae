"""What is told of a summary of two short articles, row by row of tests/cases/summary_rules.yaml, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.told import Told
from tests.conftest import ARTICLE, ROOT, workshop
from tests.edition.test_summary import SUMMARY, write_pair
from tests.evidence.told import changed

ROWS = yaml.safe_load((ROOT / "tests" / "cases" / "summary_rules.yaml").read_text(encoding="utf-8"))
SOUND = SUMMARY.replace("{subdistrict: poplar, unstated: [游园几个]}", "{subdistrict: poplar, of: poplar.parks}")


def told(changes: dict[str, str], folder: Path, article: str = ARTICLE) -> list[dict[str, str]]:
    """Rule, words and the place of each problem of the summary, after these changes of it."""
    summary = changed(SOUND, changes)
    found = workshop(write_pair(folder, article, summary=summary)).check(Told("", None)).problems
    lines = summary.split("\n")
    return [
        {
            "rule": problem.rule,
            "says": problem.message,
            "at": lines[problem.place.line - 1][problem.place.column - 1 :][: problem.place.length],
        }
        for problem in found
        if problem.place.file == "content/summary.yaml"
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_of_the_summary_is_told(row: dict[str, Any], tmp_path: Path) -> None:
    assert told(row.get("summary", {}), tmp_path / "pair") == row["expect"]


@pytest.mark.parametrize(("zh", "is_told"), [("柳林每周巡逻", True), ("柳林每天巡逻", False), ("每周巡逻", False)])
def test_words_that_are_of_no_one_article_are_not_held_against_one(zh: str, is_told: bool, tmp_path: Path) -> None:
    article = ARTICLE.replace("目前,5个", "街道每天巡逻。社区每周开会。目前,5个")
    found = told({"{zh: 数量, en: Numbers}": f"{{zh: {zh}, en: Patrols}}"}, tmp_path / "pair", article)
    assert any(problem["rule"] == "instead" for problem in found) is is_told
