"""Any ten edits, one after the other: imported and built anew, the draft says what the edited one said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.filling import Desk
from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.importing import Wishes, import_draft
from bulletin.desk.returns.opened import open_draft, opened
from bulletin.desk.returns.outcome import Outcome
from bulletin.desk.returns.tokens import bounded, tidy
from bulletin.desk.returns.tongues import tongue
from bulletin.project import Project
from bulletin.word import baseline_of, unpack
from tests.desk.returns import steps
from tests.desk.returns.meadow import content, draft_of
from tests.desk.returns.steps import STEPS, Step
from tests.desk.returns.word import Editor

pytestmark = pytest.mark.slow

SEQUENCES = st.lists(
    st.sampled_from(sorted(STEPS)).flatmap(lambda kind: st.sampled_from(STEPS[kind])), min_size=10, max_size=10
)

AGAIN = (
    "a story joined 0; a story cut 0",
    "a story joined 0; a paragraph moved 7",
    "a story taken out 0; a story put in 0",
    "a story joined 0; a word 0; a paragraph taken out 0",
    "a story put in 5; a story moved 0; a story moved 1; a story put in 0; a story put in 2",
    "a paragraph taken out 1; a story cut 0; a paragraph split 0; a story joined 0; a story put in 0; a story put in 3",
)
"""Edits of which a second import once made conflicts, or made one of them again."""


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


def round_trip(here: Path, sequence: list[Step], halves: int = 1) -> None:
    """Edits, brought home all at once or part by part as the draft is edited on, and each time once more."""
    root = here.parent / "copy"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(here, root)
    path = root / "reports" / "willow.docx"
    editor = Editor(path.read_bytes())
    size = len(sequence) // halves
    for part in (sequence[n * size : (n + 1) * size] for n in range(halves)):
        for step in part:
            step(editor)
        edited = editor.save()
        path.write_bytes(edited)
        import_draft(Project.at(root), path, Wishes(apply=True, yes=True), lambda _: True)
        assert says(draft_of(root)) == says(edited)
        left = {one.state for one in home_again(root, edited)}
        assert left <= {"there-already"}


def home_again(root: Path, edited: bytes) -> list[Outcome]:
    """What a second import of the same draft makes of the content file, which it leaves as it is."""
    parts = unpack(edited)
    kept, text = baseline_of(parts), content(root)
    assert kept
    with bounded():
        desk = Desk.of(Project.at(root), text, kept.source.name)
        home = bring_home(kept, text, kept.source.name, compare(kept, opened(parts)).operations, desk)
    assert home.yaml.text == text
    return home.outcomes


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


@pytest.mark.parametrize("edits", AGAIN)
def test_what_came_home_is_there_when_the_draft_is_imported_again(here: Path, edits: str) -> None:
    round_trip(here, [STEPS[kind][int(n)] for kind, _, n in (one.rpartition(" ") for one in edits.split("; "))])


@pytest.mark.long
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_many_sequences_of_ten_edits_are_in_the_next_draft(here: Path, sequence: list[Step]) -> None:
    round_trip(here, sequence)
