"""No last line of a head is one character or one short word; a note begins as its words ask for."""

from __future__ import annotations

import pytest

from bulletin.edition.plates import joint
from bulletin.edition.text import Break, Pair, Run
from bulletin.pages.lines import Lines
from bulletin.screen.lines import ScreenLines


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("街道办群众提的事", "的事"),
        ("Sewers renewed, flooding spots struck off", "struck off"),
        ("Businesses check one another for fire risks", "fire risks"),
        ("Two key projects are under construction", ""),
        ("建成社区托管点 4 个", ""),
    ],
)
def test_the_last_line_of_a_head_is_more_than_a_short_word(head: str, kept: str) -> None:
    lines, line = Lines("bilingual"), (Run(head),)
    tail = f'<span class="last">{kept}</span>' if kept else ""
    assert lines.head(line) == lines.across(line, line) == head.removesuffix(kept) + tail
    assert lines.head_alone(Pair(line, line)) == lines.head(line)
    assert ScreenLines("bilingual", {}, frozenset()).head(line) == head


def test_a_break_that_an_editor_made_stays_in_a_head_too_long_for_one_line() -> None:
    line = (Run("Sewers renewed in every street of the district,"), Break(), Run("flooding spots struck off"))
    assert Lines("en").across(line, line).endswith(',<br>flooding spots <span class="last">struck off</span>')


@pytest.mark.parametrize(
    ("note", "between"), [("Years are inferred.", ". "), ("flats not stated", "; "), ("人次 counts visits", "; ")]
)
def test_a_sentence_begins_behind_a_full_stop(note: str, between: str) -> None:
    assert joint(note) == between
