"""What `new` guessed wrongly of the articles of strangers: rows of tests/cases/stranger/NAME-new.yaml."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.desk.new import start
from bulletin.project import Project
from tests.conftest import ROOT, small_project

CASE = ROOT / "tests" / "cases" / "stranger"
NAMES = ("market", "wholesale")
ROWS = [
    pytest.param(name, row, id=f"{name}: {row['why']}")
    for name in NAMES
    for row in yaml.safe_load((CASE / f"{name}-new.yaml").read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def worksheets(tmp_path_factory: pytest.TempPathFactory) -> Any:
    @cache
    def made(name: str) -> str:
        folder = small_project(tmp_path_factory.mktemp(name))
        shutil.copy(CASE / f"{name}.txt", folder / "seeds")
        return start(Project.at(folder), Path(f"seeds/{name}.txt"), name).path.read_text(encoding="utf-8")

    return made


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_what_is_guessed_is_what_the_row_says(name: str, row: dict[str, Any], worksheets: Any) -> None:
    assert (row["line"] in worksheets(name)) == row["has"]
