"""The summary: references alone, gaps said, times told from each article; shown on two short articles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

import pytest

from bulletin.blocks.findings.edit import Findings
from bulletin.content import model
from bulletin.edition.blocks import Both, ChartPlate, Edition, PlateRow, plain
from bulletin.edition.comparing import in_full
from bulletin.edition.summary import summarize
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.levels.edit import LevelsSpec
from bulletin.plates.matrix.edit import MatrixSpec
from bulletin.plates.panels.edit import PanelsSpec
from bulletin.plates.spans.edit import SpansSpec
from bulletin.plates.strip.edit import StripPlate
from bulletin.plates.table.edit import TextTable
from bulletin.wording.dates import Moment
from tests.conftest import ARTICLE, CONTENT, GLOSSARY, small_project, workshop

Kind = TypeVar("Kind")

SUMMARY = """name: summary
title: {zh: 两份快照, en: Two snapshots}
within: {zh: 郑州市的街道, en: Subdistricts of Zhengzhou}
order: [willow, poplar]
findings_title: {zh: 各取一条, en: A finding from each}
findings:
  - subdistrict: willow
    text: {zh: 新建游园<willow.parks>, en: "<willow.parks> were built"}
    figures:
      - {of: willow.parks}
      - {of: willow.trees}
      - {of: willow.communities}
pages:
  - plates:
      - kind: spans
        title: {zh: 时间, en: Times}
        spans:
          - of: willow.parks
            text: {zh: 游园, en: parks}
          - of: poplar.parks
            text: {zh: 游园, en: parks}
  - title: {zh: 并排, en: Side by side}
    plates:
      - kind: panels
        title: {zh: 游园, en: Parks}
        panels:
          - title: {zh: 游园（个）, en: Parks}
            cells:
              - {subdistrict: willow, of: willow.parks}
              - {subdistrict: poplar, unstated: [游园几个]}
      - kind: bars
        title: {zh: 数量, en: Numbers}
        bars:
          - {of: willow.parks}
          - {of: willow.communities}
        unstated: {poplar: [数量]}
      - kind: apart
        title: {zh: 老旧, en: Old}
        items:
          - {of: willow.old, label: {zh: 占比, en: share}}
          - {of: poplar.old, label: {zh: 占比, en: share}}
      - kind: levels
        title: {zh: 荣誉, en: Honors}
      - kind: honours
        title: {zh: 同名荣誉, en: Same honor}
        names: [文明单位]
      - kind: matrix
        title: {zh: 名称, en: Names}
        terms: [两学一做, 文明单位]
      - kind: projects
        title: {zh: 项目, en: Projects}
        subdistricts: [willow]
        others: true
      - kind: sources
        title: {zh: 来源, en: Sources}
"""
TERMS = """  - {zh: 文明单位, en: Civilized Unit}
  - {zh: 两份快照, en: Two snapshots, kind: slogan}
"""
PROJECTS = """
projects:
  - name: {zh: 游园, en: Pocket parks}
    status: achieved
    done: {zh: 建成<parks>, en: "<parks> built"}
    quote: 新建游园3个
  - name: {zh: 植树, en: Trees}
    status: planned
    quote: 植树1.2万余株
    tracked: false
tracker:
  title: {zh: 项目, en: Projects}
