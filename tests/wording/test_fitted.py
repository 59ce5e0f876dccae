"""A number's English does not say again what the words beside it say."""

from __future__ import annotations

from typing import Any

import pytest

from bulletin.content.model import Unit
from bulletin.wording import amounts
from bulletin.wording.fitted import every, fitted
from tests.wording.test_amounts import proof

DAYS, AGE = Unit(zh="天"), Unit(zh="岁")


@pytest.mark.parametrize(
    ("value", "unit", "more", "before", "after", "said"),
    [
        (5, DAYS, {"approx": "at_most"}, "settled within ", ".", "five days"),
        (5, DAYS, {"approx": "at_most"}, "settled in ", ".", "at most five days"),
        (5, DAYS, {"approx": "at_least"}, "within ", ".", "at least five days"),
        (30, DAYS, {"approx": "over"}, "for more than ", ".", "30 days"),
        (30, DAYS, {"approx": "about"}, "for about ", ".", "30 days"),
        (76, AGE, {}, "Zhou, ", " old, said", "76 years"),
        (76, AGE, {}, "Zhou, aged ", ", said", "76"),
        (76, AGE, {}, "Zhou, ", ", said", "76 years of age"),
        (60, AGE, {"approx": "at_least"}, "those aged ", " or over", "60"),
        (1, AGE, {}, "a child ", " old", "one year"),
    ],
)
def test_it_is_said_once(value: int, unit: Unit, more: dict[str, Any], before: str, after: str, said: str) -> None:
    one = proof(value, str(value), unit, **more)
    shown = amounts.english(one)
    assert fitted(shown, one, before, after) == said
    assert said in every(shown, one)
