"""Asks veraPDF what is wrong with a file, as `check --output` does; a test is skipped where it is missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bulletin.desk.verapdf import FLAVOURS, find_verapdf
from tests.conftest import REQUIRED


def validate(path: Path, flavours: Sequence[str] = tuple(FLAVOURS.values())) -> dict[str, list[str]]:
    """For each flavour (a name in veraPDF's PDFAFlavour) the rules that `path` breaks: clause, count, text, place.

    Skips the test when Java or a jar is missing; with BULLETIN_REQUIRE_TOOLS=1 it fails instead.
    """
    vera = find_verapdf()
    if vera.missing or not vera.archives:
        reason = f"veraPDF lacks {', '.join(vera.missing) or 'the wheel: the program alone tells no rules'}"
        pytest.fail(reason) if REQUIRED else pytest.skip(reason)
    return {name: vera.broken(path, name) for name in flavours}
