"""Every value is frozen: what a later step was given, nobody changes (ARCHITECTURE.md, The path)."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import is_dataclass

import pytest
from pydantic import BaseModel

from tests.conftest import ROOT

VALUES = ("content", "evidence", "wording", "edition", "charts", "plates", "blocks")
WORKING = {"Library", "Parsed"}
"""Dataclasses that gather something while a step is at work."""


def classes(layer: str) -> Iterator[type]:
    for path in sorted((ROOT / "bulletin" / layer).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        module = importlib.import_module(name)
        yield from (one for one in vars(module).values() if isinstance(one, type) and one.__module__ == name)


@pytest.mark.parametrize("layer", VALUES)
def test_no_value_of_a_layer_can_be_changed(layer: str) -> None:
    values = [one for one in classes(layer) if is_dataclass(one) and one.__name__ not in WORKING]
    assert [one.__name__ for one in values if not one.__dataclass_params__.frozen] == []  # type: ignore[attr-defined]
    models = [one for one in classes(layer) if issubclass(one, BaseModel)]
    assert [one.__name__ for one in models if not one.model_config.get("frozen")] == []
    assert values or models
