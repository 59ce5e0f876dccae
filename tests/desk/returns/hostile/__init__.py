"""Files that nobody should have to open: made by code, named by what is wrong with them."""

from __future__ import annotations

from .baselines import BASELINES
from .documents import DOCUMENTS
from .kinds import FILES
from .packages import PACKAGES

FOREIGN = {**FILES, **PACKAGES, **DOCUMENTS, **BASELINES}
"""Name → what puts such a file at a path, given a sound draft."""

__all__ = ["BASELINES", "DOCUMENTS", "FILES", "FOREIGN", "PACKAGES"]
