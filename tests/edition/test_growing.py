"""A summary of 2, 6, 12 and 30 places: what it composes of their files, which form its charts take, who joins it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import gate
from bulletin.blocks.briefs.edit import Briefs
from bulletin.blocks.findings.edit import Findings
from bulletin.build import Builder
from bulletin.charts.draw import Chart
from bulletin.charts.shapes import Polygon
from bulletin.edition.blocks import (
    Block,
    Both,
    Caption,
    ChartPlate,
    Edition,
    Figure,
    Pair,
    Plate,
    PlateRow,
    as_pair,
    plain,
)
from bulletin.edition.pieces import MOST, evenly, pieces
from bulletin.edition.register import shown
from bulletin.edition.walk import every
from bulletin.plates.bars.edit import BarsSpec
from bulletin.plates.levels.edit import LevelsSpec
from bulletin.plates.matrix.edit import MatrixSpec
from bulletin.plates.panels.edit import PanelsSpec
from bulletin.plates.spans.edit import SpansSpec
from bulletin.plates.table.edit import TableCell, TextTable
from bulletin.problems import Problem
from bulletin.remembered import Remembered
from bulletin.wording.amounts import counted
from tests.conftest import house_words, workshop
from tests.places import MINIMAL, NAMES, Place, composed_by_hand, write_places

COUNTS = (2, 6, 12, 30)


@dataclass(frozen=True)
class Grown:
    """A summary of so many places, with its charts."""

    places: tuple[Place, ...]
    edition: Edition
    charts: dict[str, Chart]

    @property
    def blocks(self) -> list[Block]:
        return [block for page in self.edition.pages for block in page.blocks]

    @property
    def plates(self) -> list[Plate]:
        return [plate for block in self.blocks if isinstance(block, PlateRow) for plate in block.plates]

    def spec(self, kind: type[SpansSpec | LevelsSpec | MatrixSpec | BarsSpec | PanelsSpec]) -> list[ChartPlate]:
        return [one for one in self.plates if isinstance(one, ChartPlate) and isinstance(one.spec, kind)]

    def tables(self, title: str) -> list[TextTable]:
        """Those whose title begins so."""
        return [
            plate
            for plate in self.plates
            if isinstance(plate, TextTable) and plain(plate.caption.title.zh).startswith(title)
        ]


@cache
def grown(count: int, *, by_hand: bool = False) -> Grown:
    places = [Place(at) for at in range(count)]
    folder = Path(mkdtemp()) / "project"
    folder.mkdir()
    write_places(folder, count, composed_by_hand(places) if by_hand else MINIMAL)
    builder = Builder(workshop(folder))
    edition = builder.edition("summary")[0]
    return Grown(tuple(places), edition, builder.charts(edition))


def in_time(places: tuple[Place, ...]) -> list[Place]:
    """From the earliest to the latest, undated last; an article of November 18 is before one of the end of its year."""
    return sorted(
        places, key=lambda place: (place.undated, 0 if place.undated else place.year, not place.dated, place.name)
    )


def errors(folder: Path) -> list[Problem]:
    return gate.check(workshop(folder), Remembered(folder.parent / "sound")).errors()


def project(folder: Path, count: int, summary: str = MINIMAL) -> Path:
    folder.mkdir()
    write_places(folder, count, summary)
    return folder


# ------------------------------------------------------------------------------------------ what is composed


@pytest.mark.parametrize("count", COUNTS)
def test_a_title_is_enough_and_all_that_is_there_stands_on_one_page_in_its_order(count: int) -> None:
    made = grown(count)
    assert len(made.edition.pages) == 1
    kinds = []
    for block in made.blocks:
        for one in block.plates if isinstance(block, PlateRow) else (block,):
            kind = type(one.spec).__name__ if isinstance(one, ChartPlate) else str(getattr(one, "id", "")).split("-")
            kinds.append(kind if isinstance(kind, str) else kind[-1] if kind[0] == "composed" else kind[0])
    order = ["SpansSpec", "findings", "LevelsSpec", "honours", "MatrixSpec", "projects", "terms", "sources", "notes"]
    first = list(dict.fromkeys(kind for kind in kinds if not kind.isdigit()))
    assert first == [kind for kind in order if kind != "projects" or count > 2], "one place alone has a project"


@pytest.mark.parametrize("count", COUNTS)
def test_every_place_has_a_finding_in_order_of_time_from_its_own_file(count: int) -> None:
    rows = [row for one in every(Findings, grown(count).blocks) for row in one.rows]
    places = in_time(grown(count).places)
    assert [row.place.en for row in rows] == [place.en.split(" ")[0] for place in places]
    for row, place in zip(rows, places, strict=True):
        assert plain(row.text.zh) == f"{place.zh}新建游园"
        assert [figure.amount.fact for figure in row.figures] == [
            f"{place.name}.{id}" for id in ("parks", "trees", "communities")
        ]
        assert row.figures[0].period.zh == (str(place.year) if place.names_its_year else f"[{place.year}]")
        assert row.text.path == "", "nobody edits it here"


@pytest.mark.parametrize("count", COUNTS)
def test_the_title_counts_by_itself(count: int) -> None:
    words = counted(count)
    title = grown(count).edition.masthead.title
    assert (title.zh, title.en) == (f"{words.zh}份快照", f"{words.en.capitalize()} snapshots")


def test_every_place_stands_on_the_scale_of_time_and_an_undated_one_has_its_figures_alone() -> None:
    rows = [row for plate in grown(30).spec(SpansSpec) for row in plate.spec.rows]  # type: ignore[attr-defined]
    names = {row.label.zh.split("　")[0] for row in rows}
    assert names == {"黄河滩" if len(place.zh) > 4 else place.zh for place in grown(30).places}
    undated = [row for row in rows if row.label.zh == "望河"]
    assert [(row.start, row.end) for row in undated] == [(Place(7).year, Place(7).year + 1)]


def test_who_lists_more_honours_than_are_named_is_marked_and_who_lists_none_has_no_row() -> None:
    rows = [row for plate in grown(30).spec(LevelsSpec) for row in plate.spec.rows]  # type: ignore[attr-defined]
    with_honours = [place for place in in_time(grown(30).places) if place.honours]
    assert [label.zh for label, _, _ in rows] == [
        f"{place.zh}（至少）" if place.listed_more else place.zh for place in with_honours
    ]
    assert [sum(counts) for _, _, counts in rows] == [len(place.honours) for place in with_honours]


def test_a_plate_needs_two_places_that_have_it(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", 2)
    path = folder / "content" / "baiyang.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("honours:"), text.index("terms:")
    text = text[:start] + "left_out2" + text[end:]
    listed = "".join(f"{{quote: {zh}, why: not told}}, " for _, zh, _ in Place(1).honours)
    text = text.replace("left_out2", "").replace("[honours, ", "[").replace("left_out: [", f"left_out: [{listed}")
    path.write_text(text, encoding="utf-8")
    edition = Builder(workshop(folder)).edition("summary")[0]
    assert not [plate for plate in every(ChartPlate, edition.pages) if isinstance(plate.spec, LevelsSpec)]
    assert list(every(Findings, edition.pages))


def test_a_finding_of_the_summary_goes_before_what_the_file_declares(tmp_path: Path) -> None:
    finding = """findings:
  - subdistrict: baiyang
    text: {zh: 植树<baiyang.trees>。, en: <baiyang.trees> were planted.}
    figures: [{of: baiyang.parks}, {of: baiyang.communities}]
