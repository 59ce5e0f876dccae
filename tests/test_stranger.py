"""An article of quite another kind than those of the project goes through, too: a county hospital's report.

It has what the five articles have not: a loss, a range, per mille, tenths, nought, a table, rare characters, `<`, `&`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import PUBLICATION, ROOT
from tests.forked import generate
from tests.test_build import docx_text, pdf_text

CASE = ROOT / "tests" / "cases" / "stranger"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two bulletins of it, of two pages and all on one, in which no rule finds anything."""
    project = tmp_path_factory.mktemp("stranger")
    shutil.copytree(ROOT / "templates", project / "templates")
    for folder, name in (("seeds", "hospital.txt"), ("content", "hospital.yaml")):
        (project / folder).mkdir()
        shutil.copy(CASE / name, project / folder / name)
    two = (CASE / "hospital.yaml").read_text(encoding="utf-8")
    one = two.replace("year_report]\n  - [evidence", "year_report, evidence").replace("name: hospital", "name: sheet")
    assert one.count("\n  - [") == two.count("\n  - [") - 1
    (project / "content" / "sheet.yaml").write_text(one, encoding="utf-8")
    (project / "content" / "glossary.yaml").write_text("terms: []\n", encoding="utf-8")
    (project / "content" / "publication.yaml").write_text(PUBLICATION, encoding="utf-8")
    for command in (("check", "--strict"), ("--to", "pdf,docx")):
        done = generate(project, *command)
        assert done.returncode == 0, done.stdout + done.stderr
    return project / "reports"


@pytest.mark.parametrize("read", ["pdf", "docx"])
def test_every_kind_of_number_is_printed_as_the_article_means_it(built: Path, read: str) -> None:
    whole = pdf_text(built / "hospital.pdf") if read == "pdf" else docx_text(built / "hospital.docx")
    text = "".join(whole.split())
    shown = ["增幅为-1.9%", "−1.9percent", "2.9‰", "2.9perthousand", "近三成", "nearly30percent"]
    shown += ["500至600张", "500to600beds", "3至5年", "threetofiveyears", "769,368", "𠮷田", "龘明", "A&B"]
    assert [one for one in shown if one not in text] == []


def test_a_bulletin_may_be_one_page(built: Path) -> None:
    assert "Qinghe County People’s Hospital Bulletin" in " ".join(pdf_text(built / "sheet.pdf").split())
