"""The parts of a whole: what no part names is the program's own arithmetic, said to be so; of what is vague none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.build import Builder
from bulletin.edition.walk import every
from bulletin.plates.parts.edit import SharesSpec
from tests.conftest import workshop
from tests.plates import vague
from tests.samples import project


def test_what_is_left_is_said_to_be_our_calculation(tmp_path: Path) -> None:
    edition, _ = Builder(workshop(project(tmp_path / "project", ("parts",)))).edition("willow")
    (rest,) = [spec.rest for spec in every(SharesSpec, edition.pages) if spec.rest][:1]
    assert (rest.label.zh, rest.label.en) == ("其他居民（编者计算）", "other households (our calculation)")


@pytest.mark.parametrize(
    ("said", "approx", "fact"),
    [
        ("4000户→4000多户", "over", "households"),
        ("800户→近800户", "nearly", "old"),
    ],
)
def test_nothing_is_left_of_what_is_no_exact_number(tmp_path: Path, said: str, approx: str, fact: str) -> None:
    told = vague(tmp_path / "project", "parts", said, approx, fact)
    assert any(f"({fact}) is no exact number" in message for message in told), told
