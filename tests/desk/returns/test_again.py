"""A draft of which the content file has changed since: what has come home before, and what has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import Homecoming, bring_home
from bulletin.desk.returns.opened import opened
from bulletin.word import baseline_of, unpack
from tests.desk.returns.meadow import content, draft_of, meadow
from tests.desk.returns.steps import row
from tests.desk.returns.word import Editor

FIRST, SECOND = "居民傍晚常来散步", "改造先从老旧楼院做起"
OTHER = {
    "改造先从老旧楼院做起。": "另有安排。",
    "老旧楼院占<old>。": "",
    "<communities>社区有居民<households>，": "这一段另写：",
    "<communities> hold <households:number> families; old courtyards make up <old>. Renewal starts with old\n"
    "          courtyards.": "This was written anew by somebody else.",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return meadow(tmp_path_factory.mktemp("again") / "project")


def home(draft: bytes, text: str) -> Homecoming:
    parts = unpack(draft)
    kept = baseline_of(parts)
    assert kept
    return bring_home(kept, text, kept.source.name, compare(kept, opened(parts)).operations)


def moved(project: Path) -> bytes:
    """The first paragraph of a story stands behind its second."""
    editor = Editor(draft_of(project))
    first, second = row(editor, FIRST), row(editor, SECOND)
    assert first is not None
    assert second is not None
    second.addnext(first)
    return editor.save()


def test_a_move_that_came_home_is_there_although_a_word_was_changed_since(project: Path) -> None:
    once = home(moved(project), content(project)).yaml.text
    assert once != content(project)
    for text in (once, once.replace("常来散步", "常来跳舞"), once.replace("一条河", "两条河")):
        again = home(moved(project), text)
        assert [one.state for one in again.outcomes] == ["there-already"]
        assert again.yaml.text == text


def test_a_move_beside_a_paragraph_that_was_written_anew_is_not_taken_for_one_that_came_home(project: Path) -> None:
    text = content(project)
    for old, new in OTHER.items():
        assert old in text
        text = text.replace(old, new)
    made = home(moved(project), text)
    assert "there-already" not in [one.state for one in made.outcomes]


def test_a_paragraph_that_stands_twice_is_put_in_twice_and_found_twice(project: Path) -> None:
    editor = Editor(draft_of(project))
    for words in (FIRST, "清扫楼道"):
        editor.insert_row(words, "河边新添了路灯。", "New lamps stand by the river.")
    once = home(editor.save(), content(project))
    assert once.yaml.text.count("河边新添了路灯。") == 2
    one_left = content(project).replace(
        "    plates:", "      - zh: 河边新添了路灯。\n        en: New lamps stand by the river.\n    plates:", 1
    )
    assert home(editor.save(), one_left).yaml.text.count("河边新添了路灯。") == 2
    again = home(editor.save(), once.yaml.text)
    assert again.yaml.text == once.yaml.text
