"""What the summary promises and what it refuses, a sentence a test; shown on the two short articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.blocks.briefs.edit import Briefs
from bulletin.blocks.findings.edit import Findings
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.edition.blocks import Both, ChartPlate, Edition, plain
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.levels.edit import LevelsSpec
from bulletin.plates.panels.edit import PanelsSpec
from bulletin.plates.parts.edit import SharesSpec
from bulletin.plates.spans.edit import SpansSpec
from bulletin.plates.strip.edit import StripPlate
from bulletin.problems import ContentError
from tests.conftest import ARTICLE, CONTENT
from tests.edition.test_summary import SUMMARY, edition, plates, spec, tables, write_pair

Patch = pytest.MonkeyPatch


def made(folder: Path, monkeypatch: Patch, *changes: tuple[str, str], content: str = CONTENT) -> Edition:
    summary = SUMMARY
    for old, new in changes:
        assert old in summary, old
        summary = summary.replace(old, new)
    return edition(write_pair(folder, summary=summary, content=content), monkeypatch)


def bars_of(edition_: Edition) -> ChartPlate:
    return next(p for p in plates(edition_) if isinstance(p, ChartPlate) and isinstance(p.spec, BarsSpec))


def refusal(folder: Path, monkeypatch: Patch, *changes: tuple[str, str]) -> str:
    with pytest.raises(ContentError) as caught:
        made(folder, monkeypatch, *changes)
    (problem,) = caught.value.problems
    return problem.message


PARKS = "    quote: 新建游园3个\n    period: {year: 2018}\n"


CELL = "              - {subdistrict: poplar, unstated: [游园几个]}\n"
OTHER = "              - {subdistrict: willow, of: willow.parks}\n"


def test_a_panel_without_a_cell_for_a_subdistrict_that_others_have_is_refused(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    second = CELL + "          - title: {zh: 树, en: Trees}\n            cells:\n" + OTHER + OTHER
    assert refusal(tmp_path, monkeypatch, (CELL, second)) == "树 has no cell for poplar"


def test_a_subdistrict_that_no_panel_has_is_said_not_to_be_compared(tmp_path: Path, monkeypatch: Patch) -> None:
    edition_ = made(tmp_path, monkeypatch, (CELL, OTHER))
    panels = next(p for p in plates(edition_) if isinstance(p, ChartPlate) and isinstance(p.spec, PanelsSpec))
    assert [cell.label.zh for cell in panels.spec.panels[0].cells] == ["柳林 [2018]"]
    assert panels.caption.note is not None and plain(panels.caption.note.zh) == "未列入比较：白杨。"


def test_a_span_of_a_figure_without_a_time_is_refused(tmp_path: Path, monkeypatch: Patch) -> None:
    said = refusal(
        tmp_path, monkeypatch, ("- of: willow.parks\n            text", "- of: willow.old\n            text")
    )
    assert said == "willow.old has neither a date nor a period to draw"


def test_two_units_never_share_the_summary_s_axis(tmp_path: Path, monkeypatch: Patch) -> None:
    said = refusal(tmp_path, monkeypatch, ("          - {of: willow.communities}\n", "          - {of: willow.old}\n"))
    assert said == "pages.1.plates.1: units differ: %, 个"


@pytest.mark.parametrize(
    ("status", "mark", "period"),
    [
        ("achieved", "done", Both("2018", "2018")),
        ("planned", "planned", Both("计划，2018", "planned, 2018")),
        ("expected", "planned", Both("预计，2018", "expected, 2018")),
        ("under_way", "under_way", Both("在办，2018", "under way, 2018")),
        ("applied_for", "planned", Both("已申请，2018", "applied for, 2018")),
        ("standing", "done", Both("2018", "2018")),
    ],
)
def test_what_has_not_come_true_says_so_in_its_cell(
    status: str, mark: str, period: Both, tmp_path: Path, monkeypatch: Patch
) -> None:
    content = CONTENT.replace(f"{PARKS}    status: achieved", f"{PARKS}    status: {status}")
    cell = spec(made(tmp_path, monkeypatch, content=content), PanelsSpec).panels[0].cells[0]
    assert cell.datum is not None and cell.datum.mark == mark
    assert cell.year == period


def test_figures_kept_apart_say_what_has_not_come_true(tmp_path: Path, monkeypatch: Patch) -> None:
    content = CONTENT.replace("老旧楼院占25%\n    status: standing", "老旧楼院占25%\n    status: planned")
    strip = next(p for p in plates(made(tmp_path, monkeypatch, content=content)) if isinstance(p, StripPlate))
    assert [plain(item.label.zh) for item in strip.items] == ["柳林 [2018]，计划：占比", "白杨 2018：占比"]


@pytest.mark.parametrize(
    ("period", "start", "end", "stated"),
    [
        ("{year: 2017}", 2017, 2018, True),
        ("{year: 2017, stated: false}", 2017, 2018, False),
        ('{at: "2017-07"}', 2017.5, 2017 + 7 / 12, True),
        ('{at: "--07"}', 2018.5, 2018 + 7 / 12, False),
        ('{since: "2016"}', 2016, 2019, True),
        ('{until: "2015"}', 2018, 2018, True),
        ('{since: "2014", until: "2015"}', 2014, 2016, True),
        ("{year: 2018, to_date: true}", 2018, 2019, True),
    ],
)
def test_a_span_is_as_long_as_the_figure_s_time_and_what_is_open_ends_with_the_article(
    period: str, start: float, end: float, stated: bool, tmp_path: Path, monkeypatch: Patch
) -> None:
    content = CONTENT.replace("新建游园3个\n    period: {year: 2018}", f"新建游园3个\n    period: {period}")
    row = spec(made(tmp_path, monkeypatch, content=content), SpansSpec).rows[0]
    assert (row.start, row.end) == (pytest.approx(start), pytest.approx(end))
    assert row.stated is stated


def test_each_article_s_own_date_follows_its_spans_as_one_point(tmp_path: Path, monkeypatch: Patch) -> None:
    rows = spec(made(tmp_path, monkeypatch), SpansSpec).rows
    assert [row.start == row.end for row in rows] == [False, True, False, True]
    assert rows[1].start == pytest.approx(2018.5), "in the middle of what is known"
    assert rows[3].start == pytest.approx(2018 + (10 + 17.5 / 30) / 12, abs=0.01)
    assert [row.label for row in rows[:2]] == [Both("柳林　[2018]年", "Liulin, [2018]")] * 2


def test_a_note_goes_before_the_names_of_the_silent(tmp_path: Path, monkeypatch: Patch) -> None:
    note = (
        "        unstated: {poplar: [数量]}\n",
        "        unstated: {poplar: [数量]}\n        note: {zh: 各有其数。, en: Each its own.}\n",
    )
    bars = next(
        p
        for p in plates(made(tmp_path, monkeypatch, note))
        if isinstance(p, ChartPlate) and isinstance(p.spec, BarsSpec)
    )
    assert bars.caption.note is not None
    assert plain(bars.caption.note.zh) == "各有其数。未述：白杨。"
    assert plain(bars.caption.note.en) == "Each its own. Not stated: Baiyang."


def test_where_no_article_is_silent_nothing_is_said(tmp_path: Path, monkeypatch: Patch) -> None:
    silent = (
        "          - {of: willow.communities}\n        unstated: {poplar: [数量]}\n",
        "          - {of: poplar.parks}\n",
    )
    assert bars_of(made(tmp_path, monkeypatch, silent)).caption.note is None


def test_who_has_neither_a_bar_nor_words_is_said_not_to_be_compared(tmp_path: Path, monkeypatch: Patch) -> None:
    bars = bars_of(made(tmp_path, monkeypatch, ("        unstated: {poplar: [数量]}\n", "")))
    assert bars.caption.note is not None and plain(bars.caption.note.en) == "Not compared: Baiyang."


def test_a_list_of_honours_that_goes_on_counts_as_at_least(tmp_path: Path, monkeypatch: Patch) -> None:
    rows = spec(made(tmp_path / "a", monkeypatch), LevelsSpec).rows
    assert rows[0][0] == Both("柳林（至少）", "Liulin (at least)")
    whole = CONTENT.replace("honours_more: 等荣誉称号\n", "")
    rows = spec(made(tmp_path / "b", monkeypatch, content=whole), LevelsSpec).rows
    assert rows[0][0] == Both("柳林", "Liulin")


def test_levels_come_from_the_highest_down_and_only_those_in_use(tmp_path: Path, monkeypatch: Patch) -> None:
    more = CONTENT.replace(
        "honours_more:",
        "  - name: {zh: 全国先进, en: National Model}\n    level: national\n    quote: 郑州市文明单位\nhonours_more:",
    )
    levels = spec(made(tmp_path, monkeypatch, content=more), LevelsSpec)
    assert [level.zh for level in levels.levels] == ["国家级", "市级"]
    assert levels.rows[0][2] == (1, 1)


def test_a_project_s_cell_holds_as_much_as_a_line_does_and_what_was_done_first(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    long = "植树、种草、铺路、修渠、装灯、立牌、清淤"
    short = {"size": "小", "done": "建成", "plan": "扩建"}
    projects: list[tuple[dict[str, str], str]] = [
        (short, "小；建成；计划：扩建"),
        ({**short, "plan": long}, "小；建成"),
        ({**short, "size": long}, "建成；计划：扩建"),
        ({"size": "小", "plan": long}, "小"),
    ]
    for at, (texts, said) in enumerate(projects):
        cells = "".join(f"    {key}: {{zh: {zh}, en: words}}\n" for key, zh in texts.items())
        monkeypatch.setattr(
            "tests.edition.test_summary.PROJECTS",
            "\nprojects:\n  - name: {zh: 游园, en: Pocket parks}\n    status: achieved\n"
            f"{cells}    quote: 新建游园3个\n"
            "tracker:\n  title: {zh: 项目, en: Projects}\n",
        )
        rows = tables(made(tmp_path / str(at), monkeypatch))[1]
        assert rows[1][-1] == said


@pytest.mark.parametrize(
    ("size", "done", "both"), [((8, 18), (8, 19), True), ((9, 18), (8, 19), False), ((8, 19), (8, 19), False)]
)
def test_a_line_of_a_project_s_cell_is_seventeen_characters_in_chinese_and_forty_in_english(
    size: tuple[int, int], done: tuple[int, int], both: bool, tmp_path: Path, monkeypatch: Patch
) -> None:
    cells = "".join(
        f"    {key}: {{zh: {zh * long[0]}, en: {en * long[1]}}}\n"
        for key, long, zh, en in (("size", size, "小", "s"), ("done", done, "建", "b"))
    )
    monkeypatch.setattr(
        "tests.edition.test_summary.PROJECTS",
        "\nprojects:\n  - name: {zh: 游园, en: Pocket parks}\n    status: achieved\n"
        f"{cells}    quote: 新建游园3个\ntracker:\n  title: {{zh: 项目, en: Projects}}\n",
    )
    assert (tables(made(tmp_path, monkeypatch))[1][1][-1] == "小" * size[0] + "；" + "建" * done[0]) is both


BARS = """      - kind: bars
        title: {zh: 数量, en: Numbers}
        bars:
          - {of: willow.parks}
          - {of: willow.communities}
        unstated: {poplar: [数量]}
