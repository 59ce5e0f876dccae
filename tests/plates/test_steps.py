"""Steps of a procedure: numbered by the program, some with a figure that leads to the evidence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from bulletin.build import Builder
from bulletin.edition.blocks import Edition, plain
from bulletin.edition.walk import every
from bulletin.plates.steps.edit import StepsPlate
from bulletin.variant import Variant
from tests.conftest import workshop
from tests.plates import errors
from tests.samples import project


def made(folder: Path) -> tuple[Builder, Edition]:
    builder = Builder(workshop(project(folder, ("steps",))))
    return builder, builder.edition("willow")[0]


@pytest.mark.parametrize("language", ["bilingual", "zh", "en"])
def test_steps_are_numbered_in_their_order(language: Any, tmp_path: Path) -> None:
    builder, edition = made(tmp_path / "project")
    html = builder.pages.render(edition, builder.charts(edition), Variant(language=language)).html
    assert re.findall(r'class="no">(\d)<', html) == ["1", "2", "3"]


def test_a_figure_is_cited_and_says_what_its_label_does_not(tmp_path: Path) -> None:
    _, edition = made(tmp_path / "project")
    (plate,) = every(StepsPlate, edition.pages)
    figures = [step.figure and step.figure.amount for step in plate.steps]
    assert [amount and (amount.fact, amount.number, amount.english) for amount in figures] == [
        ("hazards", "1,000", ""),  # hazards found
        ("fixed", "600", "hazards"),  # fixed at once
        None,
    ]
    assert all(amount.row for amount in figures if amount)
    assert [plain(step.title.en) for step in plate.steps][2] == "The others follow"


@pytest.mark.slow
def test_numbers_that_a_template_adds_are_refused_before_a_page_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time line of the project has an axis of months: its numbers hide none of the steps'."""
    assert errors(tmp_path / "sound", "steps") == []
    monkeypatch.setattr(StepsPlate, "own", lambda _: ())
    said = errors(tmp_path / "unsaid", "steps")
    assert said and all("comes from no fact" in one for one in said)


@pytest.mark.parametrize(("change", "told"), [
    (lambda steps: steps.pop(), "at least 3"),
    (lambda steps: steps.extend([{"title": {"zh": "再改", "en": "Again"}} for _ in range(4)]), "6 at most"),
    (lambda steps: steps[0]["figure"].update(of="nosuch"), "nosuch"),
    (lambda steps: steps[0]["title"].update(zh="排查9处", en="9 are found"), "9"),
])  # fmt: skip
def test_what_is_refused(change: Any, told: str, tmp_path: Path) -> None:
    said = errors(tmp_path / "project", "steps", lambda content: change(content["stories"][0]["plates"][0]["steps"]))
    assert said and told in said[0]
