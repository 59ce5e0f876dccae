"""An editable text of the draft, as it was and as it is now."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bulletin.content.sections import added
from bulletin.word import Entry

from .figures import FigureChange, expected, restore
from .shares import Allotment
from .tokens import BREAK

_PROSE = re.compile(r"(^|\.)(paragraphs|notes)\.\d+$|(^|\.)text$")


def is_prose(path: str) -> bool:
    """Is bold in this text the writer's own? In titles, tables and labels the styles set it.

    A text that stands right under a key of a room, alone or in a list, is prose.
    """
    key, *steps = path.split(".")
    return bool(_PROSE.search(path)) or (key in added() and all(step.isdecimal() for step in steps))


@dataclass(frozen=True, slots=True)
class CurrentText:
    """An editable text now. `text` is None where it is gone; `old` and `text` are in one notation."""

    number: int
    entry: Entry
    old: str
    text: str | None
    changes: tuple[FigureChange, ...] = ()

    @property
    def flat(self) -> str:
        """The text as one paragraph, where it was cut into several that cannot stand in the content file."""
        glue = "\n" if self.entry.path.endswith("title") else "" if self.entry.lang == "zh" else " "
        return (self.text or "").replace(BREAK, glue)


def said_now(number: int, entry: Entry, shares: Allotment) -> CurrentText:
    """What became of a text."""
    prose = is_prose(entry.path)
    old = expected(entry, prose=prose)
    if number not in shares.texts:
        return CurrentText(number, entry, old, None)
    now = restore(entry, shares.texts[number], prose=prose)
    return CurrentText(number, entry, old, now.text or None, now.changes)
