"""What `new` guessed wrongly of a stranger's article on meals for older people: tests/cases/stranger/meals.txt."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bulletin import gate
from bulletin.desk.new import start
from bulletin.desk.worksheet.facts import FactStub
from bulletin.desk.worksheet.sheet import Worksheet
from bulletin.evidence import gaps
from bulletin.evidence.rules import language
from bulletin.project import Project
from tests.conftest import ROOT, small_project, workshop

ARTICLE = ROOT / "tests" / "cases" / "stranger" / "meals.txt"
GAPS = 40
"""The gaps that are left: headline and authors, titles, English prose, names; a person has to fill in each."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_project(tmp_path_factory.mktemp("meals"))
    (folder / "content" / "willow.yaml").unlink()
    shutil.copy(ROOT / "content" / "glossary.yaml", folder / "content")
    shutil.copy(ARTICLE, folder / "seeds")
    return folder


@pytest.fixture(scope="module")
def found(project: Path) -> Worksheet:
    return start(Project.at(project), Path("seeds/meals.txt"), "fengwan").found


def fact(found: Worksheet, near: str) -> FactStub:
    """The one with these words around its number, # where that stands."""
    before, after = near.split("#")
    text = found.article.bare.text
    return next(
        one
        for one in found.facts.values()
        if text.endswith(before, 0, one.numeral.start) and text.startswith(after, one.numeral.end)
    )


def test_check_says_nothing_but_that_it_is_not_finished_and_a_third_of_the_gaps_are_gone(
    project: Path, found: Worksheet
) -> None:
    works = workshop(project, ["fengwan"])
    said = {problem.message for problem in gate.check(works).problems}
    assert said == {language.unfinished()}
    assert gaps.gaps(works.library.contents["fengwan"][0].data).total() <= GAPS


@pytest.mark.parametrize(
    ("near", "period"),
    [
        ("助餐服务资金#元", '{since: "2021", stated: false}'),
        ("由2021年的#提高", "{year: 2021}"),
        ("累计供餐#人次", '{since: "--01", until: "--10"}'),
        ("由目前的#份", "{to_date: true}"),
        ("提升到#份", '{at: "2027 end"}'),
    ],
)
def test_a_period_is_that_of_the_number_alone(found: Worksheet, near: str, period: str) -> None:
    assert fact(found, near).period == period


@pytest.mark.parametrize(
    ("near", "status"),
    [
        ("占地#亩", "standing"),
        ("届时可为周边#个街道", "expected"),
        ("每天为#名失能", "standing"),
        ("每餐留样#小时", "standing"),
        ("另外#家", "standing"),
        ("由目前的#份", "standing"),
        ("提升到#份", "planned"),
    ],
)
def test_a_status_is_that_of_the_number_alone(found: Worksheet, near: str, status: str) -> None:
    assert fact(found, near).status == status


@pytest.mark.parametrize(
    ("near", "noun"),
    [
        ("累计供餐#人次", "meal"),
        ("参与老人#人次", "attendance"),
        ("日均供餐#份", "meal"),
        ("设座位#个", "seat"),
        ("每天为#名失能", "older resident"),
        ("食堂中已有#家", "canteen"),
        ("另外#家", "canteen"),
    ],
)
def test_what_is_served_is_not_visited_and_what_is_left_of_a_number_is_of_its_kind(
    found: Worksheet, near: str, noun: str
) -> None:
    unit = fact(found, near).unit
    assert unit and unit.one == noun


def test_two_levels_of_government_are_no_number(found: Worksheet) -> None:
    assert not any(one.unit and one.unit.zh == "级" for one in found.facts.values())
    assert any("市、区两级" in one.quote.text and one.why == "a grade" for one in found.left_out)


def test_the_head_has_who_wrote_it_and_the_city(found: Worksheet) -> None:
    assert found.heading.byline and found.heading.byline.zh == "本报记者 周晓岚 通讯员 谭立"
    assert found.heading.within.zh == "长沙市岳麓区"


def test_honors_have_the_level_of_their_giver_and_the_year_of_their_own_date(found: Worksheet) -> None:
    assert [(one.name.zh, one.level, one.year) for one in found.honours] == [
        ("全省示范性老年助餐点", "provincial", "2024"),
        ("养老服务先进街道", "municipal", "2026"),
        ("最美志愿服务团队", "county", "2026"),
    ]


def test_a_place_that_a_sentence_about_works_begins_with_is_a_project(found: Worksheet) -> None:
    assert {one.name.zh: one.status for one in found.projects} == {
        "桐梓社区长者食堂": "achieved",
        "银杏路中央厨房项目": "under_way",
        "云栖社区助餐点": "under_way",
        "望岳嘉园食堂": "planned",
    }


def test_a_sentence_that_begins_with_a_quotation_ends_no_other(found: Worksheet) -> None:
    assert set(found.facts) == {id for story in found.stories for id in story.facts}


def test_only_what_stands_under_a_label_has_a_gap_for_one(project: Path, found: Worksheet) -> None:
    text = (project / "content" / "fengwan.yaml").read_text(encoding="utf-8")
    labels = re.findall(r"^    label: \{zh: .*TODO.*\}", text, flags=re.M)
    assert len(labels) <= len(found.figures)
