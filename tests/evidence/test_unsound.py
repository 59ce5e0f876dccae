"""A calculation that rests on nothing is told at its place, and no rule stumbles over it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bulletin.content.model import Fact
from bulletin.content.parts import Derived
from bulletin.evidence.verify import heard
from bulletin.project import Project
from bulletin.workshop import Workshop
from tests.conftest import ROOT

OURS = Workshop(Project.at(ROOT))
NAME = "linshanzhai"
TERMS = ("bank_center", "park_center")
SHOWN = ["old_share_computed", "courtyards"]
"""One that a note holds against the article's share, one that a title's claim compares; both are made of others."""


def ways(facts: dict[str, Fact], id: str) -> Iterator[tuple[str, dict[str, Fact]]]:
    """The facts, each time with another calculation that cannot be made."""

    def of(*terms: str) -> Fact:
        made = {"derived": Derived.model_validate({"sum": terms}), "value": None, "quote": None}
        return facts[id].model_copy(update=made)

    first, second = TERMS
    date: Any = {"value": None, "derived": None, "date": "2018", "quote": "2018年"}
    yield "a term is gone", {key: fact for key, fact in facts.items() if key != first} | {id: of(first, second)}
    yield "a term is a date", facts | {id: of(first, second), second: facts[second].model_copy(update=date)}
    yield "of itself", facts | {id: of(id, first)}
    yield "of nobody", facts | {id: of("nobody", first)}
    yield "of each other", facts | {id: of("turn", first), "turn": of(id, second)}
    yield "of another calculation", facts | {id: of("sum", second), "sum": of(first, second)}


@pytest.mark.parametrize("id", SHOWN)
def test_what_cannot_be_computed_is_told(id: str) -> None:
    parsed, content = OURS.library.contents[NAME]
    for way, facts in ways(dict(content.facts), id):
        found = heard(OURS.case(parsed, content.model_copy(update={"facts": facts}))).standing
        places = [problem.place for problem in found if problem.rule == "derived"]
        assert parsed.place(("facts", id, "derived")) in places, way