"""
PARTS = """      - kind: parts
        title: {zh: 数量, en: Numbers}
        of: willow.communities
        parts: [{of: willow.parks}]
        rest: {zh: 其余, en: the others}
"""


def test_what_is_left_is_computed_in_the_summary_too(tmp_path: Path, monkeypatch: Patch) -> None:
    rest = spec(made(tmp_path, monkeypatch, (BARS, PARTS)), SharesSpec).rest
    assert rest is not None
    assert (rest.value, rest.label.zh) == (2, "其余（编者计算）")


def test_and_of_exact_numbers_only(tmp_path: Path, monkeypatch: Patch) -> None:
    article = ARTICLE.replace("5个社区", "5余个社区")
    content = CONTENT.replace("quote: 5个社区", "quote: 5余个社区").replace(
        "value: 5\n", "value: 5\n    approx: over\n"
    )
    folder = write_pair(tmp_path / "pair", article, content, SUMMARY.replace(BARS, PARTS))
    with pytest.raises(ContentError) as refused:
        edition(folder, monkeypatch)
    assert "willow.communities" in refused.value.problems[0].message


def test_a_draft_says_so_on_the_summary(tmp_path: Path, monkeypatch: Patch) -> None:
    edition_ = made(tmp_path / "a", monkeypatch)
    assert edition_.masthead.draft is None
    assert edition_.keywords == ("柳林街道", "Liulin Subdistrict", "白杨街道", "Baiyang Subdistrict")
    folder = write_pair(tmp_path / "b")
    path = folder / "content" / "publication.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "draft: true\n", encoding="utf-8")
    assert edition(folder, monkeypatch).masthead.draft is not None


def test_the_summary_s_pages_are_numbered_from_one(tmp_path: Path, monkeypatch: Patch) -> None:
    assert [page.number for page in made(tmp_path, monkeypatch).pages] == [1, 2]


def test_briefs_stand_on_the_first_page_and_notes_at_the_foot_of_the_last(tmp_path: Path, monkeypatch: Patch) -> None:
    brief = "  - {{title: {{zh: {0}, en: {1}}}, text: {{zh: {0}文, en: {1} text}}}}\n"
    more = f"briefs:\n{brief.format('短', 'Short')}notes:\n{brief.format('注', 'Note')}pages:\n"
    first, last = made(tmp_path, monkeypatch, ("pages:\n", more)).pages
    assert [block.id for block in first.blocks if isinstance(block, Briefs)] == ["briefs"]
    assert [block.id for block in last.blocks if isinstance(block, Briefs)] == ["notes"]
    assert isinstance(first.blocks[0], Briefs) and isinstance(first.blocks[-1], Findings)
    assert isinstance(last.blocks[-1], Briefs) and isinstance(last.blocks[0], PageTitle)
