"""Operations on today's content file: what stands as it was is edited, what has changed meanwhile is told and left."""

from __future__ import annotations

from typing import Any

import pytest

from bulletin.desk.returns.home import bring_home
from bulletin.desk.returns.operations import Delete, Figure, Insert, Merge, Move, Operation, Set, Split
from bulletin.desk.returns.outcome import Outcome
from tests.desk.returns.slate import kept

TEXTS = (("甲。", "A."), ("乙。", "B."), ("丙。", "C."))
BEFORE = kept(
    *((f"notes.{n}", "zh", zh) for n, (zh, _) in enumerate(TEXTS)),
    *((f"notes.{n}", "en", en) for n, (_, en) in enumerate(TEXTS)),
    ("stories.0.paragraphs.0", "zh", "丁。"),
    ("stories.0.paragraphs.0", "en", "D."),
    ("stories.0.title", "zh", "题目"),
    ("stories.0.plates.0.note", "zh", "来源：街道；注释"),
)
FILE = """notes:
  - {zh: 甲。, en: A.}
  - {zh: 乙。, en: B.}
  - {zh: 丙。, en: C.}
stories:
  - title: {zh: 题目, en: Title}
    paragraphs:
      - {zh: 丁。, en: D.}
    plates:
      - note: {zh: 注释}
"""


def brought(*operations: Operation, text: str = FILE) -> tuple[Any, list[Outcome]]:
    home = bring_home(BEFORE, text, "x.yaml", operations)
    return home.yaml.parsed.data, home.outcomes


def notes(*operations: Operation, text: str = FILE) -> str:
    """The Chinese of the notes afterwards; everything has to be applied."""
    data, outcomes = brought(*operations, text=text)
    assert [one.state for one in outcomes] == ["applied"] * len(operations)
    return "".join(item["zh"] for item in data["notes"])


OLD = {f"notes.{n}": pair for n, pair in enumerate(TEXTS)}


def deleted(n: int) -> Delete:
    return Delete(f"notes.{n}", ((f"notes.{n}", "zh", TEXTS[n][0]), (f"notes.{n}", "en", TEXTS[n][1])))


def new(after: int, zh: str, at: int = 0) -> Insert:
    return Insert("notes", after, zh, "New.", at)


def moved(n: int, after: int, at: int = 0) -> Move:
    return Move(f"notes.{n}", "notes", after, "", at)


def merged(into: int, *gone: int) -> Merge:
    zh, en = zip(*(TEXTS[n] for n in (into, *gone)), strict=True)
    paths, olds = tuple(f"notes.{n}" for n in gone), tuple(TEXTS[n] for n in gone)
    return Merge(f"notes.{into}", paths, TEXTS[into], olds, ("".join(zh), " ".join(en)))


@pytest.mark.parametrize(
    ("operations", "after"),
    [
        ((Set("notes.1", "zh", "乙。", "戊。"),), "甲。戊。丙。"),
        ((new(-1, "新。"),), "新。甲。乙。丙。"),
        ((new(0, "新。"),), "甲。新。乙。丙。"),
        ((new(2, "新。"),), "甲。乙。丙。新。"),
        ((new(0, "二。", 2), new(0, "一。", 1)), "甲。一。二。乙。丙。"),
        ((new(-1, "二。", 2), new(-1, "一。", 1)), "一。二。甲。乙。丙。"),
        ((moved(2, -1),), "丙。甲。乙。"),
        ((moved(0, 2),), "乙。丙。甲。"),
        ((moved(0, 1),), "乙。甲。丙。"),
        ((moved(1, -1, 1), moved(2, -1, 2)), "乙。丙。甲。"),
        ((moved(1, -1, 2), moved(2, -1, 1)), "丙。乙。甲。"),
        ((moved(2, 0, 1), new(0, "新。", 2)), "甲。丙。新。乙。"),
        ((moved(2, 0, 2), new(0, "新。", 1)), "甲。新。丙。乙。"),
        ((deleted(0),), "乙。丙。"),
        ((deleted(2), deleted(0)), "乙。"),
        ((deleted(0), new(0, "新。")), "新。乙。丙。"),
        ((deleted(1), moved(2, -1)), "丙。甲。"),
        ((merged(0, 1),), "甲。乙。丙。"),
        ((merged(0, 1, 2),), "甲。乙。丙。"),
        ((merged(0, 1), new(0, "新。")), "甲。乙。新。丙。"),
        ((merged(1, 2), moved(0, 1)), "乙。丙。甲。"),
        ((Split("notes.1", TEXTS[1], (("乙", "B"), ("。", "."))), moved(2, 0)), "甲。丙。乙。"),
        ((Split("notes.0", TEXTS[0], (("甲", "A"), ("。", "."))), new(0, "新。")), "甲。新。乙。丙。"),
        ((deleted(0), Set("notes.1", "zh", "乙。", "戊。"), moved(2, -1)), "丙。戊。"),
    ],
)
def test_items_are_counted_as_they_stand_after_what_was_done_before(operations: Any, after: str) -> None:
    assert notes(*operations) == after


