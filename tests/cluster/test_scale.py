"""docs/scale.md: its commands, in both languages the same, start a cluster and build on it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.cluster.test_cluster import free_port
from tests.conftest import ROOT, small_project

pytest.importorskip("distributed")
TEXT = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
CHINESE, ENGLISH = TEXT.split("\n## English\n")


def commands(text: str) -> list[str]:
    return re.findall(r"```sh\n(.+?)\n```", text, re.DOTALL)


def test_both_languages_have_the_same_commands_and_figures() -> None:
    assert commands(CHINESE) == commands(ENGLISH)
    rows = [[re.findall(r"\d[\d.,]*", row) for row in re.findall(r"^\|.*", half, re.M)] for half in (CHINESE, ENGLISH)]
    assert rows[0] == rows[1]


def test_dask_is_installed_as_it_is_pinned() -> None:
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert commands(ENGLISH)[0].split()[-1] == extra["cluster"][0]


@pytest.mark.slow
def test_the_commands_start_a_cluster_and_build_on_it(tmp_path: Path) -> None:
    port, project = str(free_port()), small_project(tmp_path / "project")
    scheduler, worker, build = (
        shlex.split(command.replace("HOST", "127.0.0.1").replace("8786", port)) for command in commands(ENGLISH)[1:]
    )
    started = list[subprocess.Popen[bytes]]()
    with (tmp_path / "log.txt").open("wb") as log:
        try:
            for command in (scheduler, [*worker, "--local-directory", str(tmp_path)]):
                command[0] = str(ROOT / command[0])
                started.append(subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log))
            build[1:2] = [str(ROOT / build[1])]
            done = subprocess.run([*build, "--project", str(project)], check=False, env=os.environ, cwd=tmp_path)
            assert done.returncode == 0
        finally:
            for process in started[::-1]:
                process.terminate()  # a nanny ends its workers
                process.wait(30)
    assert (project / "reports" / "willow.pdf").is_file()
