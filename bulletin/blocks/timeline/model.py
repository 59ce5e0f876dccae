"""The time line over the whole width."""

from __future__ import annotations

from bulletin.content.sections import Section

SECTION = Section(lambda content: content.timeline)
