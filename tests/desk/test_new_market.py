"""What `new` guessed wrongly of an article of a stranger's: rows of tests/cases/stranger/market-new.yaml."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.desk.new import start
from bulletin.project import Project
from tests.conftest import ROOT, small_project

CASE = ROOT / "tests" / "cases" / "stranger"
ROWS = yaml.safe_load((CASE / "market-new.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def worksheet(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = small_project(tmp_path_factory.mktemp("market"))
    shutil.copy(CASE / "market.txt", folder / "seeds")
    return start(Project.at(folder), Path("seeds/market.txt"), "market").path.read_text(encoding="utf-8")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["why"]))
def test_what_is_guessed_is_what_the_row_says(row: dict[str, Any], worksheet: str) -> None:
    assert (row["line"] in worksheet) == row["has"]
