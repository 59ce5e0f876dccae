"""A later issue goes on from an earlier one: what both count in the same way is shown as a change, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html

from bulletin.project import Project
from bulletin.workshop import Workshop
from tests.forked import generate
from tests.test_articles_together import GATE, changed
from tests.test_build import docx_text, pdf_text

pytestmark = pytest.mark.slow

ARTICLE = """柳林街道的又一年

2019年,柳林街道新建游园5个,植树1.5万余株,投资近80万元。2019年上半年,柳林街道排查隐患700处。
"""
CONTENT = """name: willow2019
place: {zh: 柳林街道, en: Liulin Subdistrict}
within: {zh: 郑州市, en: Zhengzhou}
article: willow2019.txt
dated: {value: "2019 end", stated: false}
since: willow
source:
  headline: {zh: 柳林街道的又一年, en: Another year in Liulin}

facts:
  parks:
    value: 5
    unit: {zh: 个, en: {one: pocket park, other: pocket parks}}
    label: {zh: 新建游园, en: new pocket parks}
    quote: 新建游园5个
    period: {year: 2019}
    status: achieved
  trees:
    value: 15000
    approx: over
    unit: {zh: 株, en: {one: tree, other: trees}}
    label: {zh: 植树, en: trees planted}
    quote: 植树1.5万余株
    period: {year: 2019}
    status: achieved
  spent:
    value: 800000
    approx: nearly
    unit: 元
    label: {zh: 投资, en: spent}
    quote: 投资近80万元
    period: {year: 2019}
    status: achieved
  hazards:
    value: 700
    unit: {zh: 处, en: {one: hazard, other: hazards}}
    label: {zh: 排查隐患, en: hazards found}
    quote: 排查隐患700处
    period: {at: "2019 first-half"}
    status: achieved
  year:
    date: "2019"
    label: {zh: 年份, en: year}
    quote: 2019年,柳林街道新建游园
    status: achieved

key_figures:
  - of: [parks]
  - of: [trees]
  - of: [hazards]

