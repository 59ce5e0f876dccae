"""Raised numbers: one row for what rests on one quote, behind the last figure of it, and in English alone as well."""

from __future__ import annotations

from types import SimpleNamespace as Some
from typing import Any

import pytest

from bulletin.edition.blocks import Break, Figure, Line, Pair, Run, alone_in_english, plain
from bulletin.edition.lines import Numbering, _lower, _raise_last
from bulletin.edition.plates import side_by_side
from bulletin.edition.text import with_rows_behind_words


def proof(quote: str | None, *, prefix: str = "", suffix: str = "", article: str = "a", derived: bool = False) -> Any:
    return Some(fact=Some(quote=quote, prefix=prefix, suffix=suffix, article=article, derived=derived))


PROOFS: dict[str, Any] = {
    "a": proof("one"),
    "b": proof("one"),
    "behind": proof("one", prefix="x"),
    "before": proof("one", suffix="x"),
    "other": proof("one", article="b"),
    "sum": proof(None, derived=True),
    "ratio": proof(None, derived=True),
    "left": proof("two"),
    "right": proof("three"),
}


def test_facts_of_one_quote_share_a_row_and_rows_are_numbered_as_they_are_met() -> None:
    numbering = Numbering(PROOFS, [("left", "right")])
    met = ["b", "right", "a", "sum", "behind", "left", "before", "other", "ratio", "b"]
    assert [numbering.row(id) for id in met] == [1, 2, 1, 3, 4, 2, 5, 6, 7, 1]
    assert numbering.cited == [
        (1, ["b", "a"]), (2, ["right", "left"]), (3, ["sum"]), (4, ["behind"]), (5, ["before"]), (6, ["other"]),
        (7, ["ratio"]),
    ]  # fmt: skip


def figures(*rows: int | None) -> Line:
    return tuple(Run("，") if row is None else Figure(str(row), "a", row) for row in rows)


@pytest.mark.parametrize(("line", "raised"), [
    (figures(1, None, 1, None, 2, None, 1), [None, 1, 2, 1]),
    (figures(1, 1, 1), [None, None, 1]),
    (figures(2, None, 1), [2, 1]),
    (figures(), []),
])  # fmt: skip
def test_of_figures_of_one_row_only_the_last_carries_its_number(line: Line, raised: list[int | None]) -> None:
    made = _raise_last(line)
    assert [piece.row for piece in made if isinstance(piece, Figure)] == raised
    assert plain(made) == plain(line)
    assert [piece.row for piece in _lower(line) if isinstance(piece, Figure)] == [None] * len(raised)


def test_english_alone_has_the_raised_numbers_that_the_chinese_carries_for_both() -> None:
    both = Pair((Run("游园"), Figure("", "a", 1), Figure("", "b", 2)), (Run("parks"), Figure("3", "b", 2)))
    assert alone_in_english(both) == (*both.en, Figure("", "a", 1))
    own = Pair((Figure("3个", "a", 1),), (Figure("three", "a", 1),))
    assert alone_in_english(own) == own.en, "a figure of the Chinese is none of the English"


@pytest.mark.parametrize(("line", "set_as"), [
    ((Figure("5", "a", 1, behind=3), Run(" ha ha", True)),
     (Figure("5", "a"), Run(" ha", True), Figure("", "a", 1), Run(" ha", True))),
    ((Figure("5", "a", 1, behind=3), Run(" ha")), (Figure("5", "a"), Run(" ha"), Figure("", "a", 1))),
    ((Figure("5", "a", 1), Run(" ha")), (Figure("5", "a", 1), Run(" ha"))),
    ((Figure("5", "a", behind=3), Run(" ha")), (Figure("5", "a", behind=3), Run(" ha"))),
    ((Run("x"), Break(), Run("y")), (Run("x"), Break(), Run("y"))),
    ((Figure("5", "a", 1, True, 1), Run("个"), Figure("6", "b", 2, behind=1), Run("条")),
     (Figure("5", "a", bold=True), Run("个"), Figure("", "a", 1, True), Figure("6", "b"), Run("条"),
      Figure("", "b", 2))),
])  # fmt: skip
def test_a_raised_number_behind_a_word_is_a_piece_of_its_own(line: Line, set_as: Line) -> None:
    assert with_rows_behind_words(line) == set_as


@pytest.mark.parametrize(("widths", "rows"), [
    ("hh", ["hh"]), ("hhh", ["hh", "h"]), ("fhhf", ["f", "hh", "f"]), ("hfh", ["h", "f", "h"]), ("ff", ["f", "f"]),
    ("hhhh", ["hh", "hh"]), ("fh", ["f", "h"]), ("", []),
])  # fmt: skip
def test_half_plates_stand_in_twos_and_full_ones_alone(widths: str, rows: list[str]) -> None:
    plates: Any = [Some(width="half" if one == "h" else "full", at=at) for at, one in enumerate(widths)]
    made: list[Any] = [row.plates for row in side_by_side(plates)]
    assert ["".join(one.width[0] for one in row) for row in made] == rows
    assert [one.at for row in made for one in row] == list(range(len(widths)))
