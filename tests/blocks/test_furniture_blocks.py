"""The list of contents and the end of the last page: what they have, where they stand, how they are ruled in Word."""

from __future__ import annotations

from types import SimpleNamespace as Some
from typing import Any

import pytest

from bulletin.blocks.colophon.edit import RECEIVERS, Colophon, ColophonLine, colophon
from bulletin.blocks.colophon.word import write
from bulletin.blocks.contents.edit import Contents, anchor, contents, in_order_of_pages, names_pages, with_contents
from bulletin.blocks.notes.edit import Notes
from bulletin.blocks.page_title.edit import PageTitle
from bulletin.edition.blocks import (
    Both,
    Break,
    Caption,
    ChartPlate,
    Edition,
    Figure,
    Masthead,
    Page,
    Pair,
    PlateRow,
    Run,
)
from bulletin.layout.placed import Placed
from bulletin.word.ox import name
from tests.conftest import house_words


def pair(zh: str, en: str, path: str = "") -> Pair:
    return Pair((Run(zh),), (Run(en),), path)


def chart(id: str, zh: str, en: str) -> ChartPlate:
    spec: Any = None
    return ChartPlate(Caption(pair(zh, en)), spec, "half", id)


TITLE = PageTitle(pair("并排", "Side by side", "pages.1.title"))
PLATES = PlateRow((chart("a-half-1.30", "甲", "A"), chart("b", "乙", "B")))
BROKEN = Pair((Run("多了"), Break(), Figure("3个", "parks", 1)), (Run("Three"), Break(), Run("more")))
STORY: Any = Some(title=BROKEN, id="green")
NOTES = Notes(Both("说明", "Notes"), (), Both("来源", "Sources"), ())
UNTITLED: Any = Some(id="x")


def listed(*blocks: Any) -> list[tuple[str, str, str]]:
    made = contents([Page(1, blocks[:1]), Page(2, blocks[1:])], house_words())
    return [(one.title.zh, one.title.en, one.id) for one in made.entries] if made else []


def test_what_has_a_title_is_listed_in_the_order_of_the_pages_and_every_plate_of_it() -> None:
    titled: Any = Some(caption=Caption(pair("项目", "Projects")), id="projects")
    assert listed(STORY, PLATES, titled, UNTITLED) == [
        ("多了3个", "Three more", "green"),
        ("甲", "A", "a"),
        ("乙", "B", "b"),
        ("项目", "Projects", "projects"),
    ]
    assert listed(UNTITLED) == listed(PlateRow((Some(caption=None, id="q"),))) == []  # type: ignore[arg-type]


def test_where_pages_have_titles_these_are_listed_and_no_plate() -> None:
    assert listed(PLATES, TITLE, STORY) == [
        ("并排", "Side by side", "pages-1-title"),
        ("多了3个", "Three more", "green"),
    ]


@pytest.mark.parametrize(("id", "name"), [
    ("stories-0-plates-1", "stories-0-plates-1"), ("stories-0-plates-1-half-1.25", "stories-0-plates-1"),
    ("pages-0-plates-2-full-1", "pages-0-plates-2"), ("half-hour", "half-hour"), ("x-half-", "x-half-"),
])  # fmt: skip
def test_the_list_leads_to_a_plate_however_it_was_redrawn(id: str, name: str) -> None:
    assert anchor(chart(id, "甲", "A")) == name
    assert anchor(object()) == ""


def edition(*pages: Page, outline: Contents | None = None) -> Edition:
    nothing = Both("", "")
    return Edition("a", Masthead(nothing, nothing, nothing), nothing, "teal", pages, outline=outline)


def test_a_list_that_waits_comes_over_everything_on_the_first_page() -> None:
    outline = Contents(Both("目录", "Contents"), ())
    waiting = edition(Page(1, (TITLE,)), Page(2, (PLATES,)), outline=outline)
    there = with_contents(waiting)
    assert [page.blocks for page in there.pages] == [(outline, TITLE), (PLATES,)]
    assert there.outline is None
    assert with_contents(there) == there
    assert with_contents(edition(outline=outline)) == edition(outline=outline)
    assert [names_pages(one) for one in (waiting, there, edition(Page(1, ())))] == [False, True, False]
    assert names_pages(edition(Page(1, (), auto=True), outline=outline))
    assert not names_pages(edition(Page(1, (), auto=True)))


