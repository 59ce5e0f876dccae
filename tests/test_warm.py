"""In a process that goes on, the pages of a file as it is now: the bytes of a build, and only what changed is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin.build import Builder
from bulletin.pages import kept
from bulletin.problems import UsageError
from bulletin.warm import Warm
from tests.conftest import CONTENT, small_project, workshop

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return small_project(tmp_path / "project")


@pytest.fixture
def opened(folder: Path) -> Iterator[Warm]:
    yield Warm(folder)
    kept.hold(0)
    kept.forget()


def test_the_pages_are_those_that_a_build_writes_after_every_edit(folder: Path, opened: Warm) -> None:
    edited = CONTENT.replace("街边多了游园", "街边添了游园")
    made = []
    for text in (CONTENT, edited, CONTENT, f"# only a comment\n{CONTENT}"):
        (folder / "content" / "willow.yaml").write_text(text, encoding="utf-8")
        opened.store.made.clear()  # type: ignore[union-attr]
        seen = opened.pages("willow")
        made.append(set(opened.store.made))  # type: ignore[union-attr]
        assert seen.pdf == Builder(workshop(folder)).make("willow", ("pdf",)).files["willow.pdf"]
        assert (seen.errors, seen.pages, len(seen.fit), seen.same) == ((), 2, 2, False)
    assert made == [{"chart", "svg", "pdf"}, {"pdf"}, set(), {"pdf"}], "the file that holds the comment is made again"
    assert opened.pages("willow").same


def test_templates_that_change_are_read_again(folder: Path, opened: Warm) -> None:
    first = opened.pages("willow")
    sheet = folder / "templates" / "styles" / "bulletin.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\nh2 { letter-spacing: .5pt }\n", encoding="utf-8")
    assert opened.pages("willow").pdf != first.pdf


def test_what_is_wrong_is_told_with_its_place_and_no_page_is_shown(folder: Path, opened: Warm) -> None:
    (folder / "content" / "willow.yaml").write_text(CONTENT.replace("value: 25\n", "value: 26\n"), encoding="utf-8")
    seen = opened.pages("willow")
    assert (seen.pdf, seen.pages) == (b"", 0)
    assert {problem.place.file for problem in seen.errors} == {"content/willow.yaml"}
    (folder / "content" / "willow.yaml").write_text(CONTENT, encoding="utf-8")
    assert opened.pages("willow").pages == 2


def test_there_is_no_other_publication(opened: Warm) -> None:
    with pytest.raises(UsageError):
        opened.pages("poplar")
