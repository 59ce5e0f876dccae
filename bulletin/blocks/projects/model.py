"""The tracker of projects."""

from __future__ import annotations

from bulletin.content.sections import Section

SECTION = Section(lambda content: content.tracker)
