"""What a process of its own finds comes back; its memory does not, and however it ends there is an answer."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bulletin.apart import apart
from bulletin.evidence import verify
from bulletin.evidence.verify import Hearings
from bulletin.findings import left_out
from bulletin.memory import resident
from bulletin.problems import ContentError, Place, Problem
from bulletin.project import Project
from bulletin.variant import OFFICE
from bulletin.workers import METHOD
from bulletin.workshop import Workshop
from tests.conftest import ROOT
from tests.faults.kills import children, runs, until

PROBLEM = Problem("quote", "it is not there", Place("content/willow.yaml", 3))
forked = pytest.mark.skipif(METHOD != "fork", reason="nothing is forked here")


@forked
def test_what_it_gives_comes_back_and_what_it_takes_does_not() -> None:
    kept = list[bytes]()

    def work() -> tuple[int, list[Problem]]:
        kept.append(b"x" * 200_000_000)
        return os.getpid(), [PROBLEM]

    before = resident()
    by, found = apart(work)
    assert by != os.getpid()
    assert found == [PROBLEM]
    assert kept == []
    assert resident() < before + 50
    assert not runs(by)


def test_what_it_raises_is_raised_here() -> None:
    def work() -> int:
        raise ContentError([PROBLEM])

    with pytest.raises(ContentError) as refused:
        apart(work)
    assert refused.value.problems == (PROBLEM,)


@forked
@pytest.mark.parametrize("end", [signal.SIGKILL, None])
def test_where_it_dies_the_work_is_done_here(end: signal.Signals | None) -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() == here:
            return 7
        return os._exit(3) if end is None else os.kill(os.getpid(), end) or 8

    assert apart(work) == 7


PARENT = """
import time
from bulletin.apart import apart
from bulletin.interrupts import heed
heed()
apart(lambda: time.sleep(60))
"""


@forked
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_it_ends_with_its_parent(how: signal.Signals) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        assert until(lambda: children(parent.pid), 30)
        time.sleep(0.1)
        born = children(parent.pid)
        parent.send_signal(how)
        assert parent.wait(10) != 0
        assert until(lambda: not any(map(runs, born)), 5)
    finally:
        parent.kill()


# ---------------------------------------------------------------------------------------------- the gate of a build


@pytest.fixture
def checked(tmp_path: Path) -> Workshop:
    """The project of the samples, with the house's templates; the check of its build has let all of it pass."""
    shutil.copytree(ROOT / "tests/cases/gate/project", tmp_path / "project")
    shutil.copytree(ROOT / "templates", tmp_path / "project" / "templates")
    workshop = Workshop(Project.at(tmp_path / "project"))
    assert left_out(workshop, OFFICE) == {}
    return workshop


@forked
def test_a_build_takes_nothing_of_the_check_into_its_workers_but_what_was_heard(
    checked: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not any("numerals" in vars(article) for article in checked._articles.values())

    def again(*_: object) -> None:
        raise AssertionError("a rule was asked twice")

    monkeypatch.setattr(verify, "heard", again)
    proofs = {name: checked.verified(name).proofs for name in checked.library.contents}
    assert all(proofs.values())
    checked.hearings = Hearings()
    with pytest.raises(AssertionError, match="asked twice"):
        checked.verified("willow")


@forked
def test_what_the_check_has_read_is_vouched_for(checked: Workshop) -> None:
    project = checked.project
    article = project.seeds / checked.library.contents["willow"][1].article
    assert article in project.reads.digests
    assert not project.reads.torn
    article.write_bytes(article.read_bytes() + b"\n")
    project.digest_now(article)
    assert project.reads.torn == {article}


@forked
def test_an_article_that_has_changed_since_the_check_is_heard_anew(checked: Workshop) -> None:
    article = checked.project.seeds / checked.library.contents["willow"][1].article
    article.write_text("街边没有游园。\n", encoding="utf-8")
    with pytest.raises(ContentError):
        checked.verified("willow")


@forked
def test_what_was_found_sound_before_is_checked_here(checked: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        raise AssertionError("a process was started for next to nothing")

    monkeypatch.setattr("bulletin.apart.apart", refused)
    assert left_out(Workshop(Project.at(checked.project.root)), OFFICE) == {}
    glossary = checked.project.content / "glossary.yaml"
    glossary.write_text(glossary.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="next to nothing"):
        left_out(Workshop(Project.at(checked.project.root)), OFFICE)
