"""Whatever chance makes of a draft, import and update say something about it and lose nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.desk.returns.account import LEFT
from bulletin.desk.returns.importing import Wishes, import_draft, is_untouched
from bulletin.desk.update import update_draft
from bulletin.problems import CannotWrite, ContentError, UsageError
from bulletin.project import Project
from tests.conftest import sampled
from tests.desk.returns.hostile import FOREIGN
from tests.desk.returns.meadow import content
from tests.desk.returns.mutations import mutated


def _arrives(project: Path, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    before = content(project)
    try:
        assert import_draft(Project.at(project), path, Wishes(), lambda _: False) in (0, LEFT)
    except (UsageError, ContentError) as error:
        assert str(error)
    assert is_untouched(Project.at(project), data) in (True, False)
    assert content(project) == before


@pytest.fixture(scope="module")
def later(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project on a later day: there is something to be put into a draft."""
    root = Path(shutil.copytree(project, tmp_path_factory.mktemp("later") / "project"))
    text = content(root).replace("居民傍晚常来散步", "居民清晨常来散步").replace("沿途设有座椅", "沿途设有凉亭")
    (root / "content" / "willow.yaml").write_text(text, encoding="utf-8")
    return root


def _is_updated(root: Path, path: Path, data: bytes) -> None:
    """Or refused in words, and then the draft is as it was. The content is not touched."""
    path.write_bytes(data)
    before = content(root)
    try:
        assert update_draft(Project.at(root), path) == 0
    except (UsageError, ContentError, CannotWrite) as error:
        assert str(error)
        assert path.read_bytes() == data
    assert content(root) == before


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_an_update_of_a_mutated_draft(seed: int, later: Path, draft: bytes, tmp_path: Path) -> None:
    _is_updated(later, tmp_path / "willow.docx", mutated(draft, seed))


RELATED = [kind for kind in FOREIGN if kind.startswith("relations")]


@pytest.mark.parametrize("kind", [*RELATED, *sampled([kind for kind in FOREIGN if kind not in RELATED], 16)])
def test_an_update_of_a_foreign_file(kind: str, later: Path, draft: bytes, tmp_path: Path) -> None:
    """What has no place for tracked changes, or none that the library can write, is refused."""
    FOREIGN[kind](tmp_path / "made.docx", draft)
    if (tmp_path / "made.docx").is_file() and (tmp_path / "made.docx").stat().st_size < 10**8:
        _is_updated(later, tmp_path / "willow.docx", (tmp_path / "made.docx").read_bytes())


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_a_mutated_draft(seed: int, project: Path, draft: bytes, tmp_path: Path) -> None:
    _arrives(project, tmp_path / "willow.docx", mutated(draft, seed))