stories:
  - id: green
    theme: environment
    title: {zh: 新建游园<parks>, en: "<parks> are built"}
    paragraphs:
      - zh: <year>，街道新建游园<parks>，<willow.since>是<willow.parks>；植树<trees>，投资<spent>，排查隐患<hazards>。
        en: >-
          In <year> the subdistrict built <parks>, after <willow.parks> in <willow.since>. It planted <trees>,
          spent <spent> and found <hazards>.
    plates:
      - kind: slope
        title: {zh: 新建的游园, en: Pocket parks built}
        start: {zh: <willow.since>, en: <willow.since>}
        end: {zh: <year>, en: <year>}
        lines:
          - {from: willow.parks, to: parks, label: {zh: 新建游园, en: new pocket parks}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_issues(tmp_path / "project")


def two_issues(root: Path) -> Path:
    """A project of an issue and one that goes on from it."""
    shutil.copytree(GATE, root)
    shutil.copytree(Path(__file__).parents[1] / "templates", root / "templates")
    (root / "seeds" / "willow2019.txt").write_text(ARTICLE, encoding="utf-8")
    willow = root / "content" / "willow.yaml"
    text = changed(willow.read_text(encoding="utf-8"), ("  since:\n    date", "  year:\n    date"))
    willow.write_text(text.replace("<since>", "<year>"), encoding="utf-8")
    (root / "content" / "willow2019.yaml").write_text(CONTENT.replace("willow.since", "willow.year"), encoding="utf-8")
    return root


def said(root: Path, *pairs: tuple[str, str]) -> list[str]:
    later = root / "content" / "willow2019.yaml"
    later.write_text(changed(later.read_text(encoding="utf-8"), *pairs), encoding="utf-8")
    return [f"{p.rule}: {p.message}" for p in Workshop(Project.at(root), ["willow2019"]).check().errors()]


def test_a_change_between_like_figures_is_right(folder: Path) -> None:
    assert said(folder) == []


def test_half_a_year_is_not_held_against_a_year(folder: Path) -> None:
    found = said(
        folder,
        ("排查隐患<hazards>。", "排查隐患<hazards>，上年<willow.hazards>。"),
        ("spent <spent> and found <hazards>.", "spent <spent> and found <hazards>, after <willow.hazards>."),
    )
    assert "since: <willow.hazards> is not compared with <hazards>: their periods are of different kinds" in found


def test_what_the_later_issue_does_not_count_is_no_change(folder: Path) -> None:
    found = said(
        folder,
        ("<willow.year>是<willow.parks>", "<willow.year>是<willow.communities>"),
        ("<willow.parks> in <willow.year>", "<willow.communities> in <willow.year>"),
    )
    assert (
        "since: <willow.communities> is not compared with <communities>: this issue has no fact of that name" in found
    )


def test_another_unit_is_refused(folder: Path) -> None:
    found = said(
        folder,
        ("新建游园5个\n", "新建游园5个\n"),
        (
            "    unit: {zh: 个, en: {one: pocket park, other: pocket parks}}",
            "    unit: {zh: 处, en: {one: pocket park, other: pocket parks}}",
        ),
    )
    assert "since: <willow.parks> is not compared with <parks>: they count different things: 个, now 处" in found


def test_the_earlier_issue_is_from_before(folder: Path) -> None:
    found = said(folder, ('value: "2019 end"', 'value: "2018 start"'))
    assert "since: the issue willow is not from before this one" in found


def test_a_figure_of_the_earlier_issue_that_is_not_there_is_named(folder: Path) -> None:
    found = said(folder, ("是<willow.parks>；", "是<willow.park>；"))
    assert any(line.startswith("reference: ") and "willow.park" in line for line in found), found


def test_pages_say_both_dates_and_rest_on_both_articles(folder: Path) -> None:
    done = generate(folder, "build", "willow2019")
    assert done.returncode == 0, done.stdout + done.stderr
    for text in (pdf_text(folder / "reports" / "willow2019.pdf"), docx_text(folder / "reports" / "willow2019.docx")):
        assert "上期：2018年底" in text.replace(" ", "")
        assert "【甲】柳林街道的又一年" in text
        assert "【乙】柳林街道的春天" in text
    rows = (folder / "reports" / "willow2019.facts.csv").read_text(encoding="utf-8-sig")
    assert "willow.parks" in rows
    assert "willow.trees" not in rows
    page = (folder / "reports" / "willow2019.evidence.html").read_text(encoding="utf-8")
    assert "柳林街道的春天" in page


def third_issue(folder: Path) -> None:
    text = (folder / "content" / "willow2019.yaml").read_text(encoding="utf-8")
    third = text.replace("willow2019", "willow2020").replace("since: willow\n", "since: willow2019\n")
    third = third.replace("willow.year", "willow2019.year").replace("willow.parks", "willow2019.parks")
    third = third.replace("2019年", "2020年").replace("year: 2019", "year: 2020").replace('"2019', '"2020')
    (folder / "content" / "willow2020.yaml").write_text(third.replace("willow2020.txt", "third.txt"), encoding="utf-8")
    (folder / "seeds" / "third.txt").write_text(ARTICLE.replace("2019", "2020"), encoding="utf-8")


def test_the_archive_page_lists_the_issues_and_what_compares(folder: Path) -> None:
    third_issue(folder)
    done = generate(folder, "build", "willow2020", "--to", "evidence")
    assert done.returncode == 0, done.stdout + done.stderr
    page = html.fromstring((folder / "reports" / "willow2020.archive.html").read_bytes())
    assert [one.get("id") for one in page.iter("article")] == ["willow2020", "willow2019", "willow"]
    rows = [" ".join(" ".join(cell.itertext()) for cell in row).split() for row in page.iter("tr")]
    assert [
        "植树",
        "trees",
        "planted",
        "1.2万余株",
        "over",
        "12,000",
        "trees",
        "1.5万余株",
        "over",
        "15,000",
        "trees",
    ] in rows
    assert not any("700处" in row and "1000处" in row for row in rows)  # half a year, and a year
    links = [one.get("href") for one in page.iter("a")]
    assert links[:2] == ["willow2020.pdf", "willow2020.docx"]
    assert not any(":" in link for link in links)


def test_what_the_earlier_issue_says_is_an_input(folder: Path) -> None:
    assert generate(folder, "build", "willow2019").returncode == 0
    seed = folder / "seeds" / "willow.txt"
    seed.write_text(seed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "1 file" not in (again := generate(folder, "build", "willow2019")).stdout.splitlines()[-1]
    assert "0 publications up to date" in again.stdout


def test_an_error_of_the_earlier_issue_leaves_the_later_one_as_it_was(folder: Path) -> None:
    seed = folder / "seeds" / "willow.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("新建游园3个", "新建游园4个"), encoding="utf-8")
    done = generate(folder, "build")
    assert done.returncode == 1
    assert "willow2019 is left as it was" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert not (folder / "reports" / "willow2019.pdf").exists()


def test_issues_that_go_round_in_a_circle_are_refused(folder: Path) -> None:
    willow = folder / "content" / "willow.yaml"
    willow.write_text("since: willow2019\n" + willow.read_text(encoding="utf-8"), encoding="utf-8")
    assert "since: there is no content file willow beside this one" in said(folder)
