"""Any file at all: one clear line, the right exit code, nothing changed, in bounded memory and time."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import unicodedata
from functools import partial
from pathlib import Path

import pytest

from bulletin.desk.returns.account import LEFT
from bulletin.desk.returns.importing import Wishes, import_draft, is_untouched
from bulletin.problems import ContentError, UsageError
from bulletin.project import Project
from bulletin.publish import publish, read_manifest
from tests.conftest import ROOT, sampled
from tests.desk.returns.hostile import FOREIGN
from tests.desk.returns.meadow import content

MEMORY = 1_100 * 2**20  # address space of a whole process; an import of a sound draft has some 650 million
SECONDS = 30  # on a machine that has other things to do; alone it takes less than ten
REAL = ["pipe", "larger than the disk", "link to a device", "bomb in the text", "bomb that lies", "many large parts"]
REAL += ["20000 paragraphs", "a paragraph of 10 MB", "200000 runs", "100000 levels", "writing on the terminal"]


def is_quiet(text: str) -> bool:
    """Does nothing in it steer a terminal?"""
    return not any(unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") and sign not in "\n\t" for sign in text)


@pytest.mark.parametrize("kind", sampled(FOREIGN, 2))
def test_import_says_something_and_changes_nothing(
    kind: str, project: Path, draft: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, before = tmp_path / "willow.docx", content(project)
    FOREIGN[kind](path, draft)
    try:
        code = import_draft(Project.at(project), path, Wishes(), lambda _: False)
        said = capsys.readouterr().out
    except (UsageError, ContentError) as error:
        code, said = 2, str(error)
        assert "willow" in said or "content/" in said
    assert code in (0, 2, LEFT)
    assert said.strip()
    assert code != 2 or "\n" not in said
    assert code == 2 or is_quiet(said)
    assert content(project) == before


@pytest.mark.parametrize("kind", sampled(FOREIGN, 4))
def test_a_build_keeps_it_as_somebodys_draft(kind: str, project: Path, draft: bytes, tmp_path: Path) -> None:
    path = tmp_path / "willow.docx"
    FOREIGN[kind](path, draft)
    there, untouched = os.path.lexists(path) and path.exists(), partial(is_untouched, Project.at(project))
    before = path.lstat()
    done = publish(tmp_path, read_manifest(tmp_path), "willow", "1", {"willow.docx": draft}, untouched=untouched)
    if not there or (path.is_symlink() is False and done[0].path == path and done[0].why in ("", "resaved")):
        return  # a link to nothing, or a draft with nothing in it that is not home
    assert done[0].path.name == "willow.new.docx"
    assert done[0].why == "edited"
    assert (path.lstat().st_ino, path.lstat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (tmp_path / "willow.new.docx").read_bytes() == draft


@pytest.mark.slow
@pytest.mark.parametrize("command", ["import", "update"])
@pytest.mark.parametrize("kind", REAL)
def test_a_process_stays_small_and_quick(kind: str, command: str, project: Path, draft: bytes, tmp_path: Path) -> None:
    path, before = tmp_path / "willow.docx", content(project)
    FOREIGN[kind](path, draft)
    call = [sys.executable, str(ROOT / "generate.py"), command, str(path), "--project", str(project)]
    limits = partial(resource.setrlimit, resource.RLIMIT_AS, (MEMORY, MEMORY))
    done = subprocess.run(
        call, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=SECONDS, preexec_fn=limits, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode in (0, 2, 5), said
    assert said.strip()
    assert "Traceback" not in said
    assert is_quiet(said)
    assert content(project) == before
