"""Raised numbers stand behind words: 5,400 with a raised 12 would read as a power."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bulletin.content.parts import Unit
from bulletin.edition.behind import behind_words
from bulletin.edition.text import Figure, Run, plain, with_rows_behind_words

HAZARDS = Unit.model_validate({"zh": "条", "en": {"one": "hazard", "other": "hazards"}})


def set_as(figure: str, words: str, language: str, unit: Unit | None = HAZARDS, date: str | None = None) -> str:
    fact: Any = SimpleNamespace(fact=SimpleNamespace(unit=unit, date=date))
    line = behind_words((Figure(figure, "x", 12), Run(words)), language, {"x": fact})
    placed = with_rows_behind_words(line)
    assert plain(placed) == figure + words
    return "".join(
        f"{piece.text}[12]" if isinstance(piece, Figure) and piece.row else plain((piece,)) for piece in placed
    )


@pytest.mark.parametrize(
    ("figure", "words", "stands"),
    [
        ("5,400", " hazards were found", "5,400 hazards[12] were found"),
        ("10,000", " stuck-on ads came down", "10,000 stuck-on ads[12] came down"),
        ("5,400", " old hidden hazards.", "5,400 old hidden hazards[12]."),
        ("1,000+", " hazards", "1,000+ hazards[12]"),
        ("135", " old compounds qualify", "135 old compounds[12] qualify"),
        ("5,400", " of these hazards", "5,400 of these hazards[12]"),
        ("5,400", " of the badly hidden hazard", "5,400[12] of the badly hidden hazard"),
        ("5,400", " of the hidden hazard", "5,400 of the hidden hazard[12]"),
        ("5,400", " were fixed", "5,400[12] were fixed"),
        ("5,400", " was less", "5,400[12] was less"),
        ("5,400", " in villages", "5,400[12] in villages"),
        ("5,400", ", hazards", "5,400[12], hazards"),
        ("5,400", " hazardsome", "5,400[12] hazardsome"),
        ("77 percent", " of hazards", "77 percent[12] of hazards"),
        ("5,400", "", "5,400[12]"),
    ],
)
def test_in_english_it_stands_behind_the_noun_where_that_is_sure(figure: str, words: str, stands: str) -> None:
    assert set_as(figure, words, "en") == stands


@pytest.mark.parametrize(
    ("figure", "words", "stands"),
    [
        ("5400余", "条隐患", "5400余条[12]隐患"),
        ("5400", "条。", "5400条[12]。"),
        ("174", "个小区", "174个[12]小区"),
        ("37835", "平方米、", "37835平方米[12]、"),
        ("5400", "，其中", "5400[12]，其中"),
        ("77%", "的小区", "77%[12]的小区"),
        ("2020年", "个人", "2020年[12]个人"),
    ],
)
def test_in_chinese_it_stands_behind_the_unit_or_the_classifier(figure: str, words: str, stands: str) -> None:
    assert set_as(figure, words, "zh") == stands


@pytest.mark.parametrize(
    ("figure", "words", "stands"),
    [
        (
            "May",
            " the district completed its platform; the first",
            "May the district completed its platform[12]; the first",
        ),
        ("late May", " all cleaning went to a contractor.", "late May all cleaning went to a contractor[12]."),
        ("September", ", the council met.", "September,[12] the council met."),
        ("December", ". The article", "December.[12] The article"),
        ("January", " to ", "January[12] to "),
        ("May", " it set up the “Elm” yard; the", "May it set up the “Elm” yard[12]; the"),
        ("May", " it set up “yards,” where", "May it set up “yards,”[12] where"),
    ],
)
def test_behind_a_month_alone_it_would_read_as_a_day(figure: str, words: str, stands: str) -> None:
    assert set_as(figure, words, "en", date="--05") == stands


def test_a_date_keeps_its_number() -> None:
    assert set_as("November 18, 2020", " hazards", "en", date="2020-11-18") == "November 18, 2020[12] hazards"


def test_it_moves_over_no_other_figure() -> None:
    fact: Any = SimpleNamespace(fact=SimpleNamespace(unit=HAZARDS, date=None))
    line = (Figure("13", "x", 1), Figure("8", "y", 2), Run(" hazards"))
    made = behind_words(line, "en", {"x": fact, "y": fact})
    assert [piece.behind for piece in made if isinstance(piece, Figure)] == [0, len(" hazards")]
