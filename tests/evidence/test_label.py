"""Labels that would fit another fact better, from the point at which they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.problems import Problem
from tests.evidence.told import checked

FACTS = """  opened:
    date: "2016"
    label: {{zh: {opened}, en: opening}}
    quote: {day}
    status: achieved
  meals:
    value: 60
    unit: {{zh: 份, en: {{one: meal, other: meals}}}}
    label: {{zh: {meals}, en: meals}}
    quote: {quote}
    status: achieved
"""


def labelled(folder: Path, opened: str, meals: str, quote: str) -> list[Problem]:
    day = quote if "2016" in quote else "食堂开业于2016年"
    facts = FACTS.format(opened=opened, meals=meals, quote=quote, day=day)
    article = {"党员参加": f"{day}。党员参加" if day == quote else f"{day}。{quote}。党员参加"}
    found, _, _ = checked({"article": article, "content": {"key_figures:\n": f"{facts}\nkey_figures:\n"}}, folder)
    return [problem for problem in found if problem.rule == "label"]


@pytest.mark.parametrize("quote", ["每天供餐60份", "爱心供餐60份"])
def test_the_labels_of_a_day_and_of_a_number_are_told_at_both_where_they_are_exchanged(
    quote: str, tmp_path: Path
) -> None:
    assert labelled(tmp_path / "right", "食堂开业", "供餐", quote) == []
    found = labelled(tmp_path / "wrong", "供餐", "食堂开业", quote)
    assert sorted(problem.message for problem in found) == [
        f"this label is said of <{other}> rather than of <{one}>"
        for one, other in (("opened", "meals"), ("meals", "opened"))
    ]


def test_a_day_and_a_number_of_one_quote_may_be_called_by_each_other_s_words(tmp_path: Path) -> None:
    assert labelled(tmp_path, "供餐", "食堂开业", "食堂开业于2016年,供餐60份") == []
