"""Each kind of edit, made in the XML and by LibreOffice, with and without bookmarks, is recognised and comes home."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.operations import Changes, Figure
from bulletin.word import read
from tests.desk.returns.conftest import found_in, summary
from tests.desk.returns.edits import EDITS, Edit
from tests.desk.returns.meadow import content
from tests.desk.returns.word import Editor, without_bookmarks

each_edit = pytest.mark.parametrize("edit", EDITS, ids=[edit.name for edit in EDITS])


def holds(edit: Edit, changes: Changes, project: Path, draft: bytes) -> None:
    """The operations are those expected, and the content file reads as it should after them."""
    assert summary(changes) == edit.found
    assert len(changes.reports) == len(edit.told), [one.told() for one in changes.reports]
    assert all(one.what.startswith(told) for one, told in zip(changes.reports, edit.told, strict=True))
    kept = read(draft)
    assert kept is not None
    home = bring_home(kept, content(project), "content/willow.yaml", changes.operations)
    assert all(one.state == "applied" for one in home.outcomes if not isinstance(one.operation, Figure))
    for path, wanted in edit.reads.items():
        steps = tuple(int(step) if step.isdigit() else step for step in path.split("."))
        assert home.yaml.value(steps) == wanted


@each_edit
def test_made_in_the_xml(edit: Edit, project: Path, draft: bytes) -> None:
    holds(edit, found_in(Editor(draft).run(edit.steps), draft), project, draft)


@each_edit
def test_made_in_the_xml_without_bookmarks(edit: Edit, project: Path, draft: bytes) -> None:
    holds(edit, found_in(without_bookmarks(Editor(draft).run(edit.steps)), draft), project, draft)


@each_edit
def test_made_by_libreoffice(edit: Edit, project: Path, clean: bytes, from_office: dict[str, bytes]) -> None:
    package = from_office[edit.name]
    assert read(package) == read(clean)  # LibreOffice keeps the baseline
    holds(edit, found_in(package, clean), project, clean)


@each_edit
def test_made_by_libreoffice_without_bookmarks(
    edit: Edit, project: Path, clean: bytes, from_office: dict[str, bytes]
) -> None:
    holds(edit, found_in(without_bookmarks(from_office[edit.name]), clean), project, clean)
