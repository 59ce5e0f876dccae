"""What a bulletin promises and what it refuses, a sentence a test; shown on the short article."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest

from bulletin.blocks.evidence.edit import Evidence
from bulletin.blocks.honours.edit import Honours
from bulletin.blocks.key_figures.edit import KeyFigures
from bulletin.blocks.projects.edit import Tracker
from bulletin.blocks.story.edit import Story
from bulletin.edition.blocks import Both, ChartPlate, Edition, Pair, PlateRow, plain
from bulletin.edition.bulletin import edit
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.nested.edit import NestedSpec
from bulletin.plates.parts.edit import SharesSpec
from bulletin.plates.strip.edit import StripPlate
from bulletin.plates.timeline.edit import TimelineSpec
from bulletin.plates.units.edit import UnitsSpec
from bulletin.problems import ContentError
from tests.conftest import CONTENT, small_project, workshop

Kind = TypeVar("Kind")

BARS = """      - kind: bars
        title: {zh: 社区与游园, en: Communities and parks}
        bars:
          - of: communities
          - of: parks
"""


def edition(folder: Path, *changes: tuple[str, str]) -> Edition:
    """The bulletin of the short article with these changes; the rules about wording have tests of their own."""
    content = CONTENT
    for old, new in changes:
        assert old in content, old
        content = content.replace(old, new)
    shop = workshop(small_project(folder, content))
    return edit(shop.verified("willow"), shop.publication, shop.words)


@pytest.fixture(autouse=True)
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the edition promises holds whatever a rule said before; two are what numbers rest on."""
    from bulletin.evidence import verify

    names = ("quote", "quote_value")
    monkeypatch.setattr(verify, "RULES", tuple(r for r in verify.RULES if r.__name__.rpartition(".")[2] in names))


def refusal(folder: Path, *changes: tuple[str, str]) -> str:
    """What is said of a bulletin that is refused."""
    with pytest.raises(ContentError) as caught:
        edition(folder, *changes)
    (problem,) = caught.value.problems
    assert problem.rule == "chart"
    return problem.message


def block(made: Edition, kind: type[Kind]) -> Kind:
    return next(block for page in made.pages for block in page.blocks if isinstance(block, kind))


def plate(made: Edition) -> ChartPlate:
    found = block(made, Story).plates[0].plates[0]
    assert isinstance(found, ChartPlate)
    return found


def drawn(made: Edition, kind: type[Kind]) -> Kind:
    spec = plate(made).spec
    assert isinstance(spec, kind)
    return spec


def plates(*lines: str) -> tuple[str, str]:
    """The story's chart, replaced by another."""
    return BARS, "".join(f"      {line}\n" for line in lines)


TITLE = "  title: {zh: 比较, en: Compared}"
DERIVED = """facts:
  more:
    derived: {%s}
    unit: {zh: 个, en: {one: place, other: places}}
    label: {zh: 结果, en: outcome}
    status: standing
"""

# ---------------------------------------------------------------------------------------------- refused


