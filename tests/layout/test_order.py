"""What stands over what on a page: a story that goes on overleaf is broken by nothing but its own plates."""

from __future__ import annotations

from typing import Any, cast

from bulletin.blocks.story.edit import Paragraph, Story
from bulletin.edition.text import Both, Pair
from bulletin.layout.compose import Composer
from bulletin.layout.pieces import Division, Form, Piece, Table
from bulletin.layout.problem import Spot

PARAGRAPH = Paragraph(Pair((), ()))


def story(id: str, role: str = "text") -> Table:
    block = Story(id, Both("", ""), Pair((), ()), (PARAGRAPH,) * 4, (), lead=role == "lead")
    return Table(id, block, role, joined=True)


def piece(id: str, role: str = "filler", of: str = "") -> Piece:
    return Piece(id, (Division(((Form(cast(Any, id)),),)),), role, of)


PIECES = (
    piece("figures", "figures"),
    story("lead", "lead"),
    piece("lead.plates", "plates", "lead"),
    piece("briefs"),
    story("streets"),
    piece("streets.plates", "plates", "streets"),
    story("homes"),
    piece("projects"),
)


def order(*spots: Spot, front: bool = False) -> list[str]:
    composer = Composer(PIECES, cast(Any, None), front)
    return [spot.id for spot in composer._ordered(spots, 0 if front else 1)]


def test_what_belongs_to_no_story_stands_below_them() -> None:
    assert order(Spot("briefs"), Spot("streets"), Spot("projects")) == ["streets", "briefs", "projects"]


def test_a_story_that_goes_on_overleaf_stands_last_over_its_own_plates() -> None:
    first = Spot("streets", way=2, part=0)
    spots = (first, Spot("streets.plates"), Spot("projects"), Spot("briefs"))
    assert order(*spots) == ["briefs", "projects", "streets", "streets.plates"]


def test_so_does_one_of_many_paragraphs() -> None:
    spots = (Spot("homes", rows=(0, 2)), Spot("streets"), Spot("projects"))
    assert order(*spots) == ["streets", "projects", "homes"]


def test_a_story_that_came_from_the_page_before_stands_first() -> None:
    spots = (Spot("lead.plates"), Spot("streets", way=2, part=1), Spot("briefs"))
    assert order(*spots) == ["streets", "lead.plates", "briefs"]


def test_the_lead_opens_the_front_page_all_the_same() -> None:
    spots = (Spot("figures"), Spot("lead", way=1, part=0), Spot("lead.plates"), Spot("briefs"))
    assert order(*spots, front=True) == ["figures", "lead", "lead.plates", "briefs"]
