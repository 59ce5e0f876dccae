"""Paragraphs that moved beside one that is new: the content file has the order of the draft, whatever it is."""

from __future__ import annotations

from itertools import permutations, product
from pathlib import Path

import pytest
import yaml

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import bring_home
from bulletin.word import read
from bulletin.word.look import Lang
from tests.desk.returns.conftest import found_in
from tests.desk.returns.meadow import content
from tests.desk.returns.slate import came, kept
from tests.desk.returns.word import Editor

UP = ("move_row", "游园沿河而建", "居民傍晚常来散步")
NEW = ("街道为楼院加装扶手。", "The subdistrict added handrails.")


@pytest.mark.parametrize(
    ("behind", "order"),
    [
        ("游园沿河而建", ["游园沿河而建", "街道为楼院加", "<since>", "<communiti"]),
        ("居民傍晚常来散步", ["游园沿河而建", "<since>", "街道为楼院加", "<communiti"]),
    ],
)
def test_a_new_row_stands_where_it_was_typed_though_another_moved(
    behind: str, order: list[str], project: Path, draft: bytes
) -> None:
    edited = Editor(draft).run((UP, ("insert_row", behind, *NEW)))
    kept = read(draft)
    assert kept is not None
    made = bring_home(kept, content(project), "content/willow.yaml", found_in(edited, draft).operations)
    assert [one.state for one in made.outcomes] == ["applied", "applied"]
    paragraphs = yaml.safe_load(made.yaml.text)["stories"][0]["paragraphs"]
    assert all(one["zh"].startswith(start) for one, start in zip(paragraphs, order, strict=True))


# ---------------------------------------------------------------------------------------------- every order of a draft

PAIRS = (
    ("文中没有写树的种类。", "The article does not name the kinds of trees."),
    ("游园的面积未见于原文。", "The size of the parks is not in the article."),
    ("照片由街道办事处提供。", "The subdistrict office gave the photos."),
    ("志愿者的人数各处说法不一。", "Sources differ on how many volunteers there are."),
    NEW,
)
FRESH = len(PAIRS) - 1
FILE = "notes:\n" + "".join(f"  - zh: {zh}\n    en: {en}\n    own: {n}\n" for n, (zh, en) in enumerate(PAIRS[:FRESH]))


def rows(order: tuple[int, ...], beside: bool) -> list[tuple[int, tuple[Lang, str]]]:
    """The paragraphs of these items as they follow one another: languages side by side in rows, or in two columns."""
    zh: list[tuple[int, tuple[Lang, str]]] = [(n, ("zh", PAIRS[n][0])) for n in order]
    en: list[tuple[int, tuple[Lang, str]]] = [(n, ("en", PAIRS[n][1])) for n in order]
    return [row for pair in zip(zh, en, strict=True) for row in pair] if beside else [*zh, *en]


@pytest.mark.parametrize("beside", [True, False])
def test_what_was_put_in_stands_where_the_draft_has_it_in_every_order_of_the_others(beside: bool) -> None:
    """Four items in every order, with a new one at every place among them."""
    before = kept(*((f"notes.{n}", row[0], row[1]) for n, row in rows(tuple(range(FRESH)), beside)))
    for others, at in product(permutations(range(FRESH)), range(FRESH + 1)):
        order = (*others[:at], FRESH, *others[at:])
        changes = compare(before, came(*(row for _, row in rows(order, beside))))
        home = bring_home(before, FILE, "x.yaml", changes.operations)
        items = home.yaml.value(("notes",))
        assert [one.get("own", FRESH) for one in items] == list(order), changes
        assert [(one["zh"], one["en"]) for one in items] == [PAIRS[n] for n in order]
        assert changes.reports == ()


ROWS = ("居民傍晚常来散步", "改造先从老旧楼院做起", "游园沿河而建")
STARTS = ("<since>", "<communiti", "游园沿河而建", NEW[0][:6])


@pytest.mark.slow
@pytest.mark.parametrize("when", ["before", "after"])
def test_rows_of_a_story_come_home_in_every_order_with_one_put_in_before_or_after_they_were_moved(
    when: str, project: Path, draft: bytes
) -> None:
    before = read(draft)
    assert before is not None
    for others, at in product(permutations(range(len(ROWS))), range(1, len(ROWS) + 1)):
        editor = Editor(draft)
        put = ("insert_row", ROWS[others[at - 1]], *NEW)
        order = (*others[:at], len(ROWS), *others[at:])
        moved = others if when == "after" else order
        moves = [("move_row", (*ROWS, NEW[0])[n], (*ROWS, NEW[0])[moved[-1]]) for n in moved[:-1]]
        steps = (*moves, put) if when == "after" else (put, *moves)
        edited = editor.run(steps)
        made = bring_home(before, content(project), "content/willow.yaml", found_in(edited, draft).operations)
        paragraphs = yaml.safe_load(made.yaml.text)["stories"][0]["paragraphs"]
        assert all(one["zh"].startswith(STARTS[n]) for one, n in zip(paragraphs, order, strict=True)), steps