@pytest.mark.parametrize(
    "lines",
    [
        ("- kind: bars", TITLE, "  bars: [{of: parks}, {of: households}]"),
        ("- kind: nested", TITLE, "  levels: [{of: households}, {of: parks}]"),
        ("- kind: units", TITLE, "  of: households", "  parts: [{of: parks}]", "  each: 100"),
        ("- kind: parts", TITLE, "  of: households", "  parts: [{of: parks}]"),
        ("- kind: parts", TITLE, "  of: households", "  parts: [{of: households}, {of: parks}]"),
    ],
)
def test_two_units_never_share_an_axis(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert refusal(tmp_path, plates(*lines)) == "stories.0.plates.0: units differ: 个, 户"


def test_a_share_never_shares_an_axis_with_a_count(tmp_path: Path) -> None:
    chart = plates("- kind: bars", TITLE, "  bars: [{of: parks}, {of: old}]")
    assert refusal(tmp_path, chart) == "stories.0.plates.0: units differ: %, 个"


def test_a_date_is_no_bar(tmp_path: Path) -> None:
    chart = plates("- kind: bars", TITLE, "  bars: [{of: parks}, {of: since}]")
    assert refusal(tmp_path, chart) == "since is a date, not a value"


def test_what_is_below_zero_is_no_bar(tmp_path: Path) -> None:
    chart = plates("- kind: bars", TITLE, "  bars: [{of: parks}, {of: more}]")
    said = refusal(tmp_path, ("facts:\n", DERIVED % "difference: [parks, communities]"), chart)
    assert said.startswith("more is below zero")


def test_nothing_is_a_bar_of_no_length(tmp_path: Path) -> None:
    chart = plates("- kind: bars", TITLE, "  bars: [{of: parks}, {of: more}]")
    made = edition(tmp_path, ("facts:\n", DERIVED % "difference: [parks, parks]"), chart)
    assert [bar.value for bar in drawn(made, BarsSpec).bars] == [3, 0]


LINE = """timeline:
  kind: timeline
  title: {zh: 时间, en: Time}
  events:
    - {at: trees, label: {zh: 植树, en: trees planted}}
    - {at: %s, label: {zh: 其他, en: other}}
    - {at: since, label: {zh: 开始, en: begun}}
honours:
"""
ON_PAGE = ("  - [honours, evidence", "  - [timeline, honours, evidence")


def test_an_event_has_a_date_or_a_period(tmp_path: Path) -> None:
    said = refusal(tmp_path, ("honours:\n", LINE % "communities"), ON_PAGE)
    assert said == "communities has neither a date nor a period to draw"


# ---------------------------------------------------------------------------------------------- arithmetic


@pytest.mark.parametrize(
    ("derived", "value", "said"),
    [
        ("difference: [communities, parks]", 2, "5个 − 3个"),
        ("sum: [communities, parks]", 8, "5个 + 3个"),
        ("ratio: [communities, parks]", 5 / 3, "5个 ÷ 3个"),
    ],
)
def test_what_is_derived_is_computed_in_the_order_of_its_terms(
    derived: str, value: float, said: str, tmp_path: Path
) -> None:
    chart = plates("- kind: bars", TITLE, "  bars: [{of: parks}, {of: more}]")
    made = edition(tmp_path, ("facts:\n", DERIVED % derived), chart)
    assert float(drawn(made, BarsSpec).bars[1].value) == pytest.approx(value)
    row = next(row for row in block(made, Evidence).rows if row.facts == ("more",))
    assert row.derived and row.quote[1].text == said and row.quote[1].marked
    assert row.quote[0].text.startswith("编者计算")


def test_what_no_part_names_is_our_own_calculation(tmp_path: Path) -> None:
    lines = (
        "- kind: parts",
        TITLE,
        "  of: communities",
        "  parts: [{of: parks}]",
        "  rest: {zh: 其余, en: the others}",
    )
    spec = drawn(edition(tmp_path, plates(*lines)), SharesSpec)
    assert spec.rest is not None
    assert (spec.rest.value, spec.rest.shown, spec.rest.mark) == (2, "2", "unstated")
    assert spec.rest.full == Both("2", "2")
    assert spec.rest.label == Both("其余（编者计算）", "the others (our calculation)")


@pytest.mark.parametrize("rest", ["", "  rest: {zh: 其余, en: the others}"])
def test_where_the_parts_are_the_whole_or_nobody_names_the_rest_there_is_none(rest: str, tmp_path: Path) -> None:
    parts = "[{of: communities}]" if rest else "[{of: parks}]"
    lines = ("- kind: parts", TITLE, "  of: communities", f"  parts: {parts}", *filter(None, (rest,)))
    assert drawn(edition(tmp_path, plates(*lines)), SharesSpec).rest is None


def test_squares_stand_for_so_many_and_the_line_over_them_says_so(tmp_path: Path) -> None:
    lines = ("- kind: units", TITLE, "  of: communities", "  parts: [{of: parks}]")
    made = edition(tmp_path / "two", plates(*lines, "  each: 2", "  rest: {zh: 其余, en: the others}"))
    spec = drawn(made, UnitsSpec)
    assert (spec.whole.fact, [part.fact for part in spec.parts], spec.each) == ("communities", ["parks"], 2)
    assert spec.rest == Both("其余", "the others")
    line = plate(made).caption.line
    assert line is not None and "每格2个" in plain(line.zh) and "2 communities" in plain(line.en)
    one = plate(edition(tmp_path / "one", plates(*lines, "  each: 1"))).caption.line
    assert one is None or "每格" not in plain(one.zh)


def test_levels_stand_in_the_order_of_the_content(tmp_path: Path) -> None:
    made = edition(tmp_path, plates("- kind: nested", TITLE, "  levels: [{of: communities}, {of: parks}]"))
    assert [level.fact for level in drawn(made, NestedSpec).levels] == ["communities", "parks"]


# ---------------------------------------------------------------------------------------------- how things stand

DRAWN = {
    "achieved": "done",
    "standing": "standing",
    "under_way": "under_way",
    "expected": "planned",
    "planned": "planned",
    "applied_for": "planned",
}
PARKS = "    quote: 新建游园3个\n    period: {year: 2018}\n    status: "


@pytest.mark.parametrize("status", DRAWN)
def test_what_has_not_come_true_is_not_drawn_as_done(status: str, tmp_path: Path) -> None:
    made = edition(tmp_path, (f"{PARKS}achieved", f"{PARKS}{status}"))
    assert drawn(made, BarsSpec).bars[1].mark == DRAWN[status]
    row = next(row for row in block(made, Evidence).rows if row.facts == ("parks",))
    assert row.marks == (DRAWN[status],)


@pytest.mark.parametrize(
    ("status", "period"),
    [
        ("achieved", Both("2018年", "2018")),
        ("planned", Both("2018年", "2018")),
        ("expected", Both("2018年（预计）", "2018 (expected)")),
        ("applied_for", Both("2018年（已申请）", "2018 (applied for)")),
    ],
)
def test_what_is_drawn_like_a_plan_and_is_none_says_so_in_its_row(status: str, period: Both, tmp_path: Path) -> None:
    made = edition(tmp_path, (f"{PARKS}achieved", f"{PARKS}{status}"))
    row = next(row for row in block(made, Evidence).rows if row.facts == ("parks",))
    assert row.period == period


def test_a_curator_s_mark_goes_before_the_status(tmp_path: Path) -> None:
    made = edition(tmp_path, ("          - of: parks\n", "          - {of: parks, mark: under_way}\n"))
    assert [bar.mark for bar in drawn(made, BarsSpec).bars] == ["standing", "under_way"]


def test_the_key_to_the_table_of_evidence_names_the_marks_in_use(tmp_path: Path) -> None:
    legend = dict(block(edition(tmp_path / "a"), Evidence).legend)
    assert list(legend) == ["done", "standing"]
    planned = edition(tmp_path / "b", (f"{PARKS}achieved", f"{PARKS}planned"))
    assert list(dict(block(planned, Evidence).legend)) == ["done", "planned", "standing"]


PROJECTS = """projects:
  - name: {zh: 建成的, en: Built}
    status: achieved
    done: {zh: 建成<parks>, en: "<parks> built"}
    quote: 新建游园3个
  - name: {zh: 在建的, en: Going on}
    status: under_way
    size: {zh: <trees>, en: <trees>}
    quote: 植树1.2万余株
  - name: {zh: 打算的, en: Wanted}
    status: planned
    plan: {zh: 植树<trees>, en: <trees>}
    quote: 植树1.2万余株
  - name: {zh: 略过的, en: Left out}
    status: planned
    quote: 植树1.2万余株
    tracked: false
tracker:
  title: {zh: 项目, en: Projects}
honours:
"""


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    page = ("  - [honours, evidence", "  - [projects, honours, evidence")
    return block(edition(tmp_path, ("honours:\n", PROJECTS), page), Tracker)


def test_a_project_that_is_done_lacks_no_plan_and_any_other_does(tracker: Tracker) -> None:
    done, going_on, wanted = tracker.rows
    assert done.plan == Pair((), ()), "an empty cell"
    assert going_on.plan is None, "said to be not stated"
    assert wanted.plan is not None and plain(wanted.plan.zh) == "植树1.2万余株"


def test_a_project_s_row_has_its_mark_its_state_and_its_figures(tracker: Tracker) -> None:
    assert [row.marks for row in tracker.rows] == [("done",), ("under_way",), ("planned",)]
    assert [row.stage.zh for row in tracker.rows] == ["已完成", "在办", "计划"]
    done, going_on, _ = tracker.rows
    assert done.done is not None and plain(done.done.en) == "3 pocket parks built"
    assert done.size is None and going_on.done is None
    assert going_on.size is not None and plain(going_on.size.zh) == "1.2万余株"


def test_the_heads_of_the_tracker_are_the_usual_ones_or_the_curator_s(tracker: Tracker, tmp_path: Path) -> None:
    assert [head.zh for head in tracker.heads] == ["项目", "规模", "阶段", "完成与在办", "计划"]
    title = "tracker:\n  title: {zh: 项目, en: Projects}\n"
    own = f"{title}  name: {{zh: 工程, en: Works}}\n  done: {{zh: 已办, en: Done}}\n"
    page = ("  - [honours, evidence", "  - [projects, honours, evidence")
    other = block(edition(tmp_path / "other", ("honours:\n", PROJECTS.replace(title, own)), page), Tracker)
    assert [head.en for head in other.heads][::3] == ["Works", "Done"]
    assert [head.zh for head in other.heads][1:3] == ["规模", "阶段"]


def test_pages_are_numbered_from_one(tmp_path: Path) -> None:
    assert [page.number for page in edition(tmp_path).pages] == [1, 2]


def test_a_project_that_is_not_tracked_has_no_row(tracker: Tracker) -> None:
    assert [plain(row.name.zh) for row in tracker.rows] == ["建成的", "在建的", "打算的"]


def test_the_tracker_s_key_names_the_marks_in_use_in_their_order(tracker: Tracker) -> None:
    assert [mark for mark, _ in tracker.legend] == ["done", "under_way", "planned"]


# ---------------------------------------------------------------------------------------------- time


def line(made: Edition) -> TimelineSpec:
    found = [one for page in made.pages for one in page.blocks if isinstance(one, PlateRow)]
    (made_plate,) = found[0].plates
    assert isinstance(made_plate, ChartPlate) and isinstance(made_plate.spec, TimelineSpec)
    return made_plate.spec


@pytest.mark.parametrize(
    ("dated", "now"), [("2018", 2019.0), ("2018-06", 2018.5), ("2018 first-half", 2018.5), ("2018 end", 2019.0)]
)
def test_now_is_the_end_of_the_time_that_the_article_is_from(dated: str, now: float, tmp_path: Path) -> None:
    made = edition(tmp_path, ('value: "2018"', f'value: "{dated}"'), ("honours:\n", LINE % "parks"), ON_PAGE)
    spec = line(made)
    assert spec.now == pytest.approx(now)
    assert [(one.fact, one.start, one.end) for one in spec.events] == [
        ("trees", 2018, 2019),
        ("parks", 2018, 2019),
        ("since", 2018, 2019),
    ]


@pytest.mark.parametrize(
    ("period", "start", "end", "when"),
    [
        ('{at: "2017-05"}', 2017 + 4 / 12, 2017 + 5 / 12, "2017年5月"),
        ('{at: "--05"}', 2018 + 4 / 12, 2018 + 5 / 12, "5月"),
        ('{since: "2016"}', 2016, 2017, "2016年"),
        ('{until: "2015"}', 2015, 2016, "2015年"),
        ("{year: 2014}", 2014, 2015, "2014年"),
    ],
)
def test_an_event_stands_at_its_own_time(period: str, start: float, end: float, when: str, tmp_path: Path) -> None:
    other = ("quote: 新建游园3个\n    period: {year: 2018}", f"quote: 新建游园3个\n    period: {period}")
    made = edition(tmp_path, other, ("honours:\n", LINE % "parks"), ON_PAGE)
    event = next(one for one in line(made).events if one.fact == "parks")
    assert (event.start, event.end) == (pytest.approx(start), pytest.approx(end))
    assert event.when.zh == when


@pytest.mark.parametrize(("stated", "zh", "en"), [("true", "2018", "2018"), ("false", "推断", "inferred")])
def test_the_head_says_whether_the_date_is_the_article_s_or_ours(stated: str, zh: str, en: str, tmp_path: Path) -> None:
    when = edition(tmp_path, ("stated: false}", f"stated: {stated}}}")).masthead.dated
    assert zh in when.zh and en in when.en
    assert ("推断" in when.zh) is (stated == "false")


# ---------------------------------------------------------------------------------------------- pages

OTHER = """  - id: dry
    theme: environment
    title: {zh: 另一篇, en: Another}
    paragraphs:
      - zh: 老旧楼院占<old>。
        en: Old courtyards make up <old>.
honours:
"""


def test_a_story_of_the_first_page_leads_and_one_of_another_does_not(tmp_path: Path) -> None:
    made = edition(tmp_path, ("honours:\n", OTHER), ("  - [honours, evidence", "  - [dry, honours, evidence"))
    leads = {one.id: one.lead for page in made.pages for one in page.blocks if isinstance(one, Story)}
    assert leads == {"green": True, "dry": False}


def test_evidence_is_numbered_as_a_reader_meets_it_wherever_it_stands(tmp_path: Path) -> None:
    pages = "  - [key_figures, green]\n  - [honours, evidence, notes]"
    turned = edition(tmp_path / "a", (pages, "  - [evidence, key_figures]\n  - [green, honours, notes]"))
    straight = edition(tmp_path / "b")
    rows = [(row.number, row.facts) for row in block(turned, Evidence).rows]
    assert rows == [(row.number, row.facts) for row in block(straight, Evidence).rows]
    assert [number for number, _ in rows] == list(range(1, len(rows) + 1))
    assert rows[0][1] == ("parks",), "the first key figure"


def test_facts_of_one_quote_share_a_row_and_each_numeral_is_marked(tmp_path: Path) -> None:
    row = next(row for row in block(edition(tmp_path), Evidence).rows if "households" in row.facts)
    assert row.facts == ("communities", "households")
    assert [(piece.text, piece.marked) for piece in row.quote] == [
        ("5", True),
        ("个社区共有居民", False),
        ("4000", True),
        ("户", False),
    ]


def test_a_number_and_the_date_in_one_quote_are_printed_each_with_its_own_words(tmp_path: Path) -> None:
    quote = "2018年,柳林街道新建游园3个"
    made = edition(
        tmp_path, ("    quote: 新建游园3个", f'    quote: "{quote}"'), ("    quote: 2018年", f'    quote: "{quote}"')
    )
    row = next(row for row in block(made, Evidence).rows if "since" in row.facts)
    assert set(row.facts) == {"parks", "since"}
    assert sorted(row.printed.zh.split("；")) == ["2018年", "3个"]
    assert sorted(row.printed.en.split("; ")) == ["2018", "3 pocket parks"]


def test_key_figures_have_their_unit_and_their_row_in_the_label(tmp_path: Path) -> None:
    figures = block(edition(tmp_path), KeyFigures).items
    assert [figure.amounts[0].number for figure in figures] == ["3", "12,000+", "5"]
    assert [plain(figure.label.zh) for figure in figures] == ["新建游园（个）", "植树", "社区（个）"]
    assert [figure.label.zh[-1].row for figure in figures] == [1, 2, 3]  # type: ignore[union-attr]


def test_of_two_figures_under_one_label_both_are_large_in_chinese_where_one_is(tmp_path: Path) -> None:
    figure = block(edition(tmp_path, ("  - of: [trees]", "  - of: [trees, communities]")), KeyFigures).items[1]
    assert [(amount.zh, amount.zh_unit) for amount in figure.amounts] == [("1.2万余", "株"), ("5", "个")]


def test_a_strip_keeps_figures_of_different_units_apart(tmp_path: Path) -> None:
    items = (
        "  items: [{of: parks, label: {zh: 游园, en: parks}}, {unstated: [其他], label: {zh: 其他, en: others}}, LAST]"
    )
    items = items.replace("LAST", "{of: old, label: {zh: 老旧, en: old}}")
    made = edition(tmp_path, plates("- kind: strip", TITLE, items))
    strip = block(made, Story).plates[0].plates[0]
    assert isinstance(strip, StripPlate)
    assert [item.amount.fact if item.amount else None for item in strip.items] == ["parks", None, "old"]


def test_an_honour_without_a_year_says_that_none_is_stated(tmp_path: Path) -> None:
    (row,) = block(edition(tmp_path / "a"), Honours).rows
    assert row.year == Both("未述", "not stated")
    dated = edition(tmp_path / "b", ("    level: municipal\n", "    level: municipal\n    year: 2017\n"))
    assert block(dated, Honours).rows[0].year == Both("2017", "2017")


def test_a_draft_says_so(tmp_path: Path) -> None:
    assert edition(tmp_path / "a").masthead.draft is None
    folder = small_project(tmp_path / "b")
    path = folder / "content" / "publication.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "draft: true\n", encoding="utf-8")
    shop = workshop(folder)
    draft = edit(shop.verified("willow"), shop.publication, shop.words).masthead.draft
    assert draft is not None and draft.zh and draft.en
