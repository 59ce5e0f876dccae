"""Notes, sources, imprint."""

from __future__ import annotations

from bulletin.content.sections import Section

SECTION = Section(lambda _: True, always="pages.notes")
