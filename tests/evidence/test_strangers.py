"""What strangers were wrongly told of their bulletins, of a market and of libraries, and lies that must be told there.

A row of tests/cases/stranger/NAME-rows.yaml changes the content or the glossary and says what is found then.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PUBLICATION, ROOT, workshop
from tests.evidence.told import changed

CASE = ROOT / "tests" / "cases" / "stranger"
ROWS = [
    (name, row)
    for name in ("market", "library")
    for row in yaml.safe_load((CASE / f"{name}-rows.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("name", "row"), ROWS, ids=lambda it: it if isinstance(it, str) else str(it["why"]))
def test_what_is_found_is_what_the_row_says(name: str, row: dict[str, Any], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    for folder in ("seeds", "content"):
        (tmp_path / folder).mkdir()
    shutil.copy(CASE / f"{name}.txt", tmp_path / "seeds")
    for key, source, target in (("content", name, name), ("glossary", f"{name}.glossary", "glossary")):
        text = changed((CASE / f"{source}.yaml").read_text(encoding="utf-8"), row.get(key, {}))
        (tmp_path / "content" / f"{target}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "content" / "publication.yaml").write_text(PUBLICATION, encoding="utf-8")
    found = [(problem.rule, problem.message) for problem in workshop(tmp_path).check().problems]
    wanted = [(one["rule"], one["says"]) for one in row["expect"]]
    assert len(found) == len(wanted), found
    for (rule, message), (wants, says) in zip(found, wanted, strict=True):
        assert (rule, says in message) == (wants, True), found
