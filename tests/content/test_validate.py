"""A wrong key or value is named at its place, all of a file at once."""

from __future__ import annotations

import pytest

from bulletin.content.model import Subdistrict
from bulletin.content.validate import validate
from bulletin.content.yaml_text import parse
from bulletin.problems import ContentError, Problem
from tests.conftest import CONTENT


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        validate(Subdistrict, parse(text, "content/willow.yaml"))
    return caught.value.problems


def line_of(text: str, needle: str) -> int:
    return text[: text.index(needle)].count("\n") + 1


def test_the_small_content_is_valid() -> None:
    assert validate(Subdistrict, parse(CONTENT, "content/willow.yaml")).facts["trees"].value == 12000


def test_an_unknown_key_is_named_with_a_guess() -> None:
    text = CONTENT.replace("approx: over", "aprox: over")
    (problem,) = problems(text)
    assert problem.place.line == line_of(text, "aprox")
    assert ("help", "did you mean approx?") in problem.notes


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("value: 3\n", 'value: "3"\n', "value"),
        ("status: achieved\n  trees", "status: done\n  trees", "status"),
        ("kind: bars", "kind: pie", "pie"),
        ('unit: "%"', 'unit: {zh: "%", en: per thousand}', "the house's. Write unit: %"),
        ("unit: 元", "unit: {zh: 美元, en: yuan}", "the house's. Write unit: 美元"),
        ('dated: {value: "2018"', "dated: {value: 2018", "must be text"),
        ("approx: over", "approx: roughly", "approx"),
        ("article: willow.txt\n", "", "article is missing"),
        ("    quote: 植树1.2万余株\n", "", "needs a quote"),
        ('date: "2018"', 'date: "last year"', "date"),
        ("name: willow", "name: Willow Road", "name"),
    ],
)
def test_a_wrong_value_is_named(old: str, new: str, says: str) -> None:
    text = CONTENT.replace(old, new, 1)
    assert text != CONTENT
    found = problems(text)
    assert any(says in problem.message for problem in found)


def test_all_problems_of_a_file_are_shown_at_once() -> None:
    text = CONTENT.replace("approx: over", "aprox: over").replace("status: standing", "status: stands")
    assert len(problems(text)) >= 4


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        (
            "title: {zh: 社区与游园, en: Communities and parks}",
            "titel: {zh: 社区与游园, en: Communities}",
            "titel",
            "titel",
        ),
        ("title: {zh: 社区与游园, en: Communities and parks}", "title: 社区与游园", "title: 社", "title"),
        ("          - of: parks\n", "          - of: parks\n            labl: {zh: 园, en: park}\n", "labl", "labl"),
    ],
)
def test_a_key_of_bars_is_told_at_its_place_though_bars_are_a_key_of_them(
    old: str, new: str, at: str, says: str
) -> None:
    text = CONTENT.replace(old, new)
    (problem,) = problems(text)
    assert (problem.place.line, says in problem.message) == (line_of(text, at), True)
