"""Native charts: data that can be edited, labels as printed, patterns, and what validators and LibreOffice say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from bulletin.edition.blocks import Both, ChartPlate, Datum, Edition, Mark, Page, PlateRow
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.bars.word import categories, number_format
from bulletin.plates.nested.edit import NestedSpec
from bulletin.rooms import Incomplete
from bulletin.word import read
from bulletin.word.ox import name
from tests.conftest import missing, tool
from tests.writers.docx.drafts import written
from tests.writers.docx.sample_edition import EDITION, HAZARDS, HOMES, LEAD, charts
from tests.writers.docx.structure import Package, faults

VALIDATOR = Path(".tools/node_modules/.bin/ooxml-validator")
CHART, WORKBOOK = "word/charts/chart1.xml", "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def datum(label: str, value: Fraction | int, shown: str, mark: Mark = "done") -> Datum:
    return Datum("fact", Both(f"{label}中", f"{label} EN"), Fraction(value), shown, Both("", ""), mark)


MARKED = BarsSpec(
    (
        datum("A", 5400, "5,400+"),
        datum("B", Fraction("1141.5"), "1,141.5", "under_way"),
        datum("C", 408, "≈ 408", "planned"),
        datum("D", 90, "九十", "standing"),
    )
)


def edition(*plates: ChartPlate) -> Edition:
    """The sample edition with these plates beside its lead story."""
    story = replace(LEAD, plates=(PlateRow(plates),))
    first = EDITION.pages[0]
    blocks = tuple(story if block is LEAD else block for block in first.blocks)
    return replace(EDITION, pages=(Page(first.number, blocks), *EDITION.pages[1:]))


@pytest.fixture(scope="module")
def data() -> bytes:
    """Two native charts."""
    marked = replace(HAZARDS, spec=MARKED, native=True)
    return written(edition(marked, replace(HOMES, native=True)))


@pytest.fixture(scope="module")
def package(data: bytes) -> Package:
    return Package(data)


def values(root: etree._Element, side: str) -> list[str]:
    return [str(v.text) for v in next(root.iter(name(side))).iter(name("c:v"))]


def test_the_structure_holds_and_the_bytes_are_the_same_twice(data: bytes) -> None:
    assert faults(data) == []
    marked = replace(HAZARDS, spec=MARKED, native=True)
    assert written(edition(marked, replace(HOMES, native=True))) == data


def test_a_chart_stands_in_line_under_its_name_with_words_in_both_languages(package: Package) -> None:
    drawn = {node.get("name"): node for node in package.all("wp:docPr")}
    there = [node for node in drawn.values() if list(node.getparent().iter(name("c:chart")))]
    assert [node.get("name") for node in there] == ["chart:hazards", "chart:homes"]
    alt = charts()["hazards"].alt
    assert (there[0].get("descr"), there[0].get("title")) == (alt.zh, alt.en)
    assert len(list(package.all("pic:pic"))) == len(drawn) - 2
    assert sum(part.startswith("word/media/") and part.endswith(".svg") for part in package.parts) == len(drawn) - 2


def test_the_data_are_in_the_chart_and_in_its_workbook(package: Package) -> None:
    root = package.xml[CHART]
    names = ["A中（已完成） A EN (done)", "B中（在办） B EN (under way)"]
    assert values(root, "c:cat")[:2] == names
    assert values(root, "c:val") == ["5400", "1141.5", "408", "90"]
    with zipfile.ZipFile(BytesIO(package.parts[WORKBOOK])) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [[str(cell.xpath("string()")) for cell in row] for row in sheet.iterfind(".//s:row", SHEET)]
    assert rows[0] == ["每格约100条，2018年网格排查 One square = about 100 hazards, 2018"]
    assert rows[1:] == [list(row) for row in zip(values(root, "c:cat"), values(root, "c:val"), strict=True)]
    assert [str(f.text) for f in root.iter(name("c:f"))] == ["Sheet1!$B$1", "Sheet1!$A$2:$A$5", "Sheet1!$B$2:$B$5"]


def test_bars_lie_in_the_accent_of_the_theme_without_a_legend(package: Package) -> None:
    root = package.xml[CHART]
    assert [node.get("val") for node in root.iter(name("c:barDir"))] == ["bar"]
    assert not list(root.iter(name("c:legend")))
    assert next(root.iter(name("c:ser"))).find(f"{name('c:spPr')}//{name('a:schemeClr')}").get("val") == "accent1"  # type: ignore[union-attr]
    assert {node.get("typeface") for node in root.iter(name("a:ea"))} == {"Microsoft YaHei"}
    assert {node.get("typeface") for node in root.iter(name("a:latin"))} == {"Arial"}


def test_patterns_say_how_things_stand(package: Package) -> None:
    points = {}
    for point in package.xml[CHART].iter(name("c:dPt")):
        index, shape = point.find(name("c:idx")), point.find(name("c:spPr"))
        assert index is not None
        assert shape is not None
        assert shape.find(name("a:ln")) is not None
        points[index.get("val")] = shape[0].get("prst") or etree.QName(shape[0]).localname
    assert points == {"1": "wdUpDiag", "2": "noFill", "3": "narHorz"}


def test_what_stands_is_solid_where_nothing_else_is_drawn() -> None:
    spec = BarsSpec((datum("A", 2, "2", "standing"), datum("B", 1, "1", "standing")))
    root = Package(written(edition(replace(HAZARDS, spec=spec, native=True)))).xml[CHART]
    assert not list(root.iter(name("c:dPt")))
    assert categories(spec, {}) == ["A中 A EN", "B中 B EN"]


@pytest.mark.parametrize(
    ("value", "shown", "code"),
    [
        ("5400", "5,400+", '#,##0"+"'),
        ("12", "nearly 12", '"nearly "0'),
        ("25110000", "25.11 million", '0.00,," million"'),
        ("1234567", "1,234,567", "#,##0"),
        ("15.75", "15.75", "0.00"),
        ("25", "25%", '0"%"'),
        ("5/6", "83%", "0%"),
        ("0", "0", "0"),
        ("90", "九十", None),
        ("3", "1:3", None),
    ],
)
def test_a_format_prints_the_value_as_the_pages_do(value: str, shown: str, code: str | None) -> None:
    assert number_format(datum("A", Fraction(value), shown)) == code


def test_a_label_that_no_format_gives_is_words(package: Package) -> None:
    labels = list(package.xml[CHART].iter(name("c:dLbl")))
    assert [str(text.text) for text in labels[3].iter(name("a:t"))] == ["九十"]
    assert [node.get("formatCode") for label in labels[:3] for node in label.iter(name("c:numFmt"))] == [
        '#,##0"+"', "#,##0.0", '"≈ "0'
    ]  # fmt: skip


def test_the_picture_stays_unless_it_is_asked_for() -> None:
    package = Package(written(edition(HAZARDS)))
    assert not [part for part in package.parts if part.startswith(("word/charts/", "word/embeddings/"))]


def test_a_kind_that_is_no_chart_of_words_says_where_one_would_be() -> None:
    with pytest.raises(Incomplete, match=r"bulletin/plates/nested/word\.py is missing: it holds the NativeChart"):
        written(edition(replace(HAZARDS, spec=NestedSpec(MARKED.bars), native=True)))


def test_the_baseline_knows_a_chart_by_its_data(data: bytes) -> None:
    def digests(package: bytes) -> dict[str, tuple[str, ...]]:
        kept = read(package)
        assert kept is not None
        return {one.name: one.digests for one in kept.drawings}

    marked = replace(HAZARDS, spec=MARKED, native=True)
    moved = replace(MARKED, bars=(replace(MARKED.bars[0], value=Fraction(5500)), *MARKED.bars[1:]))
    again = digests(written(edition(replace(marked, spec=moved), replace(HOMES, native=True))))
    assert digests(data)["chart:homes"] == again["chart:homes"]
    assert digests(data)["chart:hazards"] != again["chart:hazards"]


# ---------------------------------------------------------------------------------------------- other programs


def test_the_open_xml_sdk_finds_no_fault(data: bytes, package: Package, tmp_path: Path) -> None:
    if not VALIDATOR.exists() or shutil.which("node") is None:
        missing("the Open XML validator")
    (tmp_path / "draft.docx").write_bytes(data)
    (tmp_path / "data.xlsx").write_bytes(package.parts[WORKBOOK])
    for file in ("draft.docx", "data.xlsx"):
        command = [str(VALIDATOR.resolve()), str(tmp_path / file)]
        done = subprocess.run(command, capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stdout.decode()


def test_libreoffice_draws_names_and_numbers(data: bytes, tmp_path: Path) -> None:
    office = tool("soffice")
    (tmp_path / "draft.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    draft = str(tmp_path / "draft.docx")
    subprocess.run([*command, draft], check=True, capture_output=True, timeout=180, env=environment)
    document = pypdfium2.PdfDocument(tmp_path / "draft.pdf")
    text = re.sub(r"\s", "", document[0].get_textpage().get_text_range())
    document.close()
    assert all(words in text for words in ("5,400+", "1,141.5", "≈408", "（在办）", "石寨村一期"))
