"""Rows, boxes, cells and stories of the six drafts: put in, filled in, moved, taken out."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import pytest
from lxml import etree

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.filling import Desk
from bulletin.desk.returns.home import Homecoming, bring_home
from bulletin.desk.returns.opened import open_draft
from bulletin.desk.returns.operations import Changes
from bulletin.project import Project
from bulletin.word.ox import name
from tests.conftest import ROOT
from tests.desk.returns.orders import FOURS, baseline, by_chance, draft, every_order, lists, put, source, verdict
from tests.desk.returns.two_people import pair
from tests.desk.returns.word import Editor, blank

FILE = "content/yimalu.yaml"


def home(editor: Editor, text: str | None = None) -> tuple[Changes, Homecoming]:
    kept, _ = baseline("yimalu")
    changes = compare(kept, open_draft(editor.save()))
    own = text or source("yimalu")
    desk = Desk.of(Project.at(ROOT), own, FILE)
    return changes, bring_home(kept, own, FILE, changes.operations, desk)


def row_of(editor: Editor, words: str, cells: int) -> Any:
    rows = [row for row in editor.root.iter(name("w:tr")) if len(list(row.iter(name("w:tc")))) == cells]
    return next(row for row in rows if words in "".join(t.text or "" for t in row.iter(name("w:t"))))


def typed(cell: Any, words: Sequence[str]) -> None:
    """A cell says these lines, each in a paragraph like the ones that were there."""
    old = cell.findall(name("w:p"))
    for n, text in enumerate(words):
        old[min(n, len(old) - 1)].addprevious(blank(old[min(n, len(old) - 1)], text))
    for paragraph in old:
        cell.remove(paragraph)


def new_row(row: Any, *cells: Sequence[str]) -> None:
    new = copy.deepcopy(row)
    for cell, words in zip(new.iter(name("w:tc")), cells, strict=True):
        typed(cell, words)
    row.addnext(new)


def paragraph_with(editor: Editor, words: str) -> Any:
    return next(p for p in editor.root.iter(name("w:p")) if words in "".join(t.text or "" for t in p.iter(name("w:t"))))


def whole_story(editor: Editor, first: str, behind: str) -> list[etree._Element]:
    """From the kicker of a story up to the kicker of the next one."""
    node, nodes = paragraph_with(editor, first), []
    stop = paragraph_with(editor, behind)
    while node is not stop:
        nodes.append(node)
        node = node.getnext()
    return nodes


# ---------------------------------------------------------------------------------------------- new items


def test_a_new_honor_has_its_level_and_year_where_the_article_bears_them_out() -> None:
    editor = Editor(draft("yimalu"))
    honour = ("2017年河南省“安康杯”竞赛优秀组织单位", "Organizer of the Ankang Cup contest")
    new_row(row_of(editor, "郑州市文明单位", 3), honour, ("省级", "Provincial"), ("2017",))
    _, made = home(editor)
    item = made.yaml.value(("honours", 7))
    assert item["name"] == dict(zip(("zh", "en"), honour, strict=True))
    assert (item["level"], item["year"]) == ("provincial", 2017)
    assert "安康杯" in item["quote"]
    assert [one.state for one in home(editor, made.yaml.text)[1].outcomes] == ["there-already"]


def test_what_the_article_does_not_say_of_a_new_honor_is_to_do_and_is_told() -> None:
    editor = Editor(draft("yimalu"))
    new_row(row_of(editor, "郑州市文明单位", 3), ("示范社区", ""), ("", ""), ("1999",))
    _, made = home(editor)
    item = made.yaml.value(("honours", 7))
    assert item == {"name": {"zh": "示范社区", "en": "TODO"}, "level": "TODO", "quote": "TODO"}
    (why,) = (one.why for one in made.outcomes)
    assert "示范社区" in why
    assert "1999" in why
    assert "name.en, level, quote" in why.replace(" and ", ", ")


def test_a_new_project_has_the_status_of_its_clause_and_says_what_is_silent() -> None:
    editor = Editor(draft("yimalu"))
    unsaid = ("未述", "not stated")
    cells = (("苑陵商场内部", "Inside Yuanling Mall"), unsaid, ("", ""), ("装修", "Fitting out"), ("", ""))
    new_row(row_of(editor, "苑陵商场", 5), *cells)
    _, made = home(editor)
    item = made.yaml.value(("projects", 3))
    assert item["name"] == {"zh": "苑陵商场内部", "en": "Inside Yuanling Mall"}
    assert item["done"] == {"zh": "装修", "en": "Fitting out"}
    assert item["unstated"] == {"size": ["TODO"], "plan": ["TODO"]}
    assert (item["status"], item["quote"]) == ("TODO", "TODO")


def test_a_new_box_is_a_brief() -> None:
    editor = Editor(draft("yimalu"))
    cell = next(paragraph_with(editor, "指尖课堂").iterancestors(name("w:tc")))
    row, new = next(cell.iterancestors(name("w:tr"))), copy.deepcopy(cell)
    typed(new, ("安康杯  Ankang Cup", "街道获得“安康杯”荣誉。", "The subdistrict won the Ankang Cup."))
    line = etree.SubElement(row.getparent(), name("w:tr"))
    line.append(new)
    row.addnext(line)
    _, made = home(editor)
    assert made.yaml.value(("briefs", 3)) == {
        "title": {"zh": "安康杯", "en": "Ankang Cup"},
        "text": {"zh": "街道获得“安康杯”荣誉。", "en": "The subdistrict won the Ankang Cup."},
    }


# ---------------------------------------------------------------------------------------------- cells


def test_a_level_that_is_typed_over_is_written() -> None:
    editor = Editor(draft("yimalu"))
    typed(list(row_of(editor, "郑州市文明单位", 3).iter(name("w:tc")))[1], ("国家级", "National"))
    changes, made = home(editor)
    assert made.yaml.value(("honours", 6, "level")) == "national"
    assert changes.reports == ()


@pytest.mark.parametrize("words", [("国家级", "Provincial"), ("特级", "Special")])
def test_a_level_that_is_none_is_told(words: tuple[str, str]) -> None:
    editor = Editor(draft("yimalu"))
    typed(list(row_of(editor, "郑州市文明单位", 3).iter(name("w:tc")))[1], words)
    _, made = home(editor)
    assert made.yaml.text == source("yimalu")
    assert [one.state for one in made.outcomes] == ["not-applied"]


def test_a_year_is_written_where_the_article_gives_it_and_told_where_it_does_not() -> None:
    editor = Editor(draft("yimalu"))
    typed(list(row_of(editor, "郑州市文明单位", 3).iter(name("w:tc")))[2], ("2018",))
    _, made = home(editor)
    assert "year" not in made.yaml.value(("honours", 6))
    assert "2018" in made.outcomes[0].why
    text = source("yimalu").replace("    year: 2017\n", "")
    editor = Editor(draft("yimalu"))
    typed(list(row_of(editor, "安康杯", 3).iter(name("w:tc")))[2], ("2016",))
    assert home(editor, text)[1].yaml.text == text


def test_a_silent_cell_that_is_filled_in_is_silent_no_more() -> None:
    editor = Editor(draft("yimalu"))
    typed(list(row_of(editor, "普乐天地", 5).iter(name("w:tc")))[4], ("封顶", "Topping out"))
    _, made = home(editor)
    item = made.yaml.value(("projects", 1))
    assert item["plan"] == {"zh": "封顶", "en": "Topping out"}
    assert item["unstated"] == {"stage": ["完工", "完成"]}


# ---------------------------------------------------------------------------------------------- stories


def test_a_story_that_is_taken_out_is_gone_as_one() -> None:
    editor = Editor(draft("yimalu"))
    for node in whole_story(editor, "市容环境", "城市管理"):
        node.getparent().remove(node)
    changes, made = home(editor)
    assert [one["id"] for one in made.yaml.value(("stories",))] == ["markets", "roads", "safety", "party"]
    assert [type(one).__name__ for one in changes.operations] == ["Delete"]
    assert changes.reports == ()


def test_stories_in_another_order_are_in_that_order_with_all_that_was_changed_in_them() -> None:
    editor = Editor(draft("yimalu"))
    before = paragraph_with(editor, "安全生产")
    for node in whole_story(editor, "市容环境", "城市管理"):
        before.addprevious(node)
    editor.replace("路段巡查不间断", "不间断", "从不间断")
    editor.move_row("路段巡查", "街道以“路长制”")
    _, made = home(editor)
    stories = made.yaml.value(("stories",))
    assert [one["id"] for one in stories] == ["markets", "roads", "streets", "safety", "party"]
    assert [one["zh"][:6] for one in stories[1]["paragraphs"]] == ["路段巡查从不", "街道以“路长"]
    assert made.yaml.text.count("\n\n") == source("yimalu").count("\n\n"), "the empty lines between stories"


def test_a_story_keeps_one_paragraph() -> None:
    editor = Editor(draft("yimalu"))
    row = editor.row("街道为基层支部新建党建阵地")
    table = row.getparent()
    table.getparent().remove(table)
    _, made = home(editor)
    assert made.yaml.text == source("yimalu")
    assert [one.state for one in made.outcomes] == ["not-applied"]


# ---------------------------------------------------------------------------------------------- by chance


@pytest.mark.parametrize("order", [(1, 3, 0, 2), (3, 2, 1, 0), (2, 0, 3, 1)])
@pytest.mark.parametrize("marked", [True, False])
def test_orders_of_four_paragraphs(order: tuple[int, ...], marked: bool) -> None:
    found = next(one for one in lists("linshanzhai") if one.path == "stories.0.paragraphs")
    assert verdict(found, order, marked=marked) == "home"


@pytest.mark.parametrize("path", ["briefs", "honours", "projects", "notes"])
def test_a_list_comes_home_in_its_order(path: str) -> None:
    found = next(one for one in lists("yimalu") if one.path == path)
    assert verdict(found, tuple(reversed(found.items))) == "home"


@pytest.mark.parametrize("seed", range(3))
def test_two_people_in_one_story(seed: int) -> None:
    told, what = pair(seed)
    assert what in ("same", "conflict"), told


def test_remarks_go_with_the_paragraph_that_they_stand_above() -> None:
    found = next(one for one in lists("linshanzhai") if one.path == "stories.0.paragraphs")
    kept, _ = baseline("linshanzhai")
    text = source("linshanzhai")
    third = text.split("stories:")[1].split("      - ")[3]
    text = text.replace(f"      - {third}", f"      # a remark\n      - {third}")
    changes = compare(kept, open_draft(put(found, (2, 0, 1, 3))))
    made = bring_home(kept, text, "x.yaml", changes.operations)
    assert f"    paragraphs:\n      # a remark\n      - {third}" in made.yaml.text


@pytest.mark.long
@pytest.mark.parametrize(("edition", "path"), FOURS)
def test_every_order_of_four_paragraphs(edition: str, path: str) -> None:
    assert every_order(edition, path).keys() == {"home"}


@pytest.mark.long
def test_shuffles_of_lists() -> None:
    assert {what for _, what in map(by_chance, range(200))} == {"home"}


@pytest.mark.long
def test_pairs_of_edits() -> None:
    found = [pair(seed) for seed in range(50)]
    assert [told for told, what in found if what not in ("same", "conflict")] == []


# ---------------------------------------------------------------------------------------------- new figures


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("另有公厕3座。", "there is a fact for it; refer to it: <toilets>"),
        ("另有公厕97座。", "the article does not have it"),
    ],
)
def test_a_new_figure_in_prose_is_told_with_its_fact_or_without(words: str, told: str) -> None:
    editor = Editor(draft("yimalu"))
    editor.append("管理压力也大", words)
    _, made = home(editor)
    assert told in made.outcomes[0].why


def test_a_new_figure_that_the_article_has_is_proposed_as_a_fact_with_its_quote() -> None:
    text = source("yimalu")
    start = text.index("  private_money:")
    without = text[:start] + text[text.index("  # fire safety") :]
    editor = Editor(draft("yimalu"))
    editor.append("管理压力也大", "名门天隆投入1000多万元。")
    _, made = home(editor, without)
    why = next(one.why for one in made.outcomes if one.state == "applied")
    assert "quote: 名门天隆投入1000多万元" in why
    assert "value: 10000000" in why


def test_findings_in_another_order_are_the_order_of_the_summary() -> None:
    found = next(one for one in lists("summary") if one.path == "findings")
    kept, _ = baseline("summary")
    changes = compare(kept, open_draft(put(found, (2, 0, 1, 4, 3))))
    made = bring_home(kept, source("summary"), "content/summary.yaml", changes.operations)
    names = ["yimalu", "xidajie", "jingchenglu", "linshanzhai", "dufulu"]
    assert made.yaml.value(("order",)) == names
    assert [one["subdistrict"] for one in made.yaml.value(("findings",))] == names
