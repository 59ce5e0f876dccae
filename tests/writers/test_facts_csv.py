"""The table of facts opens in a spreadsheet, in both languages, and no cell of it can act."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pikepdf
import pytest

from bulletin.build import Builder
from bulletin.csv_text import csv_bytes, harmless
from tests.conftest import workshop
from tests.writers.reviewed import reviewed_project


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = reviewed_project(tmp_path_factory.mktemp("facts") / "project")
    return dict(Builder(workshop(project)).make("willow", ("pdf", "csv")).files)


def rows(data: bytes) -> dict[str, dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}


def test_a_line_a_fact(files: dict[str, bytes]) -> None:
    table = rows(files["willow.facts.csv"])
    assert len(table) == 10
    assert table["trees"] == {
        "id": "trees",
        "zh": "植树：1.2万余株",
        "en": "trees planted: over 12,000 trees",
        "value": "12000",
        "unit": "株 · trees",
        "period": "2018年 · 2018",
        "status": "已实现 · achieved",
        "quote": "植树1.2万余株",
        "article": "willow.txt",
        "line": "3",
        "note": "",
        "period_said": "时段据第3行“2018年” · period: line 3, “2018年”",
        "status_why": "",
    }
    assert table["since"]["value"] == "2018" and table["since"]["period"] == "2018年 · 2018"
    assert table["fund"]["status"] == "已申请 · applied for"


def test_a_derived_fact_shows_its_sum(files: dict[str, bytes]) -> None:
    row = rows(files["willow.facts.csv"])["per_park"]
    assert row["value"] == "0.6"
    assert row["quote"] == "3个 ÷ 5个 = 60% · 3 pocket parks ÷ 5 communities = 60%"
    assert row["line"] == ""


def test_the_pdf_carries_the_same_table(files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files["willow.pdf"])) as pdf:
        assert pdf.attachments["willow.facts.csv"].get_file().read_bytes() == files["willow.facts.csv"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t1", "\r1", "\n1", "＝1", "－1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_other_cells_stay_as_they_are() -> None:
    assert csv_bytes([("“1”", "a,b", "5-6")]) == '\ufeff“1”,"a,b",5-6\r\n'.encode()


def test_only_what_the_name_says(tmp_path: Path) -> None:
    made = Builder(workshop(reviewed_project(tmp_path / "project"))).make("willow", ("csv",))
    assert list(made.files) == ["willow.facts.csv"]
