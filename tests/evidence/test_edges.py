"""Where a measure of evidence ends: the last text that is within it, and the first that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.content.model import Both, Fact
from bulletin.evidence.features import pairs, stems
from bulletin.evidence.rules import language
from bulletin.evidence.said_of import places
from bulletin.evidence.statement import Figures, Statement
from tests.conftest import workshop


@pytest.mark.parametrize(
    ("characters", "words", "told"),
    [
        (11, 40, ""),  # a short text says nothing of lengths
        (12, 2, "short"),
        (12, 3, ""),  # a word to four characters
        (40, 9, "short"),
        (40, 10, ""),
        (12, 18, ""),  # twelve to ten, and four beside
        (12, 19, "long"),
        (40, 52, ""),
        (40, 53, "long"),
    ],
)
def test_one_language_says_much_less_or_more_from_a_word_to_the_next(
    small: Path, characters: int, words: int, told: str
) -> None:
    shop = workshop(small)
    case = shop.case(*shop.library.contents["willow"])
    text = Both(zh="绿化美化净化亮化街道环境" * 4, en=" ".join(f"word{n:c}" for n in range(97, 97 + 26)) * 3)
    text = Both(zh=text.zh[:characters], en=" ".join(text.en.split()[:words]))
    found = [problem.message for problem in language.check_text(case, ("stories", 0, "title"), text)]
    assert [f"very {told} " in message for message in found] == [True] * bool(told)


@pytest.mark.parametrize(
    ("tongue", "before", "opens"),
    [
        ("zh", "", True),
        ("zh", "街道各社区从从", True),  # seven characters
        ("zh", "街道各社区自从从", False),
        ("zh", "街道各社区居民代表自", False),
        ("en", "In ", True),
        ("en", "Work began in ", False),
    ],
)
def test_a_date_that_opens_a_clause_is_said_of_what_stands_behind_its_comma(
    tongue: str, before: str, opens: bool
) -> None:
    since = Fact.model_validate(
        {"date": "2018", "quote": "2018年", "label": {"zh": "年份", "en": "year"}, "status": "achieved"}, strict=False
    )
    text = {"zh": "<since>，改造楼院。", "en": "In <since>, courtyards were renovated."}
    text[tongue] = before + text[tongue][text[tongue].index("<") :]
    said = Statement.of(Both(**text), (text["zh"], text["en"]), Figures({"since": since}, {}))
    (place,) = places(said.zh if tongue == "zh" else said.en, tongue)
    behind = pairs("楼院") if tongue == "zh" else stems("courtyards")
    assert (behind <= place.near) is opens
    assert (behind <= place.far) is not opens
