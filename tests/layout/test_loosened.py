"""There are always pages: where a content goes on none, demands are let go; a number that cannot be is let go, too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bulletin.build import Builder
from bulletin.edition.blocks import Page
from bulletin.layout.advice import advice
from bulletin.layout.fill import nearest
from bulletin.layout.helping import Helps, helps, shorter
from bulletin.layout.lay_out import LEADINGS, UNSET, Asked, LaidOut, best, laid_out, most_pages
from bulletin.layout.loosened import loosened
from bulletin.layout.problem import Rows, Run, Strand, Task
from bulletin.variant import Variant
from tests.conftest import workshop
from tests.layout.test_leadings import EDITION, READ, STORIES
from tests.layout.test_pages import project
from tests.layout.test_solve import table, text, whole

FRONT = (whole("contents", 240.0), whole("figures", 130.0), text("lead", 90.0, [200.0, 200.0]))
"""More than a first page holds."""


def task(*things: Strand | Run, opening: tuple[str, ...] = ()) -> Task:
    return Task(first=500.0, other=700.0, things=things, opening=opening)


@pytest.mark.parametrize(
    ("asked", "demands"),
    [
        (task(*FRONT, opening=("contents", "figures", "lead")), 0),
        (task(*FRONT, whole("plate", 900.0)), 1),
        (task(*FRONT, Run("rows", (Rows(900.0, 800.0, (300.0, 900.0, 40.0)),))), 1),
        (task(whole("title", 300.0), table("rows", [900.0, 20.0, 20.0])), 1),
    ],
    ids=["front", "plate", "table", "row"],
)
def test_what_goes_on_no_pages_goes_on_some_with_fewer_demands(asked: Task, demands: int) -> None:
    assert best(Asked(asked, near=nearest), 0) is None
    answers = [best(Asked(easier, near=nearest), 0) for easier in loosened(asked)]
    assert [bool(one) for one in answers].index(True) == demands
    found = answers[demands]
    assert found
    stand = {spot.id for page in found.pages for spot in page}
    assert stand == {thing.id for thing in asked.things}
    assert len(found.pages) > 1 and all(len(page) <= 3 for page in found.pages)


def test_a_content_longer_than_any_other_has_as_many_pages_as_it_needs() -> None:
    parts = [whole(f"part{n}", 400.0) for n in range(20)]
    after = tuple((f"part{n}", f"part{n - 1}") for n in range(1, 20))
    long = replace(task(*parts), after=after)
    assert (most_pages(task(*FRONT)), most_pages(long)) == (16, 24)
    found = best(Asked(long, near=nearest), 0)
    assert found and len(found.pages) == 20


@dataclass(frozen=True)
class Answers:
    """What the packing answers at one leading: nothing for the number that is asked for."""

    loose: int = 0
    count: int = 4
    over: float = 300.0
    help: Helps | None = None

    def numbers(self, odd: bool) -> tuple[int, ...]:
        return () if odd or not self.count else (self.count,)

    def may_hold(self, pages: int, leading: float) -> bool:
        return True

    def full(self, pages: int) -> LaidOut | None:
        return None

    def uncounted(self) -> Answers:
        return replace(self, count=0)

    def beyond(self) -> float:
        return self.over

    def helps(self) -> Helps | None:
        return self.help

    def nearest(self) -> LaidOut:
        return LaidOut(READ, {}, {2: 90.0}) if not (self.count or self.loose) else LaidOut(READ, {}, {}, loose=UNSET)

    def others(self, laid: LaidOut) -> tuple[int, ...]:
        return ()

    edition = READ


def test_pages_are_taken_before_none_whatever_the_leading() -> None:
    """Pages that could not be laid out have no white: they were taken for the best ones."""
    answers = {LEADINGS[1]: Answers(loose=UNSET, count=0)}
    asked: Any = lambda leading: answers.get(leading, Answers(count=0))  # noqa: E731
    assert laid_out(asked).loose == 0


def test_a_number_that_cannot_be_is_let_go_and_told() -> None:
    asked: Any = lambda leading: Answers(over=300.0 if leading == LEADINGS[1] else 400.0)  # noqa: E731
    laid = laid_out(asked)
    assert (laid.loose, laid.beyond) == (0, (4, 300.0))
    pages = tuple(Page(number, ()) for number in range(1, 7))
    told = advice(STORIES, replace(laid, edition=replace(EDITION, pages=pages), plates={"lead": 80.0, "market": 144.0}))
    assert told is not None and told.path == ("pages",)
    assert told.text == (
        "pages: 4 cannot be: about 19 lines of Chinese too much; laid out on 6 instead. What helps: cut about 19 lines "
        "of Chinese, for 4 pages (plates count, too: that of market is worth about 8); or pages: 6, or no pages at all"
    )


@pytest.mark.parametrize(("over", "named"), [(60.0, "lead is worth about 4"), (100.0, "market is worth about 8")])
def test_the_cheapest_plate_that_is_enough_is_named(over: float, named: str) -> None:
    three = replace(EDITION, pages=tuple(Page(number, ()) for number in (1, 2, 3)))
    told = advice(STORIES, LaidOut(three, {}, {}, over=(2, over), plates={"market": 144.0, "lead": 80.0, "map": 200.0}))
    assert told is not None and f"that of {named})" in told.text


@pytest.mark.parametrize("edition", [STORIES, EDITION])
def test_what_stands_where_it_does_not_belong_is_told(edition: Any) -> None:
    told = advice(edition, LaidOut(edition, {}, {}, loose=1))
    assert told is not None and told.text.startswith("not everything stands where it belongs")


@pytest.mark.slow
def test_no_page_has_everything_on_a_number_that_cannot_be(tmp_path: Path) -> None:
    builder = Builder(workshop(project(tmp_path, "weian", "pages: 1\n")), Variant())
    edition, _ = builder.edition("weian")
    laid = builder.laid_out(edition, builder.charts(edition))
    assert laid.beyond[0] == 1 and laid.beyond[1] > 0 and laid.loose == 0
    assert len(laid.edition.pages) > 1
    told = advice(edition, laid)
    assert told is not None and told.text.startswith("pages: 1 cannot be: about ")


def test_what_helps_is_found_by_packing_and_told() -> None:
    """Where heights are no more than the pages hold, lines by heights would say one for ever."""
    pages = tuple(Page(number, ()) for number in range(1, 7))
    laid = LaidOut(replace(EDITION, pages=pages), {}, {}, beyond=(4, -60.0), plates={"lead": 80.0, "market": 144.0})
    told = advice(STORIES, replace(laid, helps=Helps(6, "market")))
    assert told is not None and told.text == (
        "pages: 4 cannot be: about 6 lines of Chinese too much; laid out on 6 instead. What helps: cut about 6 lines "
        "of Chinese, for 4 pages; or leave out the plate of market (worth about 8 lines); or pages: 6, or no "
        "pages at all"
    )
    told = advice(STORIES, replace(laid, helps=Helps(None, "market")))
    assert told is not None and told.text.startswith("pages: 4 cannot be: this does not go onto so many")
    assert "leave out the plate of market" in told.text


def test_lines_are_tried_until_it_goes_and_the_cheapest_plate_that_helps_is_named() -> None:
    asked: Any = task(*FRONT, opening=("contents", "figures", "lead"))
    texts: Any = (SimpleNamespace(id="lead", role="lead"), SimpleNamespace(id="p", role="plates", of="market"))
    found = helps(asked, texts, {"market": 144.0}, 18.0, -60.0, lambda one: one.least <= asked.least - 50)
    assert found == Helps(3, "")
    found = helps(asked, texts, {"market": 144.0}, 18.0, -60.0, lambda one: False)
    assert found == Helps(None, "")
    found = helps(asked, texts, {"figures": 60.0}, 18.0, 25.0, lambda one: one.least <= asked.least - 50)
    assert found.lines == 3, "two by the heights, and one more"
    found = helps(asked, texts, {}, 18.0, -60.0, lambda one: one.things[-1].least <= asked.things[-1].least - 50)
    assert (found.lines, found.lead) == (3, ""), "of all texts, where that does"


def test_lines_of_the_story_in_front_are_told_as_its_own() -> None:
    pages = tuple(Page(number, ()) for number in range(1, 7))
    laid = LaidOut(replace(EDITION, pages=pages), {}, {}, beyond=(4, -60.0), helps=Helps(3, lead="green"))
    told = advice(STORIES, laid)
    assert told is not None
    assert "cut about 3 lines of Chinese from green, which has to go onto page 1, for 4 pages" in told.text


def test_texts_are_lower_by_so_much_in_all() -> None:
    asked: Any = task(*FRONT, opening=("contents", "figures", "lead"))
    assert shorter(asked, {"lead"}, 54.0).least == pytest.approx(asked.least - 54)
    assert shorter(asked, {"lead"}, 1e6) is asked, "there is no text that is less than nothing"
