"""The translator's table holds every text, says what has been checked, and comes home like a draft."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bulletin.content.yaml_text import parse
from bulletin.desk.returns.importing import Wishes, import_draft, is_untouched
from bulletin.desk.review_table import export_review, review, texts
from bulletin.project import Project
from bulletin.workshop import Workshop
from tests.desk.returns.conftest import found_in, summary
from tests.desk.returns.meadow import content
from tests.desk.returns.word import Editor, without_bookmarks


@pytest.fixture(scope="module")
def table(project: Path) -> bytes:
    return review(Workshop(Project.at(project)), "willow")


def test_every_text_is_there_and_nothing_is_found_in_it(project: Path, table: bytes) -> None:
    pairs = list(texts(parse(content(project), "x.yaml").data))
    assert len(pairs) > 25
    assert ("stories", 0, "paragraphs", 1) in [path for path, _, _ in pairs]
    changes = found_in(table, table)
    assert (changes.operations, changes.reports) == ((), ())
    assert is_untouched(Project.at(project), table)


def test_the_same_content_gives_the_same_bytes(project: Path, table: bytes) -> None:
    assert review(Workshop(Project.at(project)), "willow") == table


@pytest.mark.parametrize("marked", [True, False])
def test_the_translators_words_come_home_and_references_keep_their_forms(
    project: Path, table: bytes, tmp_path: Path, marked: bool
) -> None:
    editor = Editor(table)
    editor.replace("<households:number> families", "families", "homes")
    editor.replace("Liulin Subdistrict", "Liulin Subdistrict", "Liulin")
    package = editor.save() if marked else without_bookmarks(editor.save())
    assert summary(found_in(package, table)) == ("Set place en", "Set stories.0.paragraphs.1 en")
    root = Path(shutil.copytree(project, tmp_path / "project"))
    path = root / "reports" / "willow.review.docx"
    path.write_bytes(package)
    assert import_draft(Project.at(root), path, Wishes(apply=True, yes=True), lambda _: False) == 0
    assert "<communities> hold <households:number> homes; old" in content(root)
    assert "place: {zh: 柳林街道, en: Liulin}" in content(root)


def test_a_table_that_was_edited_is_kept(project: Path, table: bytes, tmp_path: Path) -> None:
    root = Path(shutil.copytree(project, tmp_path / "project"))
    workshop = Workshop(Project.at(root))
    assert export_review(workshop, "willow", lambda _: False) == ["reports/willow.review.docx"]
    editor = Editor(table)
    editor.replace("Liulin Subdistrict", "Liulin Subdistrict", "Liulin")
    (root / "reports" / "willow.review.docx").write_bytes(editor.save())
    file = root / "content" / "willow.yaml"
    file.write_text(content(root).replace("街边多了游园", "街边添了游园"), encoding="utf-8")
    said = export_review(Workshop(Project.at(root)), "willow", lambda _: False)
    assert said[0] == "reports/willow.review.new.docx"
    assert "has been edited and was kept" in said[1]
