"""docs/first.md: of each rule that one meets most, the wrong line is told by that rule, and the right one by none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletin import gate
from tests.conftest import CONTENT, GLOSSARY, ROOT, small_project, workshop

GUIDE = (ROOT / "docs" / "first.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-z-]+)` \| (.+?) \| `(.+?)` \| `(.+?)` \|$", re.M)
TERMS = GLOSSARY + "  - {zh: 街道, en: subdistrict}\n"
SOUND = CONTENT.replace("Spring in Liulin", "Spring in Liulin Subdistrict")
ZH, EN = (ROW.findall(part) for part in GUIDE.split("## English"))


def test_both_languages_have_the_same_lines() -> None:
    assert [(rule, wrong, right) for rule, _, wrong, right in ZH] == [
        (rule, wrong, right) for rule, _, wrong, right in EN
    ]
    assert len(ZH) >= 10


@pytest.mark.parametrize("row", EN, ids=lambda row: row[0])
def test_the_wrong_line_is_told_by_its_rule_and_the_right_one_by_none(row: tuple[str, ...], tmp_path: Path) -> None:
    rule, _, wrong, right = row
    assert right in SOUND
    told = {
        line: {
            problem.rule
            for problem in gate.check(
                workshop(small_project(tmp_path / name, SOUND.replace(right, line, 1), glossary=TERMS))
            ).problems
        }
        for name, line in (("wrong", wrong), ("right", right))
    }
    assert rule in told[wrong]
    assert not told[right]
