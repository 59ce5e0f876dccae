"""Whatever kinds of edits come together, on whatever layout: what was edited comes home or is told, and no more.

A page is shown as columns (which language stands first is the layout's), as rows, or as rows that begin with English.
"""

from __future__ import annotations

import random

import pytest

from bulletin.desk.returns.compare import compare
from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.operations import Insert, Move, Set
from bulletin.desk.returns.order import rising
from tests.desk.returns.slate import came, kept, told

NOTES = (
    ("文中没有写树的种类。", "The article does not name the kinds of trees."),
    ("游园的面积未见于原文。", "The size of the parks is not in the article."),
    ("照片由街道办事处提供。", "The subdistrict office gave the photos."),
    ("志愿者的人数各处说法不一。", "Sources differ on how many volunteers there are."),
    ("改造的工期原文没有交代。", "How long the works took is left unsaid."),
)
NEW = (
    ("居委会另有一份名册。", "The committee keeps a register of its own."),
    ("地图见街道网站首页。", "A map is on the first page of the website."),
)
Row = tuple[str, str]
LAYOUTS = ("zh first", "en first", "rows", "rows, en first")


def page(notes: list[tuple[str, str]], layout: str) -> list[Row]:
    """The paragraphs as they follow one another."""
    columns = [[("zh", zh) for zh, _ in notes], [("en", en) for _, en in notes]]
    columns = columns[::-1] if "en" in layout else columns
    return [row for column in (zip(*columns, strict=True) if "rows" in layout else columns) for row in column]


def baseline(layout: str) -> list[tuple[str, str, str]]:
    """Path, language and text of each note, in the layout's order."""
    number = {text: n for n, pair in enumerate(NOTES) for text in pair}
    return [(f"notes.{number[text]}", lang, text) for lang, text in page([*NOTES], layout)]


FILE = "notes:\n" + "".join(f"  - zh: {zh}\n    en: {en}\n    own: {n}\n" for n, (zh, en) in enumerate(NOTES))


def reworded(note: tuple[str, str], chance: random.Random) -> tuple[str, str]:
    """A word put into one of the languages, or into both."""
    zh, en = note
    which = chance.randrange(3)
    return (zh if which == 0 else f"另外，{zh}"), (en if which == 1 else f"Besides, {en[0].lower()}{en[1:]}")


def edited(chance: random.Random) -> list[tuple[str, str]]:
    """One item moved, or some reworded; and one put in or one taken out.

    What is put in where another was taken out is the other one written anew, and that has a test of its own. Where one
    was moved and others were reworded, a draft without bookmarks may tell the two languages apart, and says so.
    """
    notes = [*NOTES]
    if fewer := chance.random() < 0.5:
        notes.pop(chance.randrange(len(notes)))
    if chance.random() < 0.5:
        notes.insert(chance.randint(0, len(notes)), notes.pop(chance.randrange(len(notes))))
    else:
        notes = [reworded(note, chance) if chance.random() < 0.4 else note for note in notes]
    if not fewer:
        notes.insert(chance.randint(0, len(notes)), chance.choice(NEW))
    return notes


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(3))
def test_edits_of_several_kinds_come_home_together(layout: str, seed: int) -> None:
    chance = random.Random(seed)
    before = kept(*baseline(layout))  # type: ignore[arg-type]
    for _ in range(12):
        notes = edited(chance)
        changes = compare(before, came(*page(notes, layout)))
        home = bring_home(before, FILE, "x.yaml", changes.operations)
        now = [(item.get("zh", ""), item.get("en", "")) for item in home.yaml.value(("notes",))]
        assert now == notes, told(changes)
        assert changes.reports == ()
        assert [one.state for one in home.outcomes] == ["applied"] * len(changes.operations)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("at", range(len(NOTES) + 1))
def test_one_that_is_put_in_stands_there_in_every_layout(layout: str, at: int) -> None:
    before = kept(*baseline(layout))  # type: ignore[arg-type]
    notes = [*NOTES[:at], NEW[0], *NOTES[at:]]
    changes = compare(before, came(*page(notes, layout)))
    assert [(one.container, one.after, one.zh, one.en) for one in changes.operations if isinstance(one, Insert)] == [
        ("notes", at - 1, *NEW[0])
    ]
    assert (len(changes.operations), changes.reports) == (1, ())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("old", range(len(NOTES)))
def test_one_that_is_written_anew_is_the_one_that_stood_there(layout: str, old: int) -> None:
    """Nothing of its words is left: order, column and style tell."""
    before = kept(*baseline(layout))  # type: ignore[arg-type]
    notes = [NEW[0] if n == old else note for n, note in enumerate(NOTES)]
    changes = compare(before, came(*page(notes, layout)))
    assert {(one.path, one.lang, one.new) for one in changes.operations if isinstance(one, Set)} == {
        (f"notes.{old}", "zh", NEW[0][0]),
        (f"notes.{old}", "en", NEW[0][1]),
    }
    assert (len(changes.operations), changes.reports) == (2, ())


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_moved_in_one_language_is_told_and_nothing_moves(layout: str, lang: str) -> None:
    before = kept(*baseline(layout))  # type: ignore[arg-type]
    moved = [*NOTES[1:], NOTES[0]]
    zh, en = (moved, NOTES) if lang == "zh" else (NOTES, moved)
    draft = page([(zh[n][0], en[n][1]) for n in range(len(NOTES))], layout)
    changes = compare(before, came(*draft))
    assert [one.path for one in changes.reports] == ["notes.0"], told(changes)
    assert changes.operations == ()


def test_a_place_that_nobody_gave_is_the_first_of_the_draft() -> None:
    """Of two behind one item, that without a place was made by hand and stands first."""
    assert Insert("notes", 0, "甲", "A").at == Move("notes.1", "notes", 0, "甲").at == 0
    before = kept(*baseline("rows"))  # type: ignore[arg-type]
    ops = [Insert("notes", 0, *NEW[1], at=1), Insert("notes", 0, *NEW[0])]
    home = bring_home(before, FILE, "x.yaml", ops)
    assert [item["zh"] for item in home.yaml.value(("notes",))][:3] == [NOTES[0][0], NEW[0][0], NEW[1][0]]


@pytest.mark.parametrize(
    ("pairs", "run"),
    [({}, {}), ({3: 9}, {3: 9}), ({0: 2, 1: 0, 2: 1}, {1: 0, 2: 1}), ({0: 0, 5: 1, 9: 2}, {0: 0, 5: 1, 9: 2})],
)
def test_the_run_that_kept_its_order_keeps_its_numbers(pairs: dict[int, int], run: dict[int, int]) -> None:
    assert rising(pairs) == run
