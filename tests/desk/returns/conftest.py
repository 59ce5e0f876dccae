"""A draft, the same draft edited in every way by two editors, and what is found in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.opened import open_draft
from bulletin.desk.returns.operations import Changes, Figure, Move, Set
from bulletin.word import read
from tests.desk.returns.driven import by_office
from tests.desk.returns.edits import EDITS
from tests.desk.returns.meadow import draft_of, meadow


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return meadow(tmp_path_factory.mktemp("meadow") / "project")


@pytest.fixture(scope="session")
def draft(project: Path) -> bytes:
    return (project / "reports" / "willow.docx").read_bytes()


@pytest.fixture(scope="session")
def clean(project: Path) -> bytes:
    """The draft without comments."""
    return draft_of(project, comments=False)


@pytest.fixture(scope="session")
def from_office(clean: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every edit of `edits`, made by LibreOffice; and one with tracked changes.

    The draft is the clean copy: Debian's LibreOffice without windows dies where it would draw comments into the margin.
    """
    tasks = [[edit.name, edit.steps] for edit in EDITS]
    tasks.append(["tracked", [["record"], ["replace", "居民傍晚常来散步", "傍晚", "清晨"]]])
    return by_office(clean, tasks, tmp_path_factory.mktemp("office"))


def found_in(package: bytes, baseline: bytes) -> Changes:
    """What a draft tells; the baseline is read from another copy, as a lost one would be."""
    kept = read(baseline)
    assert kept is not None
    return compare(kept, open_draft(package))


def summary(changes: Changes) -> tuple[str, ...]:
    """Kind and place of every operation."""
    rows = []
    for one in changes.operations:
        more = ""
        if isinstance(one, Set):
            more = f" {one.lang}"
        if isinstance(one, Figure):
            more = f" {one.lang} {one.fact} {one.printed} {one.typed}"
        if isinstance(one, Move):
            more = f" {one.container} {one.after}"
        rows.append(f"{type(one).__name__} {one.path}{more}")
    return tuple(rows)
