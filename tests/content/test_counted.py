"""Measures have one English; a classifier's noun is something that it counts, in its two numbers."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from bulletin.content.counted import head, is_plural, plural, refusal
from bulletin.content.counted import own as says
from bulletin.content.measures import MEASURES
from bulletin.content.model import Plural, Unit

RIGHT = """
名 volunteer|名 Party member|位 elderly resident|人 cleaner|人 person|口 person|人次 visit
人次 turn|户 household|户 rural household|户 business|户 market entity|户 taxpayer|家 company
家 school|家 partner organization|家 hotel|家 restaurant|栋 building|幢 residential block
座 public toilet|座 bridge|座 pumping station|层 floor|间 classroom|套 flat|套 apartment
套 set of equipment|辆 sprinkler truck|辆 handcart|列 train|台 excavator|台 performance
次 drill|次 home visit|场 concert|场 job fair|届 congress|条 road|条 stuck-on ad|条 hazard
处 parking space|处 charging point|处 pocket park|个 residential compound|个 family|个 village
个 pocket park|个 residential quarter|个 collection point|项 measure|项 project|件 case
件 proposal|只 dog|株 sapling|棵 willow|段 stretch of road|批 batch|级 level|支 volunteer team
所 primary school|度 kilowatt-hour|分 point|盏 street lamp|名 passer-by|头 pig|干群 cadre
"""
WRONG = """
户 week|户 person|户 building|户 village|个 hectare|个 square meter|名 team|名 household
名 company|名 month|次 day|次 person|处 ton|处 person|家 kilometer|家 person|家 household|人 month
人 team|人 household|栋 flat|栋 household|栋 floor|层 building|套 household|套 person|辆 person
列 vehicle|台 person|条 household|条 person|条 building|项 person|件 vehicle|只 person|株 vehicle
株 person|人次 household|人次 person|人次 team|人次 week|座 household|个 percentage point|个 yuan|个 degree Celsius
家 yuan|列 car|辆 train|条 mile|处 acre|批 hour|段 kilometer of road|个 U.S. dollar|项 percent
个 working day|人次 m²|件 decade
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [tuple(pair.split(" ", 1)) for line in text.strip().splitlines() for pair in line.split("|")]  # type: ignore[misc]


@pytest.mark.parametrize(("zh", "noun"), pairs(RIGHT))
def test_what_a_classifier_counts_may_stand_behind_it(zh: str, noun: str) -> None:
    assert Unit.model_validate({"zh": zh, "en": {"one": noun, "other": plural(noun)}}).en == Plural(
        one=noun, other=plural(noun)
    )


@pytest.mark.parametrize(("zh", "noun"), pairs(WRONG))
def test_what_it_does_not_count_is_refused(zh: str, noun: str) -> None:
    assert refusal(zh, noun)
    for en in ({"one": noun, "other": plural(noun)}, noun):
        with pytest.raises(ValidationError, match=r"counts things|does not count"):
            Unit.model_validate({"zh": zh, "en": en})


@pytest.mark.parametrize("zh", sorted(MEASURES))
def test_a_measure_is_its_chinese_form_and_no_more(zh: str) -> None:
    measure = MEASURES[zh]
    unit = Unit.model_validate(zh)
    assert unit.zh == zh
    assert (unit.en.other if isinstance(unit.en, Plural) else unit.en) == measure.other
    for more in ({"en": "hectare"}, {"en": measure.other}, {"short": "km²"}):
        with pytest.raises(ValidationError, match=r"the house's. Write unit: "):
            Unit.model_validate({"zh": zh, **more})


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("平方千米", "square kilometers"), ("㎡", "square meters"), ("亩", "mu"), ("℃", "degrees Celsius"),
        ("摄氏度", "degrees Celsius"), ("周岁", "years of age"), ("个百分点", "percentage points"), ("万元/亩", ""),
        ("元/平方米", "yuan per square meter"), ("公里/小时", "kilometers per hour"), ("个", ""), ("户", ""),
    ],
)  # fmt: skip
def test_the_table_knows_the_measures_of_statistics_bulletins(zh: str, en: str) -> None:
    assert (MEASURES[zh].other if zh in MEASURES else "") == en


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("household", "households", True), ("person", "people", True), ("child", "children", True),
        ("community", "communities", True), ("stretch of road", "stretches of road", True), ("hero", "heroes", True),
        ("staff member", "staff members", True), ("bus", "buses", True), ("policeman", "policemen", True),
        ("analysis", "analyses", True), ("shelf", "shelves", True), ("passer-by", "passers-by", True),
        ("household", "buildings", False), ("staff", "staff", True), ("child", "childs", False),
        ("old court", "new courts", False), ("flat", "flats of stone", False),
    ],
)  # fmt: skip
def test_a_noun_has_two_numbers(one: str, other: str, alike: bool) -> None:
    assert is_plural(one, other) is alike
    plain: dict[str, Any] = {"zh": "份", "en": {"one": one, "other": other}}
    if alike:
        assert Unit.model_validate(plain).zh == "份"
    else:
        with pytest.raises(ValidationError, match="not one noun"):
            Unit.model_validate(plain)


def test_the_head_of_a_noun_is_what_it_is() -> None:
    assert [head(noun) for noun in ("old courtyards", "stretch of road", "Party member", "e-bike shed")] == [
        "courtyards", "stretch", "member", "shed",
    ]  # fmt: skip


def test_a_classifier_has_no_symbol() -> None:
    with pytest.raises(ValidationError, match="no symbol"):
        Unit.model_validate({"zh": "个", "en": {"one": "park", "other": "parks"}, "short": "km²"})


@pytest.mark.parametrize(
    ("classifier", "noun", "own"),
    [
        ("户", "households", True),
        ("户", "rural households", True),
        ("户", "Household", True),
        ("户", "courtyards", False),
        ("方", "cubic meters", True),
        ("方", "meters", False),
        ("方", "long meters", False),
        ("鼎", "households", False),
    ],
)
def test_a_classifier_says_its_own_noun_also_with_a_word_before_it(classifier: str, noun: str, own: bool) -> None:
    assert says(classifier, noun) is own


@pytest.mark.parametrize(
    "words",
    [
        "chief chiefs",
        "roof roofs",
        "photo photos",
        "studio studios",
        "human humans",
        "shelf shelves",
        "hero heroes",
        "life lives",
        "bus buses",
        "village villages",
        "cliff cliffs",
        "box boxes",
        "community communities",
        "half halves",
    ],
)
def test_a_plural_is_the_usual_one(words: str) -> None:
    one, many = words.split()
    assert (plural(one), plural(f"road {one}")) == (many, f"road {many}")


def test_a_clinic_may_be_an_event() -> None:
    """义诊22场: free clinics."""
    assert (
        Unit.model_validate({"zh": "场", "en": {"one": "free clinic", "other": "free clinics"}}).noun == "free clinics"
    )