"""
    edition = Builder(workshop(project(tmp_path / "project", 2, MINIMAL + finding))).edition("summary")[0]
    rows = next(every(Findings, edition.pages)).rows
    assert [plain(row.text.zh) for row in rows] == ["柳林新建游园", "植树1931余株。"]
    assert [len(row.figures) for row in rows] == [3, 2]


@pytest.mark.parametrize("count", COUNTS)
def test_what_the_program_words_itself_is_nobody_s_to_edit(count: int) -> None:
    """Its texts have no place in the summary's file, to which an edit of the draft could be brought home."""
    assert {pair.path for pair in every(Pair, grown(count).blocks)} == {""}


def test_the_publication_s_imprint_stands_where_there_are_no_notes() -> None:
    notes = [block for block in grown(2).blocks if isinstance(block, Briefs)]
    assert [[plain(item.text.en) for item in block.items] for block in notes] == [["The English is a translation."]]


# ------------------------------------------------------------------------------------------ who joins


def test_a_content_file_joins_by_itself_and_where_there_is_an_order_by_one_line(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", 6)
    path = folder / "content" / "summary.yaml"
    assert len(workshop(folder).summary.order) == 6
    seventh = Place(6)
    (folder / "seeds" / f"{seventh.name}.txt").write_text(seventh.article(), encoding="utf-8")
    (folder / "content" / f"{seventh.name}.yaml").write_text(seventh.content(), encoding="utf-8")
    assert workshop(folder).summary.order == [place.name for place in in_time(tuple(map(Place, range(7))))]
    path.write_text(MINIMAL + "order: [nanhu, liulin]\n", encoding="utf-8")
    assert workshop(folder).summary.order == ["nanhu", "liulin"]
    path.write_text(MINIMAL + f"order: [nanhu, liulin, {seventh.name}]\n", encoding="utf-8")
    assert errors(folder) == []
    edition = Builder(workshop(folder)).edition("summary")[0]
    assert edition.masthead.title.zh == "三份快照"
    assert [row.place.zh for one in every(Findings, edition.pages) for row in one.rows] == ["南湖", "柳林", "双塔"]


def test_a_sixth_place_breaks_no_pages_that_a_person_laid_out_for_five(tmp_path: Path) -> None:
    """It is in what the program looks up; the plates that somebody chose say that it is not compared."""
    five = composed_by_hand([Place(at) for at in range(5)])
    folder = project(tmp_path / "project", 6, five.replace("order: [", f"order: [{Place(5).name}, "))
    found = gate.check(workshop(folder), Remembered(tmp_path / "sound"))
    assert found.errors() == []
    assert {one.rule for one in found.problems} == {"silence"}, "a curator is told what may be added"
    edition = Builder(workshop(folder)).edition("summary")[0]
    for kind in (PanelsSpec, BarsSpec):
        plate = next(one for one in every(ChartPlate, edition.pages) if isinstance(one.spec, kind))
        assert plate.caption.note is not None and plain(plate.caption.note.zh).endswith("未列入比较：黄河滩。")
    matrix = next(one.spec for one in every(ChartPlate, edition.pages) if isinstance(one.spec, MatrixSpec))
    assert matrix.columns[0].zh == "黄河滩"
    assert len(next(every(Findings, edition.pages)).rows) == 6


ORDER = "order: [liulin, baiyang]\n"
NOTE = "notes: [{title: {zh: 注, en: Note}, text: {zh: <nanhu.parks>, en: <nanhu.parks>}}]\n"
DELETE = "; without one, delete summary.yaml"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("order: [liulin, liulin]\n", "liulin stands in order twice"),
        ("order: [liulin]\n", "a summary needs the content files of two subdistricts, there is 1" + DELETE),
        ("order: [liulin, nowhere]\n", "there is no content file nowhere"),
        (NOTE, ""),
        (
            ORDER + NOTE,
            "nanhu is not in order",
        ),
        (
            ORDER + "pages: [{plates: [{kind: projects, title: {zh: 项, en: P}, subdistricts: [nanhu]}]}]\n",
            "nanhu is not in order",
        ),
        (
            ORDER + "pages: [{plates: [{kind: levels, title: {zh: 荣, en: H}, subdistricts: [nanhu]}]}]\n",
            "nanhu is not in order",
        ),
    ],
)
def test_the_summary_shows_places_of_its_order(more: str, said: str, tmp_path: Path) -> None:
    messages = {one.message for one in errors(project(tmp_path / "project", 5, MINIMAL + more))}
    assert messages == ({said} if said else set())