"""
HONOURS = re.compile(r"honours:\n(  .*\n)+")


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """Willow, whose date is inferred, and Poplar, whose date is stated; Poplar has no honours and no 两学一做."""
    return write_pair(tmp_path / "pair")


def write_pair(folder: Path, article: str = ARTICLE, content: str = CONTENT, summary: str = SUMMARY) -> Path:
    content = content.replace("\npages:", f"{PROJECTS}\npages:").replace(
        "[honours, evidence", "[projects, honours, evidence"
    )
    small_project(folder, content, article, GLOSSARY + TERMS)
    other = HONOURS.sub("", CONTENT).replace("  - [honours, evidence, notes]", "  - [evidence, notes]")
    other = other.replace("柳林", "白杨").replace("Liulin", "Baiyang").replace("willow", "poplar")
    other = other.replace('{value: "2018", stated: false}', '{value: "2018-11-18", stated: true}')
    other_article = ARTICLE.replace("柳林", "白杨").replace("街道荣获郑州市文明单位等荣誉称号。", "")
    other_article = other_article.replace("党员参加“两学一做”学习教育。", "党员参加学习。")
    (folder / "seeds" / "poplar.txt").write_text(other_article, encoding="utf-8")
    (folder / "content" / "poplar.yaml").write_text(other, encoding="utf-8")
    (folder / "content" / "summary.yaml").write_text(summary, encoding="utf-8")
    return folder


def edition(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """The edition from verified contents; the rules that weigh wording and coverage have tests of their own."""
    from bulletin.evidence import verify

    kept = tuple(
        rule for rule in verify.RULES if rule.__name__.rsplit(".", 1)[-1] in ("quote", "quote_value", "reference")
    )
    monkeypatch.setattr(verify, "RULES", kept)
    shop = workshop(folder)
    verified = {name: shop.verified(name) for name in shop.summary.order}
    return summarize(shop.summary, verified, shop.library.glossary, shop.publication, shop.words)


def plates(made: Edition) -> list[object]:
    return [
        plate for page in made.pages for block in page.blocks if isinstance(block, PlateRow) for plate in block.plates
    ]


def spec(made: Edition, kind: type[Kind]) -> Kind:
    return next(p.spec for p in plates(made) if isinstance(p, ChartPlate) and isinstance(p.spec, kind))


def tables(made: Edition) -> list[list[list[str]]]:
    """The Chinese of every table, row by row."""
    found = [plate for plate in plates(made) if isinstance(plate, TextTable)]
    return [[[plain(cell.text.zh) for cell in row] for row in table.rows] for table in found]


def findings(made: Edition) -> Findings:
    return next(block for page in made.pages for block in page.blocks if isinstance(block, Findings))


def messages(folder: Path) -> list[str]:
    return [problem.message for problem in workshop(folder, ["summary"]).check().problems if problem.rule != "glossary"]


# ------------------------------------------------------------------------------------------ references


def test_a_changed_fact_shows_wherever_the_summary_refers_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = ARTICLE.replace("新建游园3个", "新建游园7个")
    content = CONTENT.replace("value: 3\n", "value: 7\n").replace("quote: 新建游园3个", "quote: 新建游园7个")
    monkeypatch.setattr("tests.edition.test_summary.PROJECTS", PROJECTS.replace("游园3个", "游园7个"))
    made = edition(write_pair(tmp_path / "pair", article, content), monkeypatch)
    row = findings(made).rows[0]
    assert plain(row.text.zh) == "新建游园7个"
    assert plain(row.text.en) == "Seven pocket parks were built"
    assert row.figures[0].amount.number == "7"
    cell = spec(made, PanelsSpec).panels[0].cells[0]
    assert cell.datum is not None
    assert cell.datum.value == 7
    assert "建成7个" in str(tables(made))


def test_an_unknown_reference_is_reported(tmp_path: Path) -> None:
    folder = write_pair(tmp_path / "pair", summary=SUMMARY.replace("<willow.parks>, en", "<willow.park>, en"))
    assert "there is no fact willow.park" in messages(folder)


def test_an_unknown_reference_outside_prose_is_reported(tmp_path: Path) -> None:
    folder = write_pair(tmp_path / "pair", summary=SUMMARY.replace("{of: willow.trees}", "{of: willow.tree}"))
    assert "there is no fact willow.tree" in messages(folder)


def test_a_typed_number_is_reported(tmp_path: Path) -> None:
    folder = write_pair(tmp_path / "pair", summary=SUMMARY.replace("zh: 各取一条", "zh: 各取3条"))
    assert "a number is typed here: 3" in messages(folder)


def test_a_name_of_the_glossary_may_hold_a_number(pair: Path) -> None:
    assert not [message for message in messages(pair) if "typed" in message]


def test_a_term_that_the_glossary_lacks_is_reported(tmp_path: Path) -> None:
    folder = write_pair(tmp_path / "pair", summary=SUMMARY.replace("[两学一做, 文明单位]", "[两学一做, 三会一课]"))
    assert "the glossary has no term 三会一课" in messages(folder)


def test_our_own_summary_types_no_figure(root: Path) -> None:
    shop = workshop(root, ["summary"])
    words = str(shop.summary.model_dump(exclude={"sections": {"__all__": {"plates": {"__all__": {"widths"}}}}}))
    assert "<jingchenglu.village_contracts>" in words
    assert not re.findall(r"\d+", re.sub(r"<[^>]*>|\w+\.\w+|13th|Phase 1", "", words))


def test_what_its_titles_claim_of_the_articles_holds(root: Path) -> None:
    """林山寨一篇的网页带日期 and 京城路、杜甫路没有列荣誉 are no references: they are held to the files here."""
    shop = workshop(root, ["summary"])
    plates = [plate for _, section in shop.summary.groups for plate in section.plates]
    said = {text.zh for plate in plates for text in (plate.title, getattr(plate, "line", None)) if text}
    contents = {name: content for name, (_, content) in shop.library.contents.items()}
    assert {"林山寨一篇的网页带日期，其余由编者推断", "京城路、杜甫路没有列荣誉"} <= said
    assert [name for name in contents if contents[name].dated.stated] == ["linshanzhai"]
    assert {name for name in contents if not contents[name].honours} == {"jingchenglu", "dufulu"}


# ------------------------------------------------------------------------------------------ gaps and times


def test_a_gap_is_an_empty_cell_and_the_bars_name_the_silent(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = edition(pair, monkeypatch)
    assert [cell.datum is None for cell in spec(made, PanelsSpec).panels[0].cells] == [False, True]
    bars = next(p for p in plates(made) if isinstance(p, ChartPlate) and isinstance(p.spec, BarsSpec))
    assert bars.caption.note is not None
    assert plain(bars.caption.note.zh) == "未述：白杨。"
    assert plain(bars.caption.note.en) == "Not stated: Baiyang."


def test_each_bar_carries_the_subdistrict_and_the_year(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [bar.label for bar in spec(edition(pair, monkeypatch), BarsSpec).bars]
    assert labels == [
        Both("新建游园（柳林2018）", "new pocket parks (Liulin 2018)"),  # the figure's own year
        Both("社区（柳林[2018]）", "communities (Liulin [2018])"),  # its article's, inferred
    ]


def test_a_figure_without_a_period_says_so(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    periods = [figure.period for figure in findings(edition(pair, monkeypatch)).rows[0].figures]
    assert periods == [Both("2018", "2018"), Both("2018", "2018"), Both("日期未述", "no dates")]


def test_a_finding_says_each_unit_once(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figures = findings(edition(pair, monkeypatch)).rows[0].figures
    assert [figure.label.zh for figure in figures] == ["新建游园（个）", "植树（株）", "社区（个）"]
    assert [figure.amount.unit for figure in figures] == [Both("", "")] * 3


def test_what_an_article_covers_and_its_date_stand_on_one_scale(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = spec(edition(pair, monkeypatch), SpansSpec).rows
    assert [(row.label.zh, row.start, row.stated) for row in rows if row.start != row.end] == [
        ("柳林　[2018]年", 2018, True),
        ("白杨　2018年11月18日", 2018, True),
    ]
    assert [row.stated for row in rows if row.start == row.end] == [False, True]


@pytest.mark.parametrize(
    ("period", "full", "stated"),
    [
        ({"at": "-- first-half"}, {"at": "2016 first-half"}, False),
        ({"since": "--06"}, {"since": "2016-06"}, False),
        ({"since": "2016-12-21"}, {"since": "2016-12-21"}, True),
        ({"year": 2018, "stated": False}, {"year": 2018, "stated": False}, False),
    ],
)
def test_a_year_that_is_left_out_is_the_articles_and_counts_as_inferred(
    period: dict[str, object], full: dict[str, object], stated: bool
) -> None:
    made, known = in_full(model.Period.model_validate(period), Moment.parse("2016 end"))
    assert made == model.Period.model_validate(full)
    assert known is stated


# ------------------------------------------------------------------------------------------ looked up and counted


def test_the_matrix_is_looked_up_in_the_articles(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = spec(edition(pair, monkeypatch), MatrixSpec)
    assert [row.zh for row in matrix.rows] == ["两学一做", "文明单位"]
    assert matrix.filled == ((True, False), (True, False))


def test_honours_are_counted_by_level(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    levels = spec(edition(pair, monkeypatch), LevelsSpec)
    assert [counts for _, _, counts in levels.rows] == [(1,), (0,)]
    assert [level.zh for level in levels.levels] == ["市级"]


@pytest.mark.parametrize(
    ("status", "zh", "en"),
    [
        ("under_way", "计划：建成3个", "Planned: 3 pocket parks built"),
        ("planned", "建成3个", "3 pocket parks built"),
    ],
)
def test_a_plan_is_called_one_where_the_work_has_begun(
    pair: Path, monkeypatch: pytest.MonkeyPatch, status: str, zh: str, en: str
) -> None:
    content = pair / "content" / "willow.yaml"
    done = "status: achieved\n    done: {zh: 建成"
    text = content.read_text(encoding="utf-8")
    assert done in text
    content.write_text(text.replace(done, f"status: {status}\n    plan: {{zh: 建成"), encoding="utf-8")
    made = edition(pair, monkeypatch)
    _, shown, _ = (plate for plate in plates(made) if isinstance(plate, TextTable))
    said = shown.rows[1][2].text
    assert (plain(said.zh), plain(said.en)) == (zh, en)


def test_tables_are_taken_from_the_content_files(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = edition(pair, monkeypatch)
    honours, projects, sources = tables(made)
    assert honours == [["文明单位", "柳林", "市级", "未述"]]
    assert projects == [["柳林　截至[2018]年"], ["游园", "已完成", "建成3个"]]
    assert [row[0] for row in sources] == ["柳林", "白杨"]
    assert sources[0][2:] == ["未述", "未署日期，推断为[2018]年"]
    notes = [plain(p.caption.note.zh) for p in plates(made) if isinstance(p, TextTable) and p.caption.note]
    assert notes == ["另外提到：柳林——植树（计划）。"]


def test_figures_kept_apart_carry_their_article_and_share_no_scale(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strip = next(plate for plate in plates(edition(pair, monkeypatch)) if isinstance(plate, StripPlate))
    assert [plain(item.label.zh) for item in strip.items] == ["柳林 [2018]：占比", "白杨 2018：占比"]
    assert [item.amount.number for item in strip.items if item.amount] == ["25%", "25%"]


def test_a_subdistrict_that_has_no_content_file_is_reported(tmp_path: Path) -> None:
    folder = write_pair(
        tmp_path / "pair", summary=SUMMARY.replace("order: [willow, poplar]", "order: [willow, poplars]")
    )
    assert "there is no content file poplars" in messages(folder)
