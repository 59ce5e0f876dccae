"""Finished files, held against all that a shop or an archive asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bulletin.pages.typeset import TypesettingError
from bulletin.proofing.preflight import preflight
from bulletin.proofing.verdicts import refused


def check_output(files: Mapping[str, bytes], log: Sequence[str]) -> None:
    """Raises TypesettingError for what a print shop or an archive would refuse, and for what leaves its place."""
    wrong = list(log)
    for file, data in files.items():
        if file.endswith(".pdf"):
            wrong += refused(file, preflight(data))
    if wrong:
        raise TypesettingError(wrong)