def test_one_article_alone_is_summed_up_by_nobody(tmp_path: Path) -> None:
    (found,) = errors(project(tmp_path / "project", 1))
    assert found.message == "a summary needs the content files of two subdistricts, there is 1" + DELETE
    assert found.place.file == "content/summary.yaml"


# ------------------------------------------------------------------------------------------ <places>


def told(folder: Path, summary: str) -> set[str]:
    return {one.message for one in errors(project(folder, 2, summary))}


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("{zh: <places>份快照, en: Snapshots of <places> places}", set[str]()),
        ("{zh: <places>份快照, en: Snapshots}", {"<places> stands only here, not in the English"}),
        ("{zh: 快照, en: <places> snapshots}", {"<places> stands only here, not in the Chinese"}),
        ("{zh: <places:number>份快照, en: <places:number> snapshots}", {"<places:number> is no reference"}),
        ("{zh: 两份快照, en: Snapshots}", {"a number is typed here: 两", "两 is missing in the English"}),
    ],
)
def test_the_number_of_articles_is_a_reference_like_others(title: str, said: set[str], tmp_path: Path) -> None:
    assert told(tmp_path / "project", f"title: {title}\n") == said


def test_it_counts_in_every_text_of_the_summary(tmp_path: Path) -> None:
    summary = """title: {zh: 合编, en: Summary}
within: {zh: <places>个街道, en: <places> subdistricts}
findings_title: {zh: <places>篇各取一条, en: A finding from each of <places>}
briefs:
  - title: {zh: 怎么读, en: How to read it}
    text: {zh: 这里有<places>篇。, en: There are <places>. <places> stand here.}
"""
    folder = project(tmp_path / "project", 2, summary)
    assert errors(folder) == []
    edition = Builder(workshop(folder)).edition("summary")[0]
    assert (edition.masthead.place.zh, edition.masthead.place.en) == ("两个街道", "Two subdistricts")
    brief = next(every(Briefs, edition.pages)).items[0].text
    assert plain(brief.en) == "There are two. Two stand here."
    assert [piece.fact for piece in brief.zh if isinstance(piece, Figure)] == ["places"]
    Builder(workshop(folder)).make("summary", ("pdf", "docx"))  # the audit finds every number accounted for


