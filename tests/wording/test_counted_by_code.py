"""What the program counts itself, before a classifier."""

from __future__ import annotations

import pytest

from bulletin.wording.amounts import counted
from bulletin.wording.both import Both


@pytest.mark.parametrize(
    ("number", "zh", "en"), [(2, "两", "two"), (5, "五", "five"), (10, "十", "ten"), (11, "11", "11"), (30, "30", "30")]
)
def test_up_to_ten_in_words_and_two_as_before_a_classifier(number: int, zh: str, en: str) -> None:
    assert counted(number) == Both(zh, en)
