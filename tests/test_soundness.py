"""Which publications an error of the content concerns."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bulletin.problems import Place, Problem
from bulletin.project import Project
from bulletin.soundness import relevant, unsound
from bulletin.workshop import Workshop
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    for name in ("content", "seeds", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def error(file: str) -> Problem:
    return Problem("quote", "it is not there", Place(file))


def test_the_summary_rests_on_every_subdistrict(real: Path) -> None:
    workshop = Workshop(Project.at(real))
    left = unsound(workshop, [error("content/dufulu.yaml"), error("content/dufulu.yaml")])
    assert left == {
        "dufulu": "its content has 2 errors",
        "summary": "it rests on dufulu, where there are errors",
    }
    alone = Workshop(Project.at(real), ["summary"])
    assert unsound(alone, [error("content/dufulu.yaml")]).keys() == {"summary"}


def test_an_error_of_an_article_is_one_of_its_content(real: Path) -> None:
    workshop = Workshop(Project.at(real), ["yimalu", "xidajie"])
    article = workshop.library.contents["yimalu"][1].article
    assert unsound(workshop, [error(f"seeds/{article}")]).keys() == {"yimalu"}


@pytest.mark.parametrize("file", ["content/glossary.yaml", "templates/words.yaml", "content/translations.lock"])
def test_what_all_share_concerns_all(real: Path, file: str) -> None:
    workshop = Workshop(Project.at(real))
    assert unsound(workshop, [error(file)]).keys() == set(workshop.names)


def test_a_file_that_belongs_to_none_costs_none(real: Path) -> None:
    assert unsound(Workshop(Project.at(real)), [error("content/more.yml")]).keys() == {"content/more.yml"}


def test_a_warning_leaves_all_to_be_built(real: Path) -> None:
    warning = Problem("stale", "it is old", Place("content/dufulu.yaml"), "warning")
    assert unsound(Workshop(Project.at(real)), [warning]) == {}


def test_what_was_not_asked_for_is_not_told(real: Path) -> None:
    problems = [error("content/dufulu.yaml"), error("content/yimalu.yaml"), error("templates/theme.yaml")]
    assert relevant(Workshop(Project.at(real), ["yimalu"]), problems) == problems[1:]
    assert relevant(Workshop(Project.at(real), ["summary"]), problems) == problems
    assert relevant(Workshop(Project.at(real)), problems) == problems
