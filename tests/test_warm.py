"""In a process that goes on, the pages of a file as it is now: the bytes of a build, and only what changed is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.build import Builder
from bulletin.pages.pdf import Typesetter
from bulletin.problems import UsageError
from bulletin.warm import Warm
from tests.conftest import CONTENT, small_project, workshop

OPEN = CONTENT[: CONTENT.index("\npages:")] + "\n"
"""Without `pages`: the program lays them out."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return small_project(tmp_path / "project", OPEN)


@pytest.fixture
def opened(folder: Path) -> Warm:
    return Warm(folder)


def test_the_pages_are_those_that_a_build_writes_after_every_edit(
    folder: Path, opened: Warm, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[int] = []
    theirs = opened.typesetter._engine.measure

    def measure(html: str, *rest: object) -> object:
        measured.append(html.count('id="piece-'))
        return theirs(html, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(opened.typesetter._engine, "measure", measure)
    path = folder / "content" / "willow.yaml"
    for text in (OPEN, OPEN.replace("街边多了游园", "街边添了游园"), OPEN):
        path.write_text(text, encoding="utf-8")
        seen = opened.pages("willow")
        assert seen.errors == ()
        assert seen.pdf == Builder(workshop(folder)).make("willow", ("pdf",)).files["willow.pdf"]
        assert (seen.pages, len(seen.fit)) == (2, 2)
    assert measured[0] > measured[1] > 0, "only what says the title"
    assert len(measured) == 2, "what was there before is not measured again"
    assert opened.pages("willow").same


def test_what_is_wrong_is_told_with_its_place_and_no_page_is_shown(folder: Path, opened: Warm) -> None:
    (folder / "content" / "willow.yaml").write_text(OPEN.replace("value: 25\n", "value: 26\n"), encoding="utf-8")
    seen = opened.pages("willow")
    assert (seen.pdf, seen.pages) == (b"", 0)
    assert {problem.place.file for problem in seen.errors} == {"content/willow.yaml"}
    (folder / "content" / "willow.yaml").write_text(OPEN, encoding="utf-8")
    assert opened.pages("willow").pages == 2


def test_there_is_no_other_publication(opened: Warm) -> None:
    with pytest.raises(UsageError):
        opened.pages("poplar")
    assert isinstance(opened.typesetter, Typesetter)
