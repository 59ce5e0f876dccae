"""The second planter: a few lies of every kind, and how many of them are seen; all of them: `second.py`."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin.content.yaml_text import parse
from tests.evidence.plant import planted
from tests.evidence.second import Field, chosen
from tests.evidence.second_kinds import GONE, KINDS, rewritten

CONTENT, LEAST, SEED = "liuyinqiao", 0.75, 7
"""A short content, with a quote, events and periods."""


@pytest.fixture(scope="module")
def field() -> Iterator[Field]:
    with tempfile.TemporaryDirectory() as folder:
        yield Field.of(CONTENT, Path(folder))


def test_of_a_lie_of_every_other_kind_most_are_seen(field: Field) -> None:
    """In one content; the share of each kind, of which there are twenty, is measured apart."""
    names = random.Random(SEED).sample(sorted(KINDS), len(KINDS) // 2)
    told = {name: (lie, field.is_seen(lie)) for name in names for lie in chosen(field.lies(name), name, 1)}
    silent = [f"{name}: {lie.what}" for name, (lie, seen) in told.items() if not seen]
    assert len(told) > 15
    assert len(silent) <= (1 - LEAST) * len(told), "\n".join(silent)


def test_what_is_deleted_or_has_no_place_yet_is_written_with_what_holds_it(field: Field) -> None:
    sheet = field.bed.sheets[0]
    id = next(iter(sheet.facts))
    edits = rewritten(sheet, {("facts", id, "label"): GONE, ("facts", id, "note"): "x"})
    assert [*edits] == [("facts", id)]
    data = parse(planted(sheet.parsed, edits), sheet.parsed.file).data["facts"][id]
    assert "label" not in data and data["note"] == "x"
