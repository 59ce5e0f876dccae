"""Any ten edits, one after the other: imported and built anew, the draft says what the edited one said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bulletin.desk.returns.importing import Wishes, import_draft
from bulletin.desk.returns.opened import open_draft
from bulletin.desk.returns.tokens import tidy
from bulletin.problems import ContentError
from bulletin.project import Project
from tests.desk.returns.meadow import draft_of, meadow
from tests.desk.returns.word import Editor

pytestmark = pytest.mark.slow

ROWS = ("居民傍晚常来散步", "改造先从老旧楼院做起", "游园沿河而建")
HOMES = ("楼院的管网和照明", "定期清扫楼道")
PROJECTS = ("沿河游园", "行道树")
Step = Callable[[Editor], None]


def word(zh: tuple[str, str, str], en: tuple[str, str, str]) -> Step:
    """A word in both languages, there and back again."""

    def step(editor: Editor) -> None:
        for anchor, one, other in (zh, en):
            text = "".join(t.text or "" for t in editor.paragraph(anchor).iter("{*}t"))
            old, new = (one, other) if one in text else (other, one)
            editor.replace(anchor, old, new)

    return step


def moved(rows: tuple[str, ...], one: int, other: int) -> Step:
    def step(editor: Editor) -> None:
        if one != other:
            editor.move_row(rows[one % len(rows)], rows[other % len(rows)])

    return step


def note(editor: Editor) -> None:
    """The second note goes before the first, in both columns."""
    for above, below in (("文中未说明树种", "游园的面积未见于"), ("does not name the kinds", "The size of the parks")):
        one, other = editor.paragraph(above), editor.paragraph(below)
        first, second = (one, other) if other in one.itersiblings() else (other, one)
        first.addprevious(second)


def bold(editor: Editor) -> None:
    with suppress(StopIteration):  # it is bold already
        editor.bold("独居老人", "独居老人")


STEPS: dict[str, st.SearchStrategy[Step]] = {
    "rows": st.builds(moved, st.just(ROWS), st.integers(0, 2), st.integers(0, 2)),
    "homes": st.builds(moved, st.just(HOMES), st.integers(0, 1), st.integers(0, 1)),
    "projects": st.builds(moved, st.just(PROJECTS), st.integers(0, 1), st.integers(0, 1)),
    "word": st.just(word(("清扫楼道", "定期", "经常"), ("sweep the stairs", "regularly", "often"))),
    "brief": st.just(word(("步道连通游园", "沿途", "沿线"), ("A path joins", "along the way", "along it"))),
    "note": st.just(note),
    "bold": st.just(bold),
}
SEQUENCES = st.lists(st.one_of(*STEPS.values()), min_size=10, max_size=10)


def says(package: bytes) -> list[str]:
    """What stands on the pages, but for the table of evidence, whose order follows from the texts."""
    out, told = [], True
    for one in open_draft(package).paragraphs:
        told = (told or one.style == "Box Heading") and not one.text.startswith("数字依据")
        if told:
            out.append(tidy(one.text))
    return out


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return meadow(tmp_path_factory.mktemp("sequences") / "project")


def round_trip(here: Path, steps: list[Step]) -> None:
    root = here.parent / "copy"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(here, root)
    path = root / "reports" / "willow.docx"
    editor = Editor(path.read_bytes())
    for step in steps:
        step(editor)
    edited = editor.save()
    path.write_bytes(edited)
    import_draft(Project.at(root), path, Wishes(apply=True, yes=True), lambda _: True)
    try:
        built = draft_of(root)
    except ContentError:
        assume(False)
    assert says(built) == says(edited)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_ten_edits_are_in_the_next_draft(here: Path, steps: list[Step]) -> None:
    round_trip(here, steps)


@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_many_sequences_of_ten_edits_are_in_the_next_draft(here: Path, steps: list[Step]) -> None:
    round_trip(here, steps)
