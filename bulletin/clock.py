"""The clock of the machine, which the ZIP of a draft must be able to hold."""

from __future__ import annotations

import time

from bulletin.messages import say
from bulletin.problems import MissingTool

FIRST_YEAR = 1980
"""Of a file in a ZIP (APPNOTE 4.4.6)."""


def wound() -> None:
    """Raises MissingTool where the clock stands before any draft could be written."""
    if (year := time.gmtime(time.time()).tm_year) < FIRST_YEAR:
        raise MissingTool(say("build.clock", year=year))
