"""What is counted, by the words beside the number."""

from __future__ import annotations

import pytest

from bulletin.content.model import Glossary, Term
from bulletin.evidence.numerals import find_numerals
from bulletin.evidence.parity_units import counted_wrongly
from bulletin.evidence.rules.unit import beside, holders
from bulletin.evidence.texts import Names


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("5户", []),
        ("企业5户", ["firm"]),
        ("5户企业", ["firm"]),
        ("5户居民", ["household"]),
        ("贫困户5户", ["household"]),
        ("商户5户,居民参加", ["firm"]),
        ("居民参加,5户商户", ["firm"]),
        ("居民参加和企业新开5户", ["firm"]),
        ("企业参加社区活动的有新5户", []),  # more than eight characters before
        ("5户,居民", []),
        ("居民和企业5户", ["firm", "household"]),
        ("5户的居民", []),
    ],
)
def test_whose_doors_they_are_say_the_words_right_beside_the_number(text: str, whose: list[str]) -> None:
    (number,) = [one for one in find_numerals(text) if one.value == 5]
    assert holders(text, number) == whose


@pytest.mark.parametrize(
    ("zh", "en", "wrong"),
    [
        ("户", "households", None),
        ("户", "people", "household"),
        ("户", "families of people", None),
        ("户", "people, families", None),  # what fits stands near
        ("户", "people in all of the families", "household"),  # too far to be what is counted
        ("名", "people", None),
        ("名", "households", "person"),
        ("栋", "buildings", None),
        ("栋", "homes", "building"),
        ("层", "floors", None),
        ("层", "buildings", "floor"),
        ("个社区", "communities", None),
        ("个社区", "villages", "community"),
        ("个行政村", "communities", "village"),
        ("条", "people", None),  # no classifier of the table
    ],
)
def test_the_english_noun_is_of_what_the_classifier_counts(zh: str, en: str, wrong: str | None) -> None:
    assert counted_wrongly("", zh, f" {en}") == wrong


@pytest.mark.parametrize(("lead", "wrong"), [("企业", "business"), ("市场主体新增", "business"), ("居民", None)])
def test_firms_that_are_counted_by_their_doors_are_no_households(lead: str, wrong: str | None) -> None:
    assert counted_wrongly(lead, "户", " households") == wrong
    assert counted_wrongly(lead, "户", " new shops") is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("改造53个楼院", "楼院"),
        ("新建游园53个", "游园"),
        ("新建游园53个楼院", "楼院"),  # what stands behind comes first
        ("新建游园53个，楼院也改造", "游园"),
        ("新建53个广场，楼院也改造", ""),
        ("新建游园广场53个", ""),  # not right beside
    ],
)
def test_what_is_counted_stands_right_behind_the_classifier_or_right_before_the_number(text: str, word: str) -> None:
    terms = [Term(zh=zh, en=en, kind="term") for zh, en in (("楼院", "courtyard"), ("游园", "pocket park"))]
    start = text.index("53")
    assert beside(text, Names(Glossary(terms=terms)), start, start + 3) == word
