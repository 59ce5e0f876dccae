"""A row of paragraphs that moved beside one that is new: the content file has the order of the draft."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bulletin.desk.returns.home import bring_home
from bulletin.word import read
from tests.desk.returns.conftest import found_in
from tests.desk.returns.meadow import content
from tests.desk.returns.word import Editor

UP = ("move_row", "游园沿河而建", "居民傍晚常来散步")
NEW = ("街道为楼院加装扶手。", "The subdistrict added handrails.")


@pytest.mark.parametrize(
    ("behind", "order"),
    [
        ("游园沿河而建", ["游园沿河而建", "街道为楼院加", "<since>", "<communiti"]),
        ("居民傍晚常来散步", ["游园沿河而建", "<since>", "街道为楼院加", "<communiti"]),
    ],
)
def test_a_new_row_stands_where_it_was_typed_though_another_moved(
    behind: str, order: list[str], project: Path, draft: bytes
) -> None:
    edited = Editor(draft).run((UP, ("insert_row", behind, *NEW)))
    kept = read(draft)
    assert kept is not None
    made = bring_home(kept, content(project), "content/willow.yaml", found_in(edited, draft).operations)
    assert [one.state for one in made.outcomes] == ["applied", "applied"]
    paragraphs = yaml.safe_load(made.yaml.text)["stories"][0]["paragraphs"]
    assert all(one["zh"].startswith(start) for one, start in zip(paragraphs, order, strict=True))
