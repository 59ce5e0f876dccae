"""The real content with lies planted around its numbers, one at a time: how many are seen, each at its place.

`python -m tests.evidence.test_plant` prints a table by kind; `-v` lists those that slip through, `-v WORD` only those
of the kinds whose name has the word.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

import pytest

from bulletin.content.yaml_text import parse
from tests.evidence import plant_facts, plant_plates, plant_prose, plant_states, plant_words
from tests.evidence.plant import planted
from tests.evidence.plant_bed import Bed, Harvest, harvest

pytestmark = pytest.mark.slow

LEAST = {  # how many are planted, and the share that is seen
    "a classifier's noun is a measure's word": (20, 1.0),
    "a classifier's noun is another thing's": (20, 1.0),
    "a measure's English is another measure's": (20, 1.0),
    "another measure in both languages": (20, 1.0),
    "a period's year that nobody says": (20, 1.0),
    "a period's year that the article says elsewhere": (20, 1.0),
    "an inferred period passed off as stated": (18, 1.0),
    "the article's date: inferred as stated, or another": (16, 1.0),
    "an impossible or implausible date": (20, 1.0),
    "two facts' labels exchanged": (20, 1.0),
    "two facts' nouns exchanged": (20, 1.0),
    "a doubtful fact among the key figures": (16, 1.0),
    "a fact's doubt left away": (4, 0.75),
    "whose number it is left away": (14, 0.81),
    "an English verb turned": (20, 0.8),
    "a Chinese verb turned": (20, 0.75),
    "how often, which way, of what: another English word": (20, 0.8),
    "a unit or period in a text, both languages": (20, 0.9),
    "another scope: city, province, district": (20, 0.95),
    "two references exchanged in English": (20, 1.0),
    "two references exchanged in both languages": (20, 1.0),
    "approximation or unit lost in English": (20, 0.8),
    "two names exchanged in English": (20, 0.85),
    "another name in English": (20, 1.0),
    "a comparing title turned in English": (13, 1.0),
    "a comparing title turned in both languages": (9, 1.0),
    "a title that compares falsely": (20, 1.0),
    "a figure of a panel or strip left away": (20, 1.0),
    "a figure of a panel or strip declared as not stated": (20, 1.0),
    "a figure of another subdistrict": (20, 1.0),
    "two figures exchanged under their labels": (20, 1.0),
    "time line: another event's or year's date": (20, 1.0),
    "an honor's year": (20, 1.0),
    "an honor's level": (20, 1.0),
    "an honor left away": (17, 1.0),
    "a project left away": (20, 1.0),
    "a fact that nothing refers to left away": (1, 1.0),
    "a fact's status": (20, 1.0),
    "a fact to come, applied for or under way is told as achieved": (20, 1.0),
    "a project's status": (20, 1.0),
    "a stage that was not reached": (20, 1.0),
    "prose: finished, where the article tells of works or plans": (20, 0.75),
    "prose: under way or planned, where the article tells of an end": (20, 0.8),
    "prose: a denial added or dropped": (20, 0.8),
    "prose: another one acts": (20, 0.75),
    "prose: another name of the article": (20, 0.75),
    "prose: another level": (20, 0.75),
    "prose: another degree or extent": (20, 0.85),
    "prose: a cause or purpose made up": (20, 0.75),
    "prose: another time": (20, 0.75),
    "prose: a sentence made up of the article's words": (20, 0.75),
    "prose: a sentence that another article says": (20, 0.85),
}
OVERALL, OF_PROSE = 0.95, 0.75
"""Of all that is planted around numbers, and of all in prose without one."""

assert plant_facts and plant_plates and plant_prose and plant_states and plant_words  # they name their kinds


@pytest.fixture(scope="module")
def bed() -> Bed:
    return Bed()


@pytest.mark.long
def test_to_write_a_part_anew_as_it_stands_changes_nothing(bed: Bed) -> None:
    tried = 0
    for sheet in bed.sheets:
        for key, value in sheet.data.items():
            parsed = parse(planted(sheet.parsed, {(key,): value}), sheet.parsed.file)
            assert parsed.data == sheet.data
            assert {(p.rule, p.message) for p in bed.problems(parsed)} <= set(bed.before[sheet.name])
            tried += 1
    assert tried > 60


def test_some_of_the_lies_are_seen_as_well_as_all(bed: Bed) -> None:
    """What is told of each in contents that stand still: `test_lies.py`."""
    found = harvest(bed, 5)
    assert found.keys() == LEAST.keys()
    assert_overall(found)


@pytest.mark.long
def test_the_share_of_lies_seen_is_held(bed: Bed) -> None:
    found = harvest(bed)
    assert found.keys() == LEAST.keys()
    few = {name: crop.planted for name, crop in found.items() if crop.planted < LEAST[name][0]}
    low = {name: round(crop.share, 2) for name, crop in found.items() if crop.share < LEAST[name][1]}
    assert (few, low) == ({}, {})
    assert_overall(found)


def assert_overall(found: dict[str, Harvest]) -> None:
    prose = {name: crop for name, crop in found.items() if name.startswith("prose: ")}
    assert total({name: crop for name, crop in found.items() if name not in prose}).share >= OVERALL
    assert total(prose).share >= OF_PROSE


def total(found: dict[str, Harvest]) -> Harvest:
    crops = list(found.values())
    return replace(Harvest(), planted=sum(c.planted for c in crops), seen=sum(c.seen for c in crops))


def row(name: str, crop: Harvest) -> str:
    share = f"{100 * crop.share:5.0f} %" if crop.planted else "      -"
    return f"{name:<62} {crop.planted:>4} {crop.seen:>4} {share}"


def _print(verbose: bool, word: str) -> None:
    start = time.perf_counter()
    found = harvest(Bed())
    print("\n".join(row(name, crop) for name, crop in found.items()))
    print(row("all", total(found)), f"  in {time.perf_counter() - start:.0f} s")
    for name, crop in found.items() if verbose else ():
        if crop.through and word in name:
            print(f"\n{name}:")
            print("\n".join(f"  {lie.file} {lie.what}" for lie in crop.through))


if __name__ == "__main__":
    _print("-v" in sys.argv, " ".join(sys.argv[2:]))