def test_a_merge_joins_both_languages_and_leaves_one_item() -> None:
    data, _ = brought(merged(0, 1, 2))
    assert data["notes"] == [{"zh": "甲。乙。丙。", "en": "A. B. C."}]


def test_a_paragraph_moves_to_another_list_and_edits_follow_it() -> None:
    move = Move("notes.1", "stories.0.paragraphs", 0, "")
    data, outcomes = brought(move, Set("notes.1", "en", "B.", "Bee."), Set("notes.2", "en", "C.", "Sea."))
    assert [one.state for one in outcomes] == ["applied"] * 3
    assert data["stories"][0]["paragraphs"] == [{"zh": "丁。", "en": "D."}, {"zh": "乙。", "en": "Bee."}]
    assert [item["en"] for item in data["notes"]] == ["A.", "Sea."]


def test_a_new_note_in_one_language_has_one() -> None:
    data, _ = brought(Insert("notes", 2, "新。", ""))
    assert data["notes"][3] == {"zh": "新。"}


@pytest.mark.parametrize(
    ("one", "text", "why"),
    [
        (Set("notes.1", "zh", "乙。", "戊。"), ("乙。", "己。"), "the content file says now:\n己。"),
        (deleted(1), ("乙。", "己。"), "the content file says now:\n己。"),
        (deleted(1), ("{zh: 乙。, en: B.}", "{zh: 乙。}"), "it is no longer in the content file"),
        (merged(0, 1), ("B.", "Bee."), "the content file says now:\nBee."),
        (Split("notes.1", TEXTS[1], (("乙", "B"), ("。", "."))), ("B.", "Bee."), "the content file says now:\nBee."),
        (Set("notes.1", "zh", "乙。", "戊。"), ("zh: 乙。, ", ""),
         "the text is no longer in the content file"),
    ],
)  # fmt: skip
def test_a_text_that_changed_meanwhile_is_a_conflict(one: Operation, text: tuple[str, str], why: str) -> None:
    changed = FILE.replace(*text)
    assert changed != FILE
    data, outcomes = brought(one, text=changed)
    assert [(out.state, out.why) for out in outcomes] == [("conflict", why)]
    assert data == brought(text=changed)[0]


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (new(7, "新。"), "the place for it is no longer in the content file"),
        (Insert("stories.1.paragraphs", 0, "新。", ""), "the place for it is no longer in the content file"),
        (moved(1, 7), "it, or the place for it, is no longer in the content file"),
        (moved(7, 0), "it, or the place for it, is no longer in the content file"),
        (Move("notes.1", "stories.1.paragraphs", -1, ""), "it, or the place for it, is no longer in the content file"),
    ],
)
def test_a_place_that_is_gone_is_a_conflict(one: Operation, why: str) -> None:
    data, outcomes = brought(one)
    assert [(out.state, out.why) for out in outcomes] == [("conflict", why)]
    assert data == brought()[0]


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (Set("notes.1", "zh", "乙。", "戊。"), ("乙。", "戊。")),
        (Split("notes.1", TEXTS[1], (("乙", "B"), ("。", "."))), ("{zh: 乙。, en: B.}", "{zh: 乙, en: B}")),
        (Delete("notes.7", ()), ("", "")),
        (new(1, "新。"), ("  - {zh: 丙。", "  - {zh: 新。, en: New.}\n  - {zh: 丙。")),
    ],
)
def test_what_has_come_home_is_there_already(one: Operation, text: tuple[str, str]) -> None:
    changed = FILE.replace(*text)
    data, outcomes = brought(one, text=changed)
    assert [out.state for out in outcomes] == ["there-already"]
    assert data == brought(text=changed)[0]


def test_a_copy_of_a_note_that_stands_there_is_new() -> None:
    assert notes(Insert("notes", 2, "甲。", "A.")) == "甲。乙。丙。甲。"


def test_words_of_the_program_around_a_text_stay_the_programs() -> None:
    note = "stories.0.plates.0.note"
    data, outcomes = brought(Set(note, "zh", "来源：街道；注释", "来源：街道；新注"))
    assert data["stories"][0]["plates"][0]["note"] == {"zh": "新注"}
    for other in ("源自街道；注释", "来源：街道；"):
        data, outcomes = brought(Set(note, "zh", "来源：街道；注释", other))
        assert [(out.state, out.why) for out in outcomes] == [
            ("not-applied", "words that the program sets were changed")
        ]
        assert data == brought()[0]


def test_a_figure_stays_and_is_told_at_its_place() -> None:
    data, outcomes = brought(Figure("parks", "3", "4", "notes.1", "zh"))
    assert [(out.state, out.why, out.place) for out in outcomes] == [
        ("not-applied", "the old number stays", ("notes", 1))
    ]
    assert data == brought()[0]


def test_outcomes_stand_in_the_order_of_the_operations_with_their_places() -> None:
    operations = (deleted(0), moved(2, -1), Set("notes.1", "zh", "乙。", "戊。"))
    _, outcomes = brought(*operations)
    assert [one.operation for one in outcomes] == list(operations)
    assert [one.place for one in outcomes] == [("notes", 0), ("notes", 2), ("notes", 1, "zh")]
