"""The list of honors: a year that no words name is inferred from the article's date, and stands in square brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.blocks.honours.edit import HonourRow
from bulletin.build import Builder
from bulletin.edition.provenance import unproved
from bulletin.edition.walk import every
from tests.conftest import house_words, workshop


def written(folder: Path, said: str, honour: str) -> Path:
    """The small project, whose article tells of its honor so."""
    for path, old, new in (
        ("seeds/willow.txt", "街道荣获", said),
        ("content/willow.yaml", "    quote: 郑州市文明单位\n", f"    quote: 郑州市文明单位\n    {honour}\n"),
    ):
        text = (folder / path).read_text(encoding="utf-8")
        assert old in text
        (folder / path).write_text(text.replace(old, new), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("said", "honour", "year"),
    [
        ("今年10月,街道荣获", "year: 2018\n    where: 今年10月", "[2018]"),
        ("2017年,街道荣获", "year: 2017", "2017"),
    ],
)
def test_an_inferred_year_stands_in_brackets(small: Path, said: str, honour: str, year: str) -> None:
    builder = Builder(workshop(written(small, said, honour)))
    edition, _ = builder.edition("willow")
    (row,) = every(HonourRow, edition.pages)
    assert (row.year.zh, row.year.en) == (year, year)
    assert unproved(edition, {"": builder.verified("willow")}, house_words()) == []