def test_the_list_follows_the_pages_that_a_layout_has_made() -> None:
    """Where blocks were moved, in the order in which they now stand; what goes on overleaf where it begins."""
    made = contents([Page(1, (STORY, PLATES, NOTES))], house_words())
    assert made
    moved = [
        Page(1, (Placed(made, "p1"), Placed(NOTES, "p2"))),
        Page(2, (Placed(PlateRow(PLATES.plates[1:]), "p3"), Placed(STORY, "p4"))),
        Page(3, (Placed(STORY, "p5", continued=True), Placed(PlateRow(PLATES.plates[:1]), "p6"))),
    ]
    assert [one.id for one in made.entries] == ["green", "a", "b"]
    assert [one.id for one in in_order_of_pages(made, moved).entries] == ["b", "green", "a"]


# ------------------------------------------------------------------------------------------ the end


def said(key: str) -> Any:
    return Some(zh=f"{key}中", en=f"{key} en")


def publication(*given: str, run: int | None = None) -> Any:
    sent = Some(**{key: said(key) if key in given else None for key in RECEIVERS})
    others = {key: said(key) if key in given else None for key in ("approved", "editor", "contact")}
    return Some(distribution=sent if set(given) & {*RECEIVERS} else None, print_run=run, **others)


def made(*given: str, run: int | None = None, issue: Any = None) -> Colophon | None:
    return colophon(publication(*given, run=run), issue, house_words())


def test_who_is_sent_it_stands_before_who_answers_for_it_each_in_its_order() -> None:
    whole = made("contact", "editor", "approved", *reversed(RECEIVERS), run=1200)
    assert whole is not None
    assert [one.text.zh for one in whole.receivers] == [f"{key}中" for key in RECEIVERS]
    assert [one.text.en for one in whole.people] == ["approved en", "editor en", "contact en"]
    assert (whole.print_run, whole.receivers[0].label) == (
        Both("共印1200份", "Print run: 1,200"),
        Both("报", "Reported to"),
    )


def test_of_what_is_not_given_nothing_stands_there() -> None:
    assert made() is None
    run, editor = made(run=5), made("editor")
    assert run is not None and (run.receivers, run.people, run.print_run and run.print_run.zh) == ((), (), "共印5份")
    assert editor is not None and (len(editor.people), editor.print_run) == (1, None)


def test_what_the_issue_says_goes_before_what_the_publication_says() -> None:
    issue = Some(editor=said("guest"), print_run=9)
    whole = made("editor", run=5, issue=issue)
    assert whole is not None and whole.print_run is not None
    assert (whole.people[0].text.en, whole.print_run.zh) == ("guest en", "共印9份")
    plain = made("editor", run=5, issue=Some(editor=None, print_run=None))
    assert plain is not None and plain.print_run is not None
    assert (plain.people[0].text.en, plain.print_run.zh) == ("editor en", "共印5份")


def line(text: str) -> ColophonLine:
    return ColophonLine(Both("报", "To"), Both(text, text))


@pytest.mark.parametrize(("receivers", "people", "run", "styles"), [
    (0, 1, False, "Only"), (1, 0, False, "Only"), (0, 0, True, "Only"),
    (0, 2, False, "Top Last"), (0, 3, False, "Top - Last"), (0, 4, True, "Top - - Last"),
    (1, 1, False, "Top Only"), (1, 2, False, "Top Top Last"), (3, 1, True, "Top - - Only"),
    (2, 3, True, "Top - Top - Last"),
    (3, 0, False, "Top - Last"), (3, 0, True, "Top - - Only"),
])  # fmt: skip
def test_a_rule_stands_over_the_first_line_of_a_group_and_under_the_last_of_all(
    receivers: int, people: int, run: bool, styles: str
) -> None:
    block = Colophon(
        (line("甲"),) * receivers, (line("乙"),) * people, Both("共印5份", "Print run: 5") if run else None
    )
    nodes = write(block, None)  # type: ignore[arg-type]
    found = [next(node.iter(name("w:pStyle"))).get(name("w:val"), "") for node in nodes]
    assert [one.removeprefix("Colophon") or "-" for one in found] == styles.split()
    texts = ["".join(text.text or "" for text in node.iter(name("w:t"))) for node in nodes]
    assert ["共印5份" in text for text in texts] == [False] * (len(texts) - 1) + [run]
    assert sum("报：" in text for text in texts) == receivers + people
