"""Paragraphs of Chinese are broken as wholes: pure arithmetic on widths, in em."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bulletin.pages import clreq
from bulletin.pages.total_fit import Paragraph

MEASURE = 20.0


def paragraph(text: str) -> Paragraph:
    """Every character one em wide; a line may end behind each but before closing marks and behind opening ones."""
    ends = [at for at in range(1, len(text)) if text[at] not in clreq.CLOSING and text[at - 1] not in clreq.OPENING]
    return Paragraph(text, tuple(map(float, range(len(text) + 1))), (*ends, len(text)))


def widths(made: Paragraph, measure: float = MEASURE) -> list[float]:
    return [made.width(start, end) for start, end in pairwise((0, *made.lines(measure, measure)))]


def test_plain_text_fills_its_lines() -> None:
    assert widths(paragraph("街" * 65)) == [20.0, 20.0, 20.0, 5.0]


def test_the_first_line_may_be_shorter() -> None:
    assert paragraph("街" * 58).lines(18.0, MEASURE) == (18, 38, 58)


def test_a_line_is_not_torn_where_an_earlier_one_can_give() -> None:
    """Filled line by line, the first would take 20, and the second would stay open."""
    made = Paragraph("街" * 60, tuple(map(float, range(61))), (19, 20, 38, 57, 60))
    assert made.lines(MEASURE, MEASURE) == (19, 38, 57, 60)
    assert (made.badness(20, 38, MEASURE) or 0) > 100 > (made.badness(19, 38, MEASURE) or 0)


def test_marks_give_up_room_so_that_a_line_holds_more() -> None:
    """Two commas give the 0.8 em that the last character of a group of four needs."""
    text = "街" * 5 + "，" + "道" * 6 + "，" + "社区工作" + "人" * 3 + "。" + "路" * 19 + "长"
    made = paragraph(text)
    assert made.badness(0, 20, 19.4) == pytest.approx(40 * (0.6 / 0.8) ** 3)
    assert made.badness(0, 20, 19.0) is None, "0.8 em is all they have"


def test_a_line_beyond_the_limit_is_weighed_by_how_far_it_stays_open() -> None:
    made = paragraph("街" * 60)
    full, stretched, open, wide = (made.badness(0, end, MEASURE) for end in (20, 19, 17, 16))
    assert full == 0 and stretched is not None and open is not None and wide is not None
    assert stretched < 100 < open < wide


def test_no_character_is_alone_on_the_last_line() -> None:
    assert widths(paragraph("街" * 19 + "，" + "道" * 20 + "社"))[-1] >= 2


@pytest.mark.parametrize("count", range(1, 90, 7))
def test_every_paragraph_ends_where_its_text_does(count: int) -> None:
    made = paragraph("街，道" * count)
    lines = made.lines(MEASURE, MEASURE)
    assert lines[-1] == 3 * count and list(lines) == sorted(set(lines)) and set(lines) <= set(made.ends)


def test_marks_at_the_edges_of_a_line_are_half_as_wide() -> None:
    made = paragraph("“街道”，" + "社" * 17)
    assert made.width(0, 5) == 4.0 and made.width(1, 4) == 2.5 and made.width(1, 3) == 2.0


def test_what_no_line_can_hold_ends_where_it_may() -> None:
    text = "A" * 50
    assert Paragraph(text + "街道", tuple(map(float, range(53))), (50, 51, 52)).lines(MEASURE, MEASURE) == (50, 52)


def test_a_line_that_fits_to_a_hair_and_has_nothing_to_stretch_is_the_best() -> None:
    """One character in a column of one character: there is no gap that could give."""
    assert Paragraph("春天", (0.0, 1.0, 2.0), (1, 2)).badness(0, 1, 1.0) == 0
    assert Paragraph("春天", (0.0, 1.0, 2.0), (1, 2)).lines(1.0, 1.0) == (1, 2)


@pytest.mark.parametrize(
    ("amount", "inside"), [("6万人次", 1), ("3余处", 1), ("5平方米", 1), ("1年6月", 2), ("6月5日", 2)]
)
def test_an_amount_is_parted_only_where_the_line_would_be_worse(amount: str, inside: int) -> None:
    """One em given to twenty characters is better than an amount in two lines; a line a fifth empty is not."""
    text = "街" * (20 - inside) + amount + "道" * 30
    assert 20 not in paragraph(text).lines(MEASURE, MEASURE)
    assert 20 in paragraph(text.replace(amount, "社" * len(amount))).lines(MEASURE, MEASURE)
    only = Paragraph(text, tuple(map(float, range(len(text) + 1))), (15, 20, 40, len(text)))
    assert 20 in only.lines(MEASURE, MEASURE)