def test_a_bulletin_has_no_number_of_articles_unless_it_is_a_fact_of_its_own(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", 2)
    path = folder / "content" / "liulin.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("街道新建游园<parks>", "街道新建游园<places>"), encoding="utf-8")
    assert "there is no fact places" in {one.message for one in errors(folder)}


# ------------------------------------------------------------------------------------------ the forms of charts


@pytest.mark.slow
@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("count", [*COUNTS, 40])
def test_no_chart_is_higher_than_a_page_or_set_smaller_than_the_theme_says(count: int, by_hand: bool) -> None:
    """That labels neither meet nor leave their canvas, every chart checks itself when it is drawn."""
    made = grown(count, by_hand=by_hand)
    least = min(workshop_theme()["charts"][key]["compact"] for key in ("label_zh", "label_en"))
    for chart in made.charts.values():
        assert chart.height_mm < (230 if by_hand else 130)
        assert min(label.size for label in chart.drawing.labels) >= min(least, 7.0 if chart.kind == "panels" else 99)


def workshop_theme() -> dict[str, dict[str, float]]:
    from tests.conftest import ROOT

    return workshop(ROOT, ["summary"]).theme


@pytest.mark.parametrize("count", [*COUNTS, 40])
def test_charts_are_cut_to_half_a_page_and_tables_are_left_to_the_layout(count: int) -> None:
    made = grown(count)
    for plate in made.spec(SpansSpec):
        assert isinstance(plate.spec, SpansSpec)
        assert len([row for row in plate.spec.rows if row.start != row.end]) <= MOST
    titles = [plain(plate.caption.title.zh) for plate in made.plates if isinstance(plate, TextTable)]
    assert titles and len(titles) == len(set(titles))
    assert len(list(every(Findings, made.blocks))) == 1
    assert made.edition.pages[0].auto, "the program lays them out"


def test_a_page_may_end_behind_any_row_but_not_behind_a_heading() -> None:
    (table,) = grown(12).tables("各项目走到哪一步")
    units = table.units()
    assert [row for unit in units for row in unit] == list(table.rows)
    assert all(len(unit[-1]) > 1 for unit in units)
    assert {len(unit) for unit in units} == {2}, "each place has one project, under its heading"


def test_a_later_page_says_the_heading_again_and_only_the_last_has_the_note() -> None:
    def row(*texts: str) -> tuple[TableCell, ...]:
        return tuple(TableCell(as_pair(Both(text, text))) for text in texts)

    caption = Caption(as_pair(Both("题", "Title")), None, as_pair(Both("注", "Note")))
    rows = (row("甲"), row("a", "1"), row("b", "2"), row("乙"), row("c", "3"), row("d", "4"))
    table = TextTable(caption, (Both("名", "Name"),), rows, (0.5, 0.5), "t")

    def heads(start: int, end: int) -> list[str]:
        return [plain(row[0].text.zh) for row in table.part(start, end).rows]

    assert [len(unit) for unit in table.units()] == [2, 1, 2, 1]
    assert heads(0, 2) == ["甲", "a", "b"]
    assert heads(1, 2) == ["甲", "b"]
    assert heads(1, 4) == ["甲", "b", "乙", "c", "d"]
    assert heads(2, 4) == ["乙", "c", "d"]
    assert heads(3, 4) == ["乙", "d"]
    assert [table.part(*at).caption.note is None for at in ((0, 3), (2, 4))] == [True, False]
    assert [text.zh if isinstance(text, Both) else plain(text.zh) for text in table.again()] == ["题", "名", "甲", "乙"]


def test_an_empty_head_says_again_whose_row_it_is_on_a_later_page() -> None:
    (table,) = grown(12).tables("同名的荣誉")
    empty = next(at for at, row in enumerate(table.rows) if not plain(row[0].text.zh))
    name = next(row for row in reversed(table.rows[:empty]) if plain(row[0].text.zh))[0]
    assert table.part(empty, len(table.rows)).rows[0][0] == name


def test_only_the_last_piece_has_the_note() -> None:
    caption = Caption(as_pair(Both("题", "Title")), None, as_pair(Both("注", "Note")))
    rows = tuple((TableCell(as_pair(Both(f"{n}", f"{n}"))), TableCell(as_pair(Both("x", "x")))) for n in range(25))
    cut = pieces(TextTable(caption, (), rows, (0.5, 0.5), "t"), house_words(), MOST)
    assert [plain(one.caption.note.zh) if one.caption and one.caption.note else "" for one in cut] == ["", "注"]
    assert [one.id for one in cut] == ["t", "t-2"]


def test_a_matrix_of_many_places_and_terms_is_cut_both_ways() -> None:
    filled = tuple(tuple((i * j) % 3 == 0 for j in range(30)) for i in range(12))
    whole = MatrixSpec(
        tuple(Both(f"词{i}", f"term {i}") for i in range(12)),
        tuple(Both(*NAMES[j]) for j in range(30)),
        filled,
    )
    cut = whole.cut(MOST)
    assert [(len(one.rows), len(one.columns)) for one in cut] == [(6, 15)] * 4
    assert [row for one in cut for row in one.filled] == [
        row[at : at + 15] for start in (0, 6) for at in (0, 15) for row in filled[start : start + 6]
    ]


def test_pieces_go_on_under_the_same_title() -> None:
    first, second = grown(30).spec(SpansSpec)
    assert plain(second.caption.title.zh) == f"{plain(first.caption.title.zh)}（续）"
    assert plain(second.caption.title.en) == f"{plain(first.caption.title.en)}, continued"
    assert len({plate.id for plate in grown(40).plates}) == len(grown(40).plates)


def test_spans_in_pieces_share_one_scale() -> None:
    scales = {plate.spec.scale() for plate in grown(30).spec(SpansSpec)}  # type: ignore[attr-defined]
    assert len(grown(30).spec(SpansSpec)) == 2
    assert len(scales) == 1


def test_many_columns_of_a_matrix_turn_into_rows_with_the_same_data() -> None:
    few, many = (
        [(plate, grown(count, by_hand=True).charts[plate.id]) for plate in grown(count, by_hand=True).spec(MatrixSpec)]
        for count in (2, 30)
    )
    for found, down in ((few, False), (many, True)):
        for plate, chart in found:
            assert isinstance(plate.spec, MatrixSpec)
            lefts = {label.text: label.x for label in chart.drawing.labels}
            assert all((lefts[name.zh] == 0) is down for name in plate.spec.columns)
            assert len([s for s in chart.drawing.shapes if type(s).__name__ == "Disc"]) == sum(
                map(sum, plate.spec.filled)
            )


def test_bars_in_two_columns_have_one_scale() -> None:
    made = grown(30, by_hand=True)
    (plate,) = made.spec(BarsSpec)
    assert plate.width == "full"
    chart = made.charts[plate.id]
    bars = [s for s in chart.drawing.shapes if isinstance(s, Polygon) and s.face]
    assert isinstance(plate.spec, BarsSpec)
    lengths = [s.points[1][0] - s.points[0][0] for s in bars]
    assert len(lengths) == 30
    per_park = {round(length / float(bar.value), 4) for length, bar in zip(lengths, plate.spec.bars, strict=True)}
    assert len(per_park) == 1
    assert len({s.points[0][0] for s in bars}) == 2


def test_panels_of_many_places_turn_into_a_table_with_the_same_figures_and_silences() -> None:
    assert grown(12, by_hand=True).spec(PanelsSpec)
    made = grown(30, by_hand=True)
    assert not made.spec(PanelsSpec)
    (table,) = made.tables("各街道情况")
    with_plan = [place for place in made.places if place.with_plan]
    facts = {f"{p.name}.{id}" for p in made.places for id in ("households", "communities")}
    assert shown(table) == facts | {f"{place.name}.courtyards" for place in with_plan}
    by_name = {plain(row[0].text.zh).split(" ")[0]: [plain(cell.text.zh) for cell in row[1:]] for row in table.rows}
    assert by_name["白杨"] == ["4877户，时段未述", "7个，时段未述", "未述"], "the article says nothing of courtyards"
    assert by_name["东风渠"][0] == "8431户，时段未述（存疑）"
    assert by_name["柳林"][2] == "12处，计划，时段未述"


def test_many_honours_are_told_by_their_levels() -> None:
    (few,), (many,) = (grown(count).tables("同名的荣誉") for count in (2, 30))
    assert len(few.heads) == 4
    assert len(many.heads) == 3
    held = [
        (plain(row[1].text.zh), plain(row[2].text.zh).count("、") + 1)
        for row in many.rows
        if plain(row[0].text.zh) != "平安单位"
    ]
    wanted = [
        len([p for p in grown(30).places if any(level == each and "文明单位" in zh for each, zh, _ in p.honours)])
        for level in ("provincial", "municipal", "county")
    ]
    assert held[:3] == list(zip(("省级", "市级", "区县级"), wanted, strict=True))


def test_the_heading_of_a_group_stays_with_its_rows() -> None:
    for table in grown(40).tables("各项目走到哪一步"):
        assert [len(row) for row in table.rows] == [1, 3] * (len(table.rows) // 2)


# ------------------------------------------------------------------------------------------ cutting


@given(st.lists(st.integers(1, 9), min_size=1, max_size=60), st.integers(1, 24))
def test_runs_hold_everything_in_order_and_no_more_than_they_may(weights: list[int], most: int) -> None:
    items = list(range(len(weights)))
    runs = evenly(items, weights, most)
    assert [item for run in runs for item in run] == items
    for run in runs:
        assert run and (sum(weights[i] for i in run) <= most or len(run) == 1)


@given(st.integers(1, 200), st.integers(1, 30))
def test_equal_rows_are_cut_into_as_few_and_as_even_runs_as_can_be(count: int, most: int) -> None:
    lengths = [len(run) for run in evenly(range(count), [1] * count, most)]
    assert len(lengths) == -(-count // most)
    assert max(lengths) - min(lengths) <= len(lengths)
