"""Which texts are items of lists."""

from __future__ import annotations

import re

_ITEM = re.compile(
    r"(stories\.\d+\.paragraphs|briefs|projects|honours|notes|findings|(?:pages|sections)\.\d+\.plates\.\d+\.rows)\.(\d+)(?=\.|$)"
)
GROWING = re.compile(r"stories\.\d+\.paragraphs|notes")
"""Lists whose items are a text in two languages and nothing else: a new paragraph is a new item."""

COLUMNS = {"honours": ("name", "level", "year"), "projects": ("name", "size", "stage", "done", "plan")}
"""What stands in the columns of a table whose cells are not all texts of the content file."""

Key = tuple[str, int]
"""A list and the number of an item in the baseline."""


def item_of(path: str) -> Key | None:
    """The item that a text belongs to."""
    found = _ITEM.match(path)
    return (found[1], int(found[2])) if found else None
