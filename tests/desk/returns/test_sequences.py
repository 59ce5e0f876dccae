"""Any ten edits, one after the other: imported and built anew, the draft says what the edited one said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.desk.returns.importing import Wishes, import_draft
from bulletin.desk.returns.opened import open_draft
from bulletin.desk.returns.tokens import tidy
from bulletin.desk.returns.tongues import tongue
from bulletin.project import Project
from tests.desk.returns import steps
from tests.desk.returns.meadow import draft_of
from tests.desk.returns.steps import STEPS, Step
from tests.desk.returns.word import Editor

pytestmark = pytest.mark.slow

SEQUENCES = st.lists(
    st.sampled_from(sorted(STEPS)).flatmap(lambda kind: st.sampled_from(STEPS[kind])), min_size=10, max_size=10
)


def says(package: bytes) -> dict[str, list[str]]:
    """What stands on the pages in each language, but for the table of evidence, whose order follows from the texts."""
    out: dict[str, list[str]] = {"zh": [], "en": []}
    told = True
    for one in open_draft(package).paragraphs:
        told = (told or one.style == "Box Heading") and not one.text.startswith("数字依据")
        if told:
            out[tongue(one)].append(tidy(one.text))
    return out


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return steps.root(tmp_path_factory.mktemp("sequences") / "project")


def round_trip(here: Path, sequence: list[Step]) -> None:
    root = here.parent / "copy"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(here, root)
    path = root / "reports" / "willow.docx"
    editor = Editor(path.read_bytes())
    for step in sequence:
        step(editor)
    edited = editor.save()
    path.write_bytes(edited)
    import_draft(Project.at(root), path, Wishes(apply=True, yes=True), lambda _: True)
    assert says(draft_of(root)) == says(edited)


@pytest.mark.parametrize("kind", sorted(STEPS))
def test_each_kind_of_edit_is_in_the_next_draft(here: Path, kind: str) -> None:
    before = (here / "reports" / "willow.docx").read_bytes()
    editor = Editor(before)
    STEPS[kind][-1](editor)
    assert says(editor.save()) != says(before) or kind == "bold"
    round_trip(here, [STEPS[kind][-1]])


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_ten_edits_are_in_the_next_draft(here: Path, sequence: list[Step]) -> None:
    round_trip(here, sequence)


@pytest.mark.long
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_many_sequences_of_ten_edits_are_in_the_next_draft(here: Path, sequence: list[Step]) -> None:
    round_trip(here, sequence)
