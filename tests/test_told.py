"""What check said of a file is said again without asking, and only while nothing that it rests on has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bulletin import messages
from bulletin.evidence import verify
from bulletin.grounds import Grounds
from bulletin.problems import ContentError
from bulletin.remembered import Remembered
from bulletin.told import Told
from bulletin.workshop import Checked
from tests.conftest import CONTENT, small_project, workshop

WRONG = CONTENT.replace("value: 4000", "value: 5000", 1)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The content files about which the rules are asked."""
    names: list[str] = []
    heard = verify.heard

    def noted(case: verify.Case, glossary_is_read: bool = True) -> verify.Heard:
        names.append(case.content.name)
        return heard(case, glossary_is_read)

    monkeypatch.setattr(verify, "heard", noted)
    return names


def checked(folder: Path, memory: Path) -> Checked:
    bench = workshop(folder)
    return bench.check(Told(Grounds(bench).house, Remembered(memory)))


def said(found: Checked) -> object:
    names = [getattr(problem.message, "name", "") for problem in found.problems]
    return found.problems, names, found.silenced, found.shares


@pytest.mark.parametrize("content", [CONTENT, WRONG], ids=["right", "wrong"])
def test_what_has_not_changed_is_told_again_word_for_word(content: str, tmp_path: Path, asked: list[str]) -> None:
    folder = small_project(
        tmp_path / "project", content.replace("level: municipal", 'level: municipal\n    allow: {parity: "a test"}')
    )
    first, second = (said(checked(folder, tmp_path / "memory")) for _ in range(2))
    assert first == second == said(workshop(folder).check())
    assert asked == ["willow"] * 2, "once, and once without a memory"


def _write(name: str, old: str, new: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return write


def _lock(folder: Path) -> None:
    (folder / "content" / "translations.lock").write_text("willow x 000000000000 000000000000\n", encoding="utf-8")


CHANGES = {
    "the content": _write("content/willow.yaml", "街边多了游园", "街边新建游园"),
    "the article": _write("seeds/willow.txt", "柳林街道的春天", "柳林街道的夏天"),
    "the glossary": _write("content/glossary.yaml", "kind: slogan", "kind: term"),
    "the publication": _write("content/publication.yaml", "The editors", "The editor"),
    "a template": _write("templates/words.yaml", "#", "##"),
    "the lock": _lock,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_file_is_looked_at_again_when_something_that_it_rests_on_has_changed(
    change: Callable[[Path], None], tmp_path: Path, asked: list[str]
) -> None:
    folder = small_project(tmp_path / "project")
    checked(folder, tmp_path / "memory")
    change(folder)
    found = checked(folder, tmp_path / "memory")
    assert asked == ["willow"] * 2
    assert said(found) == said(workshop(folder).check())


def test_it_is_said_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    folder = small_project(tmp_path / "project", WRONG)
    english = [problem.message for problem in checked(folder, tmp_path / "memory").problems]
    messages.speak("zh")
    try:
        chinese = [problem.message for problem in checked(folder, tmp_path / "memory").problems]
    finally:
        messages.speak("en")
    assert len(english) == len(chinese) > 0
    assert not set(english) & set(chinese)


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[1]", b"\xff", b"null", b"[" * 100_000, b'{"standing": {}, "share": 1}']
)
def test_a_damaged_memory_is_as_good_as_none(damage: bytes, tmp_path: Path) -> None:
    folder = small_project(tmp_path / "project", WRONG)
    first = said(checked(folder, tmp_path / "memory"))
    for file in (tmp_path / "memory").iterdir():
        file.write_bytes(damage)
    assert said(checked(folder, tmp_path / "memory")) == first


def test_a_build_believes_no_memory(tmp_path: Path) -> None:
    folder, memory = small_project(tmp_path / "project"), tmp_path / "memory"
    checked(folder, memory)
    right = {file.name: file.read_bytes() for file in memory.iterdir()}
    small_project(folder, WRONG)
    checked(folder, memory)
    for file in memory.iterdir():
        file.write_bytes(next(data for data in right.values() if b"printed" in data))
    assert checked(folder, memory).problems == []
    with pytest.raises(ContentError):
        workshop(folder).verified("willow")


def test_a_file_is_heard_once_until_its_article_changes(tmp_path: Path, asked: list[str]) -> None:
    folder = small_project(tmp_path / "project", CONTENT)
    bench = workshop(folder)
    assert not bench.check().errors()
    assert bench.verified("willow").proofs.keys() == bench.verified("willow").content.facts.keys()
    assert asked == ["willow"], "the check and two publications"
    _write("seeds/willow.txt", "柳林街道的春天", "柳林街道的夏天")(folder)
    bench.verified("willow")
    assert asked == ["willow"] * 2


def test_what_was_heard_refuses_each_time(tmp_path: Path, asked: list[str]) -> None:
    bench = workshop(small_project(tmp_path / "project", WRONG))
    for _ in range(2):
        with pytest.raises(ContentError):
            bench.verified("willow")
    assert asked == ["willow"]
