"""Nested bars: a name over its bar keeps clear of the line that ties the bar to the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.build import Builder
from bulletin.proofing.preflight import preflight
from bulletin.variant import LANGUAGES, Language, Variant
from tests.conftest import workshop
from tests.samples import project, publication


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_struck_through_in_large_type(language: Language, tmp_path: Path) -> None:
    root = project(tmp_path / "project", ("nested",))
    name, variant = publication("nested"), Variant(language=language, type="large")
    made = Builder(workshop(root), variant).make(name, ("pdf",))
    assert preflight(made.files[f"{variant.stem(name)}.pdf"]).clashes == ()
