"""Whatever chance makes of a draft, import says something about it and changes nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.desk.returns.importing import Wishes, import_draft, is_untouched
from bulletin.problems import ContentError, UsageError
from bulletin.project import Project
from tests.desk.returns.meadow import content
from tests.desk.returns.mutations import mutated


def _arrives(project: Path, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    before = content(project)
    try:
        assert import_draft(Project.at(project), path, Wishes(), lambda _: False) == 0
    except (UsageError, ContentError) as error:
        assert str(error)
    assert is_untouched(Project.at(project), data) in (True, False)
    assert content(project) == before


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_a_mutated_draft(seed: int, project: Path, draft: bytes, tmp_path: Path) -> None:
    _arrives(project, tmp_path / "willow.docx", mutated(draft, seed))
