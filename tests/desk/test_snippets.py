"""What a snippet puts into the file is what the model takes, whatever stands at its stops."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from bulletin.content.model import Fact, Story
from bulletin.content.plates import kind
from bulletin.content.yaml_text import parse
from tests.snippets import snippets

MADE: dict[str, dict[str, Any]] = json.loads(snippets())


def filled(name: str) -> Any:
    """What stands there when each stop has a word of its own, the usual value or the first choice."""
    text = "\n".join(MADE[name]["body"]) + "\n"
    text = re.sub(r"\$\{\d+(?:\|([^,|]*)[^}]*|:([^}]*))\}", lambda found: found[1] or found[2], text)
    return parse(re.sub(r"\$\{(\d+)\}", lambda found: f"word{found[1]}", text), name).data


@pytest.mark.parametrize("name", [name for name in MADE if name.startswith("plate ")])
def test_a_plate_is_one_of_its_kind(name: str) -> None:
    (plate,) = filled(name)
    for cell in plate["panels"][0]["cells"] if name == "plate panels" else ():
        cell["of"] = f"{cell['subdistrict']}.{cell['of']}"
    assert kind(name.removeprefix("plate ")).model.model_validate(plate)


def test_a_fact_and_a_story_are_what_the_model_takes() -> None:
    fact = filled("fact")["name"]
    assert {*fact["unit"]} == {"zh", "en"}
    assert Fact.model_validate(fact | {"unit": {"zh": "株", "en": {"one": "tree", "other": "trees"}}}).value == 1
    (story,) = filled("story")
    assert Story.model_validate(story).theme == "rail"
