"""Contents that nobody fitted to the program, of articles that it had never seen, pass as they were first written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bulletin import gate
from tests.conftest import ARTICLE, CONTENT, ROOT, small_project, workshop

pytestmark = pytest.mark.slow

FOLDER = ROOT / "tests" / "cases" / "unfitted"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def assembled(name: str, folder: Path) -> Path:
    """A project of its own: the content, its article and glossary, the project's templates and publication."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    for source, target in (
        (FOLDER / name / "content.yaml", f"content/{name}.yaml"),
        (FOLDER / name / "glossary.yaml", "content/glossary.yaml"),
        (ROOT / "content" / "publication.yaml", "content/publication.yaml"),
        (FOLDER / name / "article.txt", "seeds/article.txt"),
    ):
        (folder / target).parent.mkdir(exist_ok=True)
        shutil.copy(source, folder / target)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_content_that_nobody_fitted_has_no_error_and_no_warning(name: str, tmp_path: Path) -> None:
    assert [str(problem) for problem in gate.check(workshop(assembled(name, tmp_path))).problems] == []


@pytest.mark.parametrize("value", ["--", "--05 end"])
def test_an_article_whose_year_nobody_knows_makes_a_bulletin(value: str, tmp_path: Path) -> None:
    content = CONTENT.replace('value: "2018", stated: false', f'value: "{value}", stated: false')
    assert gate.check(workshop(small_project(tmp_path / "project", content, ARTICLE))).problems == []


def test_an_age_needs_its_unit_in_chinese_alone(tmp_path: Path) -> None:
    """Those aged 60 or over; 60岁以上."""
    file = assembled("qingdu", tmp_path / "project") / "content" / "qingdu.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("<old_age>以上", "<old_age:number>以上"), encoding="utf-8")
    found = [problem for problem in workshop(tmp_path / "project").check().problems if problem.rule == "bare-unit"]
    assert [problem.message.rpartition(" ")[2] for problem in found] == ["岁"]
