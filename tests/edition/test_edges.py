"""What an edition is on either side of an edge: one article and two, seven pages and eight, a figure that has room."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from bulletin.blocks.contents.edit import Contents
from bulletin.blocks.evidence.edit import Evidence
from bulletin.blocks.key_figures.edit import KeyFigure, KeyFigures
from bulletin.blocks.notes.edit import Notes
from bulletin.content.model import Fact
from bulletin.content.yaml_text import parse
from bulletin.edition.blocks import Amount, Both, Caption, Page, as_pair
from bulletin.edition.furniture import furnished
from bulletin.edition.pieces import pieces
from bulletin.edition.provenance import unproved
from bulletin.edition.register import value
from bulletin.edition.text import Figure, plain
from bulletin.edition.theme import read
from bulletin.edition.walk import every
from bulletin.editions import Editions
from bulletin.evidence.verify import Proof
from bulletin.plates.table.edit import TableCell, TextTable
from bulletin.problems import ContentError
from tests.conftest import ROOT, house_words, workshop
from tests.edition.test_proofs import swapped
from tests.edition.test_summary import edition, write_pair
from tests.samples import project
from tests.test_articles_together import together

THEME = (ROOT / "templates" / "theme.yaml").read_text(encoding="utf-8")


def test_where_there_are_two_articles_each_row_and_each_source_says_which(tmp_path: Path) -> None:
    one, _ = Editions(workshop(project(tmp_path / "one"))).edition("willow")
    two, _ = Editions(workshop(together(tmp_path / "two"))).edition("willow")
    of = [{fact: row.of for block in every(Evidence, made.pages) for row in block.rows for fact in row.facts}
          for made in (one, two)]  # fmt: skip
    assert {*of[0].values()} == {""}
    assert {fact for fact, letter in of[1].items() if letter == "【乙】"} == {"squares", "market", "again"}
    assert {*of[1].values()} == {"【甲】", "【乙】"}
    sources = [[text.zh for block in every(Notes, made.pages) for text in block.sources] for made in (one, two)]
    assert "柳林街道的春天" in sources[0]
    assert {"【甲】柳林街道的春天", "【乙】柳林街道再添新绿"} <= {*sources[1]}


@pytest.mark.parametrize(
    ("number", "said"),
    [("5400", "5400"), ("15.75", "15.75"), ("1/3", "1/3"), ("2/3", "2/3"), ("5/6", "5/6"), ("1/8", "0.125")],
)
def test_the_exact_value_is_a_decimal_where_one_is_exact(number: str, said: str) -> None:
    fact = Fact.model_validate(
        {"value": Decimal(1), "quote": "1", "label": {"zh": "数", "en": "number"}, "status": "achieved"}, strict=False
    )
    assert value(Proof("n", fact, Fraction(number))) == said


def test_every_figure_of_a_summary_is_one_of_its_articles_and_their_number_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = write_pair(tmp_path / "pair")
    file = summary / "content" / "summary.yaml"
    text = file.read_text(encoding="utf-8").replace("{zh: 新建游园<", "{zh: <places>个街道，新建游园<")
    file.write_text(text.replace('en: "<willow.parks> were', 'en: "<places>: <willow.parks> were'), encoding="utf-8")
    made, shop = edition(summary, monkeypatch), workshop(summary)
    verified = {f"{name}.": shop.verified(name) for name in shop.summary.order}
    assert unproved(made, verified, shop.words) == []
    for fact in ("willow.parks", "places"):
        figure = next(one for one in every(Figure, made.pages) if one.fact == fact)
        for wrong in (replace(figure, text="17"), replace(figure, fact="willow.nobody")):
            pages = swapped(made.pages, figure, wrong)
            assert {one.text for one in unproved(replace(made, pages=pages), verified, shop.words)} == {wrong.text}


def test_only_what_goes_on_says_so_and_the_note_stands_last() -> None:
    caption = Caption(as_pair(Both("题", "Title")), None, as_pair(Both("注", "Note")))
    rows = tuple((TableCell(as_pair(Both(f"{n}", f"{n}"))), TableCell(as_pair(Both("x", "x")))) for n in range(60))
    cut = pieces(TextTable(caption, (), rows, (0.5, 0.5), "t"), house_words(), 24)
    first, *others = [one.caption for one in cut if one.caption]
    assert len(others) > 1
    assert (plain(first.title.zh), plain(first.title.en)) == ("题", "Title")
    assert {(plain(one.title.zh), plain(one.title.en)) for one in others} == {("题（续）", "Title, continued")}
    assert [bool(one.note) for one in (first, *others)] == [False] * len(others) + [True]


@pytest.mark.parametrize(
    ("columns", "characters", "crowded"),
    [(3, 15, False), (3, 16, True), (4, 11, False), (4, 12, True), (5, 8, False), (5, 9, True)],
)
def test_figures_are_set_smaller_where_the_longest_has_no_room_in_its_column(
    columns: int, characters: int, crowded: bool
) -> None:
    label = as_pair(Both("数", "number"))
    longest, short = (KeyFigure((Amount("1" * n, Both("", ""), "n"),), label) for n in (characters, 1))
    assert KeyFigures((longest, *[short] * (columns - 1))).crowded is crowded


@pytest.mark.parametrize(("pages", "listed"), [(7, False), (8, True)])
def test_eight_pages_have_a_list_of_contents_by_themselves(pages: int, listed: bool, tmp_path: Path) -> None:
    shop = workshop(project(tmp_path / "project"))
    made, _ = Editions(shop).edition("willow")
    blocks = made.pages[-1].blocks
    bare = replace(made, pages=tuple(Page(n, blocks if n == pages else ()) for n in range(1, pages + 1)), outline=None)
    made = furnished(bare, shop.publication.model_copy(update={"contents": None}), None, shop.words, None)
    assert any(every(Contents, made.pages)) is listed


def numbers(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where the theme has numbers."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    own = [path] if isinstance(data, int | float) else []
    return own + [place for key, item in inside for place in numbers(item, (*path, key))]


def test_a_number_of_the_theme_is_no_text_but_a_size_of_type() -> None:
    data = yaml.safe_load(THEME)
    for *above, last in numbers(data):
        part = changed = deepcopy(data)
        for step in above:
            part = part[step]
        part[last] = str(part[last])
        text = json.dumps(changed, ensure_ascii=False)
        if above[0] == "type":
            assert read(parse(text, "x.yaml"))["type"]
        else:
            with pytest.raises(ContentError):
                read(parse(text, "x.yaml"))
