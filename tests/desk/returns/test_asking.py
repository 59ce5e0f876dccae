"""At a terminal: each change is taken, left, written otherwise or explained, and asked for once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin.desk.returns.account import LEFT
from bulletin.desk.returns.asking import LEAVE, TAKE, Answers, asked
from bulletin.desk.returns.importing import Wishes, import_draft
from bulletin.desk.returns.operations import Figure, Move, Operation, Set
from bulletin.project import Project
from tests.desk.returns.meadow import content
from tests.desk.returns.word import Editor

ONE, TWO = Set("notes.0", "zh", "旧一", "新一"), Set("notes.1", "zh", "旧二", "新二")


def typing(*lines: str) -> Callable[[str], str]:
    """A person who types these lines; more questions than lines are an error."""
    rest = list(lines)
    return lambda _: rest.pop(0)


def taken(operations: list[Operation], *lines: str, answers: Answers | None = None) -> list[Operation]:
    shown: list[str] = []
    return asked(operations, answers or Answers(), typing(*lines), shown.append).taken


def test_what_is_taken_comes_home_and_what_is_left_is_told() -> None:
    found = asked([ONE, TWO], Answers(), typing("t", "l"), lambda _: None)
    assert found.taken == [ONE]
    (left,) = found.left
    assert left.path == "notes.1" and "{+新+}二" in left.text


@pytest.mark.parametrize(("line", "takes"), [("t", True), ("收", True), ("Y", True), ("", False), ("留", False)])
def test_letters_of_both_languages_answer_and_an_empty_line_leaves(line: str, takes: bool) -> None:
    assert bool(taken([ONE], line)) == takes


def test_other_words_are_written_in_the_place_of_those_of_the_draft() -> None:
    assert taken([ONE], "e", "更新") == [Set("notes.0", "zh", "旧一", "更新")]
    assert taken([ONE], "e", "", "t") == [ONE]  # no words: asked again


def test_what_is_no_answer_is_explained_and_asked_again() -> None:
    shown: list[str] = []
    assert asked([ONE], Answers(), typing("?", "t"), shown.append).taken == [ONE]
    assert any("changes this text of the content file" in one for one in shown)


def test_the_moves_of_one_list_are_one_question_and_a_figure_is_none() -> None:
    moves = [Move("notes.2", "notes", -1, "丙"), Move("notes.1", "notes", 2, "乙")]
    figure = Figure("parks", "3个", "4个", "notes.0", "zh")
    assert taken([moves[0], figure, moves[1]], "t") == [*moves, figure]


def test_an_answer_is_kept_and_not_asked_for_again(tmp_path: Path) -> None:
    answers = Answers(tmp_path / "willow.answers")
    assert taken([ONE, TWO], "t", "l", answers=answers) == [ONE]
    answers.keep()
    assert set(answers.known.values()) == {TAKE, LEAVE}
    assert taken([ONE, TWO], answers=answers) == [ONE]


def test_an_import_asks_writes_what_is_taken_and_remembers(project: Path, draft: bytes, tmp_path: Path) -> None:
    mine = Path(shutil.copytree(project, tmp_path / "project"))
    path = mine / "reports" / "willow.docx"
    steps = (("replace", "居民傍晚常来散步", "傍晚", "清晨"), ("replace", "老旧楼院更新", "更新", "焕新"))
    path.write_bytes(Editor(draft).run(steps))
    here = Project.at(mine)
    assert import_draft(here, path, Wishes(apply=True, hear=typing("t", "l")), lambda _: False) == LEFT
    assert "居民清晨常来散步" in content(mine) and "老旧楼院更新" in content(mine)
    assert import_draft(here, path, Wishes(apply=True, hear=typing()), lambda _: False) == LEFT
    (mine / "reports" / ".baselines" / "willow.answers").unlink()
    assert import_draft(here, path, Wishes(apply=True, hear=typing("t", "t")), lambda _: False) == 0
    assert "老旧楼院焕新" in content(mine)


def test_answers_that_cannot_be_read_are_none(tmp_path: Path, project: Path) -> None:
    here = Project(project, tmp_path)
    (tmp_path / ".baselines").mkdir()
    (tmp_path / ".baselines" / "willow.answers").write_text("[1")
    assert Answers.of(here, "willow").known == {}
