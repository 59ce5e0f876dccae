"""Notes that are swapped, reworded, taken out and added at once: each keeps its own English."""

from __future__ import annotations

import pytest

from tests.desk.returns.notes_by_chance import DRAFTS, verdict


@pytest.mark.parametrize("seed", range(3))
def test_a_note_keeps_its_english_without_bookmarks(seed: int) -> None:
    what, told = verdict("dufulu", seed, marked=False)
    assert what == "home", told


@pytest.mark.long
@pytest.mark.parametrize("marked", [True, False])
def test_notes_by_chance(marked: bool) -> None:
    found = [verdict(DRAFTS[seed % len(DRAFTS)], seed, marked=marked) for seed in range(60)]
    assert [told for what, told in found if what in ("mixed", "order")] == []
