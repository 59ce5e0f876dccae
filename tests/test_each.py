"""A build that looks at one publication at a time gives what one does that looks at all of them first."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin.alone import Alone
from bulletin.build import Builder
from bulletin.cluster.client import program
from bulletin.each import Many, hired
from bulletin.made import Made
from bulletin.messages import say
from bulletin.outwork import Commission, Outworker, Parcel, commissioned, parcel
from bulletin.problems import ContentError
from bulletin.project import Project
from bulletin.run import Failed
from bulletin.workshop import Workshop
from tests.conftest import ROOT
from tests.faults.kills import NAMES, grove
from tests.test_later_issue import two_issues

FORMATS = ("evidence", "csv")  # quickly made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return grove(tmp_path / "project")


def many(project: Path, **more: object) -> int:
    house = Workshop(Project.at(project), only=[])
    return Many(house, hired(None, 2), formats=FORMATS, **more).build()  # type: ignore[arg-type]


def files(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "reports").iterdir() if path.name != ".lock"}


def test_the_files_and_the_ledger_are_those_of_any_build(project: Path, tmp_path: Path) -> None:
    assert many(project, quiet=True) == 0
    home = grove(tmp_path / "home")
    command = [sys.executable, str(ROOT / "generate.py"), "build", "-q", "--to", ",".join(FORMATS)]
    subprocess.run([*command, "--project", str(home)], check=True)
    assert files(project) == files(home)


def test_the_list_of_many_names_each_and_has_no_pictures(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of one that was not asked for, and of one that cannot be read."""
    assert many(project, quiet=True) == 0
    monkeypatch.setattr("bulletin.shelf.MANY", len(NAMES))
    content = project / "content"
    (content / "birch.yaml").write_text("name: [", encoding="utf-8")
    (content / "aspen.yaml").write_text(
        (content / "aspen.yaml").read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8"
    )
    house = Workshop(Project.at(project), ["aspen"], only=[])
    assert Many(house, hired(None, 2), formats=("pdf", *FORMATS), quiet=True).build() == 0
    page = (project / "reports" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<article id="(\w+)">', page) == sorted(NAMES)
    assert "<img" not in page
    assert "aspen.pdf" in page
    title = re.search(r'<article id="birch">.*?<h2><a [^>]*>([^<]*)', page, re.DOTALL)
    assert title
    assert title[1].split() == ["birch"]


def test_what_is_up_to_date_is_not_made_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert many(project, quiet=True) == 0
    (project / "reports" / "birch.facts.csv").unlink()
    assert many(project) == 0
    told = capsys.readouterr()
    assert told.err.split() == ["made", "birch"]
    assert f"1 file written, 1 unchanged, {len(NAMES) - 1} publications up to date" in told.out


def test_what_cannot_be_made_is_told_and_costs_the_others_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = project / "content"
    (content / "birch.yaml").write_text("name: [", encoding="utf-8")
    aspen = (content / "aspen.yaml").read_text(encoding="utf-8")
    (content / "aspen.yaml").write_text(aspen.replace("value: 4000", "value: 5000"), encoding="utf-8")
    (content / "elm.yml").write_text("name: elm\n", encoding="utf-8")
    assert many(project, quiet=True) == 1
    sound = {f"{name}.facts.csv" for name in NAMES if name not in ("aspen", "birch")}
    assert {name for name in files(project) if name.endswith(".csv")} == sound
    told = capsys.readouterr().err
    for said in ("content/birch.yaml:1:", "error[quote-value]", "content/elm.yml:"):
        assert said in told


def test_what_all_share_is_refused_before_anything_is_made(project: Path) -> None:
    (project / "content" / "publication.yaml").write_text("title: [", encoding="utf-8")
    with pytest.raises(ContentError, match=r"publication\.yaml"):
        many(project)
    assert not list((project / "reports").glob("*.csv"))


def made(project: Path, name: str, scratch: Path) -> object:
    commission, packed = packing(project, name)
    return Outworker(commission, scratch)(packed)


def packing(project: Path, name: str) -> tuple[Commission, Parcel]:
    house = Workshop(Project.at(project), only=[])
    commission = commissioned(Builder(house), FORMATS)
    return commission, parcel(Alone(Project.at(project), name, house), name, commission.files)


def test_a_parcel_holds_what_one_publication_rests_on_and_nothing_else(project: Path) -> None:
    commission, packed = packing(project, "birch")
    assert packed.files.keys() == {"content/birch.yaml", "seeds/birch.txt"}
    assert {"content/glossary.yaml", "content/publication.yaml", "templates/theme.yaml"} <= commission.files.keys()
    assert not [file for file in commission.files if any(name in file for name in NAMES)]


def test_a_later_issue_brings_those_that_it_goes_on_from(tmp_path: Path) -> None:
    project = two_issues(tmp_path / "project")
    _, packed = packing(project, "willow2019")
    assert {"content/willow.yaml", "seeds/willow.txt", "seeds/willow2019.txt"} < packed.files.keys()
    one = made(project, "willow2019", tmp_path / "scratch")
    assert isinstance(one, Made)
    assert {"willow2019.evidence.html", "willow2019.archive.html"} <= one.files.keys()


def test_the_project_may_be_gone_when_a_publication_is_made_and_nothing_of_it_is_left(
    project: Path, tmp_path: Path
) -> None:
    commission, packed = packing(project, "birch")
    shutil.rmtree(project)
    outworker = Outworker(commission, tmp_path / "scratch")
    first, again = outworker(packed), outworker(packed)
    assert first == again
    assert not list((tmp_path / "scratch").rglob("birch*"))


def test_a_parcel_that_cannot_be_read_is_a_failure(project: Path, tmp_path: Path) -> None:
    commission, packed = packing(project, "birch")
    broken = Parcel("birch", {**packed.files, "content/birch.yaml": b"name: ["})
    failed = Outworker(commission, tmp_path / "scratch")(broken)
    assert isinstance(failed, Failed)
    assert (failed.name, failed.reason) == ("birch", say("build.content"))


def test_the_program_that_travels_is_the_same_bytes_each_time() -> None:
    assert program() == program()
