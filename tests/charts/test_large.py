"""The charts of the summary in large type: each can be drawn, and says no name twice."""

from __future__ import annotations

from collections import Counter

import pytest

from bulletin.edition.blocks import ChartPlate
from bulletin.edition.walk import every
from bulletin.plates.matrix.edit import MatrixSpec
from bulletin.plates.panels.edit import PanelsSpec
from bulletin.project import SUMMARY
from bulletin.variant import LANGUAGES, Language, Variant
from tests.real import builder


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_can_be_drawn_in_large_type(language: Language) -> None:
    made = builder(Variant(language=language, type="large"))
    edition, _ = made.edition(SUMMARY)
    charts = made.charts(edition)
    kinds = {type(plate.spec): charts[plate.id] for plate in every(ChartPlate, edition.pages)}
    periods = [label.text for label in kinds[PanelsSpec].drawing.labels]
    assert any("未述" in text or "not stated" in text for text in periods)
    names = Counter(label.text for label in kinds[MatrixSpec].drawing.labels if len(label.text) > 1)
    assert len(names) > 10
    assert [name for name, count in names.items() if count > 1] == []
