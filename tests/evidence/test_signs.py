"""A table that is looked through by signs finds what each of its patterns finds by itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bulletin.evidence.parity_words import DIRECTIONS, FREQUENCIES, LICENSED, OPPOSITES, SHARES, TOLD
from bulletin.evidence.patterns import Rows

PAIRS = json.loads((Path(__file__).parents[1] / "cases" / "parity_more.json").read_text(encoding="utf-8"))[::4]
TABLES = [*DIRECTIONS.values(), *FREQUENCIES.values(), *SHARES.values(), *LICENSED, *TOLD]
TABLES += [words for _, one, other in OPPOSITES for words in (one, other)]


@pytest.mark.parametrize(("language", "key"), [(0, "zh"), (1, "en")])
def test_signs_hide_no_match(language: int, key: str) -> None:
    patterns = [row[language] for row in TABLES]
    rows, plain = Rows(patterns), [re.compile(pattern.source) for pattern in patterns]
    met = set[int]()
    for text in (pair[key].lower() for pair in PAIRS):
        alone = {i for i, pattern in enumerate(plain) if (match := pattern.search(text)) and match[0]}
        assert {i for i, _ in rows.within(text)} == alone, text
        assert {i for i, pattern in enumerate(patterns) if pattern.search(text)} == alone, text
        met |= alone
    assert len(met) > 60
